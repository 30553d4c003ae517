/* capitals.h - whether a word's capitals are its own or its surroundings'.
 *
 * In "ANNEX 1 TO RESOLUTION 71" no word is an acronym for its capitals. */
#ifndef PLANLINT_PLAN_CAPITALS_H
#define PLANLINT_PLAN_CAPITALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "plan/acronyms/acronym_forms.h"

struct pl_block;
struct pl_marked_word;

enum { PL_CAPITALS_MARK = 1 << 1 }; /* of words in capitals throughout */

/* Whether most words of a block are in capitals throughout. `found` are words
 * of the block, one at least, and all those that have the mark. */
bool pl_capitals_fill_block(const struct pl_acronym_forms *forms,
                            const struct pl_block *block,
                            const struct pl_marked_word *found, size_t count);

/* Whether the word at `at` stands in a run of three or more such words of
 * that block. */
bool pl_capitals_run_at(const struct pl_acronym_forms *forms,
                        const struct pl_block *block, uint32_t at);

/* Whether the word is a piece of a code without spaces: "A/RES/70/1", the name
 * of a file or host, or an HTML tag. */
bool pl_capitals_in_code(const struct pl_words *words, uint32_t at);

#endif
