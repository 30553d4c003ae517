/* Paragraphs that are wrapped over several lines. */
#include "plan/structure/draft.h"

#include "base/chars.h"
#include "base/search.h"
#include "base/utf8.h"
#include "plan/acts/opening.h"

enum {
    LONGEST_LINE = 255,    /* longer lines count as this long */
    WIDEST_WRAP = 130,     /* lines of wrapped text are shorter, in bytes */
    FEWEST_LINES = 5,      /* to tell whether a text is wrapped */
    CONTINUATION_SHARE = 7 /* one line in so many goes on in lower case */
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

static bool is_plain_line(const struct pl_block *block)
{
    return !pl_block_has_marker(block) && (block->kind == PL_BLOCK_PARAGRAPH ||
                                           block->kind == PL_BLOCK_HEADING);
}

static size_t last_line_length(const struct pl_draft *draft,
                               const struct pl_block *block)
{
    size_t at = block->range.end;
    while (at > block->range.start && draft->text.data[at - 1] != '\n') {
        at--;
    }
    return block->range.end - at;
}

static bool takes_lines(const struct pl_block *block)
{
    return block->kind == PL_BLOCK_PARAGRAPH || block->kind == PL_BLOCK_ITEM ||
           block->kind == PL_BLOCK_QUOTE || block->kind == PL_BLOCK_NOTE ||
           block->kind == PL_BLOCK_HEADING;
}

/* In Markdown a paragraph goes on until a blank line or another block; a
 * number may begin any of its lines. */
static bool joins_markdown(const struct pl_draft *draft,
                           const struct pl_block *block,
                           const struct pl_block *next)
{
    if (!takes_lines(block) || pl_draft_has_atx(draft, block)) {
        return false;
    }
    if (is_plain_line(next)) {
        return true;
    }
    bool numbered_line =
        next->kind == PL_BLOCK_PARAGRAPH ||
        (next->kind == PL_BLOCK_HEADING && !pl_draft_has_atx(draft, next));
    return numbered_line && block->kind != PL_BLOCK_HEADING &&
           draft->text.data[next->marker.end - 1] != '.';
}

/* "24. Commit to ..." after paragraph 23, whatever ends the line before it. */
static bool is_next_number(const struct pl_draft *draft,
                           const struct pl_block *block,
                           const struct pl_block *next)
{
    struct pl_label before;
    struct pl_label after;
    pl_str text = pl_range_text(draft->text, next->content);
    return pl_block_has_marker(block) && text.len && !begins_lower(text) &&
           draft->text.data[next->marker.end - 1] == '.' &&
           pl_label_parse(pl_range_text(draft->text, block->marker), &before) &&
           pl_label_parse(pl_range_text(draft->text, next->marker), &after) &&
           pl_label_follows(before, after);
}

/* In wrapped text a line goes on when it is about as long as lines get and no
 * sentence ends with it, or when the next line begins in lower case. */
static bool joins_wrapped(const struct pl_draft *draft,
                          const struct pl_block *block,
                          const struct pl_block *next)
{
    if (!takes_lines(block) || pl_range_is_empty(block->range)) {
        return false;
    }
    pl_str text = draft->text;
    bool ended = ends_phrase(text.data[block->range.end - 1]);
    size_t length = last_line_length(draft, block);
    bool is_full = length * 4 >= draft->wrap_width * 3;
    if (is_plain_line(next)) {
        bool lower = begins_lower(pl_range_text(text, next->range));
        return (lower && !ended) ||
               (is_full && block->kind != PL_BLOCK_HEADING) ||
               (is_full && !ended && !pl_block_has_marker(block));
    }
    bool is_number = next->kind == PL_BLOCK_PARAGRAPH ||
                     next->kind == PL_BLOCK_HEADING ||
                     (next->kind == PL_BLOCK_ITEM &&
                      pl_is_digit(text.data[next->marker.start]));
    return is_number && is_full && !ended && block->kind != PL_BLOCK_HEADING &&
           !is_next_number(draft, block, next);
}

/* Whether a verb in small letters may come after a block: after a reason or a
 * decision, after "2 to buy tugs,", or, for a reason, after the name of a body.
 */
static bool leads_to_verb(const struct pl_draft *draft,
                          const struct pl_block *block,
                          const struct pl_opening *next)
{
    static const pl_str article = PL_STR("The ");
    struct pl_opening opening;
    pl_str text = pl_range_text(draft->text, block->content);
    if (pl_block_has_marker(block)) {
        return next->is_addressed && begins_lower(text);
    }
    bool is_organ = pl_str_starts(text, article) && text.len > article.len &&
                    pl_is_upper(text.data[article.len]);
    return (is_organ && next->role == PL_ACT_PREAMBLE) ||
           (pl_opening_read(draft->text, block->content, &opening) &&
            pl_is_lower(draft->text.data[opening.verb.start]));
}

/* "resolves" on a line of its own, or "considering that ports grow," after
 * another part of a resolution. */
static bool opens_clause(const struct pl_draft *draft,
                         const struct pl_block *block,
                         const struct pl_block *next)
{
    char last = pl_range_is_empty(block->range)
                    ? '\0'
                    : draft->text.data[block->range.end - 1];
    struct pl_opening opening;
    if ((last != ',' && !ends_phrase(last)) || !is_plain_line(next) ||
        !pl_opening_read(draft->text, next->content, &opening)) {
        return false;
    }
    return opening.is_alone ||
           (pl_is_lower(draft->text.data[opening.verb.start]) &&
            leads_to_verb(draft, block, &opening));
}

/* "1 to adopt the plan" below "resolves" or "instructs the Council". */
static bool is_first_decision(const struct pl_draft *draft,
                              const struct pl_block *block,
                              const struct pl_block *next)
{
    struct pl_opening opening;
    return pl_block_has_marker(next) && !pl_block_has_marker(block) &&
           pl_opening_read(draft->text, block->content, &opening) &&
           (opening.is_alone || opening.is_addressed) &&
           pl_is_lower(draft->text.data[opening.verb.start]) &&
           opening.line.end + 2 >= block->range.end;
}

static bool joins(const struct pl_draft *draft, const struct pl_block *block,
                  const struct pl_block *next)
{
    if (!pl_draft_are_adjacent(draft, block, next) ||
        is_first_decision(draft, block, next)) {
        return false;
    }
    return !opens_clause(draft, block, next) &&
           (pl_draft_is_markdown(draft) ? joins_markdown(draft, block, next)
                                        : joins_wrapped(draft, block, next));
}

static void join(struct pl_block *block, const struct pl_block *next)
{
    if (block->kind == PL_BLOCK_HEADING && !pl_block_has_marker(block)) {
        block->kind = PL_BLOCK_PARAGRAPH;
    }
    block->range.end = next->range.end;
    block->content.end = next->range.end;
    block->span_end = next->span_end;
}

/* Joins blocks in place; `place_of[i]` is where block i is now. */
static void join_blocks(struct pl_draft *draft, uint32_t *place_of)
{
    size_t kept = 0;
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *last = kept ? &draft->blocks.items[kept - 1] : NULL;
        if (last && joins(draft, last, &draft->blocks.items[i])) {
            join(last, &draft->blocks.items[i]);
        } else {
            draft->blocks.items[kept++] = draft->blocks.items[i];
        }
        place_of[i] = (uint32_t)kept - 1;
    }
    draft->blocks.len = kept;
}

