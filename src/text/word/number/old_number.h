/* old_number.h - the number that a paragraph or a field displayed before it was
 * changed, as w:numberingChange keeps it: "%1:4:0:." is "4.". */
#ifndef PLANLINT_TEXT_WORD_NUMBER_OLD_NUMBER_H
#define PLANLINT_TEXT_WORD_NUMBER_OLD_NUMBER_H

#include "base/str.h"

struct pl_arena;

/* In the arena; empty for what is not understood. Source: ECMA-376 17.13.5,
 * [MS-OI29500] 14.7.1.2 (the numbers of the formats). */
pl_str pl_word_old_number(struct pl_arena *arena, pl_str original);

#endif
