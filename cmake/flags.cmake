# planlint_warnings: what our own code must be clean under.
# planlint_flags: what every object gets, sanitizers and hardening included.
set(PLANLINT_WARNINGS
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wundef
    -Wvla -Wcast-qual -Wwrite-strings -Wstrict-prototypes -Wmissing-prototypes
    -Wswitch-enum -Wimplicit-fallthrough -Wformat=2 -Wnull-dereference
    -Wpointer-arith -Wredundant-decls)
if(PLANLINT_WERROR)
    list(APPEND PLANLINT_WARNINGS -Werror)
endif()
add_library(planlint_warnings INTERFACE)
target_compile_options(planlint_warnings INTERFACE ${PLANLINT_WARNINGS})

add_library(planlint_flags INTERFACE)
target_compile_definitions(planlint_flags INTERFACE _GNU_SOURCE)
target_link_options(planlint_flags INTERFACE -Wl,--as-needed)

if(PLANLINT_SANITIZE)
    set(sanitize -fsanitize=${PLANLINT_SANITIZE} -fno-sanitize-recover=all
        -fno-omit-frame-pointer)
    target_compile_options(planlint_flags INTERFACE ${sanitize})
    target_link_options(planlint_flags INTERFACE ${sanitize})
endif()

if(PLANLINT_HARDENING)
    include(CheckCCompilerFlag)
    set(hardening -fstack-protector-strong -fstack-clash-protection
        -fcf-protection=full -ftrivial-auto-var-init=zero)
    foreach(flag IN LISTS hardening)
        string(MAKE_C_IDENTIFIER "HAVE${flag}" have)
        check_c_compiler_flag(-Werror\ ${flag} ${have})
        if(${have})
            target_compile_options(planlint_flags INTERFACE ${flag})
        endif()
    endforeach()
    target_compile_options(planlint_flags INTERFACE
                           -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
    target_link_options(planlint_flags INTERFACE -Wl,-z,relro -Wl,-z,now
                        -Wl,-z,noexecstack -Wl,-z,separate-code)
endif()
