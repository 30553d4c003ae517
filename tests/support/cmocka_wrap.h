/* cmocka_wrap.h - cmocka.h with the headers that it wants before it, in the
 * order that it wants them. */
#ifndef PLANLINT_TESTS_SUPPORT_CMOCKA_WRAP_H
#define PLANLINT_TESTS_SUPPORT_CMOCKA_WRAP_H

/* clang-format off */
#include <setjmp.h> // IWYU pragma: export
#include <stdarg.h> // IWYU pragma: export
#include <stddef.h> // IWYU pragma: export
#include <stdint.h> // IWYU pragma: export
#include <cmocka.h> // IWYU pragma: export
/* clang-format on */

#endif
