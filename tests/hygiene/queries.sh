#!/usr/bin/env bash
# Editors show the same nodes as the grammar's own queries, each in the words
# of its themes. Zed's themes have no word for a quotation.
. "$PLANLINT_SOURCE_DIR/tests/support/hygiene.sh"

# nodes FILE: the kinds of node that a query names, one a line.
nodes() {
    sed 's/;.*//' "$1" | grep -oE '\([a-z_]+' | tr -d '(' | sort -u
}

# compare ROOT FILE MODEL [NODE]: NODE may be absent.
compare() {
    local difference
    difference=$(diff <(nodes "$1/$3" | grep -vxF "${4:-}") \
        <(nodes "$1/$2" | grep -vxF "${4:-}") |
        sed -n 's/^< /-/p; s/^> /+/p' | tr '\n' ' ')
    [ -z "$difference" ] || echo "$2: other nodes than in $3: $difference"
}

problems() {
    local file name path
    for file in "$1"/editors/*/*/plan/*.scm \
        "$1"/editors/*/languages/plan/*.scm; do
        path=${file#"$1"/}
        name=${file##*/}
        [ -e "$1/grammar/queries/$name" ] || continue
        case $path in
        editors/zed/*) compare "$1" "$path" "grammar/queries/$name" quote ;;
        *) compare "$1" "$path" "grammar/queries/$name" ;;
        esac
    done
}

expect_clean

plant grammar/queries/highlights.scm <<<'[(a) (b)] @x (quote (text) @y)'
plant editors/vi/queries/plan/highlights.scm <<<'(a) @z (quote (text) @y)'
expect_problem 'editors/vi/queries/plan/highlights.scm: other nodes than in grammar/queries/highlights.scm: -b'
plant grammar/queries/folds.scm <<<'(a) @x'
plant editors/zed/languages/plan/folds.scm <<<'(a) @x (b) @x'
expect_problem 'folds.scm: other nodes than in grammar/queries/folds.scm: +b'
finish
