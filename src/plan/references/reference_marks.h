/* reference_marks.h - the words of a document that may begin a reference. */
#ifndef PLANLINT_PLAN_REFERENCE_MARKS_H
#define PLANLINT_PLAN_REFERENCE_MARKS_H

#include <stdint.h>

struct pl_arena;
struct pl_form;
struct pl_words;

enum { PL_REFERENCE_MARK_BARE = UINT8_MAX }; /* begins with a digit */

/* A mark for each form: the index of its reference word plus one, or
 * PL_REFERENCE_MARK_BARE, or 0. */
uint8_t *pl_reference_marks_new(struct pl_arena *scratch,
                                const struct pl_words *words);

/* Bytes of the "l'" that a form begins with, or 0: "l'annexe" is marked as
 * "annexe" is. */
uint32_t pl_reference_elision(const struct pl_form *form);

#endif
