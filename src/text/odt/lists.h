/* lists.h - the numbers of an OpenDocument text, which nobody writes into it.
 *
 * A list goes on in another one that says so; each counts for itself, level by
 * level. Headings outside of lists count in a list of their own. */
#ifndef PLANLINT_TEXT_ODT_LISTS_H
#define PLANLINT_TEXT_ODT_LISTS_H

#include <stdbool.h>
#include <stdint.h>

#include "text/odt/styles.h"
#include "text/odt/tree.h"
#include "text/word/model.h"
#include "text/word/number/numbers.h"

enum { PL_ODT_OUTLINE = 0 /* the list of the headings */ };

/* What numbers a paragraph. */
struct pl_odt_numbered {
    uint32_t list;  /* PL_NONE: nothing */
    uint32_t style; /* of the list; PL_NONE: it has none */
    uint32_t start; /* its number, where it is told; PL_NONE */
    uint8_t level;  /* from 0 */
};

/* Tells each list of a tree its number, in the order of the file, as `list` of
 * its node: that of the outermost one for those inside of others. Returns how
 * many there are. `outline` names the list style of headings: a list of it that
 * goes on in no other is that of the headings. */
uint32_t pl_odt_lists_number(struct pl_odt_tree *tree, pl_str outline);

struct pl_odt_counting {
    const struct pl_odt_styles *styles;
    uint32_t paras;
    uint32_t fields; /* have labels, too, which are empty */
    uint32_t lists;
};

/* The labels of paragraphs, in the arena; `numbered` says of each what numbers
 * it in the state that is shown. */
const struct pl_word_label *
pl_odt_lists_label(struct pl_arena *arena, const struct pl_odt_counting *it,
                   const struct pl_odt_numbered *numbered);

#endif
