#!/usr/bin/env bash
# The acronyms and the open issues of the example plan.
. "${PLANLINT_SOURCE_DIR:?}/tests/golden/lib.bash"

golden ledger-acronyms.text 0 ledger acronyms examples/strategic-plan.txt
golden ledger-acronyms.json 0 ledger acronyms --format json examples/strategic-plan.txt
golden ledger-acronyms.csv 0 ledger acronyms --format csv examples/strategic-plan.txt
golden ledger-open.text 1 ledger open examples/strategic-plan.txt
golden ledger-open.json 1 ledger open --format json examples/strategic-plan.txt
golden ledger-open.csv 1 ledger open --format csv examples/strategic-plan.txt
finish
