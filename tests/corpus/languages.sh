#!/usr/bin/env bash
# One Recommendation in the languages of the United Nations: each text is known
# for what it is, and no rule that is for English alone says anything about the
# others.
set -u
# shellcheck source=../support/corpus.sh
. "$PLANLINT_SOURCE_DIR/tests/support/corpus.sh"

failures=0
texts=0
english=$(for rule in "$PLANLINT_SOURCE_DIR"/rules/PL*.json; do
    tr -d ' \n' <"$rule" | grep -q '"languages":\["en"\],' &&
        basename -- "$rule" | cut -d- -f1
done)

# check LETTER LANGUAGE
check() {
    local file language found
    for file in "$corpus"/itu_flat/*E.119-*MSW-"$1".docx.all.txt; do
        [ -f "$file" ] || continue
        texts=$((texts + 1))
        language=$("$PLANLINT" outline --format json "$file" |
            sed -n 's/^ *"language": "\(.*\)",$/\1/p')
        [ "$language" = "$2" ] || {
            echo "$file is \"$language\", not $2"
            failures=1
        }
        [ "$2" != en ] || continue
        found=$("$PLANLINT" --no-config --profile itu --format jsonl "$file" |
            grep -o '"rule": *"PL[0-9]*"' | grep -o 'PL[0-9]*' | sort -u)
        comm -12 <(echo "$found") <(echo "$english") | grep . && {
            echo "in $file, which is in $2"
            failures=1
        }
    done
}

check A ar
check C zh
check E en
check F fr
check R ru
check S es
[ "$texts" -gt 0 ] || {
    echo "skipped: there is no text in several languages"
    exit 77
}
exit "$failures"
