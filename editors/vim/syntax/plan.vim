if exists('b:current_syntax')
  finish
endif

" Numbers of paragraphs and sections, and what they stand before.
syntax match planNumber /^\d\+\%(\.\w\+\)*\%(bis\|ter\)\?\.\?\ze\s/
syntax match planHeading /^\d\+\%(\.\w\+\)* \?\t\u.*$/ contains=planNumber,@planInline
syntax match planHeading /^#\+ .*$/ contains=@planInline
syntax match planHeading /^\c\%(annex\|appendix\)\>.*$/ contains=@planInline

" Markers of list items.
syntax match planMarker /^\s*\zs\%([-*•–]\|\l\{1,4})\|(\l\{1,4})\)\ze\s/

syntax cluster planInline contains=planNote,planUrl,planCode,planComment
syntax match planNote /\[footnoteRef:\d\+\]/
syntax match planNote /\[^[^]]\+\]/
syntax match planUrl /\<https\?:\/\/[^ \t<>)]*[^ \t<>).,;:]/
syntax region planCode start=/`/ end=/`/ oneline
syntax match planComment /^Comment by [^:]\+:.*$/
syntax region planComment start=/<!--/ end=/-->/ contains=planDirective
syntax match planDirective /\<planlint-\%(disable\|enable\)[a-z-]*/ contained

highlight default link planNumber Number
highlight default link planHeading Title
highlight default link planMarker Special
highlight default link planNote Identifier
highlight default link planUrl Underlined
highlight default link planCode String
highlight default link planComment Comment
highlight default link planDirective PreProc

let b:current_syntax = 'plan'
