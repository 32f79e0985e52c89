# Sourced by up: understands what was asked for before anything is built; the launcher looks again.

usage="usage: deploy/local/up [--fresh] [--detach] [--no-demo] [--port N] [--instances N] [--allow-egress HOST:PORT]... [--set NAME=VALUE]..."

is_port() {
  [[ "$1" =~ ^[0-9]{1,5}$ ]] && ((10#$1 >= 1 && 10#$1 <= 65535))
}

is_receiver() {
  [[ "$1" =~ ^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):[0-9]+$ ]] && is_port "${1##*:}"
}

# Sets detach and port; the words themselves go on to the launcher.
read_options() {
  detach=
  port=8080
  while [ $# -gt 0 ]; do
    case "$1" in
      --fresh | --no-demo) ;;
      --detach) detach=yes ;;
      --port)
        [ $# -gt 1 ] || misuse "'--port' needs a number."
        is_port "$2" || misuse "'$2' is not a port."
        port="$2"
        shift
        ;;
      --instances)
        [ $# -gt 1 ] || misuse "'--instances' needs a number."
        [[ "$2" =~ ^[1-4]$ ]] || misuse "'$2' is not a number from 1 to 4."
        shift
        ;;
      --set)
        [ $# -gt 1 ] || misuse "'--set' needs NAME=VALUE."
        [[ "$2" =~ ^[A-Z][A-Z0-9_]*=.*$ ]] || misuse "'$2' is not NAME=VALUE."
        shift
        ;;
      --allow-egress)
        [ $# -gt 1 ] || misuse "'--allow-egress' needs the HOST:PORT of a receiver."
        is_receiver "$2" || misuse "'$2' is not HOST:PORT."
        shift
        ;;
      --help | -h)
        printf '%s\n' "$usage"
        exit 0
        ;;
      *) misuse "'$1' is not known." ;;
    esac
    shift
  done
}
