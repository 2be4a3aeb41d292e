# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run and test: builds the two halves of the house inside Debian 13 and says in plain words what stopped it.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
project=$(dirname "$here")
build=$project/build
debian13=$here/debian13
export CCACHE_DIR=${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/recto/ccache} CCACHE_BASEDIR=$project CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-4G}

say() { printf 'recto: %s\n' "$*" >&2; }

# One build at a time in one clone; the second call waits. The lock ends with this process.
lock_build() {
  mkdir -p "$build" 2> /dev/null && exec 8> "$build/.lock" || {
    say "the folder $build cannot be written; use a clone that belongs to you, with about 3 GB of free disk"; exit 73; }
  flock -n 8 || { say "waiting for another call that builds here"; flock 8; }
}

# HALF TARGET…: configures what is new and compiles what changed. The full output goes to build/HALF.log.
build_half() {
  local half=$1 log=$build/$1.log; shift
  if ! "$debian13" sh -euc 'cd "$1"; half=$2; shift 2
      [ -e build/$half/build.ninja ] && [ build/$half/build.ninja -nt CMakePresets.json ] || cmake --preset $half
      cmake --build build/$half --target "$@"' sh "$project" "$half" "$@" > "$log" 2>&1 8>&- < /dev/null; then
    if grep -q '^recto: ' "$log"; then sed -n '/^recto: /,$p' "$log" >&2
    elif grep -qi 'no space left' "$log"; then say "building ($half) stopped: the disk is full; free about 3 GB and run the same command again, it carries on"
    else say "building ($half) stopped; the end of $log:"; grep -E 'error|FAILED|Error' "$log" | head -n 5 | sed 's/^/    /' >&2; tail -n 5 "$log" | sed 's/^/    /' >&2
      say "mend what it names and run the same command again, it carries on"; fi
    exit 70
  fi
}
