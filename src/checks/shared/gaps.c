#include "checks/shared/gaps.h"

#include "plan/plan.h"

void pl_gap_kinds_add(struct pl_gap_kinds *kinds, uint8_t flags)
{
    for (unsigned i = 0; i <= UINT8_MAX; i++) {
        kinds->has[i] = kinds->has[i] || (i & flags) == flags;
    }
}

struct pl_gaps pl_gaps_of(const struct pl_plan *plan, struct pl_scope scope,
                          const struct pl_gap_kinds *kinds)
{
    return (struct pl_gaps){.plan = plan, .kinds = kinds, .scope = scope};
}

static struct pl_range clip(struct pl_range range, struct pl_range to)
{
    range.start = range.start > to.start ? range.start : to.start;
    range.end = range.end < to.end ? range.end : to.end;
    range.end = range.end < range.start ? range.start : range.end;
    return range;
}

/* Whether block `index` and those before it end before word `at` and its gap.
 */
static bool ends_before(const struct pl_plan *plan, uint32_t index, uint32_t at)
{
    const struct pl_block *block = &plan->blocks[index];
    return block->word_end < at || block->first_word == block->word_end;
}

/* Moves on to the first block with words that word `at` or the gap before it
 * is in: in growing steps, because it may be near or far. */
static void find_block(struct pl_gaps *gaps, uint32_t at)
{
    const struct pl_plan *plan = gaps->plan;
    uint32_t step = 1;
    while (gaps->block + step < plan->blocks_count &&
           plan->blocks[gaps->block + step].word_end < at) {
        gaps->block += step;
        step *= 2;
    }
    for (; step > 1; step /= 2) {
        if (gaps->block + step / 2 < plan->blocks_count &&
            plan->blocks[gaps->block + step / 2].word_end < at) {
            gaps->block += step / 2;
        }
    }
    while (gaps->block < plan->blocks_count &&
           ends_before(plan, gaps->block, at)) {
        gaps->block++;
    }
}

/* The gap before word `at`, which may be the last of its block. The one after
 * the last word belongs to the next block, too, and is visited again. */
static bool visit(struct pl_gaps *gaps, uint32_t at, struct pl_gap *gap)
{
    find_block(gaps, at);
    if (gaps->block == gaps->plan->blocks_count) {
        gaps->odd++;
        return false;
    }
    const struct pl_block *block = &gaps->plan->blocks[gaps->block];
    bool is_last = block->word_end == at;
    gaps->block += is_last ? 1 : 0;
    gaps->odd += is_last ? 0 : 1;
    *gap = (struct pl_gap){
        .block = block,
        .word = at,
        .range = clip(pl_word_gap(gaps->plan->words, at), block->content),
    };
    return block->first_word <= at && pl_scope_has(gaps->scope, block);
}

static bool is_before(enum pl_gap_next next, const struct pl_words *words,
                      uint32_t at)
{
    static const uint32_t seen = PL_FORM_LOWER | PL_FORM_UPPER | PL_FORM_DIGIT;
    if (next == PL_NEXT_ANY) {
        return true;
    }
    if (at >= words->count) {
        return false;
    }
    uint32_t flags = words->forms[words->items[at].form].flags;
    return next == PL_NEXT_LOWER ? (flags & seen) == PL_FORM_LOWER
                                 : (flags & PL_FORM_DIGIT) != 0;
}

/* Whether the next odd gap may be one to visit. */
static bool is_wanted(const struct pl_gaps *gaps)
{
    const struct pl_words *words = gaps->plan->words;
    return gaps->kinds->has[words->odd_gap_flags[gaps->odd]] &&
           is_before(gaps->next, words, words->odd_gaps[gaps->odd]);
}

bool pl_gaps_next(struct pl_gaps *gaps, struct pl_gap *gap)
{
    const struct pl_words *words = gaps->plan->words;
    while (gaps->odd < words->odd_gap_count) {
        if (!is_wanted(gaps)) {
            gaps->odd++;
        } else if (visit(gaps, words->odd_gaps[gaps->odd], gap)) {
            return true;
        }
    }
    return false;
}

bool pl_gap_is_inside(const struct pl_gap *gap)
{
    return gap->word > gap->block->first_word &&
           gap->word < gap->block->word_end;
}
