/* fields.h - the fields of a Word document: what they refer to, and what they
 * show against what they ought to show.
 *
 * Word writes the result of a field into the file and renews it only when it is
 * told to: after a change a result may be that of yesterday. Each state of the
 * tracked changes has its own fields, bookmarks and numbers. */
#ifndef PLANLINT_TEXT_WORD_FIELD_FIELDS_H
#define PLANLINT_TEXT_WORD_FIELD_FIELDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "text/word/field/instruction.h"
#include "text/word/model.h"

struct pl_arena;
struct pl_word_label;

enum pl_word_verdict {
    PL_WORD_VERDICT_FINE,        /* or nothing that can be judged */
    PL_WORD_VERDICT_NO_BOOKMARK, /* refers to one that is not there */
    PL_WORD_VERDICT_STALE,       /* shows something else than is due */
    PL_WORD_VERDICT_UNNUMBERED,  /* wants the number of what has none */
    PL_WORD_VERDICT_ENTRY,       /* of a table of contents: `due` is the heading
                                    as it is now; empty: it is gone */
};

struct pl_word_judged_field {
    enum pl_word_verdict verdict;
    struct pl_word_instruction instruction; /* of a link: a HYPERLINK */
    pl_str shown;         /* the result in the file; may be empty */
    pl_str due;           /* what it ought to be; empty: that is not known */
    uint32_t target;      /* paragraph that is referred to; PL_NONE */
    uint32_t para;        /* where the result stands */
    uint32_t first_piece; /* the result: pieces [first_piece, piece_end) */
    uint32_t piece_end;
};

struct pl_word_fields {
    const struct pl_word_judged_field *items;
    uint32_t count;
};

/* Those of one state, with its labels (numbers.h); in the arena. A field that
 * does not exist in that state is left out. Linear. */
struct pl_word_fields pl_word_fields_judge(struct pl_arena *arena,
                                           const struct pl_word_file *word,
                                           enum pl_word_state state,
                                           const struct pl_word_label *labels);

#endif
