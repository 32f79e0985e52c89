# Sourced by up: builds what is missing or older than its sources.

modules=(gateway ingestion-service scoring-service metrics-service notification-service deploy/local)
shared=(platform/tenancy platform/messaging)
built_mark="$here/target/.built"

jar_of() {
  local jars=("$project/$1"/target/*-[0-9]*.jar)
  [ -f "${jars[0]}" ] && printf '%s' "${jars[0]}"
}

# Prints something when a source of the module is newer than both its jar and the last build here.
# Folders count, so that a removed file is seen.
newer_source() {
  local module="$1" jar="$2" part path paths=()
  for part in "$module" "${shared[@]}"; do
    for path in "$part/pom.xml" "$part/src/main"; do
      [ -e "$project/$path" ] && paths+=("$project/$path")
    done
  done
  local than=(-newer "$jar")
  [ -f "$built_mark" ] && than+=(-newer "$built_mark")
  find "$project/pom.xml" "${paths[@]}" "${than[@]}" -print -quit
}

stale_modules() {
  local module jar
  for module in "${modules[@]}"; do
    jar="$(jar_of "$module" || true)"
    if [ -z "$jar" ] || [ -n "$(newer_source "$module" "$jar")" ]; then
      echo "$module"
    fi
  done
  [ -d "$here/target/lib" ] || echo deploy/local
}

require_maven() {
  local version major minor
  command -v mvn >/dev/null 2>&1 ||
    refuse "Holdfast must be built first and needs Maven 3.8 or newer for that; there is no mvn on the PATH."
  version="$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)"
  major="${version%%.*}"
  minor="${version#*.}"
  minor="${minor%%.*}"
  if [ "${major:-0}" -lt 3 ] || { [ "$major" -eq 3 ] && [ "${minor:-0}" -lt 8 ]; }; then
    refuse "Holdfast needs Maven 3.8 or newer to be built; 'mvn' here is ${version:-of no known version}."
  fi
}

# Also when two platforms are started from one checkout.
one_at_a_time() {
  mkdir -p "$here/target" 2>/dev/null || refuse "$here/target cannot be written."
  if command -v flock >/dev/null 2>&1; then
    exec 8>"$here/target/.build-lock"
    flock 8
    "$@"
    exec 8>&-
  else
    "$@"
  fi
}

progress_and_errors() {
  awk '/^\[INFO\] Building Holdfast/ { sub(/^\[INFO\] Building /, "  "); print; fflush() }
    /^\[ERROR\]/ { print; fflush() }'
}

# Maven runs on any Java it finds and compiles with the new one; without any it gets ours.
build_what_is_stale() {
  local stale began="$here/target/.build-began"
  touch "$began"
  stale="$(stale_modules | sort -u | paste -sd, -)"
  [ -n "$stale" ] || return 0
  command -v java >/dev/null 2>&1 || [ -n "${JAVA_HOME:-}" ] || export JAVA_HOME="$java_home"
  require_maven
  echo "Building $stale"
  (cd "$project" && JAVA25_HOME="$java_home" \
    mvn -B -ntp -Dmaven.test.skip=true -pl "$stale" -am package </dev/null 2>&1 8>&- | progress_and_errors) ||
    refuse "The build failed; Maven says why above."
  mv "$began" "$built_mark"
}
