#include "checks/checks.h"

static const struct pl_check *const kinds[] = {
#define PL_CHECK(noun) &pl_check_##noun,
#include "checks/checks.def"
#undef PL_CHECK
};

const struct pl_checks pl_checks = {kinds, sizeof(kinds) / sizeof(*kinds)};
