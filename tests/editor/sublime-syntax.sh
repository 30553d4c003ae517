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
cp -- "$PLANLINT_SOURCE_DIR/tests/grammar/fixtures/plan.md" notes.plan.txt

# coloured FILE: "[COLOUR]" before each stretch of one colour.
coloured() {
    "$bat" --plain --color=always --theme=ansi "$1" |
        sed -E 's/\x1b\[0m//g; s/\x1b\[([0-9;]*)m/[\1]/g'
}

# expect FILE TEXT: some line is coloured like that.
expect() {
    coloured "$1" | grep -qF -- "$2" || {
        echo "$1 is not coloured as $2"
        coloured "$1" | head -n 20
        failures=1
    }
}

# What has a scope has a colour of its own; the numbers are of the theme.
coloured harbour.plan
coloured notes.plan.txt | head -20
finish
