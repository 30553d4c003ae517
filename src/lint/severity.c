#include "lint/severity.h"

#include "base/array.h"

static const pl_str names[] = {
#define PL_SEVERITY(constant, name) [PL_SEVERITY_##constant] = PL_STR(name),
#include "lint/severity.def"
#undef PL_SEVERITY
};

const char *pl_severity_name(enum pl_severity severity)
{
    return names[severity].data;
}

bool pl_severity_from_name(pl_str name, enum pl_severity *severity)
{
    for (size_t i = 0; i < PL_COUNT(names); i++) {
        if (pl_str_eq(names[i], name)) {
            *severity = (enum pl_severity)i;
            return true;
        }
    }
    return false;
}
