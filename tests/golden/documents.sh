#!/usr/bin/env bash
# docs/rules and docs/planlint.1 are what scripts/generate-docs makes of the
# rules and options that there are.
. "${PLANLINT_SOURCE_DIR:?}/tests/golden/lib.bash"

if [ -n "${PL_BLESS-}" ]; then
    scripts/generate-docs || failures=1
    finish
fi
fresh=$(mktemp -d)
trap 'rm -rf -- "$printed" "$fresh"' EXIT
export PLANLINT
scripts/generate-docs "$fresh" || failures=1
for made in rules planlint.1; do
    diff -r -u -- "docs/$made" "$fresh/$made" || {
        echo "docs/$made is not current: run scripts/generate-docs"
        failures=1
    }
done
finish
