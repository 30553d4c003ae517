/* language.h - the language of a document and of its blocks.
 *
 * Told from the script and from frequent words ("the", "les", "los"), which
 * are counted once over all prose. What is unsure is "und", never a guess: a
 * text without such words, one in a language that is not listed, one that is
 * half in one language and half in another. */
#ifndef PLANLINT_PLAN_LANGUAGE_H
#define PLANLINT_PLAN_LANGUAGE_H

#include <stdbool.h>

#include "base/str.h"

struct pl_arena;
struct pl_plan;

enum pl_language {
#define PL_LANGUAGE(constant, tag, script, words) PL_LANGUAGE_##constant,
#include "plan/language.def"
#undef PL_LANGUAGE
    PL_LANGUAGE_COUNT
};

/* The primary tag of BCP 47: "en"; "und" for PL_LANGUAGE_UNKNOWN. */
pl_str pl_language_tag(enum pl_language language);

/* A code as tags have it: two small letters, or "und". */
bool pl_language_is_tag(pl_str code);

/* Fill plan->language and plan->block_languages from its words and blocks. */
void pl_language_build(struct pl_arena *arena, struct pl_plan *plan);

#endif
