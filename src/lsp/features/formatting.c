/* textDocument/formatting and rangeFormatting: spacing alone.
 *
 * Blanks at line ends go (in Markdown two of them are a line break and stay),
 * runs of blank lines become one, a run of spaces between two words becomes
 * one, a list marker is followed by one space, the text ends in one line end.
 * Code, front matter and tables keep their own; a tab is never touched, since
 * in a text made from a Word file it is what parts cells. */
#include "base/vec.h"
#include "lsp/features/features.h"
#include "plan/plan.h"
#include "text/source.h"

struct formatter {
    struct pl_arena *arena;
    const struct pl_plan *plan;
    struct pl_range within;
    PL_VEC(struct pl_edit) edits;
};

static bool keeps_its_own(enum pl_block_kind kind)
{
    return kind == PL_BLOCK_CODE || kind == PL_BLOCK_MARKUP ||
           kind == PL_BLOCK_CELL || kind == PL_BLOCK_DIRECTIVE ||
           kind == PL_BLOCK_TOC;
}

/* The block that a place is in; NULL between blocks. */
static const struct pl_block *block_at(const struct formatter *it, uint32_t at)
{
    uint32_t found = pl_plan_block_at(it->plan, at);
    return found != PL_NONE && at < it->plan->blocks[found].range.end
               ? &it->plan->blocks[found]
               : NULL;
}

static void replace(struct formatter *it, struct pl_range range, pl_str text)
{
    bool is_there = pl_str_eq(pl_range_text(it->plan->text, range), text);
    if (!is_there && it->within.start <= range.start &&
        range.end <= it->within.end) {
        *PL_VEC_PUSH(it->arena, &it->edits) = (struct pl_edit){range, text};
    }
}

static const pl_str nothing = PL_STR("");
static const pl_str space = PL_STR(" ");
static const pl_str line_end = PL_STR("\n");

static bool is_space_run(pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] != ' ') {
            return false;
        }
    }
    return text.len > 0;
}

/* Between the words of one line. */
static void format_gaps(struct formatter *it, const struct pl_block *block)
{
    const struct pl_words *words = it->plan->words;
    for (uint32_t i = block->first_word + 1; i < block->word_end; i++) {
        struct pl_range gap = pl_word_gap(words, i);
        if (is_space_run(pl_range_text(it->plan->text, gap))) {
            replace(it, gap, space);
        }
    }
}

static void format_marker(struct formatter *it, const struct pl_block *block)
{
    struct pl_range gap = {block->marker.end, block->content.start};
    bool is_marked =
        !pl_range_is_empty(block->marker) && !pl_range_is_empty(block->content);
    if (is_marked && is_space_run(pl_range_text(it->plan->text, gap))) {
        replace(it, gap, space);
    }
}

static void format_blocks(struct formatter *it)
{
    for (uint32_t i = 0; i < it->plan->blocks_count; i++) {
        const struct pl_block *block = &it->plan->blocks[i];
        if (!keeps_its_own(block->kind)) {
            format_gaps(it, block);
        }
        if (block->kind == PL_BLOCK_ITEM) {
            format_marker(it, block);
        }
    }
}

/* Where the blanks at the end of a line begin. */
static uint32_t blank_start(pl_str text, struct pl_range line)
{
    uint32_t at = line.end;
    while (at > line.start && pl_is_blank(text.data[at - 1])) {
        at--;
    }
    return at;
}

/* A line break of Markdown; nothing follows it in the last line of a block. */
static bool is_break(const struct formatter *it, struct pl_range blanks)
{
    const struct pl_block *block = block_at(it, blanks.end + 1);
    return it->plan->source->format == PL_FORMAT_MARKDOWN &&
           blanks.end - blanks.start == 2 && block &&
           block->range.start < blanks.start;
}

static bool ends_in_cell(const struct formatter *it, uint32_t at)
{
    uint32_t found = at > 0 ? pl_plan_block_at(it->plan, at - 1) : PL_NONE;
    return found != PL_NONE && keeps_its_own(it->plan->blocks[found].kind);
}

static void format_line(struct formatter *it, struct pl_range line)
{
    struct pl_range blanks = {blank_start(it->plan->text, line), line.end};
    bool is_empty = blanks.start == line.start;
    if (!pl_range_is_empty(blanks) && !is_break(it, blanks) &&
        (is_empty || !ends_in_cell(it, blanks.start))) {
        replace(it, blanks, nothing);
    }
}

/* The blank lines from a line on; returns the line after them. */
static size_t format_blank_lines(struct formatter *it, size_t line)
{
    const struct pl_lines *lines = &it->plan->source->lines;
    size_t end = line;
    while (end < lines->count) {
        struct pl_range range = pl_lines_range(lines, end + 1);
        if (blank_start(it->plan->text, range) != range.start) {
            break;
        }
        end++;
    }
    struct pl_range run = {lines->starts[line],
                           end < lines->count ? lines->starts[end]
                                              : (uint32_t)it->plan->text.len};
    bool is_last = end == lines->count;
    const struct pl_block *block = block_at(it, run.start);
    if (!block || !keeps_its_own(block->kind)) {
        replace(it, run, is_last || line == 0 ? nothing : line_end);
    }
    return end;
}

static void format_lines(struct formatter *it)
{
    const struct pl_lines *lines = &it->plan->source->lines;
    size_t line = 0;
    while (line < lines->count) {
        struct pl_range range = pl_lines_range(lines, line + 1);
        if (blank_start(it->plan->text, range) == range.start) {
            line = format_blank_lines(it, line);
            continue;
        }
        const struct pl_block *block = block_at(it, range.start);
        if (!block || block->kind != PL_BLOCK_CODE) {
            format_line(it, range);
        }
        line++;
    }
}

static void end_last_line(struct formatter *it)
{
    pl_str text = it->plan->text;
    uint32_t end = (uint32_t)text.len;
    if (end > 0 && text.data[end - 1] != '\n') {
        replace(it, (struct pl_range){end, end}, line_end);
    }
}

static void format(struct pl_lsp_request *request,
                   struct pl_lsp_revision *revision, struct pl_range within)
{
    struct formatter it = {.arena = request->arena,
                           .plan = pl_lsp_revision_plan(revision),
                           .within = within};
    format_blocks(&it);
    format_lines(&it);
    end_last_line(&it);
    pl_edits_sort(it.edits.items, it.edits.len);
    pl_lsp_write_text_edits(request, PL_LSP_RESULT, revision,
                            (struct pl_edits){it.edits.items, it.edits.len});
}

void pl_lsp_formatting(struct pl_lsp_request *request)
{
    struct pl_lsp_revision *revision = pl_lsp_request_document(request);
    if (revision && pl_lsp_request_may_edit(request, revision)) {
        uint32_t end = (uint32_t)pl_lsp_revision_plan(revision)->text.len;
        format(request, revision, (struct pl_range){0, end});
    }
}

void pl_lsp_range_formatting(struct pl_lsp_request *request)
{
    struct pl_lsp_revision *revision = pl_lsp_request_document(request);
    struct pl_range range;
    if (revision && pl_lsp_request_may_edit(request, revision) &&
        pl_lsp_request_range(request, revision,
                             pl_json_get(request->params, "range"), &range)) {
        format(request, revision, range);
    }
}
