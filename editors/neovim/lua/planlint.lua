-- planlint.lua - starts the language server of planlint in any Neovim from 0.7
-- on, and colours plans by their syntax tree where the parser is installed.

local M = {}

-- For Neovim 0.7 to 0.10: the client of each root folder.
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

local function attach(buffer, config)
  local root = root_of(vim.api.nvim_buf_get_name(buffer), config.root_markers)
  local id = clients[root]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(vim.tbl_extend('keep', {
      name = 'planlint',
      root_dir = root,
      workspace_folders = { { name = root, uri = vim.uri_from_fname(root) } },
    }, config))
    clients[root] = id
  end
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

-- `options` are those of vim.lsp.config(); all may be left out.
function M.enable(options)
  local config = vim.tbl_deep_extend('force', defaults(), {
    commands = { ['planlint.showReferences'] = show_references },
  }, options or {})
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
