/* checks.h - the kinds of check there are, for rule files to name. */
#ifndef PLANLINT_CHECKS_CHECKS_H
#define PLANLINT_CHECKS_CHECKS_H

#include "lint/check.h"

extern const struct pl_checks pl_checks;

#define PL_CHECK(noun) extern const struct pl_check pl_check_##noun;
#include "checks/checks.def"
#undef PL_CHECK

#endif
