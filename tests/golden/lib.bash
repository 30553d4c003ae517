# lib.bash - for the golden tests: what planlint prints, compared byte by byte
# with a file of tests/golden/expected; to be sourced.
#
# PL_BLESS=1 writes those files anew; `git diff` is the review.

set -u
export LC_ALL=C
unset NO_COLOR FORCE_COLOR

expected=$PLANLINT_SOURCE_DIR/tests/golden/expected
failures=0
cd -- "$PLANLINT_SOURCE_DIR" || exit 1
printed=$(mktemp)
trap 'rm -f -- "$printed"' EXIT

# golden NAME STATUS ARGUMENT...: planlint ends with STATUS and prints what is
# in expected/NAME, the version aside.
golden() {
    local name=$1 wanted=$2 status
    shift 2
    "$PLANLINT" "$@" >"$printed.raw"
    status=$?
    sed "s/$("$PLANLINT" --version | sed 's/^planlint //; s/\./\\./g')/VERSION/" \
        "$printed.raw" >"$printed"
    rm -f -- "$printed.raw"
    if [ "$status" -ne "$wanted" ]; then
        echo "planlint $*: status $status, not $wanted"
        failures=1
    elif [ -n "${PL_BLESS-}" ]; then
        cat -- "$printed" >"$expected/$name"
    elif ! diff -u -- "$expected/$name" "$printed"; then
        echo "planlint $*: not as in tests/golden/expected/$name"
        failures=1
    fi
}

finish() {
    exit "$failures"
}
