/* look.h - how text is set: what attributes say, and what is left to say for
 * those whom a style or a list stands behind. */
#ifndef PLANLINT_TEXT_WORD_READ_LOOK_H
#define PLANLINT_TEXT_WORD_READ_LOOK_H

#include "base/str.h"
#include "text/word/model.h"

/* The attributes of w:ind; empty: not there. */
struct pl_word_indent_values {
    pl_str left;
    pl_str start; /* newer names of left and right */
    pl_str right;
    pl_str end;
    pl_str first_line;
    pl_str hanging; /* comes before `first_line` */
};

struct pl_word_indent
pl_word_indent_of(const struct pl_word_indent_values *values);

/* Takes from `other` what is not said yet. */
void pl_word_indent_fill(struct pl_word_indent *indent,
                         const struct pl_word_indent *other);
void pl_word_face_fill(struct pl_word_face *face,
                       const struct pl_word_face *other);

/* The value of w:i, and of w:sz. */
uint8_t pl_word_slant_of(pl_str value);
uint16_t pl_word_size_of(pl_str value);

#endif
