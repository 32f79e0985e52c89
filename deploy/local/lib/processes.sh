# Sourced by up: recognises processes by their id and the moment of their start, as the launcher does.

# The moment as recorded in the state; nothing where no such process runs. See proc(5), field 22.
started_at() {
  local stat fields
  if [ ! -r /proc/self/stat ]; then
    ! kill -0 "$1" 2>/dev/null || recorded started "$2"
    return 0
  fi
  stat="$(cat "/proc/$1/stat" 2>/dev/null)" || return 0
  read -ra fields <<<"${stat##*) }"
  case "${fields[0]}" in Z | X) ;; *) printf '%s' "${fields[19]}" ;; esac
}

recorded() {
  sed -n "s/^$1=//p" "$2" 2>/dev/null || true
}

recorded_process_runs() {
  local pid
  pid="$(recorded pid "$1")"
  [ -n "$pid" ] && [ "$(started_at "$pid" "$1")" = "$(recorded started "$1")" ]
}
