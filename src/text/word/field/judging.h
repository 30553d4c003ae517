/* judging.h - the state in which fields are judged; for the files that do
 * it. */
#ifndef PLANLINT_TEXT_WORD_FIELD_JUDGING_H
#define PLANLINT_TEXT_WORD_FIELD_JUDGING_H

#include "base/vec.h"
#include "text/word/field/bookmarks.h"
#include "text/word/field/fields.h"
#include "text/word/number/numbers.h"
#include "text/word/number/shown.h"

struct pl_word_judging {
    struct pl_arena *arena;
    const struct pl_word_file *word;
    enum pl_word_state state;
    const struct pl_word_label *labels;
    struct pl_word_bookmarks bookmarks;
    const struct pl_word_instruction *instructions; /* of the fields */
    const struct pl_word_note_numbers *notes;       /* NULL: nobody asked */
    PL_VEC(struct pl_word_judged_field) judged;
};

/* A field that is fine so far. */
struct pl_word_judged_field pl_word_judged(const struct pl_word_judging *it,
                                           uint32_t field);

/* A NOTEREF, whose bookmark is there. */
void pl_word_judge_note(struct pl_word_judging *it,
                        const struct pl_word_bookmark *bookmark,
                        struct pl_word_judged_field *field);

void pl_word_judge_chapters(struct pl_word_judging *it);
void pl_word_judge_sequences(struct pl_word_judging *it);
void pl_word_judge_contents(struct pl_word_judging *it);

#endif
