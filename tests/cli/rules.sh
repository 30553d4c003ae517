#!/usr/bin/env bash
# Rules: listed, explained, tested.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

run rules
expect_status 0
expect_out 'PL103' 'paragraph-number-duplicate' 'rules,'
run rules --format json
expect_status 0
expect_out '"id": "PL103", "name": "paragraph-number-duplicate", "severity": "error"'
printf '{"rules": {"PL103": "off"}}\n' >planlint.json
run rules --format json
expect_out '"id": "PL103", "name": "paragraph-number-duplicate", "severity": "off"'
rm planlint.json

# Some of them only: by how their ids begin, by name.
run rules PL3 paragraph-number-duplicate
expect_status 0
expect_out 'structure and numbering (1 rule, 1 at work)' 'PL103' 'footnotes (' 'PL301' 'PL309'
expect_not_out 'PL104'
expect_not_out 'PL401'
run rules --format json PL103
expect_out '"id": "PL103"'
expect_not_out '"id": "PL104"'
run rules PL3O1
expect_status 2
expect_err 'there is no rule "PL3O1", did you mean "PL301"?'

run explain PL103
expect_status 0
expect_out 'PL103' 'Why' 'Source' 'Good' 'Bad'
cp out by-id
run explain paragraph-number-duplicate
expect_same out by-id
run explain --format markdown PL103
expect_out '# PL103 paragraph-number-duplicate' '## Why'
run explain PL102 PL103
expect_out 'PL102' 'PL103'
run explain PL1O3
expect_status 2
expect_err 'there is no rule "PL1O3", did you mean "PL103"?'
run explain
expect_status 2

# Rules of one's own, with their examples.
mkdir own
rule() {
    cat <<RULE
{
  "id": "OWN101",
  "name": "paragraph-twice",
  "check": "sequence",
  "severity": "error",
  "summary": "two paragraphs have the same number",
  "why": "A number that is used twice means two places.",
  "source": "our own manner",
  "message": "paragraph number \"{number}\" is used twice",
  "params": {"series": "paragraph", "fault": "duplicate"},
  "examples": [
    {"text": "1 \tOverview\n1 First.\n2 Second.\n3 Third.\n3 Fourth.\n4 Fifth.\n",
     "findings": [{"text": "$1"}]}
  ]
}
RULE
}
rule 3 >own/OWN101-paragraph-twice.json
run test own
expect_status 0
expect_out '1 passed, 0 failed'
rule 4 >own/OWN101-paragraph-twice.json
run test own
expect_status 1
expect_out 'OWN101' 'example 1' '0 passed, 1 failed'
rule 3 | sed 's/"sequence"/"sequenze"/' >own/OWN101-paragraph-twice.json
run test own
expect_status 2
expect_err 'own/OWN101-paragraph-twice.json:4:'
mkdir none
run test none
expect_status 2
expect_err 'there are no rule files in none'
run test missing
expect_status 2
expect_err 'missing'
finish

# What a rule lacks, and where it fires.
rule 3 >own/OWN101-paragraph-twice.json
run test own --coverage
expect_status 1
expect_out 'OWN101 paragraph-twice: 1 bad example of at least 3, 0 good examples of at least 3' \
    '1 passed, 0 failed, 1 lack something'
mkdir documents
printf '1 First.\n2 Second.\n2 Third.\n3 Fourth.\n' >documents/a.txt
printf '1 First.\n' >documents/b.txt
run test own --over documents
expect_status 0
expect_out 'OWN101 paragraph-twice: findings 1, documents 1'
run test own --over nowhere
expect_status 2
expect_err 'nowhere: no such file'
