/* chapters.h - the headings above a place, level by level, for fields
 * that count in chapters or show their numbers. */
#ifndef PLANLINT_TEXT_WORD_FIELD_CHAPTERS_H
#define PLANLINT_TEXT_WORD_FIELD_CHAPTERS_H

#include "text/word/field/judging.h"

enum { PL_WORD_HEADINGS = 9 };

struct pl_word_chapters {
    const struct pl_word_judging *it;
    uint32_t next; /* paragraph that was not looked at */
    struct {
        uint32_t para;   /* of the last heading; PL_NONE */
        uint32_t serial; /* how many there were */
        bool is_unsure;  /* something came after it that may count as one */
    } levels[PL_WORD_HEADINGS];
};

struct pl_word_chapters
pl_word_chapters_of(const struct pl_word_judging *judging);

/* Goes on to a paragraph of the body, with itself; never back. */
void pl_word_chapters_enter(struct pl_word_chapters *chapters, uint32_t para);

#endif
