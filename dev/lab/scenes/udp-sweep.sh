# A sweep over UDP: 240 neighbouring addresses on port 5060, 20 a second, no reply.

play() {
    start_dialling --udp 240 5060 10.66.7.0/24 20
    watch_on
}
