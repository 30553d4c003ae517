/* label.h - a number as plans use them: "2.1", "27", "b)", "IV", "1bis", "9A".
 *
 * A label is what was understood, not how it was typed; the typed form is a
 * range in the text. Values compare part by part. */
#ifndef PLANLINT_PLAN_LABEL_H
#define PLANLINT_PLAN_LABEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

enum { PL_LABEL_MAX_PARTS = 6 };

enum pl_label_style {
    PL_LABEL_DECIMAL,     /* 1 2 3 */
    PL_LABEL_LOWER,       /* a b c ... z aa bb */
    PL_LABEL_UPPER,       /* A B C */
    PL_LABEL_LOWER_ROMAN, /* i ii iii */
    PL_LABEL_UPPER_ROMAN, /* I II III */
};

/* What is kept of a style and of what is inserted. */
#define PL_LABEL_MASK 15U

struct pl_label_part {
    uint16_t value;    /* 1 for 1, a, A, i and I */
    uint8_t style : 4; /* enum pl_label_style */
    uint8_t bis : 4;   /* 0, or 2 for bis, 3 for ter, ...; inserted after */
    char letter;       /* 0, or the letter of 9A and 6.1a; inserted after */
};

struct pl_label {
    uint8_t count; /* parts; 0: no label */
    struct pl_label_part parts[PL_LABEL_MAX_PARTS];
};

/* Reads all of `text`: groups joined by dots, with an optional "(" before and
 * ")", "." or ":" after. A single letter such as "i" or "C" is read as a
 * letter, not as a Roman number; see pl_label_as_roman(). A blank may stand
 * before "bis". */
bool pl_label_parse(pl_str text, struct pl_label *label);

/* The same label with its last part read as a Roman number, when the letters
 * are one ("i", "v", "xii", "C"); else false. */
bool pl_label_as_roman(struct pl_label label, pl_str typed,
                       struct pl_label *roman);

/* What is counted by a word that inserts a number, in any capitals: 2 for
 * "bis", 3 for "ter", up to 8 for "octies"; 0 for any other word. */
uint8_t pl_label_bis(pl_str word);

bool pl_label_eq(struct pl_label a, struct pl_label b);
int pl_label_compare(struct pl_label a, struct pl_label b);

/* Whether `b` is what comes directly after `a` at the same depth: 2.1 and 2.2,
 * c and d, 9 and 9A, 9A and 9B, 9A and 10, 1 and 1bis, 1bis and 2. */
bool pl_label_follows(struct pl_label a, struct pl_label b);

/* Whether all parts of `a` but its last are those of `b` but its last. */
bool pl_label_same_parent(struct pl_label a, struct pl_label b);

/* Whether `a` begins `b` and `b` has more parts: 2 and 2.1.3. */
bool pl_label_is_ancestor(struct pl_label a, struct pl_label b);

/* The label directly after `a`, without insertions: 2.1 gives 2.2. */
struct pl_label pl_label_next(struct pl_label a);

void pl_label_write(struct pl_buf *buf, struct pl_label label); /* "2.1" */
pl_str pl_label_text(struct pl_arena *arena, struct pl_label label);

#endif
