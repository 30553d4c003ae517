/* option.h - the options of all commands, in one table.
 *
 * The parser, the help texts, the manual page and the completions of shells
 * are all made from it. */
#ifndef PLANLINT_CLI_OPTION_H
#define PLANLINT_CLI_OPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum pl_command_id {
#define PL_COMMAND(constant, name, arguments, summary, text) \
    PL_COMMAND_##constant,
#include "cli/command.def"
#undef PL_COMMAND
    PL_COMMAND_COUNT
};

enum pl_option_id {
    PL_OPTION_PROFILE,
    PL_OPTION_FORMAT,
    PL_OPTION_SELECT,
    PL_OPTION_IGNORE,
    PL_OPTION_SEVERITY,
    PL_OPTION_FAIL_LEVEL,
    PL_OPTION_INTRODUCED,
    PL_OPTION_FIX,
    PL_OPTION_UNSAFE_FIXES,
    PL_OPTION_DIFF,
    PL_OPTION_FROM,
    PL_OPTION_KIND,
    PL_OPTION_STYLE,
    PL_OPTION_START,
    PL_OPTION_WRITE,
    PL_OPTION_TRACKED,
    PL_OPTION_IN_PLACE,
    PL_OPTION_DATE,
    PL_OPTION_INPUT_FORMAT,
    PL_OPTION_VIEW,
    PL_OPTION_MAP,
    PL_OPTION_LANGUAGE,
    PL_OPTION_STDIN_FILENAME,
    PL_OPTION_CONFIG,
    PL_OPTION_NO_CONFIG,
    PL_OPTION_COLOR,
    PL_OPTION_OUTPUT,
    PL_OPTION_QUIET,
    PL_OPTION_COVERAGE,
    PL_OPTION_OVER,
    PL_OPTION_STDIO,
    PL_OPTION_MAN,
    PL_OPTION_COMPLETION,
    PL_OPTION_HELP,
    PL_OPTION_VERSION,
    PL_OPTION_COUNT
};

/* What an argument is, for the completions. */
enum pl_argument_kind {
    PL_ARGUMENT_NONE,
    PL_ARGUMENT_VALUE, /* one of `values`, or anything when there are none */
    PL_ARGUMENT_LIST,  /* separated by commas; the option may be repeated */
    PL_ARGUMENT_FILE,
};

struct pl_option {
    enum pl_option_id id;
    unsigned commands; /* a bit for each enum pl_command_id */
    const char *name;
    char letter; /* 0: none */
    enum pl_argument_kind kind;
    const char *argument;      /* "FILE"; NULL when there is none */
    const char *const *values; /* the only ones, up to NULL; NULL: any */
    const char *help;          /* a clause, lower case, no full stop */
};

/* In the order in which help shows them. An id may have several rows, for
 * different commands. */
extern const struct pl_option pl_option_table[];
extern const size_t pl_option_table_count;

/* The row of an option for a command, by its id or its long name; NULL when
 * the command does not take it. */
const struct pl_option *pl_option_for(enum pl_command_id command,
                                      enum pl_option_id id);
const struct pl_option *pl_option_named(enum pl_command_id command,
                                        pl_str name);
bool pl_option_is_of(const struct pl_option *option,
                     enum pl_command_id command);

#endif
