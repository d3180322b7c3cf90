# A spam bot: 60 mail exchangers that do not answer, 5 a second, TCP port 25.

play() {
    start_dialling 60 25 10.66.0.0/16 5
    watch_dialling
}
