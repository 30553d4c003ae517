/* output.h - where a command writes: standard output, or a file at the end. */
#ifndef PLANLINT_CLI_OUTPUT_H
#define PLANLINT_CLI_OUTPUT_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"

struct pl_arena;

struct pl_output {
    const char *path;   /* NULL: standard output */
    struct pl_buf held; /* what the file will be */
    int failure;        /* errno of the first write that failed, or 0 */
};

/* `path` may be NULL or "-". */
struct pl_output pl_output_to(struct pl_arena *arena, const char *path);

void pl_output_write(struct pl_output *output, pl_str bytes);

/* Whether somebody can still read it: false after a write that failed. */
bool pl_output_is_open(const struct pl_output *output);

/* Fails when not all could be written. The file is written here, in one step,
 * so that it never is half a report. That nobody reads any more (a pipe that
 * was closed) leaves the error empty: there is nothing to say. */
PL_MUST_CHECK bool pl_output_end(struct pl_output *output,
                                 struct pl_error *error);

#endif
