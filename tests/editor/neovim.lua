-- neovim.lua - drives Neovim's client through everything that the server
-- offers, on harbour.plan; run by neovim.sh.

local results = assert(io.open(vim.env.PLANLINT_RESULTS, 'w'))
local lsp = vim.lsp
local buffer = vim.api.nvim_get_current_buf()

local function lines()
  return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
end

local function text()
  return table.concat(lines(), '\n')
end

local original = text()
vim.fn.writefile({ '1 The the Union meets.' }, 'other.plan')

-- Back to what was opened; the server is told as of any other edit.
local function restore()
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(original, '\n'))
end

local function expect(got, wanted)
  if not vim.deep_equal(got, wanted) then
    error(('got %s instead of %s'):format(vim.inspect(got), vim.inspect(wanted)),
      0)
  end
end

local function wait_for(condition, what)
  if not vim.wait(30000, condition, 10) then
    error('waited in vain for ' .. what, 0)
  end
end

-- Puts the cursor on the first place of `words`, `offset` bytes into it.
local function go_to(words, offset)
  for number, line in ipairs(lines()) do
    local column = line:find(words, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { number, column - 1 + (offset or 0) })
      return
    end
  end
  error('no ' .. words, 0)
end

local function position()
  return lsp.util.make_position_params()
end

local function document()
  return { textDocument = lsp.util.make_text_document_params() }
end

local function whole()
  return { start = { line = 0, character = 0 },
    ['end'] = { line = #lines(), character = 0 } }
end

-- What the server was asked, for the last test but one.
local asked = {}

local function request(method, params)
  asked[method] = true
  local answers, why = lsp.buf_request_sync(buffer, method, params, 30000)
  local answer = answers and select(2, next(answers))
  if not answer or answer.error then
    error(('%s: %s'):format(method, vim.inspect(why or answer)), 0)
  end
  return answer.result
end

-- What stands in a range of the protocol.
local function words_in(range)
  local function column(at)
    return vim.str_byteindex(lines()[at.line + 1], at.character, true)
  end
  local first, last = range.start, range['end']
  if first.line ~= last.line then
    return nil
  end
  return lines()[first.line + 1]:sub(column(first) + 1, column(last))
end

local tests = {}

local function test(name, run)
  table.insert(tests, { name = name, run = run })
end

test('filetype', function()
  expect(vim.bo.filetype, 'plan')
end)

test('diagnostics', function()
  wait_for(function() return #vim.diagnostic.get(buffer) > 0 end, 'findings')
  local found = {}
  for _, it in ipairs(vim.diagnostic.get(buffer)) do
    local line = lines()[it.lnum + 1]
    found[it.code or it.user_data.lsp.code] = line:sub(it.col + 1, it.end_col)
  end
  expect(found, { PL701 = 'the the', PL201 = '9' })
end)

test('definition', function()
  go_to('paragraph 2', 10)
  lsp.buf.definition()
  wait_for(function()
    return vim.api.nvim_get_current_line():find('^2 The Assembly')
  end, 'paragraph 2')
end)

test('hover', function()
  go_to('paragraph 2', 10)
  local said = vim.inspect(request('textDocument/hover', position()))
  expect(said:find('The Assembly of Members meets', 1, true) ~= nil, true)
end)

-- An acronym stands where it is used and where it is spelled out.
local places = { PAG = 3, ['Pilotage Advisory Group'] = 1 }

local function counted(found)
  local counts = {}
  for _, it in ipairs(found) do
    local words = words_in(it.range)
    counts[words] = (counts[words] or 0) + 1
  end
  return counts
end

test('references', function()
  go_to('PAG)')
  local params = position()
  params.context = { includeDeclaration = true }
  local found = request('textDocument/references', params)
  expect(counted(found), places)
end)

test('highlight', function()
  go_to('PAG meets')
  local found = request('textDocument/documentHighlight', position())
  expect(counted(found), places)
end)

test('rename', function()
  go_to('PAG meets')
  local ready = request('textDocument/prepareRename', position())
  expect(words_in(ready.range or ready), 'PAG')
  lsp.buf.rename('PAB')
  asked['textDocument/rename'] = true
  wait_for(function()
    return text() == original:gsub('%f[%w]PAG%f[%W]', 'PAB')
  end, 'the new name')
  restore()
end)

-- Carries out the action with that title at the first place of `words`.
local function act(words, title)
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      if item[2].title:find(title, 1, true) then
        choose(item)
        return
      end
    end
    error('not offered: ' .. title, 0)
  end
  go_to(words)
  lsp.buf.code_action()
end

local function wait_for_text(wanted, what)
  wait_for(function() return text() == wanted end, what)
end

local function wait_for_findings(count)
  wait_for(function() return #vim.diagnostic.get(buffer) == count end,
    count .. ' findings')
end

test('quick fix', function()
  act('the the', 'delete the second')
  wait_for_text(original:gsub('the the', 'the'), 'the fixed text')
  wait_for_findings(1)
  restore()
  wait_for_findings(2)
end)

test('silencing a finding', function()
  act('the the', 'disable PL701 here')
  wait_for_findings(1)
  restore()
  wait_for_findings(2)
end)

test('renumbering', function()
  local changed = original:gsub('\n7 Progress', '\n9 Progress')
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(changed, '\n'))
  act('9 Progress', 'renumber')
  wait_for_text(original:gsub('paragraph 9', 'paragraph 7'),
    'the number and who refers to it')
  restore()
end)

test('command of the server', function()
  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '8 It serves the the port.' })
  lsp.buf.execute_command({
    command = 'planlint.fixAll',
    arguments = { vim.uri_from_bufnr(buffer) },
  })
  asked['workspace/executeCommand'] = true
  local wanted = original:gsub('the the', 'the') .. '\n8 It serves the port.'
  wait_for_text(wanted, 'all fixes')
  restore()
end)

