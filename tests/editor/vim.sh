#!/usr/bin/env bash
# Vim without ALE: the file type, the colours, and :make.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need vim
snippet vim vim | grep -v packadd >"$work/vimrc"
vim --version | grep -q '+syntax' || skip 'this Vim has no colours'
cp -- "$PLANLINT_SOURCE_DIR/tests/grammar/fixtures/plan.md" notes.plan.txt
drive 200 vim -N -u "$work/vimrc" -i NONE -n -es harbour.plan \
    -S "$here/vim.vim" -c 'cquit!'
finish
