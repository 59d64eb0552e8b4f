# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./dev check: what a machine can judge. Every step runs, then all that failed are named.

tracked() { git_here ls-files -- "$@"; }

check_shell() {
    local script
    while read -r script; do bash -n "$script" || return; done < <(tracked '*.sh')
    shellcheck -x dev .ci/run && tracked 'packaging/*.sh' ':!packaging/dev' | xargs -r shellcheck
}

# Names the files; `clang-format -i` puts them right.
check_format() {
    local found
    found=$(tracked '*.cpp' '*.h' | xargs -P "$(nproc)" -n 40 clang-format --dry-run -Werror 2>&1 \
        | sed -nE 's/^([^:]+):[0-9]+:[0-9]+: error: .*/\1/p' | sort -u)
    [[ -z $found ]] || { say "clang-format -i" "$found"; return 1; }
}

# The first line of every source names the licence; a script may have its interpreter before it.
check_licence() {
    local file missing=0
    while read -r file; do
        head -n 2 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' && continue
        say "$file: no SPDX line"
        missing=1
    done < <(tracked '*.cpp' '*.h' '*.sql' '*.cmake' '*CMakeLists.txt' '*.sh' dev .ci/run)
    return "$missing"
}

# A file over 600 lines says why at its top: a comment with "Long because".
check_length() {
    local file long=0
    while read -r file; do
        (($(wc -l <"$file") > 600)) || continue
        head -n 30 "$file" | grep -q 'Long because' && continue
        say "$file: over 600 lines and no reason ('Long because ...') at its top"
        long=1
    done < <(tracked '*.cpp' '*.h' '*.sql' '*.sh' dev)
    return "$long"
}

# What the compiler cannot see and the house rules forbid.
check_house_rules() {
    local found=0
    forbid() { # forbid WHY PATTERN PATHSPEC...
        local why=$1 pattern=$2
        shift 2
        tracked "$@" | xargs -r grep -nHE "$pattern" || return 0
        say "    ^ $why"
        found=1
    }
    # QDBusConnection knows no other way.
    forbid 'connect by pointer to member' '\b(SIGNAL|SLOT)\(' '*.cpp' '*.h' \
        ':!app/shell/systemtheme.cpp' ':!app/notifications/desktopnotifier.cpp'
    forbid 'a TODO is an issue, not a comment' '\b(TODO|FIXME|XXX)\b' '*.cpp' '*.h' '*.sql'
    forbid 'tests are not skipped' '\bQSKIP\(' 'tests/*.cpp'
    # Pacing a slow peer, or giving what must not come the time to come, says so on the line.
    forbid 'wait for a condition, not for a time' '\b(qSleep|msleep|sleep_for)\(|\bqWait\([^)]*\);$' \
        'tests/*.cpp'
    forbid 'server knows nothing of the app' '#include "app/' 'server/*' 'common/*'
    forbid 'the app knows nothing of the server' '#include "server/' 'app/*' 'common/*'
    forbid 'only server/http includes Beast' '#include <boost/' 'app/*' 'common/*' 'server/*' \
        ':!server/http'
    forbid 'the window thread does not wait' '\bQEventLoop\b|\bprocessEvents\(|->exec\(\)' 'app/*'
    return "$found"
}

# Our compile commands without GCC's precompiled headers, which clang cannot read.
tidy_commands() {
    mkdir -p build-tidy
    sed -E -e 's/-Winvalid-pch|-fpch-preprocess//g' -e 's/-include [^ ]*cmake_pch\.hxx//g' \
        build-asan/compile_commands.json >build-tidy/compile_commands.json
}

# tidy_units PATTERN: the translation units below build-asan that contain our code; in that build
# a folder is one unit, so that Qt's headers are read once a folder and not once a file.
tidy_units() {
    sed -nE 's/^ *"file": "(.*)"$/\1/p' build-tidy/compile_commands.json \
        | grep -E "$1" | grep -vE 'mocs_compilation|qrc_|cmake_pch|_resources_|/\.qt/'
}

# Prints each finding once, however many units include its header.
check_tidy() {
    tidy_commands
    local log=$log_dir/tidy.log units="^$root/(build-asan/)?(app|common|server)/"
    [[ ${everything:-no} == no ]] || units="^$root/(build-asan/)?(app|common|server|tests)/"
    mkdir -p "$log_dir"
    tidy_units "$units" | xargs -r -P "$(jobs_here)" -n 1 clang-tidy -p build-tidy --quiet \
        --checks=-bugprone-suspicious-include --header-filter="^$root/(app|common|server|tests)/" \
        >"$log" 2>/dev/null && return
    grep -E '(error|warning): ' "$log" | sed "s#^$root/##" | sort -u
    say "(with the lines concerned: ${log#"$root"/})"
    return 1
}

# Everything, built and tested under the address and undefined-behaviour sanitizers. Warnings are
# errors in every build. On a real desktop, libraries that are not ours take texts by their length
# and keep what they allocated until the end.
check_asan() {
    compile asan
    export UBSAN_OPTIONS=print_stacktrace=1
    ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 run_ctest asan -LE '^desktop$'
    ASAN_OPTIONS=detect_leaks=0 run_ctest asan -L '^desktop$'
}

# The server's tests in which threads meet (all of them with --all) under the thread sanitizer, but
# for those that run the program: a signal that comes while Qt waits is kept from it for ever. Qt
# starts processes by a kind of fork after which the sanitizer would end everything.
check_tsan() {
    local label=threads
    [[ ${everything:-no} == no ]] || label=server
    compile tsan "tests_$label"
    TSAN_OPTIONS=ignore_noninstrumented_modules=1:history_size=4:die_after_fork=0 \
        run_ctest tsan -L "^$label\$" -LE '^program$'
}

check_fuzz() { fuzz_all 15; }

# judge NAME FUNCTION: runs one step and notes how it went
judge() {
    local name=$1 started=$SECONDS status
    step "$name"
    set +e # not `if (...)`: a condition would switch off -e inside the step as well
    (set -e; "$2")
    status=$?
    set -e
    if ((status == 0)); then
        outcomes+=("$(printf '  ok      %-46s %s' "$name" "$(seconds_text $((SECONDS - started)))")")
    else
        outcomes+=("$(printf '  FAILED  %-46s %s' "$name" "$(seconds_text $((SECONDS - started)))")")
        failed=$((failed + 1))
    fi
}

check_command() {
    local outcomes=() failed=0 everything=no
    if [[ ${1:-} == --all ]]; then
        everything=yes
        shift
    fi
    (($# == 0)) || fail "./dev check takes only --all."
    need_packages build run test check

    judge 'shell scripts' check_shell
    judge 'format' check_format
    judge 'licence lines' check_licence
    judge 'length of files' check_length
    judge 'house rules' check_house_rules
    judge 'address and undefined-behaviour sanitizers' check_asan
    judge 'clang-tidy' check_tidy
    judge 'thread sanitizer on the server' check_tsan
    judge 'fuzzers, 15 s each' check_fuzz

    printf '\n%s\n' "Check:"
    printf '%s\n' "${outcomes[@]}"
    ((failed == 0)) || fail "$failed of ${#outcomes[@]} checks failed; each says why above."
}
