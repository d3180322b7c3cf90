# A network adapter with a better default route appears, and goes again, while a program opens answering pages.

play() {
    start_innocent Dial --close-after=500 --rounds=2 40 80 10.68.0.0/16 5
    watch_on 4
    wire "$LAB_PC" eth1 80 2 "$LAB_ROUTER" to-link 1
    ip -n "$LAB_FAR" route add 10.80.0.0/24 via 10.78.0.1
    ip -n "$LAB_PC" route add 10.68.0.0/16 via 10.80.0.1
    tell "interface eth1 added"
    watch_on 4
    ip -n "$LAB_PC" link del eth1
    tell "interface eth1 removed"
    watch_on "$((seconds - 8))"
}
