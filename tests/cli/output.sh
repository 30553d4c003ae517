#!/usr/bin/env bash
# Where reports go, and what happens when they cannot.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

plan doubled.txt doubled
plan clean.txt

run --format json -o report.json doubled.txt
expect_status 1
expect_no_out
run --format json doubled.txt
expect_same out report.json

run -o nowhere/report.txt doubled.txt
expect_status 2
expect_err 'nowhere'

# Nothing to report is no reason to replace a report.
cp report.json kept.json
run -o report.json missing.txt
expect_status 2
expect_same report.json kept.json
run -q -o report.json clean.txt
expect_status 0
[ ! -s report.json ] || complain 'an old report is kept'

# A report does not replace a document.
cp doubled.txt kept.txt
run -o doubled.txt doubled.txt
expect_status 2
expect_err 'doubled.txt is a document that is checked'
expect_same doubled.txt kept.txt
ln -s doubled.txt link.txt
run -o link.txt doubled.txt
expect_status 2
expect_same doubled.txt kept.txt

# A full disk is noticed.
if [ -e /dev/full ]; then
    for arguments in doubled.txt clean.txt 'outline clean.txt' rules --help \
        '--format json clean.txt' 'explain PL103' 'help --man'; do
        shown="planlint $arguments >/dev/full"
        # shellcheck disable=SC2086 # some are several words
        "$PLANLINT" $arguments >/dev/full 2>err
        status=$?
        : >out
        expect_status 2
        expect_err 'cannot write to standard output'
    done
fi

shown='planlint clean.txt >&-'
"$PLANLINT" clean.txt >&- 2>err
status=$?
: >out
expect_status 2

# A reader that goes away is no news, whether or not SIGPIPE is ignored.
for file in 1 2 3 4 5 6 7 8; do
    for line in $(seq 4000); do
        echo "$line the the reports are published."
    done >"long$file.txt"
done
shown='planlint long*.txt | head'
(
    "$PLANLINT" --format jsonl long*.txt 2>err
    echo $? >code
) | head -n 1 >out
expect_no_err
expect_out '"rule"'
case $(cat code) in
141 | 2) ;;
*) complain "status $(cat code) after a closed pipe" ;;
esac
(
    trap '' PIPE
    "$PLANLINT" --format jsonl long*.txt 2>err
    echo $? >code
) | head -n 1 >out
expect_no_err
[ "$(cat code)" = 2 ] || complain "status $(cat code) with SIGPIPE ignored"
finish
