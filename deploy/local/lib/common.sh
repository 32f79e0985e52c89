# Sourced by the commands beside this folder: finds the tools, the programs and the state.

here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
project="$(cd "$here/../.." && pwd)"
state="${HOLDFAST_STATE:-$here/.state}"
case "$state" in /*) ;; *) state="$PWD/$state" ;; esac

refuse() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit 1
}

# The number before the first dot of a JDK's version; 0 where there is no JDK.
jdk_version() {
  local version=
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  [ -r "$1/release" ] && version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"
  [ -n "$version" ] || version="$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')"
  echo "${version:-0}"
}

jdk_places=(/usr/lib/jvm/* /opt/*jdk* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/*
  /Library/Java/JavaVirtualMachines/*/Contents/Home)

# Sets java_home to the first JDK that is new enough.
find_jdk() {
  local on_path candidate
  on_path="$(command -v java 2>/dev/null || true)"
  [ -z "$on_path" ] || on_path="$(dirname "$(dirname "$(readlink -f "$on_path")")")"
  for candidate in "${JAVA_HOME:-}" "$on_path" "${jdk_places[@]}"; do
    if [ -n "$candidate" ] && [ "$(jdk_version "$candidate")" -ge 25 ]; then
      java_home="$candidate"
      return
    fi
  done
  refuse "Holdfast needs a JDK 25 or newer; none is named by JAVA_HOME, on the PATH, in /usr/lib/jvm or in SDKMAN."
}

# Runs a command of the launcher with little ado; the launcher must have been built.
launcher() {
  local jars
  find_jdk
  jars=("$here"/target/local-*.jar)
  [ -f "${jars[0]}" ] || refuse "Holdfast has not been built here yet; deploy/local/up does it."
  exec "$java_home/bin/java" -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    --enable-native-access=ALL-UNNAMED -Djava.net.preferIPv4Stack=true \
    -Dholdfast.project="$project" -Dholdfast.state="$state" \
    -cp "${jars[0]}:$here/target/lib/*" io.holdfast.local.command.Main "$@"
}
