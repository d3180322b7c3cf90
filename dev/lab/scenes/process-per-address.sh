# A batch loop that starts a new process for every address: 40 silent ones, TCP port 445, four a second.

play() {
    cat >"$scratch/loop" <<'LOOP'
for ((i = 1; i <= 40; i++)); do
    timeout 3 bash -c "exec 3<>/dev/tcp/10.66.$((i * 5)).$i/445" 2>/dev/null &
    sleep 0.25
done
wait
LOOP
    (exec ip netns exec "$LAB_PC" bash "$scratch/loop") &
    dial_pid=$! dial_log=/dev/null
    tell "dialling pid=$dial_pid one process per address"
    watch_on
}
