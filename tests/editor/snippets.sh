#!/usr/bin/env bash
# Every code block of the pages loads without a word in the editor that it is
# for, after the first one.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need env
# blocks EDITOR LANGUAGE: makes block.1, block.2 ... and counts them.
blocks() {
    count=0
    while snippet "$1" "$2" $((count + 1)) >"$work/block" &&
        [ -s "$work/block" ]; do
        count=$((count + 1))
        mv -- "$work/block" "$work/block.$count"
    done
    [ "$count" -gt 1 ] || failures=1
}

# quietly WHAT COMMAND...: it succeeds and says nothing.
tried=0
quietly() {
    local what=$1
    shift
    tried=$((tried + 1))
    if ! timeout 60 "$@" >"$work/said" 2>&1 </dev/null ||
        [ -s "$work/said" ]; then
        echo "$what does not load"
        cat "$work/said"
        failures=1
    fi
}

if command -v nvim >/dev/null; then
    blocks neovim lua
    for ((i = 1; i <= count; i++)); do
        cat "$work/block.1" "$work/block.$i" >"$work/init.lua"
        quietly "neovim, block $i" nvim --headless -u "$work/init.lua" \
            -i NONE -n +qall
    done
fi

if command -v emacs >/dev/null; then
    blocks emacs elisp
    for ((i = 1; i <= count; i++)); do
        if grep -q remap "$work/block.$i" && ! emacs -Q --batch \
            --eval "(kill-emacs (if (< emacs-major-version 29) 1))"; then
            continue
        fi
        quietly "emacs, block $i" emacs -Q --batch \
            -l "$work/block.1" -l "$work/block.$i"
    done
fi

if command -v vim >/dev/null && vim --version | grep -q '+eval'; then
    blocks vim vim
    for ((i = 1; i <= count; i++)); do
        cat "$work/block.1" "$work/block.$i" | grep -v packadd >"$work/vimrc"
        quietly "vim, block $i" vim -N -u "$work/vimrc" -i NONE -n -es \
            -c 'execute v:errmsg is# "" ? "qall!" : "cquit"'
    done
fi

[ "$tried" -gt 0 ] || skip 'there is no editor'
finish
