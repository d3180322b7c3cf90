# What a Windows PC under Wine holds, whole, and what has changed of it. Sourced by test and service, which set: run,
# scratch, out and drive (drive C of the prefix); needs stage.sh.

# What may stay after the removal, and is not looked at: the data of the service, and each user's own settings of the tray,
# in profiles that are not the package's to change.
readonly DATA_FOLDER=./ProgramData/SynWarden USER_FOLDER=./users/root/AppData/Roaming/SynWarden

# What Wine notes of its own when the first programs run is there before anything is compared.
settle_in() { windows cmd /c ver >/dev/null && windows 'Z:\opt\jre\bin\java.exe' -version >/dev/null 2>&1; }

# NAME: every key and every value of the registry, a line each, and every file with its size, in files of that name. All of
# HKEY_LOCAL_MACHINE and of HKEY_USERS; the other roots are views of these.
take_stock() {
  local root
  : >"$scratch/stock"
  for root in HKLM HKU; do
    rm -f "$scratch/stock.reg"
    windows reg export "$root" "Z:${scratch//\//\\}\\stock.reg" /y >/dev/null || return 1
    iconv -f UTF-16 -t UTF-8 "$scratch/stock.reg" | tr -d '\r' >>"$scratch/stock"
  done
  # A long value goes on in further lines.
  sed -e ':a' -e '/\\$/{N;s/\\\n *//;ta' -e '}' "$scratch/stock" |
    awk '/^\[/ { key = $0; print key; next } /./ && key { print key, $0 }' |
    grep -v -F '\ControlSet001\' | sort -u >"$out/$1.registry"
  (cd "$drive" && find . \( -path "$DATA_FOLDER" -o -path "$USER_FOLDER" \) -prune -o -type f -printf 'file %p %s\n' -o -printf 'folder %p\n') |
    sort >"$out/$1.files"
  grep -q '^\[HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Services\]' "$out/$1.registry" &&
    grep -q '^\[HKEY_USERS\\S-1-5-21' "$out/$1.registry" && grep -q 'folder ./windows/system32$' "$out/$1.files"
}

# BEFORE AFTER: prints what came, went or changed but for what dev/wine/noise names, and fails when there is any.
nothing_has_changed() {
  local kind
  for kind in registry files; do
    diff "$out/$1.$kind" "$out/$2.$kind" | grep '^[<>]' || true
  done >"$out/$2.changes"
  ! without_noise <"$out/$2.changes" | tee "$out/$2.unexpected" | cut -c 1-300 | grep .
}

# A change without its contents must be a line of dev/wine/noise, letter by letter.
without_noise() {
  awk '
    FILENAME != "-" { if (!/^#/ && NF) noise[$0]; next }
    {
      name = substr($0, 3)
      if (match(name, /^\[[^\]]*\] ("([^"\\]|\\.)*"|@)=/)) name = substr(name, 1, RLENGTH - 1)
      else if (name ~ /^file /) sub(/ [0-9]+$/, "", name)
      # The numbers of displays are made anew in each prefix.
      if (name ~ /\\Control\\Video\\/) gsub(/\{[0-9a-f-]+\}/, "DISPLAY", name)
      sub(/\\Components\\[0-9A-F]+\]$/, "\\Components\\COMPONENT]", name)
      if (!(name in noise)) print
    }' "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/noise" -
}
