/* command.h - the commands, in one table made from command.def. */
#ifndef PLANLINT_CLI_COMMAND_H
#define PLANLINT_CLI_COMMAND_H

#include "base/str.h"
#include "cli/option.h"

struct pl_session;

/* The status planlint ends with. */
enum pl_exit {
    PL_EXIT_CLEAN,    /* nothing at or above the fail level */
    PL_EXIT_FINDINGS, /* or a failed example of a rule */
    PL_EXIT_TROUBLE,  /* usage, input, output or configuration */
};

struct pl_command {
    enum pl_command_id id;
    const char *name;
    const char *arguments; /* "PATH..."; "" when there are none */
    const char *summary;   /* a clause, lower case, no full stop */
    const char *text;      /* some sentences */
    enum pl_exit (*run)(struct pl_session *session);
};

const struct pl_command *pl_command_at(enum pl_command_id id);
const struct pl_command *pl_command_find(pl_str name); /* or NULL */

/* The command whose name was probably meant, or the empty string. */
pl_str pl_command_nearest(pl_str name);

/* Each in command_NAME.c. What it cannot do it says by pl_session_complain()
 * and goes on where it can. */
#define PL_COMMAND(constant, name, arguments, summary, text) \
    enum pl_exit pl_command_##name(struct pl_session *session);
#include "cli/command.def"
#undef PL_COMMAND

#endif
