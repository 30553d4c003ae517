/* symbol_draft.h - the symbols of a plan while they are gathered.
 *
 * Internal to symbols.c. Symbols have their numbers in order of being added
 * until all is there. */
#ifndef PLANLINT_PLAN_SYMBOL_DRAFT_H
#define PLANLINT_PLAN_SYMBOL_DRAFT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "plan/symbols.h"

/* Where a definition begins, as references give their target. */
struct pl_symbol_anchor {
    uint32_t start;
    uint32_t symbol;
};

struct pl_symbol_draft {
    struct pl_arena *scratch;
    const struct pl_plan *plan;
    PL_VEC(struct pl_symbol) symbols;
    PL_VEC(struct pl_occurrence) occurrences;
    PL_VEC(struct pl_symbol_anchor) anchors;
    uint32_t *of_kind[PL_SYMBOL_KIND_COUNT]; /* by index in the plan; NULL */
};

/* What belongs to a place that stands for a symbol. */
struct pl_symbol_place {
    enum pl_occurrence_role role;
    struct pl_range range;
    struct pl_range reach;
};

/* The definition of a number: range and reach are found from it as typed. */
uint32_t pl_symbol_draft_add(struct pl_symbol_draft *draft,
                             struct pl_symbol symbol);

/* Makes a thing of the plan one with a symbol that is there. */
void pl_symbol_draft_join(struct pl_symbol_draft *draft,
                          enum pl_symbol_kind kind, uint32_t index,
                          uint32_t symbol);

/* PL_NONE: no symbol. */
uint32_t pl_symbol_draft_of(const struct pl_symbol_draft *draft,
                            enum pl_symbol_kind kind, uint32_t index);

void pl_symbol_draft_anchor(struct pl_symbol_draft *draft, uint32_t start,
                            uint32_t symbol);

/* An occurrence where the symbol is defined, and one where it is used; the
 * latter until the next addition, to be completed. An empty place gives none,
 * and NULL. */
void pl_symbol_draft_define(struct pl_symbol_draft *draft, uint32_t symbol,
                            struct pl_symbol_place place);
struct pl_occurrence *pl_symbol_draft_use(struct pl_symbol_draft *draft,
                                          uint32_t symbol,
                                          struct pl_symbol_place place);

/* Where a symbol's definition begins. */
static inline uint32_t pl_symbol_start(const struct pl_symbol *symbol)
{
    return pl_range_is_empty(symbol->number) ? symbol->name.start
                                             : symbol->number.start;
}

/* Gather from the plan: first the symbols with their definitions, then every
 * other place. */
void pl_symbol_draft_define_all(struct pl_symbol_draft *draft);
void pl_symbol_draft_use_all(struct pl_symbol_draft *draft);

/* Parts of the two. `item_ends` is of each item where what it holds ends. */
void pl_symbol_draft_add_entities(struct pl_symbol_draft *draft,
                                  const uint32_t *item_ends);
void pl_symbol_draft_add_footnotes(struct pl_symbol_draft *draft);
void pl_symbol_draft_add_acronyms(struct pl_symbol_draft *draft);
void pl_symbol_draft_add_citations(struct pl_symbol_draft *draft);
void pl_symbol_draft_add_contents(struct pl_symbol_draft *draft);
void pl_symbol_draft_add_contents_acronyms(struct pl_symbol_draft *draft);
void pl_symbol_draft_add_links(struct pl_symbol_draft *draft);
void pl_symbol_draft_add_name_uses(struct pl_symbol_draft *draft);
void pl_symbol_draft_add_references(struct pl_symbol_draft *draft);

/* Joins the symbols of one number in circles. */
void pl_symbol_draft_find_doubles(struct pl_symbol_draft *draft);

#endif
