#include "cli/command.h"

#include <stddef.h>

#include "base/nearest.h"

static const struct pl_command commands[] = {
#define PL_COMMAND(constant, name_, arguments_, summary_, text_) \
    [PL_COMMAND_##constant] = {                                  \
        .id = PL_COMMAND_##constant,                             \
        .name = #name_,                                          \
        .arguments = (arguments_),                               \
        .summary = (summary_),                                   \
        .text = (text_),                                         \
        .run = pl_command_##name_,                               \
    },
#include "cli/command.def"
#undef PL_COMMAND
};

const struct pl_command *pl_command_at(enum pl_command_id id)
{
    return &commands[id];
}

const struct pl_command *pl_command_find(pl_str name)
{
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        if (pl_str_eq(name, pl_str_from(commands[i].name))) {
            return &commands[i];
        }
    }
    return NULL;
}

pl_str pl_command_nearest(pl_str name)
{
    struct pl_nearest nearest = pl_nearest_to(name);
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        pl_nearest_offer(&nearest, pl_str_from(commands[i].name));
    }
    return nearest.best;
}
