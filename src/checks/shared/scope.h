/* scope.h - the blocks that a rule speaks to, by their kind.
 *
 * The parameters "in" and "notIn" of a rule name kinds of block: heading,
 * paragraph, item, cell, quote, note. A rule that says nothing speaks to all
 * of them. */
#ifndef PLANLINT_CHECKS_SCOPE_H
#define PLANLINT_CHECKS_SCOPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/json.h"
#include "base/range.h"

struct pl_arena;
struct pl_block;
struct pl_plan;
struct pl_span;

struct pl_scope {
    uint32_t left_out; /* bit of each enum pl_block_kind; 0: all prose */
};

/* Reads "in" and "notIn"; leaves the scope as it is when both are absent. */
PL_MUST_CHECK bool pl_scope_load(struct pl_arena *arena, struct pl_json params,
                                 struct pl_scope *scope,
                                 struct pl_error *error);

/* Blocks that hold no prose (code, markup, ...) are in no scope. */
bool pl_scope_has(struct pl_scope scope, const struct pl_block *block);

/* The block at a place when it is in the scope, else NULL. */
const struct pl_block *pl_scope_block(struct pl_scope scope,
                                      const struct pl_plan *plan,
                                      uint32_t offset);

/* The same for places that ascend: `*cursor`, 0 at first, is the block that
 * the search goes on from. */
const struct pl_block *pl_scope_next_block(struct pl_scope scope,
                                           const struct pl_plan *plan,
                                           uint32_t offset, uint32_t *cursor);

/* Whether a piece of a block is nothing but prose: no part of it is in a
 * comment, code, an address or a mark, and it does not reach into or out of
 * a note. */
bool pl_scope_is_prose(const struct pl_plan *plan, const struct pl_block *block,
                       struct pl_range range);

/* Whether a place is in the brackets of a macro that its line begins, such as
 * the formula of "stem:[...]". */
bool pl_scope_is_in_macro(pl_str text, uint32_t at);

/* Whether the block is in quotation marks from its first character to its
 * last. */
bool pl_scope_is_quotation(const struct pl_plan *plan,
                           const struct pl_block *block);

/* The last span of the block that begins before a place; NULL: none. */
const struct pl_span *pl_scope_span_before(const struct pl_plan *plan,
                                           const struct pl_block *block,
                                           uint32_t offset);

#endif
