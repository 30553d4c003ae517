#!/usr/bin/env bash
# Every text of the corpus is read and judged, or refused with a message: no
# crash, no hang, no word from a sanitizer.
set -u
# shellcheck source=../support/corpus.sh
. "$PLANLINT_SOURCE_DIR/tests/support/corpus.sh"

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

# What is neither text nor said to be: only its refusal would be tested.
find "$corpus" -type f ! -iname '*.docx' ! -iname '*.zip' ! -iname '*.pdf' \
    ! -iname '*.doc' ! -iname '*.gz' | sort >"$work/files"

linted=0
refused=0
failures=0
while IFS= read -r file; do
    status=0
    timeout 60 "$PLANLINT" --no-config --profile itu --format jsonl -- "$file" \
        >"$work/out" 2>"$work/said" </dev/null || status=$?
    case $status in
    0 | 1) linted=$((linted + 1)) ;;
    2) refused=$((refused + 1)) ;;
    esac
    if [ "$status" -gt 2 ] || grep -qE 'Sanitizer|runtime error' "$work/said" ||
        { [ "$status" -eq 2 ] && [ ! -s "$work/said" ]; }; then
        echo "$file: exit status $status"
        head -n 30 "$work/said"
        failures=$((failures + 1))
    fi
done <"$work/files"
echo "$linted texts linted, $refused refused, $failures failed"
[ "$linted" -gt 0 ] && [ "$failures" -eq 0 ]
