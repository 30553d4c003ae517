" Not :setfiletype: "*.plan.txt" is text to Neovim by then.
autocmd BufNewFile,BufRead *.plan,*.plan.txt set filetype=plan
