#include "base/arena.h"
#include "base/hash.h"
#include "checks/repeat/repeat.h"
#include "checks/shared/gaps.h"
#include "lint/check.h"
#include "plan/plan.h"

enum { MAX_COMPARED = 8 }; /* sentences of one hash */

/* The words [first, end) of a block. */
struct sentence {
    uint32_t first;
    uint32_t end;
    uint32_t hash;
    uint32_t before; /* one with the same hash slot, or PL_NONE */
    uint32_t same;   /* the first that is the same, or PL_NONE */
    uint32_t times;  /* of the first: how often it stands */
    bool is_block;   /* all of its block */
    struct pl_finding *finding;
};

struct finder {
    struct pl_run *run;
    const struct pl_repeat_params *params;
    PL_VEC(struct sentence) found;
};

static void add(struct finder *it, const struct pl_block *block, uint32_t first,
                uint32_t end)
{
    const struct pl_words *words = it->run->plan->words;
    if (end < first + it->params->min_words) {
        return;
    }
    uint32_t hash = end - first;
    for (uint32_t at = first; at < end; at++) {
        hash = pl_hash_mix_32(hash, words->items[at].form);
    }
    *PL_VEC_PUSH(it->run->arena, &it->found) = (struct sentence){
        .first = first,
        .end = end,
        .hash = hash,
        .same = PL_NONE,
        .times = 1,
        .is_block = first == block->first_word && end == block->word_end};
}

/* Cuts blocks where a full stop and a capital meet. */
static void find_sentences(struct finder *it)
{
    const struct pl_plan *plan = it->run->plan;
    const struct pl_words *words = plan->words;
    struct pl_gap_kinds kinds = {{false}};
    pl_gap_kinds_add(&kinds, PL_GAP_STOP);
    struct pl_gaps gaps = pl_gaps_of(plan, it->params->scope, &kinds);
    const struct pl_block *block = NULL;
    uint32_t from = 0;
    struct pl_gap gap;
    while (pl_gaps_next(&gaps, &gap)) {
        if (gap.block != block) {
            block = gap.block;
            from = block->first_word;
        }
        bool is_last = gap.word >= block->word_end;
        if (is_last || (words->forms[words->items[gap.word].form].flags &
                        PL_FORM_CAPITALIZED)) {
            add(it, block, from, gap.word);
            from = gap.word;
        }
    }
}

static bool are_same(const struct pl_words *words, const struct sentence *a,
                     const struct sentence *b)
{
    if (a->hash != b->hash || a->end - a->first != b->end - b->first) {
        return false;
    }
    for (uint32_t i = 0; i < a->end - a->first; i++) {
        if (words->items[a->first + i].form !=
            words->items[b->first + i].form) {
            return false;
        }
    }
    return true;
}

static void pair_up(struct finder *it)
{
    const struct pl_words *words = it->run->plan->words;
    uint32_t count = (uint32_t)it->found.len;
    uint32_t mask = 63;
    while (mask < count) {
        mask = 2 * mask + 1;
    }
    uint32_t *last = pl_arena_array(it->run->arena, mask + 1, sizeof(*last));
    for (uint32_t i = 0; i < count; i++) {
        struct sentence *sentence = &it->found.items[i];
        uint32_t *slot = &last[sentence->hash & mask];
        uint32_t other = *slot; /* plus one */
        sentence->before = other;
        *slot = i + 1;
        for (size_t k = 0; k < MAX_COMPARED && other > 0; k++) {
            struct sentence *earlier = &it->found.items[other - 1];
            if (are_same(words, earlier, sentence)) {
                sentence->same =
                    earlier->same == PL_NONE ? other - 1 : earlier->same;
                it->found.items[sentence->same].times++;
                break;
            }
            other = earlier->before;
        }
    }
}

static struct pl_range range_of(const struct pl_words *words,
                                const struct sentence *sentence)
{
    return (struct pl_range){words->items[sentence->first].start,
                             pl_word_range(words, sentence->end - 1).end};
}

static void report(struct finder *it, struct sentence *sentence)
{
    struct pl_run *run = it->run;
    const struct pl_words *words = run->plan->words;
    struct sentence *first = &it->found.items[sentence->same];
    if (first->finding) {
        pl_finding_relate(run->findings, first->finding,
                          range_of(words, sentence), "here, too");
        return;
    }
    first->finding = PL_FINDING(
        run, range_of(words, sentence),
        {"text", pl_repeat_first_words(run, sentence->first, sentence->end)},
        {"count", pl_arena_number(run->arena, first->times)});
    pl_finding_relate(run->findings, first->finding, range_of(words, first),
                      "the same sentence");
}

void pl_repeat_sentences(struct pl_run *run,
                         const struct pl_repeat_params *params)
{
    struct finder finder = {.run = run, .params = params};
    find_sentences(&finder);
    pair_up(&finder);
    for (size_t i = 0; i < finder.found.len; i++) {
        struct sentence *it = &finder.found.items[i];
        if (it->same == PL_NONE) {
            continue;
        }
        const struct sentence *first = &finder.found.items[it->same];
        bool are_blocks = it->is_block && first->is_block;
        if (!are_blocks && first->times <= params->max_times) {
            report(&finder, it);
        }
    }
}
