/* What single lines cannot tell: list items and page numbers that look like
 * headings and numbered paragraphs, and the headings of mark-up. */
#include "plan/structure/draft.h"

#include "base/attr.h"
#include "base/chars.h"
#include "base/utf8.h"

enum { AHEAD = 12 }; /* blocks whose text is on its way at a time */

static bool is_plain_line(const struct pl_block *block)
{
    return !pl_block_has_marker(block) && (block->kind == PL_BLOCK_PARAGRAPH ||
                                           block->kind == PL_BLOCK_HEADING);
}

/* "2.1 bis The budget": the word belongs to the number. */
static bool take_bis(const struct pl_draft *draft, struct pl_block *block)
{
    bool is_number = pl_block_has_marker(block) &&
                     pl_is_digit(draft->text.data[block->marker.start]) &&
                     pl_is_alnum(draft->text.data[block->marker.end - 1]);
    if (!is_number) {
        return false;
    }
    pl_str content = pl_range_text(draft->text, block->content);
    pl_str word = pl_utf8_letters(content);
    if (!pl_label_bis(word) || word.len == content.len ||
        !pl_is_space(content.data[word.len])) {
        return false;
    }
    block->marker.end = block->content.start + (uint32_t)word.len;
    block->content.start = block->marker.end;
    block->content = pl_range_trim(draft->text, block->content);
    return true;
}

/* Whether a line could be the title of a heading by its end and length. */
static bool ends_as_title(pl_str line)
{
    enum { LONGEST = 80 };
    char last = line.len ? line.data[line.len - 1] : '\0';
    return line.len && line.len <= LONGEST &&
           (pl_is_alnum(last) || last == ')' || pl_is_wide(last)) &&
           !pl_is_lower(line.data[0]);
}

/* A number with "bis" is a heading's when the one it comes after is. */
static void settle_inserted_numbers(struct pl_draft *draft)
{
    struct pl_label before = {0};
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        struct pl_label label;
        if (i + AHEAD < draft->blocks.len) {
            PL_PREFETCH(draft->text.data + block[AHEAD].range.start);
        }
        bool is_bis = take_bis(draft, block);
        pl_str marker = pl_range_text(draft->text, block->marker);
        if (marker.len == 0 || !pl_label_parse(marker, &label)) {
            continue;
        }
        if (is_bis && block->kind == PL_BLOCK_PARAGRAPH &&
            pl_label_follows(before, label) &&
            ends_as_title(pl_range_text(draft->text, block->content))) {
            block->kind = PL_BLOCK_HEADING;
        }
        if (block->kind == PL_BLOCK_HEADING) {
            before = label;
        }
    }
}

/* A line of "=" or "-" right below a line makes that line a heading. */
static bool is_underlined(const struct pl_draft *draft, size_t at)
{
    const struct pl_block *blocks = draft->blocks.items;
    if (at + 1 >= draft->blocks.len || blocks[at + 1].kind != PL_BLOCK_MARKUP ||
        !pl_draft_are_adjacent(draft, &blocks[at], &blocks[at + 1])) {
        return false;
    }
    pl_str rule = pl_str_trim(pl_range_text(draft->text, blocks[at + 1].range));
    bool is_table = pl_str_find_char(rule, ' ', 0) != PL_NOWHERE;
    return !is_table && rule.len > 0 &&
           (rule.data[0] == '=' || rule.data[0] == '-');
}

/* What ends the styles, the script or the formula that a line begins; nothing
 * where it begins none. */
static pl_str raw_end(pl_str line)
{
    static const struct {
        pl_str first;
        pl_str last;
    } raw[] = {
        {PL_STR("<style"), PL_STR("</style>")},
        {PL_STR("<script"), PL_STR("</script>")},
        {PL_STR("$$"), PL_STR("$$")},
    };
    for (size_t i = 0; i < sizeof(raw) / sizeof(*raw); i++) {
        if (pl_str_starts(line, raw[i].first)) {
            return raw[i].last;
        }
    }
    return (pl_str){NULL, 0};
}

/* Takes what browsers do not show, and formulas, for mark-up. */
static void settle_raw(struct pl_draft *draft)
{
    enum { LONGEST = 64 }; /* blocks */
    for (size_t i = 0; i < draft->blocks.len; i++) {
        const struct pl_block *first = &draft->blocks.items[i];
        char c = draft->text.data[first->range.start];
        pl_str end = {NULL, 0};
        if ((c == '<' || c == '$') && first->kind == PL_BLOCK_PARAGRAPH) {
            end = raw_end(pl_range_text(draft->text, first->range));
        }
        size_t from = first->range.start + 2;
        size_t last = i;
        while (end.len > 0 && last < draft->blocks.len && last - i < LONGEST &&
               pl_str_find(pl_str_slice(draft->text, from,
                                        draft->blocks.items[last].range.end),
                           end, 0) == PL_NOWHERE) {
            from = draft->blocks.items[last++].range.end;
        }
        bool is_whole =
            end.len > 0 && last < draft->blocks.len && last - i < LONGEST &&
            pl_str_ends(pl_str_trim(pl_range_text(
                            draft->text, draft->blocks.items[last].range)),
                        end);
        for (size_t k = i; is_whole && k <= last; k++) {
            draft->blocks.items[k].kind = PL_BLOCK_MARKUP;
        }
        i = is_whole ? last : i;
    }
}

/* "3. ## Scope": what is numbered is a heading of whatever level, no item. */
static bool is_numbered_heading(const struct pl_draft *draft,
                                const struct pl_block *block)
{
    return block->kind == PL_BLOCK_ITEM &&
           pl_str_starts(pl_range_text(draft->text, block->content),
                         (pl_str)PL_STR("#"));
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
        } else if (is_numbered_heading(draft, block)) {
            block->kind = PL_BLOCK_PARAGRAPH;
            pl_block_drop_marker(block);
        }
    }
}

