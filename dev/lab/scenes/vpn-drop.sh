# Five remote desktops (TCP port 3389) over a VPN answer; the VPN drops, and their manager keeps asking for them.

play() {
    wire "$LAB_PC" vpn0 81 2 "$LAB_FAR" vpn0 1
    ip -n "$LAB_PC" route add 10.69.5.0/24 via 10.81.0.1
    ip -n "$LAB_ROUTER" route add blackhole 10.69.5.0/24
    start_innocent Dial --close-after=1000 --rounds=20 5 3389 10.69.5.0/29 1
    watch_on 6
    ip -n "$LAB_PC" link del vpn0
    tell "the VPN has dropped"
    watch_on "$((seconds - 6))"
}
