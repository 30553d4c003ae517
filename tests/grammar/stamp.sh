#!/usr/bin/env bash
# The committed parser was made from the committed grammar.js, and the numbers
# of the scanner's tokens from the committed grammar.json.
set -u

generate=$PLANLINT_SOURCE_DIR/scripts/generate-parser
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
failures=0

fail() {
    echo "$1"
    failures=1
}

# drift FOLDER: says what in FOLDER, a copy of grammar/, is out of date.
drift() {
    if ! (cd "$1" && sha256sum --check --status src/grammar.js.sha256); then
        echo 'grammar.js is not what src/parser.c was made from'
    fi
    if ! "$generate" --tokens "$1" | cmp -s - "$1/src/scan/tokens.h"; then
        echo 'src/scan/tokens.h does not list the externals of grammar.json'
    fi
}

copy() {
    rm -rf -- "$scratch/grammar"
    cp -R "$PLANLINT_SOURCE_DIR/grammar" "$scratch/grammar"
}

found=$(drift "$PLANLINT_SOURCE_DIR/grammar")
[ -z "$found" ] || fail "$found; run scripts/generate-parser"

copy
echo '// a change' >>"$scratch/grammar/grammar.js"
case $(drift "$scratch/grammar") in
'grammar.js is not'*) ;;
*) fail 'a change of grammar.js is not noticed' ;;
esac

copy
sed -i '/^    ATX_MARKER,$/d' "$scratch/grammar/src/scan/tokens.h"
case $(drift "$scratch/grammar") in
'src/scan/tokens.h does not'*) ;;
*) fail 'a token that is missing is not noticed' ;;
esac

exit "$failures"
