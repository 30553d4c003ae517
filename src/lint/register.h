/* register.h - the ledgers that a rule may be entered in by its key
 * "register": what it reports is kept there. */
#ifndef PLANLINT_LINT_REGISTER_H
#define PLANLINT_LINT_REGISTER_H

#include <stdbool.h>

#include "base/str.h"

enum pl_register {
    PL_REGISTER_NONE,
#define PL_REGISTER(constant, name, what) PL_REGISTER_##constant,
#include "lint/register.def"
#undef PL_REGISTER
    PL_REGISTER_COUNT
};

/* "acronyms"; empty for PL_REGISTER_NONE. */
pl_str pl_register_name(enum pl_register which);

/* False when there is no such register. */
bool pl_register_from_name(pl_str name, enum pl_register *which);

#endif
