-- planlint.lua - starts the language server of planlint in any Neovim from 0.7
-- on, shows Word files as text, and colours plans by their syntax tree where the
-- parser is installed.

local M = {}

-- What was given to enable(), with what it leaves out.
local settings

-- For Neovim 0.7 to 0.10, and for Word files: the client of each root folder.
local clients = {}

-- What each name in queries/plan/highlights.scm is called before Neovim 0.8.
local groups = {
  ['markup.heading'] = 'Title',
  ['markup.link'] = 'Underlined',
  ['markup.list'] = 'Special',
  ['markup.quote'] = 'Comment',
  ['markup.raw'] = 'String',
  ['keyword.directive'] = 'PreProc',
}

-- What a code lens does when it is run.
local function show_references(command, context)
  local client = vim.lsp.get_client_by_id(context.client_id)
  vim.fn.setqflist({}, ' ', {
    title = command.title,
    items = vim.lsp.util.locations_to_items(command.arguments[3],
      client.offset_encoding),
  })
  vim.cmd('copen')
end

local function defaults()
  local file = vim.api.nvim_get_runtime_file('lsp/planlint.lua', false)[1]
  return dofile(file)
end

-- The nearest folder above the file that holds a marker, or its own folder.
local function root_of(file, markers)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  for _, marker in ipairs(markers) do
    for _, find in ipairs({ vim.fn.findfile, vim.fn.finddir }) do
      local found = find(marker, vim.fn.escape(folder, ' ,\\') .. ';')
      if found ~= '' then
        return vim.fn.fnamemodify(found, ':p'):gsub('/$', ''):match('(.*)/')
      end
    end
  end
  return folder
end

-- The client of the folder that the file lies in; nil when there is none.
local function client_for(file, config)
  local root = root_of(file, config.root_markers)
  local id = clients[root]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(vim.tbl_extend('keep', {
      name = 'planlint',
      root_dir = root,
      workspace_folders = { { name = root, uri = vim.uri_from_fname(root) } },
    }, config))
    clients[root] = id
  end
  return id
end

local function attach(buffer, config)
  local id = client_for(vim.api.nvim_buf_get_name(buffer), config)
  if id then
    vim.lsp.buf_attach_client(buffer, id)
  end
end

local function attach_by_filetype(config)
  local function attach_plan(buffer)
    local is_plan = vim.tbl_contains(config.filetypes, vim.bo[buffer].filetype)
    if is_plan and vim.bo[buffer].buftype == '' then
      attach(buffer, config)
    end
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('planlint', {}),
    callback = function(event)
      attach_plan(event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    attach_plan(buffer)
  end
end

-- The text of a Word file, from the server; read-only.

local scheme = 'planlint-word'

local function file_of(uri)
  return vim.uri_to_fname((uri:gsub('[?#].*', ''):gsub('^' .. scheme, 'file')))
end

local function fill(buffer, text)
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false,
    vim.split((text:gsub('\n$', '')), '\n'))
  vim.bo[buffer].modifiable = false
  vim.bo[buffer].modified = false
end

local function complain(why)
  vim.notify('planlint: ' .. why, vim.log.levels.ERROR)
end

local function started(id)
  local client = id and vim.lsp.get_client_by_id(id)
  return client and vim.wait(10000, function() return client.initialized end, 10)
    and client
end

local function read(buffer)
  local uri = vim.api.nvim_buf_get_name(buffer)
  local id = settings and client_for(file_of(uri), settings)
  local client = started(id)
  if not client then
    return complain('the server is not running')
  end
  local answer, why = client.request_sync('workspace/textDocumentContent',
    { uri = uri }, 60000, buffer)
  if not answer or answer.err then
    return complain(answer and answer.err.message or why)
  end
  vim.bo[buffer].buftype = 'nowrite'
  vim.bo[buffer].swapfile = false
  fill(buffer, answer.result.text)
  vim.bo[buffer].filetype = 'plan'
  vim.lsp.buf_attach_client(buffer, id)
end

-- Word has saved.
local function refresh(_, params, context)
  local client = vim.lsp.get_client_by_id(context.client_id)
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_get_name(buffer) == params.uri and
        vim.api.nvim_buf_is_loaded(buffer) then
      client.request('workspace/textDocumentContent', params, function(err, result)
        if not err and vim.api.nvim_buf_is_loaded(buffer) then
          fill(buffer, result.text)
        end
      end, buffer)
    end
  end
  return vim.NIL
end

-- Before 0.10 Neovim watches no files: the server is told to look at this one.
local function look(buffer)
  local file = file_of(vim.api.nvim_buf_get_name(buffer))
  local id = clients[root_of(file, settings.root_markers)]
  local client = id and vim.lsp.get_client_by_id(id)
  if client and client.initialized then
    client.notify('workspace/didChangeWatchedFiles',
      { changes = { { uri = vim.uri_from_fname(file), type = 2 } } })
  end
end

local function show_word_files()
  local group = vim.api.nvim_create_augroup('planlint-word', {})
  vim.api.nvim_create_autocmd('BufReadCmd', {
    group = group,
    pattern = scheme .. '://*',
    callback = function(event) read(event.buf) end,
  })
  vim.api.nvim_create_autocmd({ 'BufEnter', 'FocusGained' }, {
    group = group,
    pattern = scheme .. '://*',
    callback = function(event) look(event.buf) end,
  })
  vim.api.nvim_create_user_command('PlanlintWord', function(command)
    M.show(command.args, command.bang and 'original' or nil)
  end, { nargs = 1, bang = true, complete = 'file' })
end

-- `view` is 'final' (the default), 'original' or 'markup'. It is always named:
-- what ends in ".docx" would be taken for an archive.
function M.show(file, view)
  local path = vim.fn.fnamemodify(file, ':p')
  local uri = vim.uri_from_fname(path):gsub('^file', scheme)
  vim.cmd('edit ' .. vim.fn.fnameescape(uri .. '?view=' .. (view or 'final')))
end

local function capabilities()
  local known = vim.lsp.protocol.make_client_capabilities()
  known.workspace.textDocumentContent = { dynamicRegistration = false }
  return known
end

-- `options` are those of vim.lsp.config(); all may be left out.
function M.enable(options)
  local config = vim.tbl_deep_extend('force', defaults(), {
    capabilities = capabilities(),
    commands = { ['planlint.showReferences'] = show_references },
    handlers = { ['workspace/textDocumentContent/refresh'] = refresh },
  }, options or {})
  settings = config
  show_word_files()
  if vim.fn.executable(config.cmd[1]) == 0 then
    vim.notify('planlint: there is no program ' .. config.cmd[1],
      vim.log.levels.ERROR)
  elseif vim.lsp.enable then
    vim.lsp.config('planlint', config)
    vim.lsp.enable('planlint')
  else
    attach_by_filetype(config)
  end
end

function M.highlight(buffer)
  if #vim.api.nvim_get_runtime_file('parser/plan.so', false) == 0 then
    return
  end
  if vim.treesitter.start then
    vim.treesitter.start(buffer, 'plan')
    return
  end
  local highlighter = vim.treesitter.highlighter
  for name, group in pairs(groups) do
    highlighter.hl_map[name] = group
  end
  highlighter.new(vim.treesitter.get_parser(buffer, 'plan'))
end

return M
