/* acronym_draft.h - the acronyms of a plan while they are found: every name
 * that is written like one, and where.
 *
 * Internal to acronyms.c and acronym_draft.c. */
#ifndef PLANLINT_PLAN_ACRONYM_DRAFT_H
#define PLANLINT_PLAN_ACRONYM_DRAFT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/map.h"
#include "base/vec.h"
#include "plan/acronyms.h"
#include "plan/acronyms/acronym_forms.h"

/* A name that may be an acronym. */
struct pl_acronym_entry {
    pl_str name; /* borrows from the text, or lives in the draft's arena */
    bool is_mixed;
    bool is_compound;        /* ITU-T, CWG-SFP */
    bool is_letter_compound; /* ITU-T: its parts say nothing */
    bool is_split; /* a compound of two acronyms, each of which counts */
    bool is_acronym;
    uint32_t proper; /* occurrences with capitals of its own */
    uint32_t use_count;
    uint32_t expansion_count;
    uint32_t first; /* offset of the first occurrence */
};

struct pl_acronym_occurrence {
    uint32_t entry;
    uint32_t first; /* words [first, end) */
    uint32_t end;
    bool is_definition;
};

struct pl_acronym_found {
    uint32_t entry;
    struct pl_expansion expansion;
};

struct pl_acronym_draft {
    struct pl_arena *arena;   /* of names */
    struct pl_arena *scratch; /* of all else */
    const struct pl_plan *plan;
    const struct pl_words *words;
    struct pl_acronym_forms forms;
    struct pl_map *names;
    uint32_t *entry_of_form;      /* of a form alone: its entry + 1, or 0 */
    const uint32_t *small_counts; /* of each fold, in small letters */
    PL_VEC(struct pl_acronym_entry) entries;
    PL_VEC(struct pl_acronym_occurrence) occurrences; /* in order */
    PL_VEC(struct pl_acronym_found) expansions;       /* in order */
};

/* Finds all entries, occurrences and expansions of a plan. */
struct pl_acronym_draft pl_acronym_draft_read(struct pl_arena *arena,
                                              struct pl_arena *scratch,
                                              const struct pl_plan *plan);

/* The entry of the word at `at` alone, or PL_NONE. */
uint32_t pl_acronym_draft_entry_at(const struct pl_acronym_draft *draft,
                                   uint32_t at);

#endif
