/* What single lines cannot tell: list items, captions and page numbers that
 * look like headings and numbered paragraphs, and Markdown's headings. */
#include "plan/structure/draft.h"

#include "base/array.h"
#include "base/chars.h"
#include "base/utf8.h"

static bool is_plain_line(const struct pl_block *block)
{
    return !pl_block_has_marker(block) && (block->kind == PL_BLOCK_PARAGRAPH ||
                                           block->kind == PL_BLOCK_HEADING);
}

/* A line of "=" or "-" right below a line makes that line a heading. */
static bool is_underlined(const struct pl_draft *draft, size_t at)
{
    const struct pl_block *blocks = draft->blocks.items;
    if (at + 1 >= draft->blocks.len || blocks[at + 1].kind != PL_BLOCK_MARKUP ||
        !pl_draft_are_adjacent(draft, &blocks[at], &blocks[at + 1])) {
        return false;
    }
    char c = draft->text.data[blocks[at + 1].range.start];
    return c == '=' || c == '-';
}

/* Without a "#" a line is no heading, whatever it looks like. */
static void settle_markdown(struct pl_draft *draft)
{
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        bool is_heading = block->kind == PL_BLOCK_HEADING;
        if (is_plain_line(block) && is_underlined(draft, i)) {
            block->kind = PL_BLOCK_HEADING;
        } else if (is_heading && !pl_block_has_marker(block)) {
            block->kind = PL_BLOCK_PARAGRAPH;
        } else if (is_heading && !pl_draft_has_atx(draft, block)) {
            char last = draft->text.data[block->marker.end - 1];
            block->kind = last == '.' ? PL_BLOCK_ITEM : PL_BLOCK_PARAGRAPH;
        }
    }
}

static bool is_single_number(const struct pl_draft *draft,
                             const struct pl_block *block,
                             struct pl_label *label)
{
    return block->kind == PL_BLOCK_HEADING && pl_block_has_marker(block) &&
           pl_label_parse(pl_range_text(draft->text, block->marker), label) &&
           label->count == 1 && label->parts[0].style == PL_LABEL_DECIMAL;
}

/* The end of the run of lines 1, 2, 3 ... that begins at `at`. */
static size_t number_run(const struct pl_draft *draft, size_t at)
{
    const struct pl_block *blocks = draft->blocks.items;
    struct pl_label before;
    struct pl_label next;
    if (!is_single_number(draft, &blocks[at], &before)) {
        return at;
    }
    size_t end = at + 1;
    while (end < draft->blocks.len &&
           is_single_number(draft, &blocks[end], &next) &&
           pl_label_follows(before, next) &&
           pl_draft_are_adjacent(draft, &blocks[end - 1], &blocks[end])) {
        before = next;
        end++;
    }
    return end;
}

/* Headings have something below them: three numbered short lines in a row are
 * items of a list, two when their numbers have dots. */
static void settle_number_runs(struct pl_draft *draft)
{
    for (size_t i = 0; i < draft->blocks.len;) {
        size_t end = number_run(draft, i);
        if (end == i) {
            i++;
            continue;
        }
        uint32_t marker_end = draft->blocks.items[i].marker.end;
        bool is_dotted = draft->text.data[marker_end - 1] == '.';
        if (end - i >= (is_dotted ? 2 : 3)) {
            for (size_t k = i; k < end; k++) {
                draft->blocks.items[k].kind = PL_BLOCK_ITEM;
            }
        }
        i = end;
    }
}

/* Bytes of the word that a caption begins with, and of a stop; or 0. */
static size_t caption_word(pl_str line)
{
    static const pl_str words[] = {
#define PL_CAPTION_WORD(word, kind) PL_STR(word),
#include "plan/structure/caption_word.def"
#undef PL_CAPTION_WORD
    };
    pl_str word = pl_utf8_letters(line);
    size_t len = word.len;
    for (size_t i = 0; i < PL_COUNT(words); i++) {
        if (pl_utf8_lowers_to(word, words[i])) {
            bool has_stop = len < line.len && line.data[len] == '.';
            return has_stop ? len + 1 : len;
        }
    }
    return 0;
}

