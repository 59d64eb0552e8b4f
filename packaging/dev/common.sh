# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What every part of ./dev uses: words to the person, logs, and how much the machine can take.

log_dir=$root/build-log

# Qt wants UTF-8 file names; a bare system has no locale at all.
[[ -n ${LC_ALL:-}${LC_CTYPE:-}${LANG:-} ]] || export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*"; }

step() { printf '==> %s\n' "$*"; }

# fail WHAT-HAPPENED [WHAT-ONE-CAN-DO...]
fail() {
    printf 'dev: %s\n' "$1" >&2
    shift
    [[ $# -eq 0 ]] || printf '     %s\n' "$@" >&2
    exit 1
}

# logged NAME COMMAND...: all output goes to the log NAME; on failure its end is shown.
logged() {
    local log=$log_dir/$1.log
    shift
    mkdir -p "$log_dir"
    "$@" >"$log" 2>&1 && return
    local status=$?
    tail -n 40 "$log" >&2
    say "(the whole of it: ${log#"$root"/})" >&2
    return "$status"
}

# How many compilers at once: one per core, but no more than memory holds.
jobs_here() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1500000) }' /proc/meminfo)
    ((memory >= 1)) || memory=1
    say "${DESKBELL_JOBS:-$((cores < memory ? cores : memory))}"
}

# git in a clone that may belong to somebody else (root in a container, sudo).
git_here() { git -c safe.directory="$root" -C "$root" "$@"; }

# seconds_text N: 75 -> "1 min 15 s"
seconds_text() {
    if (($1 < 60)); then say "$1 s"; else say "$(($1 / 60)) min $(($1 % 60)) s"; fi
}
