# 200 connects a second for 5 s, every one refused within a millisecond, TCP port 23.

play() {
    start_dialling --close-after=1000 1000 23 10.67.0.0/16 200
    watch_dialling
}

epilogue() {
    tell "syns-at-far port=23 count=$("$lab/syns-at-far" 23)"
}
