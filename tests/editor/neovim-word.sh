#!/usr/bin/env bash
# Word files in Neovim, set up as editors/neovim/README.md says.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need nvim cmake
snippet neovim lua >"$work/init.lua"
export MAKE_WORD_FILE=$PLANLINT_SOURCE_DIR/tests/support/make-word-file
"$MAKE_WORD_FILE" "$work/plans/the [1] plan 50%.docx" '# Minutes' \
    '1 The Assembly met the the Council.' '2 Paragraph 1 is recorded.'
drive 200 nvim --headless -u "$work/init.lua" -i NONE -n \
    -c "luafile $here/neovim-word.lua" -c 'cquit!'
finish
