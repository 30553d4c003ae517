/* document.h - a document on its way from a path to a plan. */
#ifndef PLANLINT_CLI_DOCUMENT_H
#define PLANLINT_CLI_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "text/source.h"

struct pl_arena;
struct pl_plan;
struct pl_session;
struct pl_setup;
struct pl_vocabulary;

/* The path that is shown for `path`: for "-" that of --stdin-filename. */
const char *pl_document_name(const struct pl_session *session,
                             const char *path);

struct pl_document_bytes {
    const char *name; /* for messages */
    pl_str bytes;     /* borrowed */
    struct pl_source_choice choice;
    const struct pl_vocabulary *vocabulary; /* the user's; may be NULL */
};

/* The plan of a document; all is in the arena or borrowed from the bytes. */
PL_MUST_CHECK bool pl_document_plan(struct pl_arena *arena,
                                    struct pl_document_bytes document,
                                    const struct pl_plan **plan,
                                    struct pl_error *error);

/* A document to read, and what is configured for it (NULL: nothing). */
struct pl_document {
    const struct pl_session *session;
    const struct pl_setup *setup;
    const char *path; /* "-": standard input */
};

/* Its text alone. */
PL_MUST_CHECK bool pl_document_text(struct pl_arena *arena,
                                    struct pl_document document,
                                    struct pl_source **source,
                                    struct pl_error *error);

/* All is in the arena, but for what the configuration holds. */
PL_MUST_CHECK bool pl_document_read(struct pl_arena *arena,
                                    struct pl_document document,
                                    const struct pl_plan **plan,
                                    struct pl_error *error);

/* A document that was read, and what is configured for it. */
struct pl_open_document {
    const struct pl_setup *setup;
    const struct pl_plan *plan;
};

/* For commands that are about one document: reads the one that argument
 * `index` names, the last argument there may be. All is in the arena of the
 * session; false after a complaint. */
PL_MUST_CHECK bool pl_document_open(struct pl_session *session, size_t index,
                                    struct pl_open_document *document);

#endif
