#!/usr/bin/env bash
# Emacs with Eglot, set up as editors/emacs/README.md says.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need emacs
emacs --batch --eval "(unless (locate-library \"eglot\") (kill-emacs 1))" \
    2>/dev/null || skip 'there is no Eglot'
rmdir .git # Emacs would ask git which files to watch
snippet emacs elisp >"$work/init.el"
drive 200 emacs --batch -l "$work/init.el" -l "$here/emacs-driver.el" \
    -l "$here/eglot-driver.el"
record eglot
picture emacs 'stands twice' emacs -nw --no-splash \
    --eval "(setq native-comp-async-report-warnings-errors 'silent)" \
    -l "$work/init.el" +3:84 harbour.plan
finish