static bool has_marked_headings(const struct pl_draft *draft)
{
    for (size_t i = 0; i < draft->blocks.len; i++) {
        const struct pl_block *block = &draft->blocks.items[i];
        if (block->kind == PL_BLOCK_HEADING && pl_draft_has_atx(draft, block)) {
            return true;
        }
    }
    return false;
}

static bool is_part_heading(const struct pl_draft *draft,
                            const struct pl_block *block)
{
    static const bool stand_apart[PL_PART_KIND_COUNT] = {
        [PL_PART_ANNEX] = true,      [PL_PART_APPENDIX] = true,
        [PL_PART_ATTACHMENT] = true, [PL_PART_SCHEDULE] = true,
        [PL_PART_RESOLUTION] = true, [PL_PART_DECISION] = true,
    };
    pl_str number = pl_range_text(draft->text, block->marker);
    return block->kind == PL_BLOCK_HEADING && pl_block_has_marker(block) &&
           stand_apart[pl_part_kind_of(number)];
}

/* Where the styles of a Word file say what a heading is, nothing else is one:
 * but for "ANNEX 1" and the title below it, which have styles of their own. */
static void settle_word(struct pl_draft *draft)
{
    bool is_below_part = false;
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        bool is_heading = block->kind == PL_BLOCK_HEADING;
        bool is_part = is_part_heading(draft, block);
        if (is_heading && !is_part && !pl_draft_has_atx(draft, block)) {
            if (pl_block_has_marker(block)) {
                char last = draft->text.data[block->marker.end - 1];
                block->kind = last == '.' ? PL_BLOCK_ITEM : PL_BLOCK_PARAGRAPH;
            } else if (!is_below_part) {
                block->kind = PL_BLOCK_PARAGRAPH;
            }
        }
        is_below_part = is_part;
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

/* "27  10 %  40 %": a row of figures. */
static bool is_row_of_figures(const struct pl_draft *draft,
                              const struct pl_block *block)
{
    if (block->kind != PL_BLOCK_HEADING || !pl_block_has_marker(block)) {
        return false;
    }
    pl_str title = pl_range_text(draft->text, block->content);
    bool has_letter = title.len == 0;
    for (size_t i = 0; i < title.len && !has_letter; i++) {
        has_letter = pl_is_letter(title.data[i]) || pl_is_wide(title.data[i]);
    }
    return !has_letter;
}

static void settle_amounts(struct pl_draft *draft)
{
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        bool is_numbered = block->kind == PL_BLOCK_HEADING ||
                           block->kind == PL_BLOCK_PARAGRAPH;
        if (is_numbered &&
            (is_amount(draft, block) || is_row_of_figures(draft, block))) {
            pl_block_drop_marker(block);
        }
    }
}

/* Whether the line before the one that begins at `start` is a cell's: it begins
 * with a tab and is no sentence. */
static bool is_below_cell(pl_str text, uint32_t start)
{
    if (start == 0 || text.data[start - 1] != '\n') {
        return false;
    }
    uint32_t end = start - 1;
    uint32_t from = end;
    while (from > 0 && text.data[from - 1] != '\n') {
        from--;
    }
    pl_str line = pl_str_slice(text, from, end);
    pl_str words = pl_str_trim(line);
    char last = words.len ? words.data[words.len - 1] : '\0';
    return line.len && line.data[0] == '\t' && last != '.' && last != ':' &&
           last != ';';
}

/* Whether a cell follows in the next line. */
static bool is_above_cell(pl_str text, uint32_t end)
{
    while (end < text.len && text.data[end] == ' ') {
        end++;
    }
    return end + 1 < text.len && text.data[end] == '\n' &&
           text.data[end + 1] == '\t';
}

/* A further line of a cell, between two cells of one row. */
static void settle_lines_of_cells(struct pl_draft *draft)
{
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        if (block->kind == PL_BLOCK_HEADING &&
            is_above_cell(draft->text, block->range.end) &&
            is_below_cell(draft->text, block->range.start)) {
            pl_block_drop_marker(block);
        }
    }
}

static uint32_t indent_of(const struct pl_draft *draft,
                          const struct pl_block *block)
{
    uint32_t start = block->marker.start;
    uint32_t at = start;
    while (at > 0 && draft->text.data[at - 1] == ' ') {
        at--;
    }
    return start - at;
}

/* In the text of printed pages a number alone on its line is a page's, and
 * anywhere one in the middle or at the far end of its line. */
static void settle_page_numbers(struct pl_draft *draft)
{
    enum { FAR_IN = 20 }; /* columns */
    bool has_pages = draft->wrap_width > 0;
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        if (block->kind == PL_BLOCK_PARAGRAPH && pl_block_has_marker(block) &&
            pl_range_is_empty(block->content) &&
            (has_pages || indent_of(draft, block) >= FAR_IN)) {
            block->kind = PL_BLOCK_MARKUP;
        }
    }
}

void pl_draft_settle(struct pl_draft *draft)
{
    settle_page_numbers(draft);
    settle_inserted_numbers(draft);
    if (pl_draft_is_markdown(draft)) {
        settle_markdown(draft);
        settle_raw(draft);
    } else if (draft->source->format == PL_FORMAT_WORD &&
               has_marked_headings(draft)) {
        settle_word(draft);
    } else {
        if (!pl_draft_settle_asciidoc(draft)) {
            pl_draft_settle_titles(draft);
        }
        settle_amounts(draft);
        settle_lines_of_cells(draft);
        settle_number_runs(draft);
    }
}
