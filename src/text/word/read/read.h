/* read.h - from the bytes of a .docx, .docm or .dotx to its model. */
#ifndef PLANLINT_TEXT_WORD_READ_READ_H
#define PLANLINT_TEXT_WORD_READ_READ_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

struct pl_arena;
struct pl_word_file;

enum {
    PL_WORD_MAX_PARAS = 2000000,
    PL_WORD_MAX_NESTING = 64, /* of fields, of text boxes */
    PL_WORD_MAX_TABLE_NESTING = 32,
};

/* Whether bytes begin as those of a Word file do, or of what Microsoft wrote
 * before. */
bool pl_word_looks_like(pl_str bytes);

/* All is in the arena; `bytes` are borrowed and `path` is for messages. Says
 * what a file is that is none of these: encrypted, an old .doc, cut off. */
PL_MUST_CHECK bool pl_word_read(struct pl_arena *arena, const char *path,
                                pl_str bytes, const struct pl_word_file **word,
                                struct pl_error *error);

#endif
