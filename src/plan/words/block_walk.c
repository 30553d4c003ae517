#include "plan/words/block_walk.h"

#include "plan/plan.h"

uint32_t pl_block_walk_to(struct pl_block_walk *walk, uint32_t offset)
{
    const struct pl_plan *plan = walk->plan;
    while (walk->next < plan->blocks_count &&
           plan->blocks[walk->next].range.start <= offset) {
        walk->next++;
    }
    return walk->next == 0 ? PL_NONE : walk->next - 1;
}
