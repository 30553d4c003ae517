# planlint_prefer_archive(VARIABLE FILE): sets VARIABLE to the static library of
# that name where there is one; leaves it as it is otherwise.
function(planlint_prefer_archive variable file)
    find_library(archive_${variable} NAMES ${file})
    mark_as_advanced(archive_${variable})
    if(archive_${variable})
        set(${variable} ${archive_${variable}} PARENT_SCOPE)
    endif()
endfunction()
