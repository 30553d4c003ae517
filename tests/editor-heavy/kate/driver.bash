# driver.bash - drives Kate by its keyboard; run by kate.sh within a screen.
# What an action did is seen in the file that Kate saves.
# shellcheck shell=bash

keys() {
    xdotool key --delay 60 "$@"
    sleep 0.3
}

# There is no window manager: nobody gives the focus back after a dialogue.
focus() {
    xdotool windowfocus "$(xdotool getmouselocation --shell |
        sed -n 's/^WINDOW=//p')" windowfocus --sync "$window"
    sleep 0.3
}

# try NAME COMMAND...: the command is asked again and again, for half a minute or so.
try() {
    local name=$1
    shift
    for _ in {1..100}; do
        if "$@"; then
            echo "ok $name" >>"$PLANLINT_RESULTS"
            return 0
        fi
        sleep 0.2
    done
    echo "not ok $name" >>"$PLANLINT_RESULTS"
    import -window root "${PLANLINT_RESULTS%/*}/failed.png"
    return 1
}

# go_to LINE COLUMN: both from 1.
go_to() {
    keys ctrl+g
    xdotool type "$1"
    keys Return Home
    [ "$2" -eq 1 ] || xdotool key --delay 10 --repeat $(($2 - 1)) Right
    sleep 0.3
}

# menu KEY...: from the menu of the LSP client.
menu() {
    keys alt+l
    keys "$@"
}

answered() {
    grep -qF -- "$1" "$PLANLINT_RECORD.answers"
}

# saved_as TEXT: the file holds just that, once Kate has saved.
saved_as() {
    keys ctrl+s
    [ "$(cat harbour.plan)" = "$1" ]
}

original=$(cat harbour.plan)
back() {
    for _ in {1..20}; do
        keys ctrl+z
        ! saved_as "$original" || return 0
    done
    echo 'not ok undo' >>"$PLANLINT_RESULTS"
}

kate -n harbour.plan &
kate=$!
trap 'kill "$kate"' EXIT

try 'diagnostics' answered '"PL201"'
window=$(xdotool search --onlyvisible --name 'harbour.plan' | head -n 1)
xdotool windowsize --sync "$window" 1100 760
focus
sleep 2
[ -z "${PL_RECORD-}" ] ||
    import -window root -colors 64 "png8:$PLANLINT_EDITORS/kate/kate.png"

# The cursor comes down before "2 The Assembly".
go_to 5 64
menu g
sleep 1
xdotool type '@'
try 'definition' saved_as "${original/$'\n'2 The/$'\n'@2 The}"
back

go_to 5 64
menu y
try 'hover' answered 'The Assembly of Members meets'
keys Escape

go_to 7 4
keys F2
sleep 1
xdotool type 'PAB'
keys Return
focus
try 'rename' saved_as "${original//PAG/PAB}"
back

try 'symbols' answered 'Strategic goals'

go_to 3 83
menu q
sleep 1
import -window root "${PLANLINT_RESULTS%/*}/fix.png"
try 'quick fix' saved_as "${original/the the/the}"

keys ctrl+q
echo 'done' >>"$PLANLINT_RESULTS"