/* The first span of a block from `offset` on, or its end. */
static uint32_t span_from(const struct pl_draft *draft,
                          const struct pl_block *block, uint32_t offset)
{
    uint32_t count = block->span_end - block->first_span;
    return count == 0
               ? block->span_end
               : block->first_span +
                     PL_FIRST_FROM(draft->spans.items + block->first_span,
                                   count, range.start, offset);
}

/* Whether nothing but text and a line end is between two runs of prose of one
 * block. */
static bool goes_on(const struct pl_draft *draft, const struct pl_prose *last,
                    const struct pl_prose *next)
{
    struct pl_range gap = {last->range.end, next->range.start};
    const struct pl_block *block = &draft->blocks.items[next->block];
    uint32_t span = span_from(draft, block, gap.start);
    bool has_span = span < block->span_end &&
                    draft->spans.items[span].range.start < gap.end;
    pl_str between = pl_range_text(draft->text, gap);
    return !has_span && pl_str_find_char(between, '\n', 0) != PL_NOWHERE;
}

/* Prose that goes on in the next line of one block is one run again. The
 * number at the beginning of a joined line becomes prose. */
static void join_prose(struct pl_draft *draft)
{
    size_t kept = 0;
    for (size_t i = 0; i < draft->prose.len; i++) {
        struct pl_prose next = draft->prose.items[i];
        struct pl_prose *last = kept ? &draft->prose.items[kept - 1] : NULL;
        if (last && last->block == next.block && goes_on(draft, last, &next)) {
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

static void join_lines(struct pl_draft *draft)
{
    uint32_t *place_of = pl_arena_array(draft->scratch, draft->blocks.len + 1,
                                        sizeof(*place_of));
    join_blocks(draft, place_of);
    move_blocks(draft, place_of);
    join_prose(draft);
}

/* "##Title": many write no blank after the signs. */
static void take_glued_signs(const struct pl_draft *draft,
                             struct pl_block *block)
{
    enum { FEWEST = 2, MOST = 6 };
    pl_str line = pl_range_text(draft->text, block->range);
    uint32_t level = 0;
    while (level < line.len && line.data[level] == '#') {
        level++;
    }
    if (is_plain_line(block) && level >= FEWEST && level <= MOST &&
        level < line.len &&
        (pl_is_alnum(line.data[level]) || pl_is_wide(line.data[level]))) {
        block->kind = PL_BLOCK_HEADING;
        block->marker.end = block->range.start + level;
        block->content.start = block->marker.end;
    }
}

void pl_draft_flow(struct pl_draft *draft)
{
    for (size_t i = 0; pl_draft_is_markdown(draft) && i < draft->blocks.len;
         i++) {
        take_glued_signs(draft, &draft->blocks.items[i]);
    }
    if (draft->source->format == PL_FORMAT_TEXT) {
        draft->wrap_width = wrap_width(draft->source);
    }
    if (pl_draft_is_markdown(draft) || draft->wrap_width > 0) {
        join_lines(draft);
    }
}
