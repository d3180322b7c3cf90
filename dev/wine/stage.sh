# What the Windows scenes share: programs of Windows in one session, and claims about them. Sourced by test and watch,
# which set: run (dev/wine/run), scratch (its prefix is $scratch/prefix), out (where logs stay).

# A program of Windows; $limit seconds are enough for all but what is started to stay. Output goes to files only.
windows() {
  timeout --kill-after=5 "${limit:-60}" "$run" --prefix "$scratch/prefix" wine "$@" \
    >"$scratch/output" 2>"$scratch/errors" </dev/null || { local status=$?; printed; return "$status"; }
  printed
}

printed() {
  tr -d '\r' <"$scratch/output"
  tr -d '\r' <"$scratch/errors" | grep -v 'process group affinity\|job object information\|processor group' >&2 || true
}

# A program that stays, with its output in a file of that name.
start_windows() {
  local name=$1
  shift
  timeout --kill-after=5 300 "$run" --prefix "$scratch/prefix" wine "$@" \
    >"$out/$name.txt" 2>"$out/$name.errors.txt" </dev/null &
}

# Until COMMAND succeeds, at most so many seconds.
within() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.2
  done
}

# Fails when the processes cannot be listed.
pids_of() { windows tasklist /fo csv | sed -n "s/^\"$1\",\"\([0-9]*\)\".*/\1/p"; }

no_process() {
  local pids
  pids=$(pids_of "$1") && [ -z "$pids" ]
}

# NAME COUNT [PER-SECOND]: a program that dials; it is found in the list of processes.
start_dialling() {
  others=$(pids_of dial.exe)
  start_windows "$1" "$on_z\\dial.exe" "$2" 445 10.66.0.1 "${3:-100}"
  within 20 newest_dial
}

# The pid of the program that was started last.
newest_dial() { pids_of dial.exe | grep -vxF -- "${others:-none}"; }

# ---- claims

passed=0
failed=0

# claim TEXT COMMAND...: the command's success is the claim; what it prints is in claims.log.
claim() {
  local text=$1 began=$SECONDS
  shift
  printf '\n== %s\n' "$text" >>"$out/claims.log"
  if "$@" >>"$out/claims.log" 2>&1; then
    passed=$((passed + 1))
    printf 'ok      %s\n' "$text"
  else
    failed=$((failed + 1))
    printf 'FAILED  %s (after %d s; see %s)\n' "$text" $((SECONDS - began)) "$out/claims.log"
  fi
}
