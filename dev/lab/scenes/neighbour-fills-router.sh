# A neighbour's worm has filled the router, which now opens nothing new: four honest programs of this PC fail.

# A NAT table of 256 entries, each for 120 s; what finds no place is dropped.
play() {
    in_router nft -f - <<'RULES'
table inet nat_table {
    set entries {
        typeof ip saddr . ip daddr . tcp dport
        size 256
        flags dynamic,timeout
        timeout 120s
    }
    chain passing {
        type filter hook forward priority 0
        tcp flags & (syn | ack) == syn update @entries { ip saddr . ip daddr . tcp dport } accept
        tcp flags & (syn | ack) == syn drop
    }
}
RULES
    build_neighbour
    start_program "$LAB_NEIGHBOUR" "$lab/Dial.java" 600 445 10.66.0.0/16 200
    tell "the neighbour dials pid=$program_pid"
    watch_on 3
    # The one that asks most comes last: however slowly programs start here, the others have failed, too, by then.
    start_innocent Dial --close-after=4000 --rounds=4 8 5222 10.69.0.0/16 2
    start_innocent Dial --close-after=4000 --rounds=4 8 8883 10.69.0.0/16 2
    start_innocent Dial --close-after=4000 --rounds=4 8 443 10.68.0.0/16 2
    start_innocent Browse browser 40 0 4
    watch_on "$((seconds - 3))"
}
