#!/usr/bin/env bash
# Options that are wrong, and those that choose.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

plan doubled.txt doubled

run --selct PL1 doubled.txt
expect_status 2
expect_err 'planlint: unknown option --selct, did you mean --select?'
expect_no_out
run --format jsn doubled.txt
expect_status 2
expect_err 'not "jsn", did you mean "json"?'
run doubled.txt --format
expect_status 2
expect_err '--format needs a value'
run outline --select PL1 doubled.txt
expect_status 2
expect_err 'outline takes no --select (planlint check does)'
run -Z doubled.txt
expect_status 2
expect_err 'unknown option -Z'

# Rules are chosen by id, name and family; what is no rule is said.
run --select PL103 doubled.txt
expect_status 1
expect_out 'PL103'
run --select paragraph-number-duplicate doubled.txt
expect_status 1
run --select PL2 doubled.txt
expect_status 0
run --ignore PL1 doubled.txt
expect_status 0
run --select PL1 --ignore PL103 doubled.txt
expect_not_out 'PL103'
run --select PL999 doubled.txt
expect_status 2
expect_err 'PL999'
run --profile iut doubled.txt
expect_status 2
expect_err 'iut' 'itu'

# A form can be forced.
run --input-format markdown --format json doubled.txt
expect_out '"format": "markdown"'

run -q --select PL2 doubled.txt
expect_status 0
expect_no_out

# Help and version go to standard output.
for arguments in --help -h help 'check --help' 'help outline' 'rules -h'; do
    # shellcheck disable=SC2086 # some are two words
    run $arguments
    expect_status 0
    expect_out 'Usage: planlint'
    expect_no_err
done
run --version
expect_status 0
expect_out 'planlint '
run outline --version
expect_status 0

# No line of help is wider than a usual terminal.
for command in '' check outline ledger map explain rules test init help version; do
    run help ${command:+"$command"}
    ! grep -qE '^.{81}' out || complain "a line is wider than 80 columns"
    ! grep -qE ' $' out || complain "a line ends in a space"
done
finish
