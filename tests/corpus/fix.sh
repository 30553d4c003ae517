#!/usr/bin/env bash
# Fixes on a copy of every text of the corpus: a second run changes nothing,
# the report has nothing left that could be fixed, what --diff shows is what
# --fix does, and no temporary file stays.
set -u
# shellcheck source=../support/corpus.sh
. "$PLANLINT_SOURCE_DIR/tests/support/corpus.sh"

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
failures=0

fail() {
    echo "$1"
    failures=$((failures + 1))
}

# copy NAME: the texts, without their names, which may be anything.
copy() {
    mkdir "$work/$1"
    local number=0 file
    while IFS= read -r file; do
        number=$((number + 1))
        cp -- "$file" "$work/$1/$number.${file##*.}"
        chmod 644 "$work/$1/$number.${file##*.}"
    done <"$work/files"
}

# lint NAME OPTION...: all texts of that copy; $status and the file `out`.
lint() {
    local name=$1
    shift
    (cd -- "$work/$name" && find . -type f -print0 | sort -z |
        xargs -0 -n 100 timeout 600 "$PLANLINT" --no-config --profile itu "$@" \
            --) >"$work/out" 2>"$work/said" </dev/null
    status=$?
    # xargs: 123 when a command has ended with 1 to 125.
    case $status in
    0 | 123) ;;
    *) fail "$name: exit status $status" ;;
    esac
    if grep -qE 'Sanitizer|runtime error' "$work/said"; then
        head -n 30 "$work/said"
        fail "$name: a word from a sanitizer"
    fi
}

find "$corpus" -type f ! -iname '*.docx' ! -iname '*.docm' ! -iname '*.dotx' \
    ! -iname '*.zip' ! -iname '*.pdf' ! -iname '*.doc' ! -iname '*.gz' | sort \
    >"$work/files"

copy before
copy safe
copy all
# try NAME OPTION...: fixes that copy twice.
try() {
    local name=$1
    shift
    lint "$name" --diff "$@"
    cp "$work/out" "$work/$name.diff"
    lint "$name" --fix --format json "$@"
    ! grep -q 'go on after' "$work/said" || fail "$name: some fixes never end"
    cp -r "$work/$name" "$work/once"
    lint "$name" --fix "$@"
    diff -r "$work/once" "$work/$name" >"$work/again" ||
        fail "$name: the second run changes $(grep -c '^diff' "$work/again")"
    lint "$name" --diff "$@"
    [ ! -s "$work/out" ] || fail "$name: differences after the fixes"
    [ -z "$(find "$work/$name" -name '.planlint*')" ] ||
        fail "$name: a temporary file is left"
    rm -r "$work/once"
    if command -v patch >/dev/null; then
        cp -r "$work/before" "$work/patched"
        (cd -- "$work/patched" && patch -s --binary -p0) <"$work/$name.diff" ||
            fail "$name: patch does not take the differences"
        diff -r "$work/patched" "$work/$name" >/dev/null ||
            fail "$name: patch gives something else than --fix"
        rm -r "$work/patched"
    fi
    changed=$(diff -rq "$work/before" "$work/$name" | grep -c differ)
    echo "$name: $changed of $(wc -l <"$work/files") texts are changed"
    [ "$changed" -gt 0 ] || fail "$name: nothing was fixed"
}

try safe
try all --unsafe-fixes
[ "$failures" -eq 0 ]
