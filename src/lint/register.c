#include "lint/register.h"

static const pl_str names[PL_REGISTER_COUNT] = {
#define PL_REGISTER(constant, name, what) \
    [PL_REGISTER_##constant] = PL_STR(name),
#include "lint/register.def"
#undef PL_REGISTER
};

pl_str pl_register_name(enum pl_register which)
{
    return names[which];
}

bool pl_register_from_name(pl_str name, enum pl_register *which)
{
    for (size_t i = PL_REGISTER_NONE + 1; i < PL_REGISTER_COUNT; i++) {
        if (pl_str_eq(name, names[i])) {
            *which = (enum pl_register)i;
            return true;
        }
    }
    return false;
}
