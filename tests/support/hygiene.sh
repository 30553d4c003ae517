# hygiene.sh - for the tests of the sources themselves; to be sourced.
#
# A hygiene test defines `problems FOLDER`, which prints a line for each fault
# of the checkout in FOLDER. It must print nothing about ours, and something
# about each of the small faulty checkouts that the test plants.

set -u
export LC_ALL=C

planted=$(mktemp -d)
trap 'rm -rf -- "$planted"' EXIT
failures=0

expect_clean() {
    local found
    found=$(problems "$PLANLINT_SOURCE_DIR")
    if [ -n "$found" ]; then
        printf '%s\n' "$found"
        failures=1
    fi
}

# plant PATH: a file of the faulty checkout, its content on stdin.
plant() {
    mkdir -p -- "$planted/$(dirname -- "$1")"
    cat >"$planted/$1"
}

# expect_problem TEXT: the planted checkout has a fault that mentions TEXT.
expect_problem() {
    local found
    found=$(problems "$planted")
    case $found in
    *"$1"*) ;;
    *)
        echo "did not find the planted fault: $1"
        printf 'found: %s\n' "$found"
        failures=1
        ;;
    esac
    rm -rf -- "${planted:?}"/*
}

finish() {
    exit "$failures"
}

# c_files FOLDER: the C that we write by hand.
c_files() {
    find "$1/src" "$1/grammar/src" "$1/cmake" "$1/tests" "$1/bench" \
        \( -name '*.c' -o -name '*.h' -o -name '*.def' \) \
        ! -path '*/grammar/src/parser.c' ! -path '*/tree_sitter/*' \
        2>/dev/null | sort
}

# project_files FOLDER: all files but what is built, brought by npm or git's own.
project_files() {
    find "$1" \( -name .git -o -name node_modules -o -path "$1/build" \) \
        -prune -o -type f -print |
        sort
}