test('document symbols', function()
  local names = {}
  local function collect(symbols)
    for _, it in ipairs(symbols or {}) do
      names[it.name] = true
      collect(it.children)
    end
  end
  collect(request('textDocument/documentSymbol', document()))
  local all = vim.inspect(names)
  for _, name in ipairs({ 'Overview', 'Strategic goals', 'Services' }) do
    expect({ name, all:find(name, 1, true) ~= nil }, { name, true })
  end
end)

test('workspace symbols', function()
  local found = request('workspace/symbol', { query = 'Services' })
  expect(#found > 0, true)
  expect(found[1].location.uri, vim.uri_from_bufnr(buffer))
end)

test('folding', function()
  local found = {}
  for _, it in ipairs(request('textDocument/foldingRange', document())) do
    found[it.startLine] = it.endLine
  end
  expect(found[1] ~= nil and found[1] <= 6 and found[1] >= 5, true)
end)

test('selection ranges', function()
  go_to('Pilotage', 2)
  local params = document()
  params.positions = { position().position }
  local at = request('textDocument/selectionRange', params)[1]
  expect(words_in(at.range), 'Pilotage')
  local size = 0
  while at do
    local first, last = at.range.start, at.range['end']
    local width = (last.line - first.line) * 30000 + last.character -
      first.character
    expect(width > size, true)
    size, at = width, at.parent
  end
end)

test('links', function()
  local targets = {}
  for _, it in ipairs(request('textDocument/documentLink', document())) do
    targets[words_in(it.range)] = it.target
  end
  local url = 'https://harbour-union.example/reports'
  expect(targets[url], url)
end)

test('completion', function()
  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '8 See paragraph ' })
  go_to('8 See paragraph ', 15)
  local params = position()
  params.position.character = 16
  local result = request('textDocument/completion', params)
  restore()
  expect(#(result.items or result) > 0, true)
end)

