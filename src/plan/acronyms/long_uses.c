#include "plan/acronyms/long_uses.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/search.h"
#include "base/vec.h"
#include "plan/plan.h"

enum {
    BUDGET_PER_WORD = 8,
    AHEAD = 12,  /* words that are on their way at a time */
    MAX_GAP = 4, /* bytes between two words of a name: ", " or a no-break */
};

static int by_start(const void *a, const void *b)
{
    const struct pl_range *left = a;
    const struct pl_range *right = b;
    return (left->start > right->start) - (left->start < right->start);
}

static void sort_defined(struct pl_range *defined, uint32_t count)
{
    if (count > 0) {
        qsort(defined, count, sizeof(*defined), by_start);
    }
    for (uint32_t i = 1; i < count; i++) {
        if (defined[i].end < defined[i - 1].end) {
            defined[i].end = defined[i - 1].end;
        }
    }
}

struct pl_long_uses pl_long_uses_new(struct pl_arena *scratch,
                                     const struct pl_plan *plan,
                                     struct pl_range *defined,
                                     uint32_t defined_count)
{
    const struct pl_words *words = plan->words;
    uint32_t n = words->form_count;
    uint32_t *first = pl_arena_array(scratch, n, sizeof(*first));
    uint32_t *next = pl_arena_array(scratch, n, sizeof(*next));
    uint32_t *folds = pl_arena_array(scratch, n, sizeof(*folds));
    uint32_t *counts = pl_arena_array(scratch, n, sizeof(*counts));
    for (uint32_t i = 0; i < n; i++) {
        first[i] = PL_NONE;
    }
    for (uint32_t i = n; i-- > 0;) {
        uint32_t fold = words->forms[i].fold;
        folds[i] = fold;
        next[i] = first[fold];
        first[fold] = i;
        counts[fold] += words->forms[i].count;
    }
    sort_defined(defined, defined_count);
    return (struct pl_long_uses){
        .scratch = scratch,
        .plan = plan,
        .folds = folds,
        .first_of_fold = first,
        .next_of_fold = next,
        .fold_counts = counts,
        .defined = defined,
        .defined_count = defined_count,
        .budget = words->count * BUDGET_PER_WORD,
    };
}

static bool is_in_definition(const struct pl_long_uses *uses, uint32_t offset)
{
    uint32_t low =
        PL_FIRST_FROM(uses->defined, uses->defined_count, start, offset + 1);
    return low > 0 && offset < uses->defined[low - 1].end;
}

static uint32_t fold_at(const struct pl_long_uses *uses, uint32_t at)
{
    return uses->folds[uses->plan->words->items[at].form];
}

static pl_str without_plural(pl_str word)
{
    if (word.len > 4 && pl_str_ends(word, (pl_str)PL_STR("ies"))) {
        return pl_str_slice(word, 0, word.len - 3);
    }
    bool is_plural = word.len > 3 && pl_str_ends(word, (pl_str)PL_STR("s"));
    bool is_y = word.len > 3 && pl_str_ends(word, (pl_str)PL_STR("y"));
    return pl_str_slice(word, 0, word.len - (is_plural || is_y));
}

/* Whether two words are the same but for capitals and number. */
static bool is_same_noun(const struct pl_long_uses *uses, uint32_t a,
                         uint32_t b)
{
    const struct pl_words *words = uses->plan->words;
    uint32_t fold_a = fold_at(uses, a);
    uint32_t fold_b = fold_at(uses, b);
    return fold_a == fold_b ||
           pl_str_eq(without_plural(words->forms[fold_a].text),
                     without_plural(words->forms[fold_b].text));
}

static bool is_capitalized(const struct pl_words *words, uint32_t at)
{
    return words->forms[words->items[at].form].flags & PL_FORM_CAPITALIZED;
}

/* The name is part of a longer one: "Radio Regulations" of "Radio Regulations
 * Board". */
