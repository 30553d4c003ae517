/* annotate.h - comments of planlint in a Word file, at the places that they are
 * about.
 *
 * Comments of ours from before are taken out first, but those that somebody
 * has replied to stay, so that doing it again changes nothing. What can have
 * no comment where it is (headers, text boxes, other comments) has it at the
 * paragraph that it belongs to, else at the first one of the body; a note has
 * it at the mark that refers to it. */
#ifndef PLANLINT_TEXT_WORD_ANSWER_ANNOTATE_H
#define PLANLINT_TEXT_WORD_ANSWER_ANNOTATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/range.h"
#include "base/str.h"
#include "text/word/answer/answer.h"

struct pl_arena;

struct pl_word_note {
    struct pl_range range; /* in the view's text; of a number or of what is
                              made, the whole paragraph is meant */
    bool is_about_all;     /* no range: at the first paragraph */
    pl_str text;           /* each line becomes a paragraph */
};

struct pl_word_notes {
    const struct pl_word_note *items;
    size_t count;
};

struct pl_word_annotated {
    pl_str bytes;  /* of the new file */
    size_t placed; /* notes; the others found no paragraph at all */
};

PL_MUST_CHECK bool pl_word_annotate(struct pl_arena *arena,
                                    const struct pl_word_answer *answer,
                                    struct pl_word_notes notes,
                                    struct pl_word_annotated *annotated,
                                    struct pl_error *error);

#endif
