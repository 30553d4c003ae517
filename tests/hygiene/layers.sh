#!/usr/bin/env bash
# A layer includes only its own headers and those of lower layers, and a
# third-party header only comes in through its door (src/layers.txt).
. "$PLANLINT_SOURCE_DIR/tests/support/hygiene.sh"

problems() {
    find "$1/src" -name '*.[ch]' -o -name '*.def' | sort |
        xargs -d '\n' awk -v root="$1/src/" '
            function problem(text) {
                print "src/" path ":" FNR ": " text
            }
            function check_door(header,   door) {
                for (door in doors) {
                    if (header != door && header !~ ("(^|/)" door "$")) {
                        continue
                    }
                    if (!allowed(doors[door])) {
                        problem(header " is included outside its door")
                    }
                }
            }
            function allowed(places,   list, count, i) {
                count = split(places, list, " ")
                for (i = 1; i <= count; i++) {
                    if (path == list[i] || (list[i] ~ /\/$/ &&
                        index(path, list[i]) == 1)) {
                        return 1
                    }
                }
                return 0
            }
            function check_layer(header,   layer) {
                layer = header
                sub(/\/.*/, "", layer)
                if (header !~ /\// || !(layer in rank)) {
                    problem("\"" header "\" does not start with a layer")
                } else if (rank[layer] > rank[own]) {
                    problem("layer " own " includes the higher " header)
                }
            }
            FILENAME ~ /\/layers\.txt$/ {
                if ($1 == "layer") {
                    rank[$2] = ++layers
                } else if ($1 == "door") {
                    header = $2
                    $1 = $2 = ""
                    doors[header] = $0
                }
                next
            }
            FNR == 1 {
                path = substr(FILENAME, length(root) + 1)
                own = path
                sub(/\/.*/, "", own)
                if (!(own in rank)) {
                    problem("folder " own " is not a layer")
                }
            }
            match($0, /^[ \t]*#[ \t]*include[ \t]*[<"][^>"]+/) {
                kind = header = substr($0, RSTART, RLENGTH)
                sub(/^.*[<"]/, "", header)
                check_door(header)
                if (kind ~ /"/) {
                    check_layer(header)
                }
            }' "$1/src/layers.txt"
}

layers() {
    plant src/layers.txt <"$PLANLINT_SOURCE_DIR/src/layers.txt"
}

expect_clean

layers
plant src/base/str.c <<<'#include "plan/plan.h"'
expect_problem 'src/base/str.c:1: layer base includes the higher plan/plan.h'
layers
plant src/text/lines.h <<<'  #  include "syntax/tree.h"'
expect_problem 'layer text includes the higher syntax/tree.h'
layers
plant src/base/str.c <<<'#include "str.h"'
expect_problem '"str.h" does not start with a layer'
layers
plant src/base/str.c <<<'#include <pcre2.h>'
expect_problem 'pcre2.h is included outside its door'
layers
plant src/plan/plan.h <<<'#include <tree_sitter/api.h>'
expect_problem 'tree_sitter/api.h is included outside its door'
layers
plant src/report/json.c <<<'#include "cjson/cJSON.h"'
expect_problem 'cjson/cJSON.h is included outside its door'
layers
plant src/misc/other.c <<<'int x;'
expect_problem 'folder misc is not a layer'
finish
