# Nothing happens; the command has the network for itself.

play() {
    local over=$((SECONDS + seconds))
    while command_runs && ((SECONDS < over)); do
        sleep 0.05
    done
}
