#include "checks/shared/gaps.h"

#include "base/arena.h"
#include "base/attr.h"
#include "lint/check.h"
#include "lint/shared.h"
#include "plan/plan.h"

enum {
    FLAG_COUNT = 8,
    NEXT_COUNT = PL_NEXT_FIGURE + 1,
    WORD_BITS = 64,
    AHEAD = 16, /* gaps whose words are on their way at a time */
};

/* An odd gap as one block sees it. */
struct odd_gap {
    uint32_t word;  /* after the gap */
    uint32_t block; /* index; some word of it is beside the gap */
};

/* All of a plan, in order. One after the last word of a block belongs to the
 * next block, too, and is there again. */
struct pl_odd_gaps {
    struct odd_gap *items;
    size_t count;
    uint64_t *with[FLAG_COUNT + NEXT_COUNT]; /* of each trait, a bit a gap */
};

static struct pl_range clip(struct pl_range range, struct pl_range to)
{
    range.start = range.start > to.start ? range.start : to.start;
    range.end = range.end < to.end ? range.end : to.end;
    range.end = range.end < range.start ? range.start : range.end;
    return range;
}

/* Bit of each enum pl_gap_flag that the gap has, and of each enum pl_gap_next
 * that the word after it is. */
static unsigned traits_of(const struct pl_words *words, uint32_t odd)
{
    static const uint32_t seen = PL_FORM_LOWER | PL_FORM_UPPER | PL_FORM_DIGIT;
    uint32_t at = words->odd_gaps[odd];
    uint32_t flags =
        at < words->count ? words->forms[words->items[at].form].flags : 0;
    unsigned is_lower = (flags & seen) == PL_FORM_LOWER;
    unsigned is_figure = (flags & PL_FORM_DIGIT) != 0;
    return words->odd_gap_flags[odd] | 1U << (FLAG_COUNT + PL_NEXT_ANY) |
           is_lower << (FLAG_COUNT + PL_NEXT_LOWER) |
           is_figure << (FLAG_COUNT + PL_NEXT_FIGURE);
}

static struct pl_range range_of(const struct pl_plan *plan,
                                const struct odd_gap *gap)
{
    return clip(pl_word_gap(plan->words, gap->word),
                plan->blocks[gap->block].content);
}

static void add(struct pl_odd_gaps *gaps, struct odd_gap gap, unsigned traits)
{
    size_t at = gaps->count++;
    gaps->items[at] = gap;
    for (; traits; traits &= traits - 1) {
        gaps->with[PL_LOWEST_BIT(traits)][at / WORD_BITS] |= UINT64_C(1)
                                                             << at % WORD_BITS;
    }
}

/* The gap at `odd` as the blocks from `block` on see it; returns the first
 * that may see the next one. */
static uint32_t add_all(const struct pl_plan *plan, struct pl_odd_gaps *gaps,
                        uint32_t odd, uint32_t block)
{
    uint32_t word = plan->words->odd_gaps[odd];
    unsigned traits = traits_of(plan->words, odd);
    while (block < plan->blocks_count &&
           plan->blocks[block].first_word <= word) {
        const struct pl_block *it = &plan->blocks[block];
        if (it->word_end >= word && it->first_word < it->word_end) {
            add(gaps, (struct odd_gap){word, block}, traits);
        }
        if (it->word_end > word) {
            break;
        }
        block++;
    }
    return block;
}

static const void *find_gaps(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_odd_gaps *gaps = pl_arena_alloc(run->arena, sizeof(*gaps));
    size_t most = plan->words->odd_gap_count + plan->blocks_count;
    gaps->items = pl_arena_array(run->arena, most, sizeof(*gaps->items));
    for (size_t i = 0; i < FLAG_COUNT + NEXT_COUNT; i++) {
        gaps->with[i] = pl_arena_array(run->arena, most / WORD_BITS + 1,
                                       sizeof(*gaps->with[i]));
    }
    uint32_t block = 0;
    uint32_t count = plan->words->odd_gap_count;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t next = i + AHEAD < count ? i + AHEAD : i;
        PL_PREFETCH(plan->words->items + plan->words->odd_gaps[next]);
        block = add_all(plan, gaps, i, block);
    }
    return gaps;
}

void pl_gap_kinds_add(struct pl_gap_kinds *kinds, uint8_t flags)
{
    for (size_t i = 0; i < kinds->count; i++) {
        if (kinds->sets[i] == flags) {
            return;
        }
    }
    kinds->sets[kinds->count++] = flags;
}

struct pl_gaps pl_gaps_of(struct pl_run *run, struct pl_scope scope,
                          const struct pl_gap_kinds *kinds)
{
    return (struct pl_gaps){.plan = run->plan,
                            .odd = pl_run_share(run, find_gaps),
                            .kinds = kinds,
                            .scope = scope};
}

/* Of the gaps from WORD_BITS times `at` on, those that are wanted. */
static uint64_t wanted_at(const struct pl_gaps *gaps, size_t at)
{
    uint64_t wanted = 0;
    for (size_t i = 0; i < gaps->kinds->count; i++) {
        uint64_t fit = gaps->odd->with[FLAG_COUNT + (size_t)gaps->next][at];
        for (unsigned set = gaps->kinds->sets[i]; set; set &= set - 1) {
            fit &= gaps->odd->with[PL_LOWEST_BIT(set)][at];
        }
        wanted |= fit;
    }
    return wanted;
}

/* Goes on to the next gaps that are wanted, and lets what is read of them come
 * all at once. */
static void refill(struct pl_gaps *gaps)
{
    const struct pl_words *words = gaps->plan->words;
    while (gaps->wanted == 0 && gaps->at * WORD_BITS < gaps->odd->count) {
        gaps->wanted = wanted_at(gaps, gaps->at++);
    }
    if (gaps->wanted == 0) {
        return;
    }
    const struct odd_gap *items = gaps->odd->items + (gaps->at - 1) * WORD_BITS;
    for (uint64_t rest = gaps->wanted; rest; rest &= rest - 1) {
        const struct odd_gap *it = &items[PL_LOWEST_BIT(rest)];
        PL_PREFETCH(words->items + it->word);
    }
    for (uint64_t rest = gaps->wanted; rest; rest &= rest - 1) {
        uint32_t word = items[PL_LOWEST_BIT(rest)].word;
        uint32_t start = word < words->count ? words->items[word].start : 0;
        PL_PREFETCH(words->text.data + start);
    }
}

bool pl_gaps_next(struct pl_gaps *gaps, struct pl_gap *gap)
{
    for (;;) {
        if (gaps->wanted == 0) {
            refill(gaps);
        }
        if (gaps->wanted == 0) {
            return false;
        }
        const struct odd_gap *it =
            &gaps->odd->items[(gaps->at - 1) * WORD_BITS +
                              PL_LOWEST_BIT(gaps->wanted)];
        gaps->wanted &= gaps->wanted - 1;
        const struct pl_block *block = &gaps->plan->blocks[it->block];
        if (pl_scope_has(gaps->scope, block)) {
            *gap = (struct pl_gap){block, it->word, range_of(gaps->plan, it)};
            return true;
        }
    }
}

bool pl_gap_is_inside(const struct pl_gap *gap)
{
    return gap->word > gap->block->first_word &&
           gap->word < gap->block->word_end;
}
