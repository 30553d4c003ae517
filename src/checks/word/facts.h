/* facts.h - what the checks of Word files share. */
#ifndef PLANLINT_CHECKS_WORD_FACTS_H
#define PLANLINT_CHECKS_WORD_FACTS_H

#include "base/range.h"
#include "base/str.h"
#include "text/word/field/fields.h"
#include "text/word/model.h"
#include "text/word/number/numbers.h"
#include "text/word/view/places.h"

struct pl_arena;
struct pl_run;

struct pl_word_facts {
    const struct pl_word_file *word;
    enum pl_word_state state; /* that the plan is of */
    const struct pl_word_label *labels;
    const struct pl_word_places *places;
};

/* NULL: the document is no Word file. */
const struct pl_word_facts *pl_word_facts(struct pl_run *run);

/* White space as one blank, and no more than a line of it. */
pl_str pl_word_quote(struct pl_arena *arena, pl_str text);

/* Two texts that differ: where that is far from the beginning, from shortly
 * before it on. */
struct pl_word_quoted_pair {
    pl_str first;
    pl_str second;
};
struct pl_word_quoted_pair pl_word_quote_pair(struct pl_arena *arena,
                                              pl_str first, pl_str second);

#endif
