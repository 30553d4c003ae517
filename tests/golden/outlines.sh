#!/usr/bin/env bash
# What is understood of the example plans.
. "${PLANLINT_SOURCE_DIR:?}/tests/golden/lib.bash"

golden outline.text 0 outline examples/strategic-plan.txt
golden outline.json 0 outline --format json examples/strategic-plan.txt
golden outline-markdown.text 0 outline examples/strategic-plan.md
finish
