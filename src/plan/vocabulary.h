/* vocabulary.h - words that a plan names its entities with, beside those that
 * are known anyway: "Handlungsfeld" for a theme, "SO" for an objective. */
#ifndef PLANLINT_PLAN_VOCABULARY_H
#define PLANLINT_PLAN_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "plan/entities.h"

enum {
    PL_VOCABULARY_MAX = 100,     /* words that a user may add */
    PL_VOCABULARY_MAX_WORDS = 3, /* "key performance indicator" */
};

/* A word or a few for one kind of entity. One in capitals alone ("SO") is a
 * code: it counts only with a number directly after it, and in capitals. */
struct pl_vocabulary_word {
    enum pl_entity_kind kind;
    pl_str one;  /* "key result"; a code as it is typed */
    pl_str many; /* "key results"; empty: not known */
};

struct pl_vocabulary {
    const struct pl_vocabulary_word *items;
    size_t count;
};

/* Whether it is a code: a few capitals and nothing else. */
bool pl_vocabulary_is_code(pl_str word);

#endif
