#!/usr/bin/env bash
# The map of the example plan, and of a plan without gaps.
. "${PLANLINT_SOURCE_DIR:?}/tests/golden/lib.bash"

golden map.text 0 map examples/strategic-plan.txt
golden map.json 0 map --format json examples/strategic-plan.txt
golden map.dot 0 map --format dot tests/fixtures/plans/clean-university.txt
golden map.svg 0 map --format svg tests/fixtures/plans/clean-university.txt
golden map-clean.text 0 map tests/fixtures/plans/clean-plan.md
golden map-nothing.text 0 map tests/fixtures/plans/clean-resolution.txt
golden map.html 0 map --format html tests/fixtures/plans/clean-university.txt
finish
