# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Configure, compile, test. A preset says how (CMakePresets.json), its build folder says where.

# preset_folder PRESET
preset_folder() {
    if [[ $1 == release ]]; then say "$root/build"; else say "$root/build-$1"; fi
}

# Configures once; ninja notices by itself when a CMakeLists.txt changes, but not a preset.
configure() {
    local preset=$1 folder
    folder=$(preset_folder "$preset")
    [[ ! -e $folder/.configured || CMakePresets.json -nt $folder/.configured ]] || return 0
    logged "configure-$preset" cmake --preset "$preset" \
        || fail "CMake could not configure the build." \
            "If this clone was moved or copied: ./dev clean, then again."
    touch "$folder/.configured"
}

# Shows ninja's progress in tenths; what else it says stays in the log.
show_tenths() {
    awk '{ if (match($0, /^\[[0-9]+\/[0-9]+\]/)) {
               split(substr($0, 2, RLENGTH - 2), n, "/")
               tenth = int(10 * n[1] / n[2])
               if (tenth > last && n[2] > 20) { printf " %d %%", tenth * 10; fflush() }
               last = tenth } } END { if (last > 0) print "" }'
}

# compile PRESET [TARGET...]; the preset also tells ccache about precompiled headers
compile() {
    local preset=$1 log=$log_dir/build-$1.log build
    shift
    configure "$preset"
    build=(cmake --build --preset "$preset" --parallel "$(jobs_here)")
    (($# == 0)) || build+=(--target "$@")
    mkdir -p "$log_dir"
    if [[ -t 1 ]]; then
        "${build[@]}"
    else
        "${build[@]}" 2>&1 | tee "$log" | show_tenths
    fi && return
    [[ -t 1 ]] || grep -vE '^\[|^-- ' "$log" | head -n 60 >&2
    fail "Building ($preset) failed; the first errors are above." \
        "The whole of it: ${log#"$root"/}. If the compiler was killed, memory ran out: DESKBELL_JOBS=1."
}

# run_ctest PRESET [ctest options]
run_ctest() {
    local folder
    folder=$(preset_folder "$1")
    shift
    # One more than there are processors: a test often waits for its database.
    ctest --test-dir "$folder" -j "$(($(jobs_here) + 1))" --output-on-failure --no-tests=error "$@"
}

build_command() {
    (($# == 0)) || fail "./dev build takes no arguments."
    need_packages build
    step "Building into build/"
    compile release
    say "Built: build/bin/deskbelld (server), build/bin/deskbell (app)"
}

test_command() {
    need_packages build run test
    step "Building into build/"
    compile release
    step "Testing"
    run_ctest release "$@" || fail "Tests failed; ctest lists them above." \
        "One of them alone: ctest --test-dir build --output-on-failure -R NAME"
}

clean_command() {
    rm -rf "$root"/build "$root"/build-*
    say "The build folders are gone. The demo data is untouched: $(dev_data_dir)"
}
