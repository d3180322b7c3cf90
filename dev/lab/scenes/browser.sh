# A browser: 60 sites by name, five a second, six connections each; a tenth of the sites is dead.

play() {
    start_innocent Browse browser 60 10 5
    watch_on
}
