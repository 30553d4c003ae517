/* Paragraphs that are the same, word for word. */
#include <assert.h>

#include "base/arena.h"
#include "base/hash.h"
#include "checks/duplicate/duplicate.h"
#include "checks/shared/block_ends.h"
#include "checks/shared/formula.h"
#include "checks/shared/repeated.h"
#include "lint/check.h"
#include "plan/plan.h"

enum {
    SHOWN_WORDS = 6,
    MAX_COMPARED = 16, /* blocks that begin and end with the same words */
};

/* One that stands more than once, perhaps. */
struct paragraph {
    uint32_t place; /* among those that are long enough */
    uint32_t block;
    uint32_t hash;
    uint32_t before; /* index of the last one with the same hash, or PL_NONE */
    uint32_t first;  /* index of the first that is the same; or its own */
    uint32_t times;  /* of the first: how often it stands */
    struct pl_finding *finding; /* of the first */
    bool is_told;               /* of the first: in a finding of another one */
};

struct finder {
    struct pl_run *run;
    const struct pl_duplicate_params *params;
    const struct pl_formulas *formulas;
    PL_VEC(uint32_t) blocks; /* that are long enough */
    PL_VEC(uint32_t) hashes; /* of each of them */
    PL_VEC(struct paragraph) found;
};

static pl_str text_of(const struct pl_plan *plan, uint32_t block)
{
    return pl_str_trim(pl_range_text(plan->text, plan->blocks[block].content));
}

static void collect(struct finder *it)
{
    const struct pl_plan *plan = it->run->plan;
    const struct pl_block_ends *ends = pl_block_ends_of(it->run);
    struct pl_arena *scratch = it->run->scratch;
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        const struct pl_block *block = &plan->blocks[i];
        uint32_t count = block->word_end - block->first_word;
        if (count >= it->params->min_words &&
            pl_scope_has(it->params->scope, block)) {
            *PL_VEC_PUSH(scratch, &it->blocks) = i;
            *PL_VEC_PUSH(scratch, &it->hashes) = pl_hash_mix_32(
                pl_hash_mix_32(count, ends->first[i]), ends->last[i]);
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
        assert(it->blocks.items && it->hashes.items);
        uint32_t block = it->blocks.items[place];
        uint32_t own = (uint32_t)it->found.len;
        if (!pl_formulas_have(it->formulas, block)) {
            *PL_VEC_PUSH(scratch, &it->found) =
                (struct paragraph){.place = place,
                                   .block = block,
                                   .hash = it->hashes.items[place],
                                   .first = own,
                                   .times = 1};
        }
    }
}

/* Looks at a few of those that may be the same. */
static void pair_up(struct finder *it)
{
    const struct pl_plan *plan = it->run->plan;
    struct pl_last_seen seen = {.arena = it->run->scratch};
    for (uint32_t i = 0; i < it->found.len; i++) {
        struct paragraph *paragraph = &it->found.items[i];
        uint32_t other = pl_last_seen_put(&seen, paragraph->hash, i);
        paragraph->before = other;
        for (size_t k = 0; k < MAX_COMPARED && other != PL_NONE; k++) {
            const struct paragraph *earlier = &it->found.items[other];
            if (pl_str_eq(text_of(plan, earlier->block),
                          text_of(plan, paragraph->block))) {
                paragraph->first = earlier->first;
                it->found.items[earlier->first].times++;
                break;
            }
            other = earlier->before;
        }
    }
}

/* Whether nothing that counts stands between one of those that were found and
 * the next one. */
static bool is_followed(const struct finder *it, uint32_t at)
{
    uint32_t next = it->found.items[at].place + 1;
    while (at + 1 < it->found.len && next < it->found.items[at + 1].place &&
           pl_formulas_have(it->formulas, it->blocks.items[next])) {
        next++;
    }
    return at + 1 < it->found.len && next == it->found.items[at + 1].place;
}

/* How many follow paragraph `at` as they follow its first. */
static uint32_t count_following(const struct finder *it, uint32_t at)
{
    const struct paragraph *items = it->found.items;
    uint32_t first = items[at].first;
    uint32_t count = 0;
    while (is_followed(it, at + count) && is_followed(it, first + count) &&
           items[at + count + 1].first == first + count + 1 &&
           first + count + 1 < at && !items[first + count + 1].is_told &&
           items[first + count + 1].times == items[first].times) {
        count++;
    }
    return count;
}

/* The first words, and an ellipsis when there are more. */
static pl_str first_words(const struct pl_run *run,
                          const struct pl_block *block)
{
    const struct pl_words *words = run->plan->words;
    uint32_t end = block->word_end;
    bool cropped = end - block->first_word > SHOWN_WORDS;
    end = cropped ? block->first_word + SHOWN_WORDS : end;
    pl_str shown =
        pl_str_slice(run->plan->text, words->items[block->first_word].start,
                     pl_word_range(words, end - 1).end);
    return pl_str_from(pl_arena_printf(run->arena, "%.*s%s", PL_STR_ARG(shown),
                                       cropped ? " \u2026" : ""));
}

static void report(struct finder *it, uint32_t at, uint32_t following)
{
    struct pl_run *run = it->run;
    const struct pl_block *blocks = run->plan->blocks;
    const struct pl_block *block = &blocks[it->found.items[at].block];
    struct paragraph *first = &it->found.items[it->found.items[at].first];
    const char *times =
        first->times == 2
            ? "twice"
            : pl_arena_printf(run->arena, "%u times", (unsigned)first->times);
    const char *more =
        following == 0   ? ""
        : following == 1 ? ", with the one after it"
                         : pl_arena_printf(run->arena, ", with the %u after it",
                                           (unsigned)following);
    first->finding =
        PL_FINDING(run, block->content, {"text", first_words(run, block)},
                   {"times", pl_str_from(times)}, {"more", pl_str_from(more)});
    pl_finding_relate(run->findings, first->finding,
                      blocks[first->block].content, "the same text");
    for (uint32_t i = 0; i <= following; i++) {
        first[i].is_told = true;
    }
}

void pl_duplicate_paragraphs(struct pl_run *run,
                             const struct pl_duplicate_params *params)
{
    struct finder it = {
        .run = run, .params = params, .formulas = pl_formulas_of(run)};
    collect(&it);
    find_repeated(&it);
    pair_up(&it);
    for (uint32_t i = 0; i < it.found.len; i++) {
        const struct paragraph *paragraph = &it.found.items[i];
        const struct paragraph *first = &it.found.items[paragraph->first];
        if (first == paragraph || first->times > params->max_times) {
            continue;
        }
        if (!first->is_told) {
            report(&it, i, count_following(&it, i));
        } else if (first->finding) {
            pl_finding_relate(run->findings, first->finding,
                              run->plan->blocks[paragraph->block].content,
                              "here, too");
        }
    }
}
