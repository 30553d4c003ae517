#include "checks/gaps.h"

#include "plan/plan.h"

struct pl_gaps pl_gaps_of(const struct pl_plan *plan, struct pl_scope scope)
{
    return (struct pl_gaps){.plan = plan, .scope = scope};
}

static struct pl_range clip(struct pl_range range, struct pl_range to)
{
    range.start = range.start > to.start ? range.start : to.start;
    range.end = range.end < to.end ? range.end : to.end;
    range.end = range.end < range.start ? range.start : range.end;
    return range;
}

/* The next odd gap of the block; the one after its last word belongs to the
 * next block, too, so it is not consumed. */
static bool next_in_block(struct pl_gaps *gaps, const struct pl_block *block,
                          struct pl_gap *gap)
{
    const struct pl_words *words = gaps->plan->words;
    while (gaps->odd < words->odd_gap_count &&
           words->odd_gaps[gaps->odd] < block->first_word) {
        gaps->odd++;
    }
    if (gaps->odd == words->odd_gap_count ||
        words->odd_gaps[gaps->odd] > block->word_end) {
        return false;
    }
    uint32_t at = words->odd_gaps[gaps->odd];
    *gap = (struct pl_gap){
        .block = block,
        .word = at,
        .range = clip(pl_word_gap(words, at), block->content),
    };
    gaps->odd += at < block->word_end ? 1 : 0;
    return true;
}

bool pl_gaps_next(struct pl_gaps *gaps, struct pl_gap *gap)
{
    for (; gaps->block < gaps->plan->blocks_count; gaps->block++) {
        const struct pl_block *block = &gaps->plan->blocks[gaps->block];
        bool wanted = block->first_word < block->word_end &&
                      pl_scope_has(gaps->scope, block);
        if (wanted && next_in_block(gaps, block, gap)) {
            gaps->block += gap->word == block->word_end ? 1 : 0;
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
