#!/usr/bin/env bash
# The parser generator, where there is one, makes the committed parser again.
set -u

if ! command -v "${TREE_SITTER:-tree-sitter}" >/dev/null 2>&1; then
    echo 'skipped: there is no tree-sitter CLI in PATH or TREE_SITTER'
    exit 77
fi

scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
cp -R "$PLANLINT_SOURCE_DIR/grammar" "$scratch/grammar"
"$PLANLINT_SOURCE_DIR/scripts/generate-parser" "$scratch/grammar" || exit 1
diff -rq "$PLANLINT_SOURCE_DIR/grammar/src" "$scratch/grammar/src"
