#!/usr/bin/env bash
# Hostile documents of every size end in time, in bounds, with the right status.
# shellcheck source=../support/pathological.sh
. "$PLANLINT_SOURCE_DIR/tests/support/pathological.sh"

run_cases "$byte_cases"
