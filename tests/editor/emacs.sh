#!/usr/bin/env bash
# The Emacs package: it compiles without a warning, and its own tests pass.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need emacs
cp -- "$editors/emacs/"*.el "$work"
cd -- "$work" || exit 1
batch=(emacs -Q --batch -L "$work")
if ! "${batch[@]}" --eval '(setq byte-compile-error-on-warn t)' \
    -f batch-byte-compile planlint.el >"$work/said" 2>&1; then
    cat "$work/said"
    failures=1
fi
# From Emacs 29 on, the mode with a syntax tree, too.
if "${batch[@]}" --eval "(unless (and (fboundp 'treesit-available-p)
    (treesit-available-p)) (kill-emacs 1))" 2>/dev/null; then
    snippet emacs sh >"$work/make-parser.sh"
    sh -e "$work/make-parser.sh" || failures=1
fi
command -v cmake >/dev/null &&
    export MAKE_WORD_FILE=$PLANLINT_SOURCE_DIR/tests/support/make-word-file
"${batch[@]}" -l planlint-test.el -f ert-run-tests-batch-and-exit || failures=1
finish
