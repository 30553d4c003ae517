# planlint_pages(): the manual page and the completions of shells, which the
# program itself writes, built with it and installed where they are looked for.
function(planlint_pages)
    set(folder "${PROJECT_BINARY_DIR}/pages")
    file(MAKE_DIRECTORY "${folder}")
    set(pages "${folder}/planlint.1")
    set(commands COMMAND planlint help --man -o "${folder}/planlint.1")
    foreach(shell bash zsh fish)
        list(APPEND pages "${folder}/planlint.${shell}")
        list(APPEND commands COMMAND planlint help --completion ${shell}
             -o "${folder}/planlint.${shell}")
    endforeach()
    add_custom_command(OUTPUT ${pages} ${commands} DEPENDS planlint
                       COMMENT "Writing the manual and the completions"
                       VERBATIM)
    add_custom_target(planlint_pages ALL DEPENDS ${pages})

    set(data "${CMAKE_INSTALL_DATADIR}")
    install(FILES "${folder}/planlint.1"
            DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
    install(FILES "${folder}/planlint.bash" RENAME planlint
            DESTINATION "${data}/bash-completion/completions")
    install(FILES "${folder}/planlint.zsh" RENAME _planlint
            DESTINATION "${data}/zsh/site-functions")
    install(FILES "${folder}/planlint.fish"
            DESTINATION "${data}/fish/vendor_completions.d")
endfunction()
