# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Debian packages: packaging/apt/*.txt are the only lists; CI and people install by them alike.

# package_names LIST...: the names in packaging/apt/LIST.txt, sorted
package_names() {
    local list
    for list in "$@"; do
        sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "packaging/apt/$list.txt"
    done | LC_ALL=C sort -u
}

# missing_packages NAME...: those that are not installed
missing_packages() {
    LC_ALL=C comm -23 <(printf '%s\n' "$@") <(
        # dpkg-query fails when it does not know a name; the others are answered all the same.
        dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null \
            | sed -n 's/^installed //p' | LC_ALL=C sort -u
    )
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo -- "$@"; fi
}

# Installing postgresql-15 would make and start a cluster on port 5432 that nobody asked for.
prevent_main_cluster() {
    local file=/etc/postgresql-common/createcluster.d/deskbell.conf
    [[ ! -e $file ]] || return 0
    as_root mkdir -p "${file%/*}"
    say 'create_main_cluster = false' | as_root tee "$file" >/dev/null
}

apt_install() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
    # Lists that could not be fetched are only a problem if a package is then not found.
    logged apt-update as_root "${apt[@]}" update >/dev/null 2>&1 || true
    logged apt as_root "${apt[@]}" install --no-install-recommends "$@"
}

# A system without apt cannot be prepared, only told.
explain_packages() {
    say "This system has no apt. Deskbell needs what Debian calls:"
    say "$*" | fold -s -w 90 | sed 's/^/    /'
    command -v cmake ninja g++ >/dev/null || fail "A compiler, cmake or ninja is missing." \
        "Install your system's packages of that kind and run this again."
    say "Going on with what is installed."
}

# need_packages LIST...: installs what is missing of these lists
need_packages() {
    local names missing
    mapfile -t names < <(package_names "$@")
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        explain_packages "${names[@]}"
        return
    fi
    mapfile -t missing < <(missing_packages "${names[@]}")
    ((${#missing[@]} > 0)) || return 0

    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        fail "${#missing[@]} packages are missing, and only root may install them:" \
            "${missing[*]}" "As root: ./dev packages $*"
    fi
    step "Installing ${#missing[@]} packages (a few minutes the first time; log: build-log/apt.log)"
    if [[ " ${missing[*]} " == *" postgresql-15 "* ]]; then
        prevent_main_cluster
    fi
    apt_install "${missing[@]}" || fail "Installing the packages failed; the reason is above." \
        "If apt does not know a package: Deskbell is built on Debian 12. If it cannot reach its" \
        "servers: check the network and run this again, it goes on where it stopped."
}

packages_command() {
    local list
    (($# > 0)) || set -- build run
    for list in "$@"; do
        [[ -r packaging/apt/$list.txt ]] || fail "There is no package list '$list'." \
            "There are: $(basename -s .txt packaging/apt/*.txt | tr '\n' ' ')"
    done
    need_packages "$@"
    say "All packages of these lists are installed: $*"
}
