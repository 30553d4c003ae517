/* vocabulary.h - "vocabulary" of planlint.json: a user's words for the parts of
 * a plan. */
#ifndef PLANLINT_LINT_VOCABULARY_H
#define PLANLINT_LINT_VOCABULARY_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/json.h"
#include "plan/vocabulary.h"

struct pl_arena;

/* Reads an object from kinds to arrays of words, or nothing. Words are kept in
 * small letters, in the arena; the error has path:line:column. */
PL_MUST_CHECK bool pl_vocabulary_read(struct pl_arena *arena,
                                      struct pl_json json,
                                      struct pl_vocabulary *vocabulary,
                                      struct pl_error *error);

#endif
