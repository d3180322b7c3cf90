# Behind a captive portal: names resolve, TCP port 80 is refused and every other port silent; four honest programs.

play() {
    in_router nft -f - <<'RULES'
table inet portal {
    chain passing {
        type filter hook forward priority 0
        udp dport 53 accept
        meta l4proto tcp tcp flags & (syn | ack) == syn jump unpaid
    }
    chain unpaid {
        tcp dport 80 reject with tcp reset
        drop
    }
}
RULES
    # The one that asks most comes last: however slowly programs start here, the others have failed, too, by then.
    start_innocent Dial --close-after=4000 --rounds=4 8 5222 10.69.0.0/16 2
    start_innocent Dial --close-after=4000 --rounds=4 8 80 10.68.0.0/16 2
    start_innocent Dial --close-after=4000 --rounds=4 8 443 10.68.0.0/16 2
    start_innocent Browse browser 40 0 4
    watch_on
}
