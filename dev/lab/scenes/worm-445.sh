# A worm looks for file shares: 60 addresses that never answer, 10 a second, TCP port 445.

play() {
    start_dialling 60 445 10.66.0.0/16 10
    watch_dialling
}

epilogue() {
    tell "syns-at-far port=445 count=$("$lab/syns-at-far" 445)"
}
