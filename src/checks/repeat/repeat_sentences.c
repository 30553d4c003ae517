/* Sentences that stand in another paragraph, too. */
#include <assert.h>

#include "base/arena.h"
#include "base/hash.h"
#include "checks/repeat/repeat.h"
#include "checks/shared/formula.h"
#include "checks/shared/gaps.h"
#include "checks/shared/times.h"
#include "lint/check.h"
#include "plan/plan.h"

enum {
    MAX_COMPARED = 8, /* sentences of one hash */
    ABBREVIATION = 3, /* bytes of a word with a capital: "Mr.", "MM." */
};

/* The words [first, end) of a block. */
struct sentence {
    const struct pl_block *block;
    uint32_t first;
    uint32_t end;
    uint32_t hash;
    uint32_t before;            /* one with the same hash slot, or PL_NONE */
    uint32_t same;              /* the first that is the same, or PL_NONE */
    uint32_t times;             /* of the first: how often it stands */
    bool is_block;              /* all of its block */
    bool is_told;               /* of the first: in a finding of another one */
    struct pl_finding *finding; /* of the first */
};

struct finder {
    struct pl_run *run;
    const struct pl_repeat_params *params;
    PL_VEC(struct sentence) found;
};

/* A sum, so that no word waits for the one before it. */
static uint32_t hash_of(const struct pl_words *words, uint32_t first,
                        uint32_t end)
{
    uint64_t sum = end - first;
    for (uint32_t at = first; at < end; at++) {
        uint64_t factor = PL_HASH_ODD_1 + 2 * (uint64_t)(at - first);
        sum += (words->items[at].form + PL_HASH_ODD_2) * factor;
    }
    return (uint32_t)(sum ^ sum >> 32);
}

static void add(struct finder *it, const struct pl_block *block, uint32_t first,
                uint32_t end)
{
    if (end < first + it->params->min_words) {
        return;
    }
    *PL_VEC_PUSH(it->run->scratch, &it->found) = (struct sentence){
        .block = block,
        .first = first,
        .end = end,
        .hash = hash_of(it->run->plan->words, first, end),
        .same = PL_NONE,
        .times = 1,
        .is_block = first == block->first_word && end == block->word_end};
}

/* A full stop that is no part of an identifier or abbreviation, before a
 * capital. */
static bool ends_sentence(const struct pl_plan *plan, const struct pl_gap *gap)
{
    const struct pl_words *words = plan->words;
    uint32_t start = words->items[gap->word].start;
    const struct pl_form *next = &words->forms[words->items[gap->word].form];
    if (gap->range.end - gap->range.start < 2 || start == 0 ||
        plan->text.data[start - 1] == '.' ||
        !(next->flags & PL_FORM_CAPITALIZED) || !pl_gap_is_inside(gap)) {
        return false;
    }
    const struct pl_form *before =
        &words->forms[words->items[gap->word - 1].form];
    return !(before->flags & PL_FORM_CAPITALIZED) ||
           before->text.len > ABBREVIATION;
}

/* Cuts blocks where a full stop and a capital meet. */
static void find_sentences(struct finder *it)
{
    const struct pl_plan *plan = it->run->plan;
    struct pl_gap_kinds kinds = {0};
    pl_gap_kinds_add(&kinds, PL_GAP_STOP);
    struct pl_gaps gaps = pl_gaps_of(it->run, it->params->scope, &kinds);
    const struct pl_formulas *formulas = pl_formulas_of(it->run);
    const struct pl_block *block = NULL;
    uint32_t from = 0;
    bool is_left_out = false;
    struct pl_gap gap;
    while (pl_gaps_next(&gaps, &gap)) {
        assert(gap.block);
        if (gap.block != block) {
            block = gap.block;
            from = block->first_word;
            is_left_out =
                pl_formulas_have(formulas, (uint32_t)(block - plan->blocks));
        }
        bool is_last = gap.word >= block->word_end;
        if (!is_left_out && (is_last || ends_sentence(plan, &gap))) {
            add(it, block, from, gap.word);
            from = gap.word;
        }
    }
}

