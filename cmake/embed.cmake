# planlint_embed(TARGET): an object library with the tables of
# src/lint/embedded.h, made from rules/ and made again when a file there
# appears, changes or goes.
function(planlint_embed target)
    set(folder "${PROJECT_SOURCE_DIR}/rules")
    set(output "${PROJECT_BINARY_DIR}/embedded/embedded.c")
    file(GLOB rules CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*.json")
    file(GLOB sets CONFIGURE_DEPENDS RELATIVE "${folder}"
         "${folder}/sets/*.json")
    set(inputs ${rules} ${sets})
    list(TRANSFORM inputs PREPEND "${folder}/")

    # Runs while building: it takes none of the target's own flags.
    add_executable(planlint_embed "${PROJECT_SOURCE_DIR}/cmake/embed.c")
    target_link_libraries(planlint_embed PRIVATE planlint_warnings)

    file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/embedded")
    add_custom_command(
        OUTPUT "${output}"
        COMMAND planlint_embed "${output}" "${folder}"
                pl_embedded_rules ${rules} -- pl_embedded_sets ${sets}
        DEPENDS planlint_embed ${inputs}
        COMMENT "Embedding the rules"
        VERBATIM)
    # Long string literals are the point here, so no pedantry.
    add_library(${target} OBJECT "${output}")
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(${target} PRIVATE planlint_flags)
    set_target_properties(${target} PROPERTIES C_CLANG_TIDY "")
endfunction()
