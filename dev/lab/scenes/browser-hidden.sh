# A browser that resolves names itself over HTTPS: 60 sites that nobody saw a name of; a tenth is dead.

play() {
    start_innocent Dial --close-after=60000 1 443 10.68.0.53/30 1
    start_innocent Browse hidden 60 10 5
    watch_on
}
