#!/usr/bin/env bash
# Every header of src/ compiles on its own.
set -u
exec cmake --build "$PLANLINT_BUILD_DIR" \
    --target all_verify_interface_header_sets
