#!/usr/bin/env bash
# Markdown files that Neovim shows the server are plans where somebody said so.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need nvim
{
    snippet neovim lua 1 | grep -v enable
    snippet neovim lua 2
} >"$work/init.lua"
mkdir plain plans
printf '# Notes\n\nThe the plan.\n' | tee plain/notes.md plans/notes.md >note.md
echo '{}' >plans/planlint.json
drive 200 nvim --headless -u "$work/init.lua" -i NONE -n plain/notes.md \
    plans/notes.md -c "luafile $here/neovim-markdown.lua" -c 'cquit!'
finish
