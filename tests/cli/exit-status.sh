#!/usr/bin/env bash
# What a script can tell from the exit status.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

plan clean.txt
plan doubled.txt doubled

run clean.txt
expect_status 0
expect_out 'no findings in 1 file'
expect_no_err

run doubled.txt
expect_status 1
expect_out '5:1' 'error' 'PL103' '1 error in 1 file'
expect_no_err

run check doubled.txt
expect_status 1

# The fail level, from the option.
run --fail-level off doubled.txt
expect_status 0
expect_out 'PL103'
printf '{"rules": {"PL103": "info"}}\n' >planlint.json
run doubled.txt
expect_status 0
expect_out 'info' 'PL103'
run --fail-level info doubled.txt
expect_status 1
run --severity warning --fail-level info doubled.txt
expect_status 0
expect_not_out 'PL103'
rm planlint.json

# One bad file among many does not stop the others.
run missing.txt doubled.txt clean.txt
expect_status 2
expect_err 'missing.txt: no such file'
expect_out 'PL103' '1 error in 2 files'
printf 'a\0b' >binary.txt
run binary.txt doubled.txt
expect_status 2
expect_err 'binary.txt:1:2'
expect_out 'PL103'

run missing.txt
expect_status 2
expect_no_out

mkdir empty
run empty
expect_status 2
expect_err 'empty: no text, Markdown or Word files in it'

run
expect_status 2
expect_err 'nothing to check'

# A name cannot command the terminal.
run "$(printf 'no\033[2Jthing')"
expect_status 2
expect_err 'no<U+001B>[2Jthing: no such file'

# A command that is misspelled.
run chekc doubled.txt
expect_status 2
expect_err 'no such file, did you mean the command "check"?'
run help outlin
expect_status 2
expect_err 'there is no command "outlin", did you mean "outline"?'
finish
