# A patient scanner: one silent address every second, TCP port 22, and no two in one /24.

play() {
    start_dialling 100 22 10.66.0.0/16 1
    watch_dialling
}
