#!/usr/bin/env bash
# No function is longer than 60 lines, no file longer than 800.
. "$PLANLINT_SOURCE_DIR/tests/support/hygiene.sh"

# Functions are what clang-format makes of them: the name starts a line, the
# braces have a line each.
problems() {
    c_files "$1" | xargs -d '\n' awk -v root="$1/" '
        FNR == 1 { path = substr(FILENAME, length(root) + 1) }
        FNR == 801 { print path ": is longer than 800 lines" }
        /^[A-Za-z_]/ { start = FNR }
        /^{$/ { body = 1 }
        /^}/ && body {
            body = 0
            if (FNR - start >= 60) {
                print path ":" start ": a function of " \
                    FNR - start + 1 " lines, 60 are too many already"
            }
        }'
}

lines() {
    seq -f '    x = %.0f;' "$1"
}

expect_clean

plant src/base/long.c < <(echo 'void f(int x)'; echo '{'; lines 58; echo '}')
expect_problem 'src/base/long.c:1: a function of 61 lines'
plant src/base/long.c < <(echo 'int a[] = {'; lines 799; echo '};')
expect_problem 'src/base/long.c: is longer than 800 lines'
finish
