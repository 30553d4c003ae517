/* answer.h - what an answer in a Word file is given to: the file, and the view
 * of it that ranges count in. */
#ifndef PLANLINT_TEXT_WORD_ANSWER_ANSWER_H
#define PLANLINT_TEXT_WORD_ANSWER_ANSWER_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

struct pl_word_view;
struct pl_zip;

struct pl_word_answer {
    struct pl_zip *zip;
    const struct pl_word_view *view;
    pl_str date; /* "2026-05-04T09:30:00Z"; empty: none is written */
};

/* Whether two views say the same, be it in other lines: how long a paragraph is
 * may decide whether it counts as a heading. */
bool pl_word_is_same_text(pl_str a, pl_str b);

/* What the views of a file with an answer are to be. */
struct pl_word_expected {
    pl_str final;
    bool is_final_changed; /* it only has to say the same */
    pl_str original;
    pl_str markup; /* NULL data: anything */
};

/* Reads a file with an answer once more; fails unless its views are as they
 * should be, so that no damaged file is ever written. */
PL_MUST_CHECK bool pl_word_answer_prove(struct pl_zip *zip, pl_str bytes,
                                        const struct pl_word_expected *expected,
                                        struct pl_error *error);

#endif
