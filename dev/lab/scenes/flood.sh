# As quick as it goes: 2,000 attempts a second for 60 s, TCP port 445, every socket closed after 100 ms.

play() {
    start_dialling --close-after=100 --rounds=2 60000 445 10.66.0.0/16 2000
    watch_dialling
}

epilogue() {
    tell "syns-at-far port=445 count=$("$lab/syns-at-far" 445)"
}
