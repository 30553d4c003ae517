#!/usr/bin/env bash
# The C is laid out as clang-format 14 lays it out (other versions differ).
. "$PLANLINT_SOURCE_DIR/tests/support/hygiene.sh"

formatter=$(command -v clang-format-14 || command -v clang-format)
case $("${formatter:-false}" --version) in
*'version 14.'*) ;;
*)
    echo 'skipped: there is no clang-format 14'
    exit 77
    ;;
esac

problems() {
    local style=$PLANLINT_SOURCE_DIR/.clang-format
    c_files "$1" | grep -v '\.def$' |
        xargs -d '\n' "$formatter" --style="file:$style" --dry-run 2>&1 |
        grep -E 'warning|error' | sed "s#^$1/##"
}

expect_clean
plant src/base/a.c <<<'int  f(void) { return 0; }'
expect_problem 'src/base/a.c:1'
finish
