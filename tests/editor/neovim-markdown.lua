-- neovim-markdown.lua - looks which Markdown files the server has findings of;
-- run by neovim-markdown.sh.

local results = assert(io.open(vim.env.PLANLINT_RESULTS, 'w'))

local function findings_of(name)
  vim.cmd('edit ' .. name)
  vim.wait(30000, function()
    return #vim.lsp.buf_get_clients(0) > 0
  end, 10)
  -- An answer comes after the findings of what was sent before it.
  vim.lsp.buf_request_sync(0, 'textDocument/diagnostic', {
    textDocument = vim.lsp.util.make_text_document_params(),
  }, 30000)
  vim.wait(500, function()
    return #vim.diagnostic.get(0) > 0
  end, 10)
  return #vim.diagnostic.get(0)
end

local function try(name, got, wanted)
  results:write(got == wanted and ('ok %s\n'):format(name) or
    ('not ok %s: %d findings\n'):format(name, got))
end

try('in a folder with a planlint.json', findings_of('plans/notes.md'), 1)
try('in a folder without one', findings_of('plain/notes.md'), 0)
results:write('done\n')
results:close()
vim.cmd('qall!')
