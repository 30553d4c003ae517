/* opening.h - the verb that opens a clause of a resolution: "Further
 * recalling", "*instructs the Council*". */
#ifndef PLANLINT_PLAN_OPENING_H
#define PLANLINT_PLAN_OPENING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"

struct pl_words;

enum pl_act_role {
    PL_ACT_NONE, /* not such a word */
    PL_ACT_PREAMBLE,
    PL_ACT_OPERATIVE,
    PL_ACT_ADVERB,
};

struct pl_opening {
    enum pl_act_role role; /* of the verb: PREAMBLE or OPERATIVE */
    bool is_alone;         /* nothing else in its line but whom it addresses */
    bool is_addressed;     /* an operative verb and a name: "instructs the
                              Director" */
    struct pl_range verb;  /* with its adverbs */
    struct pl_range line;  /* the verb and the rest of its line, trimmed */
};

/* The role of a word in any capitals. */
enum pl_act_role pl_act_role_of(pl_str word);

/* Marks the forms of the verbs, not the adverbs, with their role; see
 * marked_words.h. */
void pl_act_verbs_mark(uint8_t *marks, const struct pl_words *words);

/* Reads the opening that a piece of text begins with; false when it begins
 * with another word. */
bool pl_opening_read(pl_str text, struct pl_range piece,
                     struct pl_opening *opening);

#endif
