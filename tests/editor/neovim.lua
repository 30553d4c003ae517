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
  if not vim.wait(10000, condition, 10) then
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

local function request(method, params)
  if not lsp.get_active_clients()[1].supports_method(method) then
    error('the server does not offer ' .. method, 0)
  end
  local answers, why = lsp.buf_request_sync(buffer, method, params, 10000)
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
  local wanted = original:gsub('%f[%w]PAG%f[%W]', 'PAB')
  wait_for(function() return text() == wanted end, 'the new name')
  restore()
end)

test('quick fix', function()
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      if item[2].title == 'delete the second' then
        choose(item)
        return
      end
    end
    error('no fix offered', 0)
  end
  go_to('the the')
  lsp.buf.code_action()
  local wanted = original:gsub('the the', 'the')
  wait_for(function() return text() == wanted end, 'the fixed text')
  wait_for(function() return #vim.diagnostic.get(buffer) == 1 end,
    'the finding to go')
  restore()
  wait_for(function() return #vim.diagnostic.get(buffer) == 2 end,
    'the finding to come back')
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
    local width = (last.line - first.line) * 10000 + last.character -
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
  lsp.buf.formatting_sync(nil, 10000)
  expect(text(), original)
end)

test('unknown request', function()
  local answers = lsp.buf_request_sync(buffer, 'planlint/nothing', {}, 10000)
  expect(select(2, next(answers)).error.code, -32601)
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
