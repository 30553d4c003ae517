" vim.vim - asks Vim what it makes of plans; run by vim.sh.

let s:results = []

function s:Try(name, got, wanted) abort
  call add(s:results, a:got ==# a:wanted ? 'ok ' . a:name :
      \ 'not ok ' . a:name . ': ' . string(a:got))
endfunction

function s:Colour(words) abort
  call cursor(1, 1)
  let [l:line, l:column] = searchpos('\V\C' . a:words, 'cW')
  return synIDattr(synID(l:line, l:column, 1), 'name')
endfunction

call s:Try('filetype', &filetype, 'plan')
call s:Try('a section number', s:Colour("1 \tOverview"), 'planNumber')
call s:Try('a heading', s:Colour('Overview'), 'planHeading')
call s:Try('a paragraph number', s:Colour('2 The Assembly'), 'planNumber')
call s:Try('a marker', s:Colour('b) publishes'), 'planMarker')
call s:Try('a footnote', s:Colour('[footnoteRef'), 'planNote')
call s:Try('an address', s:Colour('https:'), 'planUrl')
call s:Try('prose', s:Colour('serves the'), '')

silent make!
let s:list = filter(getqflist(), 'v:val.valid')
call s:Try(':make', map(copy(s:list), '[v:val.lnum, v:val.type]'),
    \ [[3, 'w'], [17, 'e']])
call s:Try('its column', s:list[1].col,
    \ stridx(getline(17), 'paragraph 9') + 11)
call s:Try('its message', s:list[0].text =~# '\[PL701\]$', 1)

edit! notes.plan.txt
call s:Try('filetype of .plan.txt', &filetype, 'plan')
call s:Try('a Markdown heading', s:Colour('# Plan of'), 'planHeading')
call s:Try('a directive', s:Colour('planlint-disable'), 'planDirective')
call s:Try('code', s:Colour('opening_hours'), 'planCode')

call writefile(s:results + ['done'], $PLANLINT_RESULTS)
qall!
