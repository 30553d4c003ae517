-- neovim-word.lua - shows a Word file in Neovim; run by neovim-word.sh.

local results = assert(io.open(vim.env.PLANLINT_RESULTS, 'w'))
local file = vim.fn.getcwd() .. '/the [1] plan 50%.docx'

local function report(fine, name, why)
  results:write(fine and ('ok %s\n'):format(name) or
    ('not ok %s: %s\n'):format(name, why))
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local function found()
  local all = {}
  for _, it in ipairs(vim.diagnostic.get(0)) do
    table.insert(all, lines()[it.lnum + 1]:sub(it.col + 1, it.end_col))
  end
  return table.concat(all, ', ')
end

local function expect(name, wanted, get)
  local fine = vim.wait(30000, function() return get() == wanted end, 10)
  report(fine, name, vim.inspect(get()))
end

vim.cmd('PlanlintWord ' .. vim.fn.fnameescape(file))
expect('text', '1 The Assembly met the the Council.', function()
  return lines()[3]
end)
expect('filetype', 'plan', function() return vim.bo.filetype end)
expect('findings', 'the the', found)
report(not pcall(vim.cmd, 'normal! ix'), 'read-only', 'it was edited')

vim.api.nvim_win_set_cursor(0, { 4, 12 })
vim.lsp.buf.definition()
expect('definition', 3, function()
  return vim.api.nvim_win_get_cursor(0)[1]
end)

vim.fn.system({ vim.env.MAKE_WORD_FILE, file, '# Minutes', '1 It was was late.' })
vim.cmd('doautocmd FocusGained')
expect('saved by Word', '1 It was was late.', function() return lines()[3] end)
expect('new findings', 'was was', found)
report(not vim.bo.modifiable, 'still read-only', 'it can be edited')

vim.cmd('PlanlintWord! ' .. vim.fn.fnameescape(file))
expect('another state', true, function()
  return vim.api.nvim_buf_get_name(0):find('?view=original', 1, true) ~= nil and
    lines()[3] == '1 It was was late.'
end)

local said = ''
vim.notify = function(text) said = text end
vim.cmd('PlanlintWord ' .. vim.fn.fnameescape(vim.fn.getcwd() .. '/none.docx'))
report(said:find('none.docx: cannot open', 1, true), 'what is not there', said)

results:write('done\n')
results:close()
vim.cmd('qall!')
