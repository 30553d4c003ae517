/* terminal.h - what the terminal on standard output can show. */
#ifndef PLANLINT_CLI_TERMINAL_H
#define PLANLINT_CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/* `when` is "always", "never", or "auto" (also NULL): then NO_COLOR says no
 * and FORCE_COLOR yes, in this order; else colours are for a terminal whose
 * TERM is not "dumb". `is_terminal`: the output goes to standard output and
 * that is a terminal. */
bool pl_terminal_has_colour(const char *when, bool is_terminal);

bool pl_terminal_is_output(void); /* whether standard output is a terminal */

/* Columns for text: those of the terminal, within reason; else 80. */
size_t pl_terminal_width(bool is_terminal);

#endif
