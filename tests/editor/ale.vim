" ale.vim - drives ALE on harbour.plan; run by ale.sh.

let s:results = []
let s:buffer = bufnr('')
let s:original = getline(1, '$')
let g:ale_hover_to_preview = 1
let g:ale_hover_cursor = 0
set hidden

function s:Text() abort
  return getbufline(s:buffer, 1, '$')
endfunction

function s:Replaced(from, to) abort
  return map(copy(s:original),
      \ {_, line -> substitute(line, '\C\<' . a:from . '\>', a:to, 'g')})
endfunction

function s:Wait(condition, what) abort
  let l:start = reltime()
  while !a:condition()
    if reltimefloat(reltime(l:start)) > 30
      throw 'waited in vain for ' . a:what
    endif
    sleep 20m
  endwhile
endfunction

function s:Restore() abort
  execute 'buffer' s:buffer
  call setline(1, s:original)
  ALELint
endfunction

function s:GoTo(words, offset) abort
  execute 'buffer' s:buffer
  call cursor(1, 1)
  if !search('\V\C' . a:words, 'cW')
    throw 'no ' . a:words
  endif
  call cursor(line('.'), col('.') + a:offset)
endfunction

function s:Equal(got, wanted) abort
  if a:got !=# a:wanted
    throw 'got ' . string(a:got) . ' instead of ' . string(a:wanted)
  endif
endfunction

" The words under each mark.
function s:Found() abort
  let l:found = []
  for l:it in ale#engine#GetLoclist(s:buffer)
    let l:line = getbufline(s:buffer, l:it.lnum)[0]
    call add(l:found, l:line[l:it.col - 1 : l:it.end_col - 1])
  endfor
  return sort(l:found)
endfunction

function s:Preview() abort
  for l:window in range(1, winnr('$'))
    if getwinvar(l:window, '&previewwindow')
      return join(getbufline(winbufnr(l:window), 1, '$'))
    endif
  endfor
  return ''
endfunction

" What a person would type where ALE asks.
runtime autoload/ale/util.vim
let s:answer = {-> ''}
function! ale#util#Input(message, value, ...) abort
  return s:answer(a:message)
endfunction

function s:Choose(title, message) abort
  let l:number = matchstr(a:message, '\d\+\ze) [^\n]*' . a:title)
  if empty(l:number)
    throw 'it offers ' . a:message
  endif
  return l:number
endfunction

function s:Diagnostics() abort
  call s:Equal(&filetype, 'plan')
  call s:Wait({-> len(s:Found()) == 2}, 'two findings')
  call s:Equal(s:Found(), ['9', 'the the'])
endfunction

function s:Definition() abort
  call s:GoTo('paragraph 2', 10)
  ALEGoToDefinition
  call s:Wait({-> getline('.') =~# '^2 The Assembly'}, 'paragraph 2')
endfunction

function s:Hover() abort
  call s:GoTo('paragraph 2', 10)
  ALEHover
  call s:Wait({-> s:Preview() =~# 'The Assembly of Members meets'}, 'the text')
  pclose
endfunction

function s:References() abort
  call s:GoTo('PAG meets', 0)
  ALEFindReferences -quickfix
  call s:Wait({-> len(getqflist()) == 2}, 'two places')
  cclose
endfunction

function s:Rename() abort
  call s:GoTo('PAG meets', 0)
  let s:answer = {-> 'PAB'}
  ALERename
  let l:wanted = s:Replaced('PAG', 'PAB')
  call s:Wait({-> s:Text() ==# l:wanted}, 'the new name')
  call s:Restore()
endfunction

function s:QuickFix() abort
  call s:Wait({-> len(s:Found()) == 2}, 'two findings')
  call s:GoTo('the the', 5)
  let s:answer = function('s:Choose', ['delete the second'])
  ALECodeAction
  let l:wanted = s:Replaced('the the', 'the')
  call s:Wait({-> s:Text() ==# l:wanted}, 'the fixed text')
  ALELint
  call s:Wait({-> s:Found() ==# ['9']}, 'one finding')
  call s:Restore()
endfunction

function s:Symbols() abort
  ALESymbolSearch Services
  call s:Wait({-> &filetype ==# 'ale-preview-selection'}, 'a list')
  call s:Equal(search('harbour\.plan:\d\+:\d\+ .*Services') > 0, 1)
  close
endfunction

for s:name in ['Diagnostics', 'Definition', 'Hover', 'References', 'Rename',
    \ 'QuickFix', 'Symbols']
  try
    call call('s:' . s:name, [])
    call add(s:results, 'ok ' . s:name)
  catch
    call add(s:results, 'not ok ' . s:name . ': ' . v:exception)
  endtry
endfor
call writefile(s:results + ['done'], $PLANLINT_RESULTS)
qall!
