#!/usr/bin/env bash
# bat, which reads Sublime Text's files, colours a plan by ours.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

bat=$(command -v batcat || command -v bat) || skip 'there is no bat'
export BAT_CACHE_PATH=$work/cache
mkdir -p "$work/source/syntaxes"
cp -- "$editors/sublime/Plan.sublime-syntax" "$work/source/syntaxes"
"$bat" cache --build --source "$work/source" --target "$BAT_CACHE_PATH" \
    >"$work/said" 2>&1 || {
    cat "$work/said"
    exit 1
}
cp -- "$PLANLINT_SOURCE_DIR/tests/grammar/fixtures/plan.md" notes.plan

# colour_of FILE TEXT: the escape sequence that is in force where TEXT begins.
colour_of() {
    "$bat" --plain --color=always --theme='Monokai Extended' "$1" |
        awk -v text="$2" '
            {
                plain = ""
                count = split($0, pieces, "\033[[]")
                for (i = 1; i <= count; i++) {
                    match(pieces[i], /^[0-9;]*m/)
                    start[i] = length(plain)
                    colour[i] = substr(pieces[i], 1, RLENGTH)
                    plain = plain substr(pieces[i], RLENGTH > 0 ? RLENGTH + 1 : 1)
                }
                at = index(plain, text)
                if (at) {
                    for (i = count; start[i] >= at; i--);
                    print colour[i]
                    exit
                }
            }'
}

# expect_own FILE TEXT: it has another colour than prose.
expect_own() {
    local colour
    colour=$(colour_of "$1" "$2")
    if [ -z "$colour" ] || [ "$colour" = "$prose" ]; then
        echo "$1: $2 has no colour"
        failures=1
    fi
}

prose=$(colour_of harbour.plan ' The Assembly')
[ "$(colour_of harbour.plan ' PAG meets')" = "$prose" ] || failures=1
[ -n "$prose" ] || failures=1
expect_own harbour.plan $' \tOverview'
expect_own harbour.plan $'1 \tOverview'
expect_own harbour.plan '[footnoteRef'
expect_own harbour.plan 'https:'
expect_own notes.plan '#'
expect_own notes.plan 'planlint-disable'
expect_own notes.plan ' the quotation'
finish
