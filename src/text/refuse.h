/* refuse.h - bytes that are not text: what they are, said with their place.
 *
 * All functions set the error and return false, so that they can stand in a
 * return; pl_refuse_known() alone returns true when there is nothing to say. */
#ifndef PLANLINT_TEXT_REFUSE_H
#define PLANLINT_TEXT_REFUSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

/* How a document becomes a Word file: one that is not read, or that nothing can
 * be written into. */
#define PL_REFUSE_CONVERSION                                                \
    "LibreOffice makes a .docx file of it that keeps its tracked changes: " \
    "soffice --headless --convert-to docx FILE"

/* Fails for the formats of files that begin with a known mark: Word, PDF... */
PL_MUST_CHECK bool pl_refuse_known(const char *path, pl_str bytes,
                                   struct pl_error *error);

/* The place of an offset in bytes that are UTF-8 or nearly so. */
struct pl_place pl_place_in(const char *path, pl_str bytes, size_t offset);

/* There is a NUL at `offset`. */
bool pl_refuse_nul(const char *path, pl_str bytes, size_t offset,
                   struct pl_error *error);

/* What stands at `offset` is not UTF-8; `other` says in a clause why it is not
 * read as something else either. */
bool pl_refuse_utf8(const char *path, pl_str bytes, size_t offset,
                    const char *other, struct pl_error *error);

#endif
