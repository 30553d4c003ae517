/* read.h - from the bytes of an .odt, .ott or .fodt to the model of a document.
 *
 * The model is that of a Word document, so that all who ask it need not know
 * which it was. Nothing can be written back: `is_open_document` says so. */
#ifndef PLANLINT_TEXT_ODT_READ_H
#define PLANLINT_TEXT_ODT_READ_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

struct pl_arena;
struct pl_word_file;

/* Whether bytes begin as those of an OpenDocument text do, packed or flat, or
 * are a package that does not say so there. */
bool pl_odt_looks_like(pl_str bytes);

/* All is in the arena; `bytes` are borrowed and `path` is for messages. Says
 * what a file is that cannot be read: encrypted, cut off, no text. */
PL_MUST_CHECK bool pl_odt_read(struct pl_arena *arena, const char *path,
                               pl_str bytes, const struct pl_word_file **word,
                               struct pl_error *error);

#endif
