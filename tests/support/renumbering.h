/* renumbering.h - a plan renumbered, and whether that is what it should be. */
#ifndef PLANLINT_TESTS_SUPPORT_RENUMBERING_H
#define PLANLINT_TESTS_SUPPORT_RENUMBERING_H

#include <stdbool.h>
#include <stddef.h>

#include "plan/plan.h"
#include "plan/renumber.h"

struct pl_arena;

struct renumbering {
    struct pl_renumbered result;
    const struct pl_plan *after;
};

/* Renumbers, applies the edits and reads the text that they make. */
struct renumbering renumber(struct pl_arena *arena, const struct pl_plan *plan,
                            struct pl_renumber_request request);

/* In order, inside of the text, not overlapping, and each changes something. */
bool are_edits_valid(const struct pl_plan *plan, struct pl_edits edits);

/* Whether undoing the edits gives the text of the plan, byte for byte. */
bool is_undone(struct pl_arena *arena, const struct pl_plan *plan,
               const struct renumbering *made);

/* References that were found, were not left alone, and afterwards are not found
 * or mean another place; each is printed when `is_shown`. */
size_t count_moved(const struct pl_plan *before, const struct renumbering *made,
                   bool is_shown);

/* Where a place of the old text is in the new one. */
uint32_t place_after(struct pl_edits edits, uint32_t offset);

/* Which numbers of a plan are to change. */
struct renumber_wish {
    const char *kind; /* "paragraphs" */
    enum pl_renumber_style style;
    const char *from; /* where the series begins; NULL: all series */
    uint16_t first;
};
struct pl_renumber_request renumber_request_for(const struct pl_plan *plan,
                                                struct renumber_wish wish);

/* What is left alone: "TEXT: REASON", joined by " | ". */
const char *renumber_left(struct pl_arena *arena, const struct pl_plan *plan,
                          const struct pl_renumbered *result);

/* For a text with its changes in braces, "{2|3} The ships.": renumbers what
 * stands there before, wants what stands there after, and that `left` is what
 * stays. A second run must change nothing, and undoing must give the text. */
void assert_renumbered(struct pl_arena *arena, const char *marked,
                       struct renumber_wish wish, const char *left);
void assert_markdown_renumbered(struct pl_arena *arena, const char *marked,
                                struct renumber_wish wish, const char *left);

#endif
