# A worm whose victims refuse: 60 addresses that send RST, 10 a second, TCP port 445.

play() {
    start_dialling 60 445 10.67.0.0/16 10
    watch_dialling
}
