/* instruction.h - what a field of Word is told to show: { REF _Ref5 \r \h }. */
#ifndef PLANLINT_TEXT_WORD_FIELD_INSTRUCTION_H
#define PLANLINT_TEXT_WORD_FIELD_INSTRUCTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum pl_word_field_kind {
    PL_WORD_FIELD_OTHER,
#define PL_WORD_FIELD(constant, keyword, valued) PL_WORD_FIELD_##constant,
#include "text/word/field/kind.def"
#undef PL_WORD_FIELD
};

struct pl_word_instruction {
    enum pl_word_field_kind kind;
    pl_str argument;   /* a bookmark, a sequence; of a HYPERLINK the place in
                          the document; may be empty */
    uint32_t switches; /* see pl_word_has_switch() */
    pl_str format;     /* "ROMAN", of "\* ROMAN"; may be empty */
    pl_str restart;    /* "1", of "\r 1" in a SEQ; may be empty */
    uint32_t heading;  /* 1 to 9, of "\s 2" in a SEQ: numbers begin anew at
                          headings of that level; 0: none */
};

/* Borrows from the text. */
struct pl_word_instruction pl_word_instruction_read(pl_str text);

/* `letter` is a small one. */
bool pl_word_has_switch(const struct pl_word_instruction *instruction,
                        char letter);

/* "REF"; empty for a kind that is not known. */
pl_str pl_word_field_keyword(enum pl_word_field_kind kind);

#endif
