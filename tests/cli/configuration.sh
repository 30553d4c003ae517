#!/usr/bin/env bash
# planlint.json: the nearest counts, and what is wrong in it is said.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

plan doubled.txt doubled
plan deep/er/doubled.txt doubled

printf '{"rules": {"PL103": "warning"}}\n' >planlint.json
run deep/er/doubled.txt
expect_status 1
expect_out 'warning' 'PL103'
printf '{"rules": {"PL103": "off"}}\n' >deep/planlint.json
run deep/er/doubled.txt
expect_status 0

# Each document has its own.
run .
expect_status 1
expect_out '1 warning in 2 files'

run --no-config deep/er/doubled.txt
expect_status 1
expect_out 'error'
run --config planlint.json deep/er/doubled.txt
expect_out 'warning'
run --config missing.json doubled.txt
expect_status 2
expect_err 'missing.json'

# It is not looked for above the repository.
mkdir -p deep/inner/.git
cp doubled.txt deep/inner
run deep/inner/doubled.txt
expect_status 1
expect_out 'error'

# Mistakes have a place, are said once, and leave other folders alone.
printf '{\n  "profil": "itu"\n}\n' >deep/planlint.json
plan deep/other.txt
run .
expect_status 2
expect_err 'deep/planlint.json:2:3'
expect_out 'PL103'
[ "$(grep -c profil err)" -eq 1 ] || complain 'the mistake is said more than once'
printf '{"rules": {"PL1x3": "off"}}\n' >deep/planlint.json
run deep/er/doubled.txt
expect_status 2
expect_err 'deep/planlint.json:1:'
printf '{"rules": \n' >deep/planlint.json
run deep/er/doubled.txt
expect_status 2
expect_err 'deep/planlint.json:2:'

# init writes one that is right, and only where there is none.
mkdir fresh
run init fresh
expect_status 0
expect_out 'fresh/planlint.json'
plan fresh/doubled.txt doubled
run fresh/doubled.txt
expect_status 1
expect_no_err
cp fresh/planlint.json before
run init fresh
expect_status 2
expect_err 'is there already'
expect_same fresh/planlint.json before
mkdir itu
run init --profile itu itu
expect_status 0
grep -q '"profile": "itu"' itu/planlint.json || complain 'has another profile'
run init nowhere
expect_status 2

# The language is found, or told: rules of another one keep still.
printf '1 The boats, which should shall leave the harbour, are to be paid.\n' >side.txt
run --no-config --select PL604 side.txt
expect_out 'PL604'
run --no-config --select PL604 --language fr side.txt
expect_status 0
printf '{"language": "fr"}\n' >fresh/planlint.json
cp side.txt fresh
run --select PL604 fresh/side.txt
expect_status 0
run --select PL604 --language en fresh/side.txt
expect_out 'PL604'
run --no-config --language En side.txt
expect_status 2
expect_err '--language must be a code of two letters such as "en", found "En"'
run --no-config --language eng side.txt
expect_status 2
expect_err 'found "eng"'

# Parameters for several rules at once: only where all take the same.
printf '{"rules": {"PL40": {"params": {"known": ["ROMB"]}}}}\n' >planlint.json
printf '1 ROMB pays.\n2 The Regional Ocean Monitoring Board (ROMB) decides.\n' >late.txt
run --profile un --select PL402 late.txt
expect_status 0
run --no-config --profile un --select PL402 late.txt
expect_status 1
printf '{"rules": {"PL1": {"params": {}}}}\n' >planlint.json
run late.txt
expect_status 2
expect_err '"params" are for rules of one kind of check, "PL1" has several'
rm planlint.json late.txt
finish