/* "Figure 2 - Title": a caption. */
static bool is_caption(pl_str line)
{
    size_t at = caption_word(line);
    if (at == 0 || at >= line.len ||
        (line.data[at] != ' ' && !pl_is_wide(line.data[at]))) {
        return false;
    }
    at += line.data[at] == ' ' ? 1 : 2; /* a no-break space */
    return at < line.len &&
           (pl_is_digit(line.data[at]) || pl_is_upper(line.data[at]));
}

/* Columns set with spaces or tabs: a row of a table, a running head. The tab
 * before a margin comment is none. */
static bool has_columns(const struct pl_draft *draft,
                        const struct pl_block *block)
{
    for (uint32_t i = block->first_span; i < block->span_end; i++) {
        bool before_comment = i + 1 < block->span_end &&
                              draft->spans.items[i + 1].kind == PL_SPAN_COMMENT;
        if (draft->spans.items[i].kind == PL_SPAN_TAB && !before_comment) {
            return true;
        }
    }
    pl_str line = pl_range_text(draft->text, block->range);
    return pl_str_find(line, (pl_str)PL_STR("   "), 0) != PL_NOWHERE;
}

/* ".8 Services": a number that lost what was before its dot. */
static void take_lost_number(const struct pl_draft *draft,
                             struct pl_block *block)
{
    pl_str line = pl_range_text(draft->text, block->content);
    size_t len = 1;
    while (len < line.len && pl_is_digit(line.data[len])) {
        len++;
    }
    if (len > 1 && len < line.len && line.data[0] == '.' &&
        pl_is_space(line.data[len])) {
        block->marker.end = block->range.start + (uint32_t)len;
        block->content.start = block->marker.end;
        block->content = pl_range_trim(draft->text, block->content);
    }
}

static void settle_titles(struct pl_draft *draft)
{
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        if (block->kind != PL_BLOCK_HEADING || pl_block_has_marker(block)) {
            continue;
        }
        take_lost_number(draft, block);
        pl_str line = pl_range_text(draft->text, block->range);
        if (!pl_block_has_marker(block) &&
            (is_caption(line) || has_columns(draft, block))) {
            block->kind = PL_BLOCK_PARAGRAPH;
        }
    }
}

/* "8 697 000 euros": an amount whose thousands are set apart. */
static bool is_amount(const struct pl_draft *draft,
                      const struct pl_block *block)
{
    enum { GROUP = 3 };
    pl_str line = pl_range_text(draft->text, block->range);
    size_t at = block->marker.end - block->marker.start;
    bool is_number = at > 0 && at <= GROUP && pl_is_digit(line.data[at - 1]);
    if (!is_number || line.len < at + 1 + GROUP || line.data[at] != ' ') {
        return false;
    }
    for (size_t i = at + 1; i <= at + GROUP; i++) {
        if (!pl_is_digit(line.data[i])) {
            return false;
        }
    }
    return line.len == at + 1 + GROUP ||
           !pl_is_alnum(line.data[at + 1 + GROUP]);
}

static void settle_amounts(struct pl_draft *draft)
{
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        bool is_numbered = block->kind == PL_BLOCK_HEADING ||
                           block->kind == PL_BLOCK_PARAGRAPH;
        if (is_numbered && is_amount(draft, block)) {
            pl_block_drop_marker(block);
        }
    }
}

/* In the text of printed pages a number alone on its line is a page's. */
static void settle_page_numbers(struct pl_draft *draft)
{
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        if (block->kind == PL_BLOCK_PARAGRAPH && pl_block_has_marker(block) &&
            pl_range_is_empty(block->content)) {
            block->kind = PL_BLOCK_MARKUP;
        }
    }
}

void pl_draft_settle(struct pl_draft *draft)
{
    if (draft->wrap_width > 0) {
        settle_page_numbers(draft);
    }
    if (pl_draft_is_markdown(draft)) {
        settle_markdown(draft);
    } else {
        settle_titles(draft);
        settle_amounts(draft);
        settle_number_runs(draft);
    }
}
