#!/usr/bin/env bash
# The manual page and the completions are well formed.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

run help --man
expect_status 0
expect_out '.TH PLANLINT 1' '\-\-stdin\-filename' '.SH EXIT STATUS'
if command -v mandoc >/dev/null; then
    # It has no date, so that it is the same whenever it is made.
    mandoc -T lint -W warning out | grep -v 'missing date' >faults
    [ ! -s faults ] || complain "$(cat faults)"
fi
if command -v groff >/dev/null; then
    groff -man -ww -z out 2>faults
    [ ! -s faults ] || complain "$(cat faults)"
fi

for shell in bash zsh fish; do
    run help --completion "$shell"
    expect_status 0
    cp out "completion.$shell"
    expect_out stdin-filename
    ! command -v "$shell" >/dev/null || "$shell" -n "completion.$shell" 2>err ||
        complain 'is not well formed'
done
run help --completion tcsh
expect_status 2

# complete WORD...: what bash would offer for the last one.
complete_words() {
    bash -c '
        source completion.bash
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _planlint
        printf "%s\n" "${COMPREPLY[@]}"' bash "$@" >out 2>err
    shown="completions of: $*"
}
complete_words planlint out
expect_out outline
complete_words planlint outline --for
expect_out --format
complete_words planlint --format js
expect_out json jsonl
complete_words planlint outline --format j
expect_out json
expect_not_out jsonl
complete_words planlint --fail
expect_out --fail-level
finish
