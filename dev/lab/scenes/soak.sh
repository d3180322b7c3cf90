# For measuring what hours do: 500 attempts a second, one program after the other, half silent, half answered or refused.

play() {
    local over=$((SECONDS + seconds))
    while command_runs && ((SECONDS < over)); do
        # A new program every 60 s: processes and incidents come and go, too.
        start_dialling --close-after=900 30000 445 '10.66.0.0/16*5,10.67.0.0/16*2,10.68.0.0/16*3' 500
        while command_runs && dialling && ((SECONDS < over)); do
            rest
        done
    done
}
