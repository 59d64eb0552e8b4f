# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./dev run: the demo desk, from nothing to a window.

# The app finds the demo desk there without being told.
default_port=8420

# What this run started and where; here because end_all looks at it whenever the script ends.
port='' data='' server_pid='' app_pid=''

# Where the demo desk lives. As root not below /root: PostgreSQL runs as another user then, and
# could not get there.
dev_data_dir() {
    if ((EUID == 0)); then
        say /var/lib/deskbell-dev
    else
        say "${XDG_DATA_HOME:-$HOME/.local/share}/deskbell-dev"
    fi
}

# http_get PORT PATH: the whole answer, by nothing but bash (a bare system has no curl)
http_get() {
    (
        exec 3<>"/dev/tcp/127.0.0.1/$1"
        printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$2" >&3
        timeout 5 cat <&3
    ) 2>/dev/null
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

is_ready() { [[ $(http_get "$1" /readyz | head -n 1) == 'HTTP/1.1 200 '* ]]; }

is_deskbell() { [[ $(http_get "$1" /api/v1/server) == *'"apiVersion"'* ]]; }

has_display() { [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; }

# start_server DATA PORT: sets server_pid. In a session of its own, so that Ctrl-C reaches this
# script alone, which then ends app and server in that order.
start_server() {
    mkdir -p "$log_dir"
    setsid build/bin/deskbelld serve --data "$1" --port "$2" --demo \
        >"$log_dir/deskbelld.log" 2>&1 </dev/null &
    server_pid=$!
}

# wait_until_ready PORT: the first start makes the database and fills it
wait_until_ready() {
    local waited=0
    until is_ready "$1"; do
        if ! kill -0 "$server_pid" 2>/dev/null; then
            tail -n 15 "$log_dir/deskbelld.log" >&2
            fail "The server ended instead of starting; its last words are above." \
                "All of them: build-log/deskbelld.log"
        fi
        ((waited < 3000)) || fail "The server is not ready after ten minutes." \
            "What it is doing: build-log/deskbelld.log"
        waited=$((waited + 1))
        sleep 0.2
    done
}

# end_process PID NAME: asks, waits, and only then insists
end_process() {
    local pid=$1 name=$2 waited=0
    kill -TERM "$pid" 2>/dev/null || return 0
    while kill -0 "$pid" 2>/dev/null; do
        if ((waited == 300)); then
            say "$name does not end by itself; it is killed."
            kill -KILL "$pid" 2>/dev/null
        fi
        waited=$((waited + 1))
        sleep 0.1
    done
    wait "$pid" 2>/dev/null || true
}

end_all() {
    trap - EXIT
    trap '' INT TERM HUP
    [[ -z $app_pid ]] || end_process "$app_pid" "The app"
    if [[ -n $server_pid ]] && kill -0 "$server_pid" 2>/dev/null; then
        end_process "$server_pid" "The server"
        say "Server and database are stopped. The demo desk is kept in $data."
    fi
}

tell_address() {
    cat <<TEXT

  The demo desk is at http://127.0.0.1:$1

  Sign in as   john.smith@example.com   an agent
               jane.doe@example.com     a requester
               admin@example.com        the administrator
  Password     Hello123.                for all of them

TEXT
}

# open_app PORT: sets app_pid. With settings of its own, so that it neither changes nor meets the
# app that the person may be working with.
open_app() {
    setsid build/bin/deskbell --settings "$data/app.ini" "deskbell://127.0.0.1:$1" \
        >"$log_dir/deskbell.log" 2>&1 </dev/null &
    app_pid=$!
}

# The app may be closed and the server goes on: another app, or a script, may be using it.
wait_for_the_end() {
    local ended status
    while [[ -n $app_pid$server_pid ]]; do
        status=0
        wait -n -p ended ${app_pid:+"$app_pid"} ${server_pid:+"$server_pid"} || status=$?
        if [[ $ended == "$server_pid" ]]; then
            server_pid=''
            tail -n 5 "$log_dir/deskbelld.log" >&2
            fail "The server ended (status $status)." "Its log: build-log/deskbelld.log"
        fi
        app_pid=''
        ((status == 0)) || say "The app ended with status $status; see build-log/deskbell.log."
        [[ -z $server_pid ]] || say "The app is closed, the server still runs. Ctrl-C ends it."
    done
}

parse_run_options() {
    port=$default_port
    data=$(dev_data_dir)
    while (($# > 0)); do
        case $1 in
        --port | --data)
            (($# > 1)) || fail "$1 needs a value."
            if [[ $1 == --port ]]; then port=$2; else data=$(realpath -m -- "$2"); fi
            shift 2
            ;;
        *) fail "./dev run does not know '$1'." "It takes --port N and --data DIR." ;;
        esac
    done
    if [[ ! $port =~ ^[1-9][0-9]{0,4}$ ]] || ((port > 65535)); then
        fail "'$port' is not a port."
    fi
}

run_command() {
    parse_run_options "$@"
    need_packages build run
    step "Building into build/"
    compile release deskbelld deskbell

    trap end_all EXIT
    trap 'exit 0' INT TERM HUP
    if port_is_taken "$port"; then
        is_deskbell "$port" || fail "Port $port is taken by another program." \
            "Choose one that is free: ./dev run --port $((port + 1))"
        say "A Deskbell server already runs on port $port; using that one."
    else
        step "Starting the demo desk (the first time takes a minute: the data is loaded)"
        start_server "$data" "$port"
        wait_until_ready "$port"
    fi
    tell_address "$port"
    if has_display; then
        open_app "$port"
        [[ -z $server_pid ]] || say "Ctrl-C ends the app and the server."
    elif [[ -z $server_pid ]]; then
        say "There is no display to open the app on. ./dev tour makes pictures of it."
        return
    else
        say "There is no display to open the app on: ./dev tour makes pictures of it."
        say "The server runs until Ctrl-C; its log is build-log/deskbelld.log."
    fi
    wait_for_the_end
}
