if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal commentstring=<!--\ %s\ -->
setlocal wrap linebreak
compiler planlint
let b:undo_ftplugin = 'setlocal commentstring< wrap< linebreak<'
    \ . ' makeprg< errorformat<'
