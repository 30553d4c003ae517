/* word_paras.h - the paragraphs of a Word document in one state of its tracked
 * changes, as Word shows them: those whose mark is gone are joined. */
#ifndef PLANLINT_TESTS_SUPPORT_WORD_PARAS_H
#define PLANLINT_TESTS_SUPPORT_WORD_PARAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "text/word/model.h"

struct pl_arena;

struct word_para {
    uint32_t index; /* of the paragraph whose mark ends it */
    bool is_bullet;
    pl_str label; /* the number that is displayed; may be empty */
    pl_str text;  /* without notes' marks; tabs and line ends as they are */
};

struct word_paras {
    struct word_para *items;
    size_t count;
};

/* In the arena. */
struct word_paras word_paras_of(struct pl_arena *arena,
                                const struct pl_word_file *word,
                                enum pl_word_state state);

#endif
