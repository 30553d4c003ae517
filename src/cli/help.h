/* help.h - what the option table says: for people, for man and for shells. */
#ifndef PLANLINT_CLI_HELP_H
#define PLANLINT_CLI_HELP_H

#include "cli/option.h"
#include "report/page.h"

struct pl_buf;

void pl_help_program(struct pl_page *page); /* commands, options of check */
void pl_help_command(struct pl_page *page, enum pl_command_id command);

/* The manual page in the man macros of roff. */
void pl_help_man(struct pl_buf *out);

/* The completions for "bash", "zsh" or "fish". */
void pl_help_completion(struct pl_buf *out, const char *shell);

#endif
