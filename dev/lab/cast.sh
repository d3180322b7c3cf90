# Who takes part in a scene: the command that watches, the listener at the far end, programs that dial.
# Sourced by scene. Whoever runs in one of the lab's namespaces was started here, so they are ended by asking
# the namespaces who is in them.

readonly quick='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'
command_pid=
command_status=0

start_answering() {
    : >"$scratch/answer" >"$scratch/names"
    # shellcheck disable=SC2086 # several flags
    in_far java $quick "$lab/Answer.java" 80 443 445 >"$scratch/answer" 2>&1 &
    # shellcheck disable=SC2086
    in_far java $quick "$lab/NameServer.java" >"$scratch/names" 2>&1 &
    await 20 grep -q '^ready' "$scratch/answer" || fail "the far end does not answer: $(<"$scratch/answer")"
    await 20 grep -q '^ready' "$scratch/names" || fail "the far end knows no names: $(<"$scratch/names")"
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

# [OPTION...] COUNT PORT NETWORK PER_SECOND: a program in pc that dials (see Dial.java); told are its pid and when its
# sixth attempt began. It is the culprit of the scene; what start_innocent starts is not.
start_dialling() {
    start_program "$LAB_PC" "$lab/Dial.java" "$@"
    dial_pid=$program_pid
    dial_log=$program_log
    tell "dialling pid=$dial_pid $*"
}

# PROGRAM ARGUMENT...: Dial or Browse in pc, for honest reasons.
start_innocent() {
    local program=$1
    shift
    start_program "$LAB_PC" "$lab/$program.java" "$@"
    innocent_pid=$program_pid
    tell "innocent pid=$innocent_pid $program $*"
}

# NAMESPACE FILE ARGUMENT...: a Java program, once it has made its first attempt. The shell becomes it, so that the pid is
# its own.
start_program() {
    local namespace=$1 log
    shift
    log=$(mktemp "$scratch/program.XXXX")
    # shellcheck disable=SC2086 # several flags
    (exec ip netns exec "$namespace" java $quick "$@" >"$log" 2>&1) &
    program_pid=$! program_log=$log
    await 60 grep -q '^first' "$log" || fail "it does not begin: $(<"$log")"
}

dialling() { kill -0 "$dial_pid" 2>/dev/null; }

# Until the command has ended, or the dialling program has been ended (then the command has 2 s for last words),
# or the scene is over.
watch_dialling() {
    local told=
    local over=$((SECONDS + seconds))
    while command_runs && dialling && ((SECONDS < over)); do
        if [[ -z $told ]] && grep -q '^sixth' "$dial_log"; then
            told=yes
            tell "sixth connect at=$(sed -n 's/^sixth //p' "$dial_log")"
        fi
        rest
    done
    if ! dialling; then
        tell "the dialling program has ended at=$(date +%s%3N)"
        await 2 command_ended || true
    fi
    ! grep -q '^reached' "$dial_log" || tell "$(grep '^reached' "$dial_log")"
}

# Until the command has ended or the scene is over, whatever the programs do.
watch_on() {
    local over=$((SECONDS + ${1:-$seconds}))
    while command_runs && ((SECONDS < over)); do
        rest
    done
}

# A twentieth of a second. Not by sleep: twenty new processes a second would be something to do for whoever watches.
rest() {
    [[ -p $scratch/silence ]] || mkfifo "$scratch/silence"
    read -r -t 0.05 <>"$scratch/silence" || true
}

# SECONDS COMMAND...: whether the command succeeded within that time.
await() {
    local until=$((SECONDS + $1 + 1))
    shift
    until "$@"; do
        ((SECONDS < until)) || return 1
        rest
    done
}

end_everyone() {
    local signal namespace pids
    for signal in TERM KILL; do
        pids=
        for namespace in "${namespaces[@]}"; do
            pids+=" $(ip netns pids "$namespace" 2>/dev/null || true)"
        done
        [[ -n ${pids// /} ]] || return 0
        # shellcheck disable=SC2086 # one word a pid
        kill "-$signal" $pids 2>/dev/null || true
        await 2 nobody_left || true
    done
}

nobody_left() {
    local namespace
    for namespace in "${namespaces[@]}"; do
        [[ -z $(ip netns pids "$namespace" 2>/dev/null) ]] || return 1
    done
}

epilogue() { :; }
