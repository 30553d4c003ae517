/* session.h - one run of the program: its options, where it writes, and
 * whether all went well. */
#ifndef PLANLINT_CLI_SESSION_H
#define PLANLINT_CLI_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "cli/options.h"
#include "cli/output.h"
#include "report/page.h"

struct pl_arena;

struct pl_session {
    struct pl_arena *arena; /* of the run */
    struct pl_options options;
    struct pl_output output;
    bool had_trouble; /* something was complained about */
};

/* On standard error, after what was written so far. */
void pl_session_complain(struct pl_session *session,
                         const struct pl_error *error);
void pl_session_complainf(struct pl_session *session, const char *format, ...)
    PL_PRINTF(2, 3);

/* The value of an option, or NULL. */
const char *pl_session_value(const struct pl_session *session,
                             enum pl_option_id id);

bool pl_session_has_colour(const struct pl_session *session);
size_t pl_session_width(const struct pl_session *session); /* columns */

/* An empty page as wide and colourful as the output allows. */
struct pl_page pl_session_page(const struct pl_session *session,
                               struct pl_buf *buf);

/* Runs a command line to its end; returns the status of the process. */
int pl_session_main(int argc, char **argv);

#endif
