/* Sentences that stand in another paragraph, too. */
#include <assert.h>

#include "base/arena.h"
#include "checks/repeat/repeat.h"
#include "checks/shared/formula.h"
#include "checks/shared/gaps.h"
#include "checks/shared/repeated.h"
#include "checks/shared/times.h"
#include "lint/check.h"
#include "plan/plan.h"

enum {
    MAX_COMPARED = 8, /* sentences of one hash */
    ABBREVIATION = 3, /* bytes of a word with a capital: "Mr.", "MM." */
};

/* The words [first, end) of a block. */
struct piece {
    uint32_t block;
    uint32_t first;
    uint32_t end;
};

/* One that stands more than once, perhaps. */
struct sentence {
    const struct pl_block *block;
    uint32_t place; /* among the pieces */
    uint32_t first; /* words [first, end) */
    uint32_t end;
    uint32_t hash;
    uint32_t before;            /* the last one with that hash, or PL_NONE */
    uint32_t same;              /* the first that is the same, or PL_NONE */
    uint32_t times;             /* of the first: how often it stands */
    bool is_block;              /* all of its block */
    bool is_told;               /* of the first: in a finding of another one */
    struct pl_finding *finding; /* of the first */
};

struct finder {
    struct pl_run *run;
    const struct pl_repeat_params *params;
    const struct pl_formulas *formulas;
    PL_VEC(struct piece) pieces; /* all sentences that are long enough */
    PL_VEC(uint32_t) hashes;     /* of each of them */
    PL_VEC(struct sentence) found;
};

static void add(struct finder *it, struct piece piece)
{
    struct pl_arena *scratch = it->run->scratch;
    if (piece.end >= piece.first + it->params->min_words) {
        *PL_VEC_PUSH(scratch, &it->pieces) = piece;
        *PL_VEC_PUSH(scratch, &it->hashes) =
            pl_repeated_hash(it->run->plan->words, piece.first, piece.end);
    }
}

/* A full stop that is no part of an identifier or abbreviation, before a
 * capital. The text is far: it is read last. */
static bool ends_sentence(const struct pl_plan *plan, const struct pl_gap *gap)
{
    const struct pl_words *words = plan->words;
    if (gap->range.end - gap->range.start < 2 || !pl_gap_is_inside(gap)) {
        return false;
    }
    struct pl_word word = words->items[gap->word];
    const struct pl_form *next = &words->forms[word.form];
    const struct pl_form *before =
        &words->forms[words->items[gap->word - 1].form];
    return (next->flags & PL_FORM_CAPITALIZED) &&
           (!(before->flags & PL_FORM_CAPITALIZED) ||
            before->text.len > ABBREVIATION) &&
           plan->text.data[word.start - 1] != '.';
}

/* Cuts blocks where a full stop and a capital meet. */
static void cut(struct finder *it)
{
    const struct pl_plan *plan = it->run->plan;
    struct pl_gap_kinds kinds = {0};
    pl_gap_kinds_add(&kinds, PL_GAP_STOP);
    struct pl_gaps gaps = pl_gaps_of(it->run, it->params->scope, &kinds);
    const struct pl_block *block = NULL;
    uint32_t from = 0;
    struct pl_gap gap;
    while (pl_gaps_next(&gaps, &gap)) {
        assert(gap.block);
        if (gap.block != block) {
            block = gap.block;
            from = block->first_word;
        }
        if (gap.word >= block->word_end || ends_sentence(plan, &gap)) {
            uint32_t index = (uint32_t)(block - plan->blocks);
            add(it, (struct piece){index, from, gap.word});
            from = gap.word;
        }
    }
}

static void find_repeated(struct finder *it)
{
    struct pl_arena *scratch = it->run->scratch;
    struct pl_repeated repeated =
        pl_repeated_find(scratch, it->hashes.items, it->hashes.len);
    for (size_t i = 0; i < repeated.count; i++) {
        uint32_t place = repeated.indexes[i];
        assert(it->pieces.items && it->hashes.items);
        const struct piece *piece = &it->pieces.items[place];
        const struct pl_block *block = &it->run->plan->blocks[piece->block];
        if (!pl_formulas_have(it->formulas, piece->block)) {
            *PL_VEC_PUSH(scratch, &it->found) = (struct sentence){
                .block = block,
                .place = place,
                .first = piece->first,
                .end = piece->end,
                .hash = it->hashes.items[place],
                .same = PL_NONE,
                .times = 1,
                .is_block = piece->first == block->first_word &&
                            piece->end == block->word_end};
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
    return a->end - a->first == b->end - b->first &&
           have_same_words(words, a->first, b->first, a->end - a->first);
}

static void pair_up(struct finder *it)
{
    const struct pl_words *words = it->run->plan->words;
    struct pl_last_seen seen = {.arena = it->run->scratch};
    for (uint32_t i = 0; i < it->found.len; i++) {
        struct sentence *sentence = &it->found.items[i];
        uint32_t other = pl_last_seen_put(&seen, sentence->hash, i);
        sentence->before = other;
        for (size_t k = 0; k < MAX_COMPARED && other != PL_NONE; k++) {
            struct sentence *earlier = &it->found.items[other];
            if (are_same(words, earlier, sentence)) {
                sentence->same =
                    earlier->same == PL_NONE ? other : earlier->same;
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

/* Whether the next sentence that was found is the next one of the text, but
 * for formulas. */
static bool is_followed(const struct finder *it, uint32_t at)
{
    uint32_t next = it->found.items[at].place + 1;
    while (at + 1 < it->found.len && next < it->found.items[at + 1].place &&
           pl_formulas_have(it->formulas, it->pieces.items[next].block)) {
        next++;
    }
    return at + 1 < it->found.len && next == it->found.items[at + 1].place;
}

/* How many sentences of the block follow as they follow the first one. */
static uint32_t count_following(const struct finder *it, uint32_t at)
{
    const struct sentence *items = it->found.items;
    uint32_t first = items[at].same;
    uint32_t count = 0;
    while (is_followed(it, at + count) && is_followed(it, first + count) &&
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
    struct finder finder = {
        .run = run, .params = params, .formulas = pl_formulas_of(run)};
    cut(&finder);
    find_repeated(&finder);
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
