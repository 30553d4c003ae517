#!/usr/bin/env bash
# Vim with ALE, set up as editors/vim/README.md says; ALE wants a terminal.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need vim script
vim --version | grep -q '+job' || skip 'this Vim starts no programs'
snippet vim vim >"$work/vimrc"
echo 'set noswapfile nomore' >>"$work/vimrc"
vim -N -u "$work/vimrc" -i NONE -es -c 'if !exists(":ALELint") | cquit | endif' \
    -c 'qall!' </dev/null >"$work/said" 2>&1 || skip 'there is no ALE'
drive 200 script -qec "vim -N -u '$work/vimrc' -i NONE -n harbour.plan \
    -S '$here/ale.vim' -c 'cquit!'" /dev/null
record ale
picture vim 'stands twice' vim -N -u "$work/vimrc" -i NONE -n \
    --cmd 'let g:ale_virtualtext_cursor = 1' '+setlocal number' \
    '+call search("the the")' harbour.plan
finish
