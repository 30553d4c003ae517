#!/usr/bin/env bash
# No file names a folder of somebody's machine, and no comment postpones work.
. "$PLANLINT_SOURCE_DIR/tests/support/hygiene.sh"

# Brackets keep the patterns from finding themselves.
machine='(^|[^A-Za-z0-9_.-])/(wor[k]|hom[e]|roo[t]|User[s]|tm[p])/[A-Za-z0-9_]'
markers='(//|/\*|\*|#|;).*\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b'

problems() {
    project_files "$1" | grep -v '/tests/fuzz/corpus/' |
        xargs -d '\n' grep -HnIE "$machine" | sed "s#^$1/#machine path: #"
    project_files "$1" |
        grep -E '\.(c|h|def|cmake|js|scm|sh|yml)$|CMakeLists|/scripts/|/\.ci/' |
        xargs -d '\n' grep -HnIE "$markers" | sed "s#^$1/#marker: #"
}

expect_clean

plant docs/a.md <<<"see /wor""k/main/src"
expect_problem 'machine path: docs/a.md:1'
plant scripts/x.sh <<<"cd /tm""p/build"
expect_problem 'machine path: scripts/x.sh:1'
plant src/base/a.c <<<"/* TO""DO: later */"
expect_problem 'marker: src/base/a.c:1'
finish
