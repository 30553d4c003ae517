#!/usr/bin/env bash
# Colours only where they are wanted.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

plan doubled.txt doubled
escape=$(printf '\033')

colourful() {
    expect_out "${escape}["
}

plain() {
    expect_not_out "$escape"
}

export TERM=xterm
run doubled.txt
plain
run --color always doubled.txt
colourful
run --color never doubled.txt
plain

export FORCE_COLOR=1
run doubled.txt
colourful
run --color never doubled.txt
plain
FORCE_COLOR=0 run doubled.txt
plain
export NO_COLOR=1
run doubled.txt
plain
run --color always doubled.txt
colourful
unset NO_COLOR FORCE_COLOR

NO_COLOR='' run --color auto doubled.txt
plain

# Colours change nothing else.
run doubled.txt
cp out plain
run --color always doubled.txt
sed "s/$escape\[[0-9;]*m//g" out >stripped
expect_same plain stripped

# On a terminal, where one can be made.
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
    on_terminal() {
        shown="$* planlint on a terminal"
        env "$@" script -qec "'$PLANLINT' doubled.txt" /dev/null >out 2>err \
            </dev/null
    }
    on_terminal TERM=xterm
    colourful
    on_terminal TERM=dumb
    plain
    on_terminal TERM=xterm NO_COLOR=1
    plain
fi

# JSON never has any.
FORCE_COLOR=1 run --format json doubled.txt
plain
finish
