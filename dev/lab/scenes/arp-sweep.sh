# A sweep of the own link: 200 addresses that nobody has, 10 a second, so that no SYN leaves, only ARP.

play() {
    wire "$LAB_PC" eth1 80 2 "$LAB_ROUTER" to-link 1
    start_dialling 200 445 10.80.0.0/24 10
    watch_dialling
}
