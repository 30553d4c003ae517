#!/usr/bin/env bash
# compare.sh BUILD-FOLDER [RUNS] - planlint as a whole process beside wc, grep
# and whatever other checker is installed, on plans of three sizes.
#
# Other tools do other work; they are yardsticks, not rivals in a race.
set -euo pipefail

build=${1:?usage: compare.sh BUILD-FOLDER [RUNS]}
runs=${2:-21}
bench=$build/planlint_bench
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

# What every process costs before it does anything.
echo 'int main(void) { return 0; }' >"$work/empty.c"
cc -O2 -static -o "$work/empty" "$work/empty.c"
cc -O2 -o "$work/empty-dynamic" "$work/empty.c"

# measure NAME COMMAND...: nothing when the command is not installed.
measure() {
    local name=$1
    shift
    command -v -- "$1" >/dev/null || return 0
    printf '  %-26s' "$name"
    timeout 120 "$bench" process --runs "$runs" -- "$@" ||
        echo 'did not end'
}

# on FILE: all tools.
on() {
    local file=$1
    echo "$(wc -c <"$file") bytes, median of $runs:"
    measure 'empty process, static' "$work/empty"
    measure 'empty process, dynamic' "$work/empty-dynamic"
    measure 'planlint, itu, text' \
        "$build/planlint" --no-config --profile itu "$file"
    measure 'planlint, itu, json' \
        "$build/planlint" --no-config --profile itu --format json "$file"
    measure 'planlint outline' "$build/planlint" outline "$file"
    measure 'wc' wc "$file"
    measure 'grep -c, one word' grep -c council "$file"
    measure 'grep -cE, doubled word' grep -cE '\b([a-z]+) \1\b' "$file"
    measure 'mandoc -Tlint' mandoc -Tlint "$file"
    measure 'cmark' cmark "$file"
    measure 'chktex' chktex -q "$file"
    measure 'aspell list' sh -c "aspell list <'$file'"
    measure 'codespell' codespell "$file"
    measure 'vale' vale "$file"
    measure 'textlint' textlint "$file"
    measure 'markdownlint-cli2' markdownlint-cli2 "$file"
}

for bytes in 38000 380000 3800000; do
    "$bench" generate --bytes "$bytes" >"$work/plan-$bytes.txt"
    on "$work/plan-$bytes.txt"
    [ "$bytes" -eq 38000 ] || runs=$((runs / 2 + 1))
done
if [ -n "${PLANLINT_BENCH_FILE-}" ]; then
    runs=${2:-21}
    on "$PLANLINT_BENCH_FILE"
fi
