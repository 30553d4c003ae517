#!/usr/bin/env bash
# Emacs with lsp-mode, by the client that planlint.el registers.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need emacs
emacs --batch --eval "(unless (locate-library \"lsp-mode\") (kill-emacs 1))" \
    2>/dev/null || skip 'there is no lsp-mode'
snippet emacs elisp | sed "s/#'eglot-ensure/#'lsp/" >"$work/init.el"
drive 200 emacs --batch -l "$here/emacs-driver.el" \
    -l "$here/lsp-mode-driver.el" -l "$work/init.el" \
    -f driver-run-lsp
record lsp-mode
finish
