/* Paragraphs that are the same but for one piece of a few words. */
#include <assert.h>

#include "base/arena.h"
#include "checks/repeat/repeat.h"
#include "checks/shared/block_ends.h"
#include "checks/shared/formula.h"
#include "checks/shared/repeated.h"
#include "lint/check.h"
#include "plan/plan.h"

enum { LEAST_STEP = 4 }; /* words by which the halves of paragraphs grow */

/* What is the same before and after one piece is half of both paragraphs, at
 * least: the first words or the last ones. How many that is grows in steps, so
 * that two paragraphs that are not of the same length try the same number. */
static uint32_t half_of(uint32_t count, uint32_t piece)
{
    uint32_t step = (piece + 1) / 2 > LEAST_STEP ? (piece + 1) / 2 : LEAST_STEP;
    return count > piece ? (count - piece) / 2 / step * step : 0;
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

struct finder {
    struct pl_run *run;
    const struct pl_repeat_params *params;
    PL_VEC(uint32_t) wanted;  /* blocks */
    PL_VEC(uint32_t) ends;    /* of each of them: two fingerprints */
    PL_VEC(uint32_t) hashes;  /* of halves of paragraphs */
    PL_VEC(uint32_t) blocks;  /* of each of the halves */
    struct pl_last_seen seen; /* the last block that has each half */
    uint32_t block;           /* that `tried` is about */
    uint32_t tried;           /* the last other one; PL_NONE: none */
    uint32_t told;            /* the last block with a finding */
};

static void collect(struct finder *it)
{
    const struct pl_plan *plan = it->run->plan;
    const struct pl_block_ends *ends = pl_block_ends_of(it->run);
    struct pl_arena *scratch = it->run->scratch;
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        const struct pl_block *block = &plan->blocks[i];
        if (block->word_end - block->first_word >= it->params->min_words &&
            pl_scope_has(it->params->scope, block)) {
            *PL_VEC_PUSH(scratch, &it->wanted) = i;
            *PL_VEC_PUSH(scratch, &it->ends) = ends->first[i];
            *PL_VEC_PUSH(scratch, &it->ends) = ~ends->last[i];
        }
    }
}

static void add_half(struct finder *it, uint32_t block, uint32_t count)
{
    const struct pl_plan *plan = it->run->plan;
    uint32_t first = plan->blocks[block].first_word;
    uint32_t end = plan->blocks[block].word_end;
    struct pl_arena *scratch = it->run->scratch;
    *PL_VEC_PUSH(scratch, &it->hashes) =
        pl_repeated_hash(plan->words, first, first + count);
    *PL_VEC_PUSH(scratch, &it->hashes) =
        ~pl_repeated_hash(plan->words, end - count, end);
    *PL_VEC_PUSH(scratch, &it->blocks) = block;
    *PL_VEC_PUSH(scratch, &it->blocks) = block;
}

/* Of a paragraph that begins or ends like another one, or is so short that its
 * halves may do so when its ends do not. */
static void add_halves(struct finder *it, uint32_t block, bool has_like)
{
    const struct pl_block *own = &it->run->plan->blocks[block];
    uint32_t piece = (uint32_t)it->params->max_piece;
    uint32_t count = own->word_end - own->first_word;
    uint32_t half = half_of(count, piece);
    uint32_t of_shorter = half_of(count > piece ? count - piece : 0, piece);
    if (!has_like && of_shorter >= PL_BLOCK_END) {
        return;
    }
    add_half(it, block, half);
    if (of_shorter != half) {
        add_half(it, block, of_shorter);
    }
}

static void cut_in_halves(struct finder *it)
{
    struct pl_repeated like =
        pl_repeated_find(it->run->scratch, it->ends.items, it->ends.len);
    size_t next = 0;
    for (size_t i = 0; i < it->wanted.len; i++) {
        bool has_like = false;
        while (next < like.count && like.indexes[next] / 2 == i) {
            has_like = true;
            next++;
        }
        add_halves(it, it->wanted.items[i], has_like);
    }
}

/* Another paragraph may be the same as one but for a piece. */
static void try_half(struct finder *it, uint32_t block, uint32_t other)
{
    bool is_tried = it->block == block && it->tried == other;
    if (other == PL_NONE || other == block || it->told == block || is_tried) {
        return;
    }
    it->block = block;
    it->tried = other;
    if (judge(it->run, it->params, block, other)) {
        it->told = block;
    }
}

void pl_repeat_paragraphs(struct pl_run *run,
                          const struct pl_repeat_params *params)
{
    const struct pl_formulas *formulas = pl_formulas_of(run);
    struct finder it = {.run = run,
                        .params = params,
                        .seen = {.arena = run->scratch},
                        .tried = PL_NONE,
                        .told = PL_NONE};
    collect(&it);
    cut_in_halves(&it);
    struct pl_repeated halves =
        pl_repeated_find(run->scratch, it.hashes.items, it.hashes.len);
    for (size_t i = 0; i < halves.count; i++) {
        assert(it.blocks.items && it.hashes.items);
        uint32_t block = it.blocks.items[halves.indexes[i]];
        if (!pl_formulas_have(formulas, block)) {
            uint32_t hash = it.hashes.items[halves.indexes[i]];
            try_half(&it, block, pl_last_seen_put(&it.seen, hash, block));
        }
    }
}
