# Two programs at the same time: one worm on TCP port 445, one that opens web pages which answer.

play() {
    start_innocent Dial --close-after=60000 100 80 10.68.0.0/16 10
    start_dialling 60 445 10.66.0.0/16 10
    watch_dialling
}
