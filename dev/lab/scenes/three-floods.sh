# For measuring: three programs at once make 1,000 attempts a second for 30 s; half are refused within a millisecond.
#
# Each program has a port and addresses of its own and tries none twice, so the destination tells whose an attempt was.

play() {
    local i pids=()
    for i in 0 1 2; do
        start_dialling --close-after=2000 10000 "$((4001 + i))" "10.66.$((64 * i)).0/18,10.67.$((64 * i)).0/18" 333
        pids+=("$dial_pid")
    done
    await "$seconds" gone "${pids[@]}" || true
    watch_on 5
}

gone() {
    ! kill -0 "$@" 2>/dev/null
}

epilogue() {
    local port
    for port in 4001 4002 4003; do
        tell "syns-at-far port=$port count=$("$lab/syns-at-far" "$port")"
    done
}
