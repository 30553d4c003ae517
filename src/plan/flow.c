/* What single lines cannot tell: wrapped paragraphs, list items that look like
 * headings, Markdown's headings. */
#include "plan/draft.h"

#include "base/chars.h"
#include "base/utf8.h"

enum {
    LONGEST_LINE = 255,    /* longer lines count as this long */
    WIDEST_WRAP = 130,     /* lines of wrapped text are shorter, in bytes */
    FEWEST_LINES = 5,      /* to tell whether a text is wrapped */
    CONTINUATION_SHARE = 7 /* one line in so many goes on in lower case */
};

struct flow {
    struct pl_draft *draft;
    bool is_markdown;
    size_t wrap_width; /* 0: lines are whole paragraphs */
};

/* ----- how a text is wrapped ----- */

static bool ends_phrase(char c)
{
    return c == '.' || c == ':' || c == ';' || c == '!' || c == '?';
}

static bool begins_lower(pl_str s)
{
    size_t len = 0;
    return s.len && pl_utf8_is_lower(pl_utf8_decode(s, 0, &len));
}

/* The length that nine lines in ten do not exceed. */
static size_t usual_length(const uint32_t histogram[LONGEST_LINE + 1],
                           size_t lines)
{
    size_t seen = 0;
    for (size_t length = 0; length <= LONGEST_LINE; length++) {
        seen += histogram[length];
        if (seen * 10 >= lines * 9) {
            return length;
        }
    }
    return LONGEST_LINE;
}

/* The width that the lines of a text were wrapped to, or 0. */
static size_t wrap_width(const struct pl_source *source)
{
    uint32_t histogram[LONGEST_LINE + 1] = {0};
    size_t lines = 0;
    size_t continuations = 0;
    pl_str before = {0};
    pl_str rest = source->text;
    while (rest.len) {
        pl_str line = pl_str_trim(pl_str_split(&rest, '\n'));
        if (line.len) {
            lines++;
            histogram[line.len < LONGEST_LINE ? line.len : LONGEST_LINE]++;
            continuations += before.len && begins_lower(line) &&
                             !ends_phrase(before.data[before.len - 1]);
        }
        before = line;
    }
    size_t width = usual_length(histogram, lines);
    bool wrapped = lines >= FEWEST_LINES && width <= WIDEST_WRAP &&
                   continuations * CONTINUATION_SHARE >= lines;
    return wrapped ? width : 0;
}

/* ----- joining ----- */

/* Whether nothing but one line end and blanks is between two blocks. */
static bool are_adjacent(pl_str text, const struct pl_block *a,
                         const struct pl_block *b)
{
    pl_str between = pl_str_slice(text, a->range.end, b->range.start);
    size_t first = pl_str_find_char(between, '\n', 0);
    return first != PL_NOWHERE &&
           pl_str_find_char(between, '\n', first + 1) == PL_NOWHERE &&
           pl_str_find_char(between, '|', 0) == PL_NOWHERE;
}

static bool has_marker(const struct pl_block *block)
{
    return !pl_range_is_empty(block->marker);
}

static bool has_atx(const struct flow *flow, const struct pl_block *block)
{
    return has_marker(block) &&
           flow->draft->text.data[block->marker.start] == '#';
}

static bool is_plain_line(const struct pl_block *block)
{
    return !has_marker(block) && (block->kind == PL_BLOCK_PARAGRAPH ||
                                  block->kind == PL_BLOCK_HEADING);
}

static size_t last_line_length(const struct flow *flow,
                               const struct pl_block *block)
{
    size_t at = block->range.end;
    while (at > block->range.start && flow->draft->text.data[at - 1] != '\n') {
        at--;
    }
    return block->range.end - at;
}

static bool takes_lines_markdown(const struct flow *flow,
                                 const struct pl_block *block)
{
    switch (block->kind) {
    case PL_BLOCK_PARAGRAPH:
    case PL_BLOCK_ITEM:
    case PL_BLOCK_QUOTE:
    case PL_BLOCK_NOTE:
        return true;
    case PL_BLOCK_HEADING:
        return !has_atx(flow, block);
    default:
        return false;
    }
}

/* In Markdown a paragraph goes on until a blank line or another block; a
 * number may begin any of its lines. */
static bool joins_markdown(const struct flow *flow,
                           const struct pl_block *block,
                           const struct pl_block *next)
{
    if (!takes_lines_markdown(flow, block)) {
        return false;
    }
    if (is_plain_line(next)) {
        return true;
    }
    bool numbered_line =
        next->kind == PL_BLOCK_PARAGRAPH ||
        (next->kind == PL_BLOCK_HEADING && !has_atx(flow, next));
    return numbered_line && block->kind != PL_BLOCK_HEADING &&
           flow->draft->text.data[next->marker.end - 1] != '.';
}

/* In wrapped text a line goes on when it is about as long as lines get and no
 * sentence ends with it, or when the next line begins in lower case. */
