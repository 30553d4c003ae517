" Not :setfiletype: "*.plan.txt" is text to Vim by then.
autocmd BufNewFile,BufRead *.plan,*.plan.txt set filetype=plan
