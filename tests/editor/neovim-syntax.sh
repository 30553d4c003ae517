#!/usr/bin/env bash
# Neovim colours a plan by its tree; the parser is made as the page says.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need nvim cc
mkdir -p "$work/checkout/editors"
cp -R -- "$editors/neovim" "$work/checkout/editors"
ln -s -- "$PLANLINT_SOURCE_DIR/grammar" "$work/checkout/grammar"
snippet neovim sh >"$work/make-parser.sh"
(cd "$work/checkout/editors/neovim" && sh "$work/make-parser.sh") || exit 1
PLANLINT_SOURCE_DIR=$work/checkout
snippet neovim lua >"$work/init.lua"
PLANLINT_SOURCE_DIR=${here%/tests/editor}
cp -- "$PLANLINT_SOURCE_DIR/tests/grammar/fixtures/plan.md" fixture.plan
drive 200 nvim --headless -u "$work/init.lua" -i NONE -n \
    fixture.plan -c "luafile $here/neovim-syntax.lua" -c 'cquit!'
picture neovim 'stands twice' nvim -u "$work/init.lua" -i NONE -n harbour.plan \
    '+setlocal number' +3
finish