static bool is_part_of_name(const struct pl_words *words,
                            struct pl_word_run long_form, uint32_t first)
{
    uint32_t end = first + (long_form.end - long_form.first);
    bool is_name =
        is_capitalized(words, first) && is_capitalized(words, end - 1);
    return is_name && end < words->count && pl_word_is_joined(words, end) &&
           is_capitalized(words, end);
}

static bool is_written_at(const struct pl_long_uses *uses,
                          struct pl_word_run long_form, uint32_t first)
{
    const struct pl_words *words = uses->plan->words;
    uint32_t n = long_form.end - long_form.first;
    if (first > words->count - n) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        bool is_last = i + 1 == n;
        bool is_same = is_last
                           ? is_same_noun(uses, long_form.first + i, first + i)
                           : fold_at(uses, long_form.first + i) ==
                                 fold_at(uses, first + i);
        if (!is_same) {
            return false;
        }
        struct pl_range gap = pl_word_gap(words, first + i);
        if (i > 0 && gap.end - gap.start > MAX_GAP) {
            return false;
        }
    }
    return true;
}

/* The rarest word; not the last, which may be in singular or plural. */
static uint32_t find_anchor(const struct pl_long_uses *uses,
                            struct pl_word_run long_form)
{
    uint32_t best = long_form.first;
    for (uint32_t at = best + 1; at + 1 < long_form.end; at++) {
        if (uses->fold_counts[fold_at(uses, at)] <
            uses->fold_counts[fold_at(uses, best)]) {
            best = at;
        }
    }
    return best;
}

static int by_value(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

/* The first words of all places where the name is written, unsorted: each
 * spelling of the anchor gives its own. */
struct starts {
    PL_VEC(uint32_t) words;
};

static void find_starts(struct pl_long_uses *uses, struct pl_word_run long_form,
                        uint32_t after, struct starts *starts)
{
    const struct pl_words *words = uses->plan->words;
    uint32_t anchor = find_anchor(uses, long_form);
    uint32_t before = anchor - long_form.first;
    uint32_t fold = fold_at(uses, anchor);
    if (uses->fold_counts[fold] > uses->budget) {
        return;
    }
    uses->budget -= uses->fold_counts[fold];
    for (uint32_t form = uses->first_of_fold[fold]; form != PL_NONE;
         form = uses->next_of_fold[form]) {
        const struct pl_form *it = &words->forms[form];
        const uint32_t *posting = words->postings + it->first_posting;
        for (uint32_t i = 0; i < it->count; i++) {
            if (i + AHEAD < it->count) {
                PL_PREFETCH(words->items + posting[i + AHEAD]);
            }
            uint32_t at = posting[i];
            if (at >= after + before &&
                is_written_at(uses, long_form, at - before) &&
                !is_part_of_name(words, long_form, at - before)) {
                *PL_VEC_PUSH(uses->scratch, &starts->words) = at - before;
            }
        }
    }
    if (starts->words.len > 1) {
        qsort(starts->words.items, starts->words.len, sizeof(uint32_t),
              by_value);
    }
}

const struct pl_range *pl_long_uses_find(struct pl_arena *arena,
                                         struct pl_long_uses *uses,
                                         struct pl_word_run long_form,
                                         uint32_t after, uint32_t *count)
{
    const struct pl_words *words = uses->plan->words;
    uint32_t n = long_form.end - long_form.first;
    struct starts starts = {.words = {NULL, 0, 0}};
    *count = 0;
    if (n < 2) {
        return NULL; /* a single word is used for itself */
    }
    find_starts(uses, long_form, after, &starts);
    struct pl_range *found =
        pl_arena_array(arena, starts.words.len, sizeof(*found));
    for (size_t i = 0; i < starts.words.len; i++) {
        uint32_t first = starts.words.items[i];
        uint32_t start = words->items[first].start;
        if (!is_in_definition(uses, start)) {
            found[(*count)++] = (struct pl_range){
                start, pl_word_range(words, first + n - 1).end};
        }
    }
    return found;
}
