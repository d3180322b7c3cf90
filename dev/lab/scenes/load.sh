# For measuring: 1,000 attempts a second for 40 s, TCP port 445, every socket closed before it sends a second SYN.

play() {
    start_dialling --close-after=900 40000 445 10.66.0.0/16 1000
    watch_dialling
    watch_on
}
