#!/usr/bin/env bash
# A Word file with tracked changes: how it is read, and what is said of it.
. "${PLANLINT_SOURCE_DIR:?}/tests/golden/lib.bash"

plan=examples/harbour-plan.docx
golden text-word.text 0 text "$plan"
golden text-word-markup.text 0 text --view markup "$plan"
golden report-word.text 1 "$plan"
golden report-word.json 1 --format json "$plan"
golden report-word-original.text 1 --view original "$plan"
golden report-word-introduced.text 1 --introduced "$plan"
golden report-word-introduced.json 1 --introduced --format json "$plan"
finish
