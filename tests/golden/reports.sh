#!/usr/bin/env bash
# The reports about the example plans, in every form.
. "${PLANLINT_SOURCE_DIR:?}/tests/golden/lib.bash"

plans=(examples/strategic-plan.md examples/strategic-plan.txt)
for form in text counts lines json jsonl; do
    golden "report.$form" 1 --profile itu --format "$form" "${plans[@]}"
done
golden report-colour.text 1 --profile itu --color always \
    examples/strategic-plan.md
golden report-clean.text 0 tests/fixtures/plans/clean-plan.md
golden report-clean.json 0 --format json tests/fixtures/plans/clean-plan.md
finish