test('code lenses', function()
  lsp.codelens.refresh()
  wait_for(function() return #lsp.codelens.get(buffer) > 0 end, 'lenses')
  go_to('2 The Assembly')
  lsp.codelens.run()
  wait_for(function() return #vim.fn.getqflist() == 1 end, 'a reference')
  expect(vim.fn.getqflist()[1].text:find('paragraph 2', 1, true) ~= nil, true)
  vim.cmd('cclose')
end)

test('inlay hints', function()
  local params = document()
  params.range = whole()
  local labels = {}
  for _, it in ipairs(request('textDocument/inlayHint', params)) do
    labels[it.label] = true
  end
  expect(labels['Clean harbours'], true)
end)

test('semantic tokens', function()
  local full = request('textDocument/semanticTokens/full', document())
  expect(#full.data > 0 and #full.data % 5 == 0, true)
  local params = document()
  params.previousResultId = full.resultId
  local delta = request('textDocument/semanticTokens/full/delta', params)
  expect(delta.edits, {})
  params = document()
  params.range = whole()
  local part = request('textDocument/semanticTokens/range', params)
  expect(part.data, full.data)
end)

test('formatting', function()
  local number = #lines()
  vim.api.nvim_buf_set_lines(buffer, number - 1, number, false,
    { lines()[number] .. '  ' })
  lsp.buf.formatting_sync(nil, 30000)
  expect(text(), original)
end)

test('formatting a part', function()
  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '8 It ends.  ' })
  local params = document()
  params.range = whole()
  params.options = { tabSize = 8, insertSpaces = false }
  local edits = request('textDocument/rangeFormatting', params)
  lsp.util.apply_text_edits(edits, buffer, 'utf-16')
  expect(text(), original .. '\n8 It ends.')
  restore()
end)

-- Neovim 0.7 asks for no findings of its own accord.
test('pulled findings', function()
  local report = request('textDocument/diagnostic', document())
  expect({ report.kind, #report.items }, { 'full', 2 })
  local params = document()
  params.previousResultId = report.resultId
  expect(request('textDocument/diagnostic', params).kind, 'unchanged')
  report = request('workspace/diagnostic', { previousResultIds = {} })
  expect(#report.items, 1)
  expect(report.items[1].uri, vim.uri_from_fname(vim.fn.fnamemodify(
    'other.plan', ':p')))
  expect(#report.items[1].items, 1)
end)

test('unknown request', function()
  local answers = lsp.buf_request_sync(buffer, 'planlint/nothing', {}, 30000)
  expect(select(2, next(answers)).error.code, -32601)
end)

-- The request that shows what each capability is worth.
local requests = {
  codeActionProvider = 'textDocument/codeAction',
  codeLensProvider = 'textDocument/codeLens',
  completionProvider = 'textDocument/completion',
  definitionProvider = 'textDocument/definition',
  diagnosticProvider = 'workspace/diagnostic',
  documentFormattingProvider = 'textDocument/formatting',
  documentHighlightProvider = 'textDocument/documentHighlight',
  documentLinkProvider = 'textDocument/documentLink',
  documentRangeFormattingProvider = 'textDocument/rangeFormatting',
  documentSymbolProvider = 'textDocument/documentSymbol',
  executeCommandProvider = 'workspace/executeCommand',
  foldingRangeProvider = 'textDocument/foldingRange',
  hoverProvider = 'textDocument/hover',
  inlayHintProvider = 'textDocument/inlayHint',
  referencesProvider = 'textDocument/references',
  renameProvider = 'textDocument/rename',
  selectionRangeProvider = 'textDocument/selectionRange',
  semanticTokensProvider = 'textDocument/semanticTokens/full/delta',
  workspaceSymbolProvider = 'workspace/symbol',
}

test('nothing is offered that was not tried', function()
  for _, it in ipairs({ 'codeAction', 'codeLens', 'definition', 'formatting' }) do
    asked['textDocument/' .. it] = true -- by Neovim's own functions above
  end
  for name in pairs(lsp.get_active_clients()[1].server_capabilities) do
    if name:find('Provider$') and not asked[requests[name]] then
      error(name, 0)
    end
  end
end)

test('stop', function()
  local client = lsp.get_active_clients()[1]
  client.stop()
  wait_for(function() return client.is_stopped() end, 'the server to stop')
end)

for _, it in ipairs(tests) do
  local fine, why = pcall(it.run)
  results:write(fine and ('ok %s\n'):format(it.name) or
    ('not ok %s: %s\n'):format(it.name, tostring(why)))
end
results:write('done\n')
results:close()
vim.cmd('qall!')
