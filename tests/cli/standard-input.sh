#!/usr/bin/env bash
# Documents from standard input.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

plan doubled.txt doubled

run_on "$(cat doubled.txt)\n" -
expect_status 1
expect_out '<stdin>' 'PL103'

run_on "$(cat doubled.txt)\n" --stdin-filename drafts/plan.txt --format json -
expect_status 1
expect_out '"path": "drafts/plan.txt"'

run_on '# Title\n\ntext\n' --stdin-filename plan.md --format json -
expect_out '"format": "markdown"'

# The configuration is that of the name.
mkdir drafts
printf '{"rules": {"PL103": "off"}}\n' >drafts/planlint.json
run_on "$(cat doubled.txt)\n" --stdin-filename drafts/plan.txt -
expect_status 0
run_on "$(cat doubled.txt)\n" -
expect_status 1

run_on '' -
expect_status 0

run_on "$(cat doubled.txt)\n" outline -
expect_status 0
expect_out 'Overview' 'paragraphs 1 to 3, 3'
finish
