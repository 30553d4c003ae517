#include "checks/shared/quotations.h"

#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "lint/check.h"
#include "lint/shared.h"
#include "plan/plan.h"

enum {
    LONGEST = 40,    /* blocks: a mark that is open for longer was forgotten */
    FARTHEST = 4000, /* bytes that are looked at of a block */
    NEAR = 1000,     /* bytes before a place in quotation marks */
};

static const pl_str opening = PL_STR("\u201C");
static const pl_str closing = PL_STR("\u201D");

static bool stands(pl_str text, size_t at, pl_str mark)
{
    return at + mark.len <= text.len &&
           memcmp(text.data + at, mark.data, mark.len) == 0;
}

/* Whether a straight mark opens: a word follows at once, and none is before. */
static bool opens(pl_str text, size_t at)
{
    bool is_apart =
        at == 0 || pl_is_space(text.data[at - 1]) || text.data[at - 1] == '(';
    return is_apart && at + 1 < text.len && !pl_is_space(text.data[at + 1]);
}

/* How many marks are open after a text with `depth` open before it. */
static uint32_t depth_after(pl_str text, uint32_t depth)
{
    for (size_t at = 0; at < text.len; at++) {
        char c = text.data[at];
        if (c == '"') {
            depth = opens(text, at) ? depth + 1 : depth - (depth > 0);
        } else if (c == opening.data[0] && stands(text, at, opening)) {
            depth++;
        } else if (c == closing.data[0] && stands(text, at, closing)) {
            depth -= depth > 0;
        }
    }
    return depth;
}

static pl_str text_of(const struct pl_plan *plan, uint32_t block)
{
    pl_str text = pl_range_text(plan->text, plan->blocks[block].range);
    return pl_str_slice(text, 0, text.len < FARTHEST ? text.len : FARTHEST);
}

static bool begins_with_mark(pl_str text)
{
    return text.len > 0 && ((text.data[0] == '"' && opens(text, 0)) ||
                            pl_str_starts(text, opening));
}

/* The block in which a quotation that begins in `first` ends; PL_NONE: it is
 * closed at once, or never. Of several paragraphs each may have an opening
 * mark, but only the last a closing one. */
static uint32_t last_of(const struct pl_plan *plan, uint32_t first)
{
    uint32_t depth = depth_after(text_of(plan, first), 0);
    for (uint32_t i = first + 1;
         depth > 0 && i < plan->blocks_count && i < first + LONGEST; i++) {
        pl_str text = text_of(plan, i);
        depth = depth_after(text, begins_with_mark(text) ? depth - 1 : depth);
        if (depth == 0) {
            return i;
        }
    }
    return PL_NONE;
}

static const void *find_quotations(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    bool *quoted = pl_arena_array(run->arena, plan->blocks_count + 1, 1);
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        const struct pl_block *block = &plan->blocks[i];
        if (quoted[i] || block->kind == PL_BLOCK_QUOTE) {
            quoted[i] = true;
            continue;
        }
        bool begins =
            block->kind != PL_BLOCK_CELL && begins_with_mark(text_of(plan, i));
        uint32_t last = begins ? last_of(plan, i) : PL_NONE;
        for (uint32_t k = i; last != PL_NONE && k <= last; k++) {
            quoted[k] = true;
        }
    }
    return quoted;
}

const bool *pl_quotations_of(struct pl_run *run)
{
    return pl_run_share(run, find_quotations);
}

bool pl_quotations_have(struct pl_run *run, uint32_t block, uint32_t offset)
{
    const struct pl_plan *plan = run->plan;
    uint32_t start = plan->blocks[block].range.start;
    uint32_t from = offset - start > NEAR ? offset - NEAR : start;
    return pl_quotations_of(run)[block] ||
           depth_after(pl_str_slice(plan->text, from, offset), 0) > 0;
}