static bool have_same_words(const struct pl_words *words, uint32_t a,
                            uint32_t b, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (words->items[a + i].form != words->items[b + i].form) {
            return false;
        }
    }
    return true;
}

static bool are_same(const struct pl_words *words, const struct sentence *a,
                     const struct sentence *b)
{
    return a->hash == b->hash && a->end - a->first == b->end - b->first &&
           have_same_words(words, a->first, b->first, a->end - a->first);
}

static void pair_up(struct finder *it)
{
    const struct pl_words *words = it->run->plan->words;
    uint32_t count = (uint32_t)it->found.len;
    uint32_t mask = 63;
    while (mask < count) {
        mask = 2 * mask + 1;
    }
    uint32_t *last = pl_arena_array(it->run->scratch, mask + 1, sizeof(*last));
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

/* Equal paragraphs are told as such by a rule of their own. */
static bool are_paragraphs(const struct pl_words *words,
                           const struct sentence *a, const struct sentence *b)
{
    const struct pl_block *one = a->block;
    const struct pl_block *other = b->block;
    uint32_t count = one->word_end - one->first_word;
    return (a->is_block && b->is_block) ||
           (one->kind == PL_BLOCK_PARAGRAPH &&
            other->kind == PL_BLOCK_PARAGRAPH &&
            count == other->word_end - other->first_word &&
            have_same_words(words, one->first_word, other->first_word, count));
}

/* What is said again far away is said so on purpose, most often. */
static bool are_near(const struct finder *it, const struct sentence *a,
                     const struct sentence *b)
{
    size_t apart = (size_t)(a->block - b->block);
    return it->params->max_apart == 0 || apart <= it->params->max_apart;
}

/* How many sentences of the block follow as they follow the first one. */
static uint32_t count_following(const struct finder *it, uint32_t at)
{
    const struct sentence *items = it->found.items;
    uint32_t first = items[at].same;
    uint32_t count = 0;
    while (at + count + 1 < it->found.len &&
           items[at + count + 1].block == items[at].block &&
           items[at + count + 1].same == first + count + 1 &&
           items[first + count + 1].times == items[first].times &&
           !items[first + count + 1].is_told) {
        count++;
    }
    return count;
}

static void report(struct finder *it, uint32_t at)
{
    struct pl_run *run = it->run;
    const struct pl_words *words = run->plan->words;
    const struct sentence *sentence = &it->found.items[at];
    struct sentence *first = &it->found.items[sentence->same];
    if (first->is_told) {
        if (first->finding) {
            pl_finding_relate(run->findings, first->finding,
                              range_of(words, sentence), "here, too");
        }
        return;
    }
    uint32_t following = count_following(it, at);
    const char *more =
        following == 0 ? ""
                       : pl_arena_printf(run->arena, ", with %u more after it",
                                         (unsigned)following);
    first->finding = PL_FINDING(
        run, range_of(words, sentence),
        {"text", pl_repeat_first_words(run, sentence->first, sentence->end)},
        {"count", pl_arena_number(run->arena, first->times)},
        {"times", pl_times(run->arena, first->times)},
        {"more", pl_str_from(more)});
    pl_finding_relate(run->findings, first->finding, range_of(words, first),
                      "the same sentence");
    for (uint32_t i = 0; i <= following; i++) {
        first[i].is_told = true;
    }
}

void pl_repeat_sentences(struct pl_run *run,
                         const struct pl_repeat_params *params)
{
    struct finder finder = {.run = run, .params = params};
    find_sentences(&finder);
    pair_up(&finder);
    for (uint32_t i = 0; i < finder.found.len; i++) {
        const struct sentence *it = &finder.found.items[i];
        if (it->same == PL_NONE) {
            continue;
        }
        const struct sentence *first = &finder.found.items[it->same];
        if (first->times <= params->max_times && are_near(&finder, it, first) &&
            !are_paragraphs(run->plan->words, it, first)) {
            report(&finder, i);
        }
    }
}
