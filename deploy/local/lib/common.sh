# Sourced by the commands beside this folder: finds the tools, the programs and the state.

here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
project="$(cd "$here/../.." && pwd)"
state="${HOLDFAST_STATE:-$here/.state}"
case "$state" in /*) ;; *) state="$PWD/$state" ;; esac

refuse() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit 1
}

# Words that the command does not understand: exit code 2.
misuse() {
  printf '%s: %s\n%s\n' "$(basename "$0")" "$1" "$usage" >&2
  exit 2
}

# The number before the first dot of a JDK's version; 0 where there is no JDK.
jdk_version() {
  local version=
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  [ -r "$1/release" ] && version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"
  [ -n "$version" ] || version="$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')"
  echo "${version:-0}"
}

# Where JDKs lie; HOLDFAST_JDKS names another folder of them instead.
jdk_places=(/usr/lib/jvm/* /opt/*jdk* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/*
  /Library/Java/JavaVirtualMachines/*/Contents/Home)
[ -z "${HOLDFAST_JDKS:-}" ] || jdk_places=("$HOLDFAST_JDKS"/*)

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
  refuse "Holdfast needs a JDK 25 or newer; none is named by JAVA_HOME, on the PATH, in ${HOLDFAST_JDKS:-/usr/lib/jvm or in SDKMAN}."
}

# The java command of the launcher, which prints nothing of its own where a command's answer belongs.
java_command() {
  java=("$java_home/bin/java" -Xmx96m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1
    -Xlog:disable -Xlog:all=warning:stderr --enable-native-access=ALL-UNNAMED
    -Djava.net.preferIPv4Stack=true -Dholdfast.project="$project" -Dholdfast.state="$state")
}

# The class path of the launcher as it was built last, or else as the platform of this state runs it.
launcher_classes() {
  local jars=("$here"/target/local-*.jar) installed=("$state"/cache/local/*/)
  if [ -f "${jars[0]}" ] && [ -d "$here/target/lib" ]; then
    printf '%s' "${jars[0]}:$here/target/lib/*"
  elif [ -d "${installed[0]}" ]; then
    printf '%s' "$(ls -td "${installed[@]}" | head -n 1)*"
  fi
}

# Runs a command of the launcher with little ado.
launcher() {
  local classes java
  find_jdk
  classes="$(launcher_classes)"
  [ -n "$classes" ] || refuse "Holdfast has not been built or started here yet; deploy/local/up does it."
  java_command
  exec "${java[@]}" -cp "$classes" io.holdfast.local.command.Main "$@"
}
