if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

vim.opt_local.commentstring = '<!-- %s -->'
vim.opt_local.wrap = true
vim.opt_local.linebreak = true
vim.b.undo_ftplugin = 'setlocal commentstring< wrap< linebreak<'

require('planlint').highlight(0)
