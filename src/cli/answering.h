/* answering.h - a Word file that a command writes an answer into: a copy for
 * -o, or the file itself for --in-place. */
#ifndef PLANLINT_CLI_ANSWERING_H
#define PLANLINT_CLI_ANSWERING_H

#include "base/attr.h"
#include "base/str.h"
#include "cli/document.h"

struct pl_session;
struct pl_zip;

struct pl_answering {
    struct pl_session *session;
    struct pl_open_document document;
    const char *path; /* of the file that is read */
    pl_str date;      /* of what is written: "2026-05-04T09:30:00Z" */
};

/* Reads the one file that the arguments name. False after a complaint, as when
 * it is no Word file, or when what is to be written would take the place of
 * something. Warns of signatures and of protection. */
PL_MUST_CHECK bool pl_answering_begin(struct pl_answering *answering,
                                      struct pl_session *session);

/* The container of a Word file that was read. */
PL_MUST_CHECK bool pl_answering_open(const struct pl_answering *answering,
                                     pl_str bytes, struct pl_zip **zip);

/* Writes the file, in one step. */
PL_MUST_CHECK bool pl_answering_end(const struct pl_answering *answering,
                                    pl_str bytes);

#endif