static bool joins_wrapped(const struct flow *flow, const struct pl_block *block,
                          const struct pl_block *next)
{
    bool takes_lines =
        block->kind == PL_BLOCK_PARAGRAPH || block->kind == PL_BLOCK_ITEM ||
        block->kind == PL_BLOCK_NOTE || block->kind == PL_BLOCK_HEADING;
    if (!takes_lines || pl_range_is_empty(block->range)) {
        return false;
    }
    pl_str text = flow->draft->text;
    bool ended = ends_phrase(text.data[block->range.end - 1]);
    size_t length = last_line_length(flow, block);
    bool is_full = length * 4 >= flow->wrap_width * 3;
    if (is_plain_line(next)) {
        bool lower = begins_lower(pl_range_text(text, next->range));
        return (lower && !ended) ||
               (is_full && block->kind != PL_BLOCK_HEADING) ||
               (is_full && !ended && !has_marker(block));
    }
    bool is_number = next->kind == PL_BLOCK_PARAGRAPH ||
                     next->kind == PL_BLOCK_HEADING ||
                     (next->kind == PL_BLOCK_ITEM &&
                      pl_is_digit(text.data[next->marker.start]));
    return is_number && is_full && !ended && block->kind != PL_BLOCK_HEADING;
}

static bool joins(const struct flow *flow, const struct pl_block *block,
                  const struct pl_block *next)
{
    if (!are_adjacent(flow->draft->text, block, next)) {
        return false;
    }
    return flow->is_markdown ? joins_markdown(flow, block, next)
                             : joins_wrapped(flow, block, next);
}

static void join(struct pl_block *block, const struct pl_block *next)
{
    if (block->kind == PL_BLOCK_HEADING && !has_marker(block)) {
        block->kind = PL_BLOCK_PARAGRAPH;
    }
    block->range.end = next->range.end;
    block->content.end = next->range.end;
    block->span_end = next->span_end;
}

/* Joins blocks in place; `place_of[i]` is where block i is now. */
static void join_blocks(struct flow *flow, uint32_t *place_of)
{
    struct pl_draft *draft = flow->draft;
    size_t kept = 0;
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *last = kept ? &draft->blocks.items[kept - 1] : NULL;
        if (last && joins(flow, last, &draft->blocks.items[i])) {
            join(last, &draft->blocks.items[i]);
        } else {
            draft->blocks.items[kept++] = draft->blocks.items[i];
        }
        place_of[i] = (uint32_t)kept - 1;
    }
    draft->blocks.len = kept;
}

/* Prose that goes on in the next line of one block is one run again. The
 * number at the beginning of a joined line becomes prose. */
static void join_prose(struct pl_draft *draft)
{
    size_t kept = 0;
    for (size_t i = 0; i < draft->prose.len; i++) {
        struct pl_prose next = draft->prose.items[i];
        struct pl_prose *last = kept ? &draft->prose.items[kept - 1] : NULL;
        bool same_block = last && last->block == next.block;
        size_t from = same_block ? last->range.end : 0;
        const struct pl_block *block = &draft->blocks.items[next.block];
        bool has_span = false;
        for (uint32_t s = block->first_span;
             same_block && s < block->span_end && !has_span; s++) {
            has_span = draft->spans.items[s].range.start >= from &&
                       draft->spans.items[s].range.start < next.range.start;
        }
        if (same_block && !has_span &&
            pl_str_find_char(draft->text, '\n', from) < next.range.start) {
            last->range.end = next.range.end;
        } else {
            draft->prose.items[kept++] = next;
        }
    }
    draft->prose.len = kept;
}

static void move_blocks(struct pl_draft *draft, const uint32_t *place_of)
{
    for (size_t i = 0; i < draft->spans.len; i++) {
        draft->spans.items[i].block = place_of[draft->spans.items[i].block];
    }
    for (size_t i = 0; i < draft->prose.len; i++) {
        draft->prose.items[i].block = place_of[draft->prose.items[i].block];
    }
    for (size_t i = 0; i < draft->cells.len; i++) {
        draft->cells.items[i].block = place_of[draft->cells.items[i].block];
    }
    for (size_t i = 0; i < draft->footnote_marks.len; i++) {
        struct pl_footnote_mark *mark = &draft->footnote_marks.items[i];
        mark->block = place_of[mark->block];
    }
    for (size_t i = 0; i < draft->comments.len; i++) {
        struct pl_comment *comment = &draft->comments.items[i];
        comment->block = place_of[comment->block];
    }
    for (size_t i = 0; i < draft->footnotes.len; i++) {
        struct pl_footnote *note = &draft->footnotes.items[i];
        note->block = place_of[note->block];
        const struct pl_block *block = &draft->blocks.items[note->block];
        if (block->kind == PL_BLOCK_NOTE) {
            note->range.end = note->body.end = block->range.end;
        }
    }
}

static void join_lines(struct flow *flow)
{
    struct pl_draft *draft = flow->draft;
    uint32_t *place_of = pl_arena_array(draft->scratch, draft->blocks.len + 1,
                                        sizeof(*place_of));
    join_blocks(flow, place_of);
    move_blocks(draft, place_of);
    join_prose(draft);
}

/* ----- Markdown ----- */

