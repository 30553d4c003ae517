" Columns count characters, as people do; Vim takes them for bytes.
if exists('current_compiler')
  finish
endif
let current_compiler = 'planlint'

CompilerSet makeprg=planlint\ --format\ lines\ %:S
CompilerSet errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m
