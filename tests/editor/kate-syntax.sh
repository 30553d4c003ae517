#!/usr/bin/env bash
# KDE's engine reads the syntax of Kate and gives each construct its style.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need kate-syntax-highlighter
mkdir -p "$XDG_DATA_HOME/org.kde.syntax-highlighting/syntax"
cp -- "$editors/kate/plan.xml" \
    "$XDG_DATA_HOME/org.kde.syntax-highlighting/syntax"

# coloured FILE: each line, and below it where which style begins.
coloured() {
    QT_QPA_PLATFORM=offscreen kate-syntax-highlighter -f ansi -b \
        --syntax-trace format "$1" 2>"$work/said" |
        sed -E 's/\x1b\[[0-9;]*[mK]//g'
}

# expect FILE LINE STYLE...: the styles that stand below the line, in its order.
expect() {
    local file=$1 line=$2 got
    shift 2
    got=$(coloured "$file" | awk -v line="$line" '
        inside && ($0 == "" || /[^ |A-Za-z]/) { exit }
        inside && /[A-Z]/ {
            for (i = 1; i <= length($0); i++) {
                if (substr($0, i, 1) ~ /[A-Z]/) {
                    match(substr($0, i), /^[A-Za-z]+/)
                    style[i] = substr($0, i, RLENGTH)
                    last = i > last ? i : last
                }
            }
        }
        index($0, line) == 1 { inside = 1 }
        END { for (i = 1; i <= last; i++) if (i in style) print style[i] }
    ' | paste -sd ' ')
    if [ "$got" != "$*" ]; then
        echo "$line: $got, not $*"
        head -n 5 "$work/said"
        failures=1
    fi
}

expect harbour.plan $'1 \tOverview' Number Heading
expect harbour.plan '2 The Assembly' Number Text
expect harbour.plan '3 The Council' Number Text Note Text
expect harbour.plan '4 PAG' Number Text Link Text
expect harbour.plan 'b) publishes' Marker Text
cp -- "$PLANLINT_SOURCE_DIR/tests/grammar/fixtures/plan.md" notes.plan.txt
expect notes.plan.txt '# Plan' Heading
expect notes.plan.txt '<!-- planlint' Comment Directive Comment
expect notes.plan.txt 'say[^rules]' Text Note Text Code Text
expect notes.plan.txt '* the librarians' Marker Text
finish