/* A line of "=" or "-" right below a line makes that line a heading. */
static bool is_underlined(const struct flow *flow, size_t at)
{
    const struct pl_block *blocks = flow->draft->blocks.items;
    if (at + 1 >= flow->draft->blocks.len ||
        blocks[at + 1].kind != PL_BLOCK_MARKUP ||
        !are_adjacent(flow->draft->text, &blocks[at], &blocks[at + 1])) {
        return false;
    }
    char c = flow->draft->text.data[blocks[at + 1].range.start];
    return c == '=' || c == '-';
}

/* Without a "#" a line is no heading, whatever it looks like. */
static void settle_markdown(struct flow *flow)
{
    struct pl_draft *draft = flow->draft;
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        bool is_heading = block->kind == PL_BLOCK_HEADING;
        if (is_plain_line(block) && is_underlined(flow, i)) {
            block->kind = PL_BLOCK_HEADING;
        } else if (is_heading && !has_marker(block)) {
            block->kind = PL_BLOCK_PARAGRAPH;
        } else if (is_heading && !has_atx(flow, block)) {
            char last = draft->text.data[block->marker.end - 1];
            block->kind = last == '.' ? PL_BLOCK_ITEM : PL_BLOCK_PARAGRAPH;
        }
    }
}

/* ----- lists that look like headings ----- */

static bool is_single_number(const struct flow *flow,
                             const struct pl_block *block,
                             struct pl_label *label)
{
    return block->kind == PL_BLOCK_HEADING && has_marker(block) &&
           pl_label_parse(pl_range_text(flow->draft->text, block->marker),
                          label) &&
           label->count == 1 && label->parts[0].style == PL_LABEL_DECIMAL;
}

/* The end of the run of lines 1, 2, 3 ... that begins at `at`. */
static size_t number_run(const struct flow *flow, size_t at)
{
    const struct pl_block *blocks = flow->draft->blocks.items;
    struct pl_label before;
    struct pl_label next;
    if (!is_single_number(flow, &blocks[at], &before)) {
        return at;
    }
    size_t end = at + 1;
    while (end < flow->draft->blocks.len &&
           is_single_number(flow, &blocks[end], &next) &&
           pl_label_follows(before, next) &&
           are_adjacent(flow->draft->text, &blocks[end - 1], &blocks[end])) {
        before = next;
        end++;
    }
    return end;
}

/* Headings have something below them: three numbered short lines in a row are
 * items of a list, two when their numbers have dots. */
static void settle_number_runs(struct flow *flow)
{
    struct pl_draft *draft = flow->draft;
    for (size_t i = 0; i < draft->blocks.len;) {
        size_t end = number_run(flow, i);
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

/* ----- lines that only look like headings ----- */

/* "Figure 2 - Title": a caption. */
static bool is_caption(pl_str line)
{
    static const char *const words[] = {"figure", "table",   "box",   "fig.",
                                        "cuadro", "tableau", "figura"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        pl_str word = pl_str_from(words[i]);
        pl_str begin = pl_str_slice(line, 0, word.len);
        pl_str rest = pl_str_slice(line, word.len, word.len + 8);
        if (pl_str_eq_ignore_case(begin, word) && rest.len > 1 &&
            (rest.data[0] == ' ' || pl_is_wide(rest.data[0]))) {
            size_t at = rest.data[0] == ' ' ? 1 : 2; /* a no-break space */
            return at < rest.len &&
                   (pl_is_digit(rest.data[at]) || pl_is_upper(rest.data[at]));
        }
    }
    return false;
}

/* Columns set with spaces: a row of a table, a running head. */
static bool has_columns(pl_str line)
{
    return pl_str_find(line, (pl_str)PL_STR("   "), 0) != PL_NOWHERE;
}

static void settle_titles(struct flow *flow)
{
    struct pl_draft *draft = flow->draft;
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        pl_str line = pl_range_text(draft->text, block->range);
        if (block->kind == PL_BLOCK_HEADING && !has_marker(block) &&
            (is_caption(line) || has_columns(line))) {
            block->kind = PL_BLOCK_PARAGRAPH;
        }
    }
}

/* In the text of printed pages a number alone on its line is a page's. */
static void settle_page_numbers(struct flow *flow)
{
    struct pl_draft *draft = flow->draft;
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        if (block->kind == PL_BLOCK_PARAGRAPH && has_marker(block) &&
            pl_range_is_empty(block->content)) {
            block->kind = PL_BLOCK_MARKUP;
        }
    }
}

void pl_draft_flow(struct pl_draft *draft)
{
    struct flow flow = {
        .draft = draft,
        .is_markdown = draft->source->format == PL_FORMAT_MARKDOWN,
    };
    if (draft->source->format == PL_FORMAT_TEXT) {
        flow.wrap_width = wrap_width(draft->source);
    }
    if (flow.is_markdown || flow.wrap_width > 0) {
        join_lines(&flow);
    }
    if (flow.wrap_width > 0) {
        settle_page_numbers(&flow);
    }
    if (flow.is_markdown) {
        settle_markdown(&flow);
    } else {
        settle_titles(&flow);
        settle_number_runs(&flow);
    }
}
