" The language server of planlint, for ALE. ALE counts bytes where the protocol
" counts UTF-16 units, so the server is asked for bytes.
call ale#Set('plan_planlint_executable', 'planlint')
call ale#Set('plan_planlint_settings', {})

function! ale_linters#plan#planlint#Root(buffer) abort
  let l:file = ale#path#FindNearestFile(a:buffer, 'planlint.json')
  if !empty(l:file)
    return fnamemodify(l:file, ':h')
  endif
  let l:folder = ale#path#FindNearestDirectory(a:buffer, '.git')
  if !empty(l:folder)
    return fnamemodify(l:folder, ':h:h')
  endif
  return fnamemodify(bufname(a:buffer), ':p:h')
endfunction

call ale#linter#Define('plan', {
    \ 'name': 'planlint',
    \ 'lsp': 'stdio',
    \ 'executable': {buffer -> ale#Var(buffer, 'plan_planlint_executable')},
    \ 'command': '%e lsp',
    \ 'project_root': function('ale_linters#plan#planlint#Root'),
    \ 'initialization_options': {'positionEncoding': 'utf-8'},
    \ 'lsp_config':
    \   {buffer -> {'planlint': ale#Var(buffer, 'plan_planlint_settings')}},
    \ })
