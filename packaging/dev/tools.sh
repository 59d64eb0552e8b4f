# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Commands that call what was built: measure, picture, fuzz, pack.

# need_program PATH: built, or a clear word
need_program() {
    [[ -x $1 ]] || fail "The build has no ${1##*/}." \
        "Its sources belong in tests/${1##*_}/; a CMake run that found them would have built it."
}

bench_command() {
    local argument on=()
    need_packages build run test bench
    step "Building into build/"
    compile release
    need_program build/bin/deskbell_bench
    for argument in "$@"; do
        [[ $argument != --app ]] || on=(packaging/dev/desktop)
    done
    "${on[@]}" build/bin/deskbell_bench "$@"
}

tour_command() {
    need_packages build run test
    step "Building into build/"
    compile release
    need_program build/bin/deskbell_tour
    step "Touring; pictures go to tour/"
    packaging/dev/desktop build/bin/deskbell_tour "$@" \
        || fail "The tour ended early; its last words are above."
    say "$(find tour -name '*.png' | wc -l) pictures in tour/"
}

# fuzz_all SECONDS: every fuzzer for that long; what it found stays in build-fuzz/found
fuzz_all() {
    local fuzzer name seeds
    compile fuzz fuzzers
    mkdir -p build-fuzz/found
    for fuzzer in build-fuzz/bin/fuzz_*; do
        [[ -x $fuzzer ]] || fail "There is no fuzzer in the build."
        name=${fuzzer##*/fuzz_}
        mkdir -p "build-fuzz/corpus/$name"
        seeds=()
        [[ ! -d tests/fuzz/corpus/$name ]] || seeds=("tests/fuzz/corpus/$name")
        logged "fuzz-$name" "$fuzzer" -max_total_time="$1" -timeout=10 -rss_limit_mb=1024 \
            -print_final_stats=1 -artifact_prefix="build-fuzz/found/$name-" \
            "build-fuzz/corpus/$name" "${seeds[@]}" \
            || fail "The fuzzer '$name' found an input that breaks it: build-fuzz/found/." \
                "Run it again with: $fuzzer FILE"
        say "    $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log_dir/fuzz-$name.log") inputs"
    done
}

fuzz_command() {
    local seconds=${1:-60}
    [[ $seconds =~ ^[1-9][0-9]*$ ]] || fail "'$seconds' is not a number of seconds."
    need_packages build check
    fuzz_all "$seconds"
}

deb_command() {
    (($# == 0)) || fail "./dev deb takes no arguments."
    need_packages build package
    step "Building into build/"
    compile release deskbelld deskbell
    step "Packing"
    logged deb cpack --config build/CPackConfig.cmake \
        || fail "Packing failed; the reason is above."
    say "Packages for this Debian:" build/packages/*.deb
}
