#include "plan/structure/draft.h"

bool pl_draft_is_markdown(const struct pl_draft *draft)
{
    return draft->source->format == PL_FORMAT_MARKDOWN;
}

bool pl_block_has_marker(const struct pl_block *block)
{
    return !pl_range_is_empty(block->marker);
}

bool pl_block_is_numbered(const struct pl_block *block)
{
    return block->kind == PL_BLOCK_PARAGRAPH && pl_block_has_marker(block);
}

void pl_block_drop_marker(struct pl_block *block)
{
    block->kind = PL_BLOCK_PARAGRAPH;
    block->marker.end = block->marker.start;
    block->content = block->range;
    block->detail = PL_NONE;
}

bool pl_is_heading_sign(char c)
{
    return c == '#' || c == '=';
}

bool pl_draft_has_atx(const struct pl_draft *draft,
                      const struct pl_block *block)
{
    return pl_block_has_marker(block) &&
           pl_is_heading_sign(draft->text.data[block->marker.start]);
}

bool pl_draft_are_adjacent(const struct pl_draft *draft,
                           const struct pl_block *a, const struct pl_block *b)
{
    pl_str between = pl_str_slice(draft->text, a->range.end, b->range.start);
    size_t first = pl_str_find_char(between, '\n', 0);
    return first != PL_NOWHERE &&
           pl_str_find_char(between, '\n', first + 1) == PL_NOWHERE &&
           pl_str_find_char(between, '|', 0) == PL_NOWHERE;
}
