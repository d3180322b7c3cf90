# Who takes part in a scene: the command that watches, the listener at the far end, programs that dial.
# Sourced by scene. Whoever runs in one of the lab's namespaces was started here, so they are ended by asking
# the namespaces who is in them.

command_pid=
command_status=0

start_answering() {
    in_far java "$lab/Answer.java" 80 443 445 >"$scratch/answer" 2>&1 &
    await 20 grep -q '^ready' "$scratch/answer" || fail "the far end does not answer: $(<"$scratch/answer")"
}

start_command() {
    mkfifo "$scratch/output"
    in_pc "$@" >"$scratch/output" &
    command_pid=$!
    pass_on <"$scratch/output" &
    passing_pid=$!
}

pass_on() {
    local line
    if IFS= read -r line; then
        printf '%s\n' "$line"
        : >"$scratch/spoke"
        cat
    fi
}

# The scene begins when the command has said its first word, has ended, or has been silent for long enough.
await_command() {
    await "$ready_seconds" spoke_or_ended || tell "the command is silent; beginning"
}

spoke_or_ended() { [[ -e $scratch/spoke ]] || ! command_runs; }
command_runs() { kill -0 "$command_pid" 2>/dev/null; }

# Keeps the command's own status when it ended by itself; else ends it, which is no failure.
end_command() {
    if command_runs; then
        kill -TERM "$command_pid" 2>/dev/null || true
        await 5 command_ended || kill -KILL "$command_pid" 2>/dev/null || true
        wait "$command_pid" 2>/dev/null || true
    else
        wait "$command_pid" 2>/dev/null || command_status=$?
    fi
    await 2 output_passed || true
}

command_ended() { ! command_runs; }
output_passed() { ! kill -0 "$passing_pid" 2>/dev/null; }

# COUNT PORT NETWORK PER_SECOND: a program in pc that dials; told are its pid and when its sixth call began.
start_dialling() {
    in_pc java "$lab/Dial.java" "$@" >"$scratch/dial" 2>&1 &
    dial_pid=$!
    await 20 grep -q '^first' "$scratch/dial" || fail "it does not dial: $(<"$scratch/dial")"
    tell "dialling pid=$dial_pid count=$1 port=$2 network=$3 per_second=$4"
}

dialling() { kill -0 "$dial_pid" 2>/dev/null; }

# Until the command has ended, or the dialling program has been ended (then the command has 2 s for last words),
# or the scene is over.
watch_dialling() {
    local told=
    local over=$((SECONDS + seconds))
    while command_runs && dialling && ((SECONDS < over)); do
        if [[ -z $told ]] && grep -q '^sixth' "$scratch/dial"; then
            told=yes
            tell "sixth connect at=$(sed -n 's/^sixth //p' "$scratch/dial")"
        fi
        sleep 0.05
    done
    if ! dialling; then
        tell "the dialling program has ended at=$(date +%s%3N)"
        await 2 command_ended || true
    fi
}

# SECONDS COMMAND...: whether the command succeeded within that time.
await() {
    local until=$((SECONDS + $1 + 1))
    shift
    until "$@"; do
        ((SECONDS < until)) || return 1
        sleep 0.05
    done
}

end_everyone() {
    local signal namespace pids
    for signal in TERM KILL; do
        pids=
        for namespace in "$LAB_PC" "$LAB_ROUTER" "$LAB_FAR"; do
            pids+=" $(ip netns pids "$namespace" 2>/dev/null || true)"
        done
        [[ -n ${pids// /} ]] || return 0
        # shellcheck disable=SC2086 # one word a pid
        kill "-$signal" $pids 2>/dev/null || true
        await 2 nobody_left || true
    done
}

nobody_left() {
    [[ -z $(ip netns pids "$LAB_PC" 2>/dev/null)$(ip netns pids "$LAB_FAR" 2>/dev/null) ]]
}

epilogue() { :; }
