/* The lines of a text that is written in AsciiDoc. */
#include "plan/structure/draft.h"

#include "base/chars.h"
#include "base/utf8.h"

static bool is_equals_heading(const struct pl_draft *draft,
                              const struct pl_block *block)
{
    return block->kind == PL_BLOCK_HEADING && pl_block_has_marker(block) &&
           draft->text.data[block->marker.start] == '=';
}

/* Two headings with "=", of which one is the first in the text. */
static bool is_asciidoc(const struct pl_draft *draft)
{
    size_t count = 0;
    bool is_first = true;
    for (size_t i = 0; i < draft->blocks.len && (count || is_first); i++) {
        const struct pl_block *block = &draft->blocks.items[i];
        count += is_equals_heading(draft, block);
        is_first = is_first && block->kind != PL_BLOCK_HEADING;
        if (count > 1) {
            return true;
        }
    }
    return false;
}

/* ":name: value", "[cols=2]", "[[anchor]]", "image::name[]". */
static bool is_asciidoc_markup(pl_str line)
{
    char last = line.data[line.len - 1];
    pl_str word = pl_utf8_letters(line);
    return (line.data[0] == ':' && line.len > 1 &&
            pl_str_find_char(line, ':', 2) != PL_NOWHERE) ||
           (line.data[0] == '[' && last == ']') ||
           (word.len && last == ']' && word.len + 1 < line.len &&
            line.data[word.len] == ':' && line.data[word.len + 1] == ':');
}

static void settle_asciidoc_line(const struct pl_draft *draft,
                                 struct pl_block *block)
{
    pl_str line = pl_range_text(draft->text, block->range);
    bool is_line =
        block->kind == PL_BLOCK_HEADING || block->kind == PL_BLOCK_PARAGRAPH;
    if (!is_line || pl_block_has_marker(block) || line.len == 0) {
        return;
    }
    if (is_asciidoc_markup(line)) {
        block->kind = PL_BLOCK_MARKUP;
    } else if (line.len > 2 && line.data[0] == '.' && line.data[1] == ' ') {
        block->kind = PL_BLOCK_ITEM;
        block->marker.end = block->range.start + 1;
        block->content.start = block->marker.end;
        block->content = pl_range_trim(draft->text, block->content);
    } else {
        block->kind = PL_BLOCK_PARAGRAPH;
    }
}

bool pl_draft_settle_asciidoc(struct pl_draft *draft)
{
    if (!is_asciidoc(draft)) {
        return false;
    }
    for (size_t i = 0; i < draft->blocks.len; i++) {
        settle_asciidoc_line(draft, &draft->blocks.items[i]);
    }
    return true;
}
