# lib.bash - for the tests that drive a real editor; to be sourced.
#
# A test works in a fresh folder with harbour.plan in it. The editor finds our
# program as `planlint` on the path, as a user's does, and is set up by the code
# blocks of its page. Its driver writes a line for each thing that it tried:
# "ok NAME" or "not ok NAME: WHY", and at the end "done".

set -u
export LC_ALL=C.UTF-8

editors=$PLANLINT_SOURCE_DIR/editors
here=$PLANLINT_SOURCE_DIR/tests/editor
failures=0
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

export HOME=$work/home XDG_RUNTIME_DIR=$work/run
export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share
export XDG_CACHE_HOME=$HOME/.cache XDG_STATE_HOME=$HOME/.local/state
export PLANLINT_RESULTS=$work/results PLANLINT_EDITORS=$editors
mkdir -p "$HOME" "$XDG_RUNTIME_DIR" "$work/bin" "$work/plans/.git"
chmod 700 "$XDG_RUNTIME_DIR"
cp -- "$here/harbour.plan" "$work/plans"
cd -- "$work/plans" || exit 1

skip() {
    echo "skipped: $*"
    exit 77
}

# need COMMAND...
need() {
    local command
    for command in "$@"; do
        command -v "$command" >/dev/null || skip "there is no $command"
    done
    PATH=$work/bin:$PATH
    if [ -n "${PL_RECORD-}" ]; then
        listen
    else
        ln -s -- "$PLANLINT" "$work/bin/planlint"
    fi
}

# listen: from now on the session is kept, in $PLANLINT_RECORD.
listen() {
    cp -f --remove-destination -- \
        "$PLANLINT_SOURCE_DIR/tests/support/record-session" \
        "$work/bin/planlint"
    export PLANLINT_RECORD=$work/session
}

# snippet PAGE LANGUAGE [NUMBER]: a code block of a page, the first by default.
# Where a page says PLANLINT, a user puts the checkout.
snippet() {
    awk -v language="$2" -v number="${3:-1}" '
        $0 == "```" { inside = 0 }
        inside
        $0 == "```" language && ++count == number { inside = 1 }
    ' "$editors/$1/README.md" | sed "s#PLANLINT#$PLANLINT_SOURCE_DIR#g"
}

# drive SECONDS COMMAND...: what the editor says is shown when it fails.
drive() {
    timeout -k 5 "$@" >"$work/said" 2>&1 </dev/null
    local status=$?
    [ "$status" -ne 124 ] || echo "the editor did not end"
    if ! grep -qx 'done' "$work/results" ||
        ! grep -q '^ok ' "$work/results" ||
        grep -q '^not ok ' "$work/results"; then
        failures=1
        tail -n 40 "$work/said"
    fi
    cat "$work/results" 2>/dev/null
}

# record NAME: with PL_RECORD=1, keeps what the editor sent.
record() {
    local sessions=$PLANLINT_SOURCE_DIR/tests/lsp/sessions
    if [ -n "${PL_RECORD-}" ]; then
        mkdir -p -- "$sessions"
        "$PLANLINT_SOURCE_DIR/tests/support/session-lines" \
            "$work/session" "$work/plans" >"$sessions/$1.jsonl"
    fi
}

# picture EDITOR WORDS COMMAND...: with PL_RECORD=1, draws the editor as it
# looks in a terminal once it shows the words, for its page.
picture() {
    local editor=$1 words=$2
    shift 2
    [ -n "${PL_RECORD-}" ] && command -v tmux >/dev/null || return 0
    tmux -L "$$" -f /dev/null new-session -d -x 110 -y 24 -- "$@"
    for _ in {1..100}; do
        sleep 0.1
        ! tmux -L "$$" capture-pane -p | grep -qF -- "$words" || break
    done
    sleep 1
    tmux -L "$$" capture-pane -e -p |
        "$PLANLINT_SOURCE_DIR/tests/support/terminal-svg" \
            >"$editors/$editor/$editor.svg"
    tmux -L "$$" kill-server
}

finish() {
    exit "$failures"
}
