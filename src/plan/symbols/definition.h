/* definition.h - where a symbol is defined, and how far what it names reaches.
 *
 * Internal to symbols.c. */
#ifndef PLANLINT_PLAN_DEFINITION_H
#define PLANLINT_PLAN_DEFINITION_H

#include "plan/symbols/symbol_draft.h"

/* From the first to the last byte of both; one of them may be empty. */
struct pl_range pl_definition_span(struct pl_range a, struct pl_range b);

/* The occurrences of a symbol's number, with the range in which a cursor means
 * it, and of its name; none when it has none. */
void pl_definition_number(struct pl_symbol_draft *draft, uint32_t symbol,
                          struct pl_range reach);
void pl_definition_name(struct pl_symbol_draft *draft, uint32_t symbol);

/* A section with all below it; a paragraph with the list below it. */
struct pl_range pl_definition_section(const struct pl_plan *plan,
                                      uint32_t section);
struct pl_range pl_definition_paragraph(const struct pl_plan *plan,
                                        uint32_t block);

/* The item whose marker holds an offset; PL_NONE. */
uint32_t pl_definition_item_at(const struct pl_plan *plan, uint32_t offset);

#endif
