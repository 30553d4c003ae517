/* intern.h - numbers for spellings, as fast as words come by.
 *
 * A table made for the words of prose: those of up to eight bytes, nearly all,
 * are compared without looking at the text again. Internal to the plan layer.
 */
#ifndef PLANLINT_PLAN_INTERN_H
#define PLANLINT_PLAN_INTERN_H

#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"

struct pl_arena;
struct pl_form;
struct pl_intern;
struct pl_spellings;

/* Made for the words of a text of that many bytes; grows beyond that. */
struct pl_intern *pl_intern_new(struct pl_arena *arena, size_t text_size);

/* The number of a spelling that is not empty: its own, or the next free one
 * when it is new. The spelling is borrowed. */
uint32_t pl_intern_add(struct pl_intern *table, pl_str spelling);

enum { PL_INTERN_BATCH = 256 };

/* The same for `count` <= PL_INTERN_BATCH words of a text at once, so that the
 * wait for memory is shared. */
void pl_intern_add_all(struct pl_intern *table, pl_str text,
                       const struct pl_range *words, size_t count,
                       uint32_t *numbers);

/* The number of a spelling, or PL_NONE. */
uint32_t pl_intern_find(const struct pl_intern *table, pl_str spelling);

/* What is left of a table, in `arena`, when nothing more is added: a third of
 * it. The table is not needed any more. */
struct pl_spellings *pl_spellings_build(struct pl_arena *arena,
                                        const struct pl_intern *table);

/* The same as pl_intern_find(); `forms` are by the numbers of spellings. */
uint32_t pl_spellings_find(const struct pl_spellings *spellings,
                           const struct pl_form *forms, pl_str spelling);

#endif
