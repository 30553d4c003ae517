/* options.h - a command line, read: the command, its options, its arguments. */
#ifndef PLANLINT_CLI_OPTIONS_H
#define PLANLINT_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "base/vec.h"
#include "cli/option.h"

struct pl_arena;

struct pl_options {
    enum pl_command_id command;
    bool is_command_named; /* false: check, because none was named */
    /* Of each option the last value, "" for one without argument; NULL when it
     * was not given. Checked against the values the option takes. */
    const char *value[PL_OPTION_COUNT];
    /* The parts of all values of an option with a list. */
    struct {
        PL_VEC(pl_str) parts;
    } list[PL_OPTION_COUNT];
    char *const *arguments; /* after the options; borrows from argv */
    size_t argument_count;
};

/* Reorders `argv`: the arguments behind the options. The error says what was
 * given and, where one is near, what was probably meant. */
PL_MUST_CHECK bool pl_options_parse(struct pl_arena *arena, int argc,
                                    char **argv, struct pl_options *options,
                                    struct pl_error *error);

bool pl_options_has(const struct pl_options *options, enum pl_option_id id);

#endif
