/* Tables of contents: lines that look like headings and are none. */
#include "plan/structure/draft.h"

#include "base/map.h"
#include "plan/structure/heading_key.h"

enum {
    TOC_RUN = 3, /* headings in a row that may be a table of contents */
    TOC_GAP = 2, /* blocks between two of its lines that belong to it */
};

static bool is_heading_like(const struct pl_block *block)
{
    return block->kind == PL_BLOCK_HEADING || block->kind == PL_BLOCK_TOC;
}

/* Marks [from, to) as a table of contents from its first to its last line
 * that stands again as a heading further on. */
static void settle_toc_run(struct pl_draft *draft, size_t from, size_t to,
                           const bool *comes_again)
{
    size_t first = to;
    size_t last = from;
    size_t count = 0;
    for (size_t i = from; i < to; i++) {
        if (comes_again[i]) {
            first = first == to ? i : first;
            last = i + 1;
            count++;
        }
    }
    if (count < TOC_RUN || count * 2 < last - first) {
        return;
    }
    for (size_t i = first; i < last; i++) {
        draft->blocks.items[i].kind = PL_BLOCK_TOC;
    }
}

static bool stands_in(const struct pl_draft *draft, const struct pl_map *later,
                      pl_str line)
{
    pl_str key = pl_heading_key(draft->scratch, line);
    return key.len > 0 && pl_map_get(later, key) != PL_NONE;
}

/* A run of headings with nothing below them that come again later. */
static void find_repeated_toc(struct pl_draft *draft)
{
    size_t count = draft->blocks.len;
    bool *comes_again = pl_arena_array(draft->scratch, count + 1, sizeof(bool));
    struct pl_map *later = pl_map_new(draft->scratch, count / 8);
    for (size_t i = count; i-- > 0;) {
        const struct pl_block *block = &draft->blocks.items[i];
        if (!is_heading_like(block)) {
            continue;
        }
        pl_str line = pl_range_text(draft->text, block->range);
        pl_str key = pl_heading_key(draft->scratch,
                                    pl_heading_without_page(line, false));
        comes_again[i] =
            (key.len > 0 && pl_map_get(later, key) != PL_NONE) ||
            stands_in(draft, later, pl_heading_without_page(line, true));
        if (block->kind == PL_BLOCK_HEADING) {
            pl_map_put(later, key, (uint32_t)i);
        }
    }
    for (size_t i = 0; i < count;) {
        size_t end = i;
        while (end < count && is_heading_like(&draft->blocks.items[end])) {
            end++;
        }
        if (end - i >= TOC_RUN) {
            settle_toc_run(draft, i, end, comes_again);
        }
        i = end + 1;
    }
}

/* Lines between two lines of a table of contents belong to it. */
static void fill_toc(struct pl_draft *draft)
{
    size_t last = SIZE_MAX;
    for (size_t i = 0; i < draft->blocks.len; i++) {
        if (draft->blocks.items[i].kind != PL_BLOCK_TOC) {
            continue;
        }
        if (last != SIZE_MAX && i - last <= TOC_GAP + 1) {
            for (size_t k = last + 1; k < i; k++) {
                draft->blocks.items[k].kind = PL_BLOCK_TOC;
            }
        }
        last = i;
    }
}

void pl_draft_find_toc(struct pl_draft *draft)
{
    find_repeated_toc(draft);
    fill_toc(draft);
}
