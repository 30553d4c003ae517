/* severity.h - how sure a finding is: error (wrong for certain), warning
 * (almost certainly), info (worth a look); off silences a rule. */
#ifndef PLANLINT_LINT_SEVERITY_H
#define PLANLINT_LINT_SEVERITY_H

#include <stdbool.h>

#include "base/str.h"

enum pl_severity {
#define PL_SEVERITY(constant, name) PL_SEVERITY_##constant,
#include "lint/severity.def"
#undef PL_SEVERITY
};

const char *pl_severity_name(enum pl_severity severity);
bool pl_severity_from_name(pl_str name, enum pl_severity *severity);

#endif
