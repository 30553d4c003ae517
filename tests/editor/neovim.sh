#!/usr/bin/env bash
# Neovim's own client, set up as editors/neovim/README.md says.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need nvim
snippet neovim lua >"$work/init.lua"
drive 200 nvim --headless -u "$work/init.lua" -i NONE -n \
    harbour.plan -c "luafile $here/neovim.lua" -c 'cquit!'
record neovim
finish
