# A browser behind a router that drops QUIC: UDP port 443 is silent, TCP port 443 answers.

play() {
    in_router nft -f - <<'RULES'
table inet quic {
    chain passing {
        type filter hook forward priority 0
        udp dport 443 drop
    }
}
RULES
    start_innocent Browse quic 120 0 10
    watch_on
}
