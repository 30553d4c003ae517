/* Paragraphs that are the same but for one piece of a few words. */
#include "base/arena.h"
#include "base/hash.h"
#include "checks/repeat/repeat.h"
#include "checks/shared/formula.h"
#include "lint/check.h"
#include "plan/plan.h"

enum {
    BINS = 4, /* smallest hashes that are kept of a paragraph */
};

/* Four words are hashed together, as two pairs, so that none waits for another.
 * The smallest hash of each bin stands for a paragraph: two that share most of
 * their words share most of these. */
struct sketch {
    uint32_t bins[BINS];
};

static struct sketch sketch_of(const struct pl_words *words,
                               const struct pl_block *block)
{
    static const uint32_t factor = UINT32_C(0x01000193);
    static const uint32_t squared = UINT32_C(0x01000193) * UINT32_C(0x01000193);
    struct sketch sketch = {{UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX}};
    const struct pl_word *items = words->items + block->first_word;
    uint32_t count = block->word_end - block->first_word;
    uint32_t before = 0;     /* the word before */
    uint32_t pairs[2] = {0}; /* that ended with the two words before */
    for (uint32_t i = 0; i < count; i++) {
        uint32_t pair = before * factor + items[i].form;
        uint32_t hash = pl_hash_mix_32(pairs[0] * squared + pair, 0);
        before = items[i].form;
        pairs[0] = pairs[1];
        pairs[1] = pair;
        uint32_t *bin = &sketch.bins[hash & (BINS - 1)];
        *bin = hash < *bin ? hash : *bin;
    }
    return sketch;
}

/* What is not the same in two paragraphs: the words [from, end) of each. */
struct difference {
    uint32_t from[2];
    uint32_t end[2];
};

static struct difference compare(const struct pl_words *words,
                                 const struct pl_block *a,
                                 const struct pl_block *b)
{
    struct difference it = {{a->first_word, b->first_word},
                            {a->word_end, b->word_end}};
    while (it.from[0] < it.end[0] && it.from[1] < it.end[1] &&
           words->items[it.from[0]].form == words->items[it.from[1]].form) {
        it.from[0]++;
        it.from[1]++;
    }
    while (it.from[0] < it.end[0] && it.from[1] < it.end[1] &&
           words->items[it.end[0] - 1].form ==
               words->items[it.end[1] - 1].form) {
        it.end[0]--;
        it.end[1]--;
    }
    return it;
}

static pl_str piece_of(const struct pl_run *run, const struct difference *it,
                       size_t side)
{
    return it->from[side] == it->end[side]
               ? (pl_str)PL_STR("nothing")
               : pl_repeat_first_words(run, it->from[side], it->end[side]);
}

/* Names and numbers differ on purpose, most often. */
static bool is_plain(const struct pl_words *words, uint32_t from, uint32_t end)
{
    for (uint32_t at = from; at < end; at++) {
        if (words->forms[words->items[at].form].flags &
            (PL_FORM_UPPER | PL_FORM_DIGIT)) {
            return false;
        }
    }
    return true;
}

/* "date" and "Date" */
static bool are_same_but_for_capitals(const struct pl_words *words,
                                      const struct difference *it)
{
    return it->end[0] == it->from[0] + 1 && it->end[1] == it->from[1] + 1 &&
           words->forms[words->items[it->from[0]].form].fold ==
               words->forms[words->items[it->from[1]].form].fold;
}

static bool is_slight(const struct pl_words *words, const struct difference *it,
                      size_t most)
{
    uint32_t first = it->end[0] - it->from[0];
    uint32_t second = it->end[1] - it->from[1];
    return first + second > 0 && first <= most && second <= most &&
           (are_same_but_for_capitals(words, it) ||
            (is_plain(words, it->from[0], it->end[0]) &&
             is_plain(words, it->from[1], it->end[1])));
}

static bool judge(struct pl_run *run, const struct pl_repeat_params *params,
                  uint32_t block, uint32_t other)
{
    const struct pl_plan *plan = run->plan;
    struct difference difference =
        compare(plan->words, &plan->blocks[block], &plan->blocks[other]);
    if (!is_slight(plan->words, &difference, params->max_piece)) {
        return false;
    }
    struct pl_finding *finding = PL_FINDING(
        run, plan->blocks[block].content,
        {"text", pl_repeat_first_words(run, plan->blocks[block].first_word,
                                       plan->blocks[block].word_end)},
        {"here", piece_of(run, &difference, 0)},
        {"there", piece_of(run, &difference, 1)});
    pl_finding_relate(run->findings, finding, plan->blocks[other].content,
                      "the other one");
    return true;
}

/* The last paragraphs with each value of each bin. */
struct known {
    uint32_t *last[BINS]; /* block plus one */
    uint32_t mask;
};

static void take(struct pl_run *run, const struct pl_repeat_params *params,
                 struct known *known, uint32_t block)
{
    struct sketch sketch =
        sketch_of(run->plan->words, &run->plan->blocks[block]);
    bool is_told = false;
    uint32_t tried = PL_NONE;
    for (size_t i = 0; i < BINS; i++) {
        uint32_t hash = pl_hash_mix_32(sketch.bins[i], (uint32_t)i);
        uint32_t *slot = &known->last[i][hash & known->mask];
        if (!is_told && *slot > 0 && *slot != tried) {
            tried = *slot;
            is_told = judge(run, params, block, *slot - 1);
        }
        *slot = block + 1;
    }
}

void pl_repeat_paragraphs(struct pl_run *run,
                          const struct pl_repeat_params *params)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_formulas *formulas = pl_formulas_of(run);
    struct known known = {.mask = 63};
    while (known.mask < plan->blocks_count) {
        known.mask = 2 * known.mask + 1;
    }
    for (size_t i = 0; i < BINS; i++) {
        known.last[i] =
            pl_arena_array(run->scratch, known.mask + 1, sizeof(uint32_t));
    }
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        const struct pl_block *block = &plan->blocks[i];
        if (block->word_end >= block->first_word + params->min_words &&
            pl_scope_has(params->scope, block) &&
            !pl_formulas_have(formulas, i)) {
            take(run, params, &known, i);
        }
    }
}
