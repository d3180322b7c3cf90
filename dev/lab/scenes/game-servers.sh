# A game's server browser: 200 named servers on UDP port 27015, 20 a second, one in ten replies.

play() {
    start_innocent Browse game 200 90 20
    watch_on
}
