# lib.bash - for the tests of the command line; to be sourced.
#
# A test works in a fresh folder that is a repository of its own, so that no
# configuration and no .gitignore above it counts.

set -u
export LC_ALL=C
unset NO_COLOR FORCE_COLOR

failures=0
status=0
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
cd -- "$work" || exit 1
mkdir .git

# run ARGUMENT...: runs planlint; what it did is in $status, out and err.
run() {
    shown="planlint $*"
    "$PLANLINT" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

# run_on TEXT ARGUMENT...: the same with a text on standard input.
run_on() {
    local text=$1
    shift
    shown="planlint $* (with input)"
    printf '%b' "$text" | "$PLANLINT" "$@" >"$work/out" 2>"$work/err"
    status=${PIPESTATUS[1]}
}

complain() {
    failures=$((failures + 1))
    printf '%s\n' "$shown: $1"
    sed 's/^/    out: /' "$work/out" | head -n 20
    sed 's/^/    err: /' "$work/err" | head -n 20
}

expect_status() {
    [ "$status" -eq "$1" ] || complain "status $status, not $1"
}

# expect_out TEXT..., expect_err TEXT...: each is somewhere in it.
expect_out() {
    local text
    for text in "$@"; do
        grep -qF -- "$text" "$work/out" || complain "does not print: $text"
    done
}

expect_err() {
    local text
    for text in "$@"; do
        grep -qF -- "$text" "$work/err" || complain "does not say: $text"
    done
}

expect_no_out() {
    [ ! -s "$work/out" ] || complain "prints something"
}

expect_no_err() {
    [ ! -s "$work/err" ] || complain "says something"
}

# expect_not_out TEXT: it is nowhere in it.
expect_not_out() {
    ! grep -qF -- "$1" "$work/out" || complain "prints: $1"
}

# expect_same FILE FILE
expect_same() {
    cmp -s -- "$1" "$2" || {
        complain "$1 and $2 differ"
        diff -- "$1" "$2" | head -n 20
    }
}

# plan FILE [doubled]: a small plan; with an error (PL103) when it is doubled.
plan() {
    mkdir -p -- "$(dirname -- "$1")"
    local fourth=4
    [ "${2-}" != doubled ] || fourth=3
    cat >"$1" <<PLAN
1 	Overview
1 The Council meets every year and hears the members.
2 The Assembly meets every four years and adopts the plan.
3 The Secretariat prepares both meetings and keeps the records.
$fourth The accounts are audited at the end of the plan.
5 The reports are published in all languages.
6 The members elect the Secretary.
PLAN
}

finish() {
    exit $((failures > 0))
}
