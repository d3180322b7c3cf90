# A printer finder: 48 hosts of the own network, TCP ports 9100 and 631, all refuse.

play() {
    ip -n "$LAB_ROUTER" route add local 10.77.0.64/26 dev lo
    start_innocent Dial --close-after=500 48 9100 10.77.0.64/26 10
    start_innocent Dial --close-after=500 48 631 10.77.0.64/26 10
    watch_on
}
