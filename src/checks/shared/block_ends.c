#include "checks/shared/block_ends.h"

#include "base/arena.h"
#include "base/attr.h"
#include "checks/shared/repeated.h"
#include "lint/check.h"
#include "lint/shared.h"
#include "plan/plan.h"

enum { AHEAD = 8 }; /* blocks whose words are on their way at a time */

static void fetch(const struct pl_plan *plan, uint32_t block)
{
    if (block < plan->blocks_count) {
        PL_PREFETCH(plan->words->items + plan->blocks[block].first_word);
        PL_PREFETCH(plan->words->items + plan->blocks[block].word_end);
    }
}

static const void *read_ends(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_block_ends *ends = pl_arena_alloc(run->arena, sizeof(*ends));
    uint32_t *first =
        pl_arena_array(run->arena, plan->blocks_count, sizeof(*first));
    uint32_t *last =
        pl_arena_array(run->arena, plan->blocks_count, sizeof(*last));
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        const struct pl_block *block = &plan->blocks[i];
        uint32_t count = block->word_end - block->first_word;
        count = count < PL_BLOCK_END ? count : PL_BLOCK_END;
        fetch(plan, i + AHEAD);
        first[i] = pl_repeated_hash(plan->words, block->first_word,
                                    block->first_word + count);
        last[i] = pl_repeated_hash(plan->words, block->word_end - count,
                                   block->word_end);
    }
    *ends = (struct pl_block_ends){first, last};
    return ends;
}

const struct pl_block_ends *pl_block_ends_of(struct pl_run *run)
{
    return pl_run_share(run, read_ends);
}
