-- neovim-syntax.lua - asks Neovim's tree-sitter what it makes of our queries;
-- run by neovim-syntax.sh on a fixture of the grammar's.

local results = assert(io.open(vim.env.PLANLINT_RESULTS, 'w'))
local ts = vim.treesitter
local buffer = vim.api.nvim_get_current_buf()
local root = ts.get_parser(buffer, 'plan'):parse()[1]:root()

local function try(name, condition, why)
  results:write(condition and ('ok %s\n'):format(name) or
    ('not ok %s: %s\n'):format(name, tostring(why)))
end

-- Each query is one that Neovim takes, and finds something.
for _, name in ipairs({ 'highlights', 'folds', 'injections', 'locals',
  'textobjects' }) do
  local fine, query = pcall(ts.get_query, 'plan', name)
  local count = 0
  if fine and query then
    for _ in query:iter_captures(root, buffer, 0, -1) do
      count = count + 1
    end
  end
  try(name, count > 0, query)
end

-- The names of what stands at the first place of `words`.
local function captures_at(words)
  local names = {}
  local line, column = unpack(vim.fn.searchpos('\\V' .. words, 'w'))
  local query = ts.get_query('plan', 'highlights')
  for id, node in query:iter_captures(root, buffer, line - 1, line) do
    local row, start, _, stop = node:range()
    if row == line - 1 and start < column and column <= stop then
      table.insert(names, query.captures[id])
    end
  end
  return table.concat(names, ' ')
end

try('a highlighter', ts.highlighter.active[buffer] ~= nil, 'none')
vim.cmd('redraw!')
try('a heading', vim.fn.hlexists('planTitle') == 1,
  'no group that planTitle links to')
for words, name in pairs({
  ['# Plan of'] = 'punctuation.special',
  ['Plan of the reading rooms'] = 'markup.heading',
  ['^rules'] = 'label',
  ['opening_hours'] = 'markup.raw',
  ['* the librarians'] = 'markup.list',
}) do
  vim.fn.cursor(4, 1)
  try(words, captures_at(words) == name, captures_at(words))
end

results:write('done\n')
results:close()
vim.cmd('qall!')
