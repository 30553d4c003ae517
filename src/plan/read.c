/* From syntax nodes to blocks: one walk over the tree. */
#include "plan/draft.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "syntax/tree.h"

struct reader {
    struct pl_draft *draft;
    struct pl_node node;
    uint32_t block;    /* being read; PL_NONE before the first */
    uint32_t note_end; /* a footnote's text ends here; 0 outside one */
    uint32_t row;
    uint32_t column;
};

static struct pl_block *current(struct reader *r)
{
    return &r->draft->blocks.items[r->block];
}

static struct pl_range trimmed(pl_str text, struct pl_range range)
{
    while (range.start < range.end && pl_is_space(text.data[range.start])) {
        range.start++;
    }
    while (range.end > range.start && pl_is_space(text.data[range.end - 1])) {
        range.end--;
    }
    return range;
}

static void open_block(struct reader *r, enum pl_block_kind kind)
{
    struct pl_draft *draft = r->draft;
    struct pl_range range = trimmed(draft->text, r->node.range);
    r->block = (uint32_t)draft->blocks.len;
    *PL_VEC_PUSH(draft->scratch, &draft->blocks) = (struct pl_block){
        .kind = kind,
        .range = range,
        .marker = {range.start, range.start},
        .content = range,
        .section = PL_NONE,
        .detail = PL_NONE,
        .first_span = (uint32_t)draft->spans.len,
        .span_end = (uint32_t)draft->spans.len,
    };
}

static void open_table(struct reader *r)
{
    struct pl_draft *draft = r->draft;
    uint32_t next = (uint32_t)draft->cells.len;
    *PL_VEC_PUSH(draft->scratch, &draft->tables) =
        (struct pl_table){.first_cell = next, .cell_end = next};
}

static void open_row(struct reader *r)
{
    struct pl_table *table = &r->draft->tables.items[r->draft->tables.len - 1];
    r->row = table->row_count++;
    r->column = 0;
}

static void open_cell(struct reader *r)
{
    struct pl_draft *draft = r->draft;
    struct pl_table *table = &draft->tables.items[draft->tables.len - 1];
    open_block(r, PL_BLOCK_CELL);
    current(r)->detail = (uint32_t)draft->cells.len;
    *PL_VEC_PUSH(draft->scratch, &draft->cells) = (struct pl_cell){
        .table = (uint32_t)draft->tables.len - 1,
        .row = r->row,
        .column = r->column++,
        .block = r->block,
    };
    table->cell_end = (uint32_t)draft->cells.len;
}

/* The marker may have two parts: "##" and "2.1". */
static void take_marker(struct reader *r)
{
    struct pl_block *block = current(r);
    if (pl_range_is_empty(block->marker)) {
        block->marker = r->node.range;
    }
    block->marker.end = r->node.range.end;
    struct pl_range rest = {r->node.range.end, block->range.end};
    block->content = trimmed(r->draft->text, rest);
    if (r->node.kind == PL_NODE_CELL_LABEL) {
        r->draft->cells.items[block->detail].label = r->node.range;
    }
}

static void add_prose(struct reader *r)
{
    struct pl_draft *draft = r->draft;
    size_t len = draft->prose.len;
    struct pl_prose *last = len ? &draft->prose.items[len - 1] : NULL;
    if (last && last->block == r->block &&
        last->range.end == r->node.range.start) {
        last->range.end = r->node.range.end; /* a long text that was cut */
        return;
    }
    *PL_VEC_PUSH(draft->scratch, &draft->prose) =
        (struct pl_prose){r->node.range, r->block};
}

static void add_span(struct reader *r, enum pl_span_kind kind)
{
    struct pl_draft *draft = r->draft;
    *PL_VEC_PUSH(draft->scratch, &draft->spans) =
        (struct pl_span){kind, r->node.range, r->block};
    current(r)->span_end = (uint32_t)draft->spans.len;
}

/* What identifies a note: the 1 of "[footnoteRef:1]" and "[1:", the x of
 * "[^x]" and "[^x]:". */
static pl_str note_id(pl_str label)
{
    size_t from = label.len;
    while (from > 0 && label.data[from - 1] != '^' &&
           label.data[from - 1] != '[' &&
           !(label.data[from - 1] == ':' && from < label.len)) {
        from--;
    }
    size_t to = label.len;
    while (to > from &&
           (label.data[to - 1] == ']' || label.data[to - 1] == ':')) {
        to--;
    }
    return pl_str_slice(label, from, to);
}

static void add_footnote_mark(struct reader *r)
{
    struct pl_draft *draft = r->draft;
    add_span(r, PL_SPAN_FOOTNOTE_MARK);
    *PL_VEC_PUSH(draft->scratch, &draft->footnote_marks) =
        (struct pl_footnote_mark){
            .range = r->node.range,
            .id = note_id(pl_range_text(draft->text, r->node.range)),
            .block = r->block,
            .note = PL_NONE,
        };
}

/* `whole` is the note, r->node its label. */
static void add_footnote(struct reader *r, struct pl_range whole)
{
    struct pl_draft *draft = r->draft;
    struct pl_range body = {r->node.range.end, whole.end};
    if (!pl_range_is_empty(body) && current(r)->kind != PL_BLOCK_NOTE &&
        draft->text.data[body.end - 1] == ']') {
        body.end--;
    }
    *PL_VEC_PUSH(draft->scratch, &draft->footnotes) = (struct pl_footnote){
        .range = whole,
        .label = r->node.range,
        .body = trimmed(draft->text, body),
        .id = note_id(pl_range_text(draft->text, r->node.range)),
        .block = r->block,
        .mark = PL_NONE,
    };
}

static void add_comment(struct reader *r)
{
    add_span(r, PL_SPAN_COMMENT);
    *PL_VEC_PUSH(r->draft->scratch, &r->draft->comments) = (struct pl_comment){
        .range = r->node.range,
        .block = r->block,
    };
}

static void take_comment_part(struct reader *r)
{
    struct pl_draft *draft = r->draft;
    struct pl_comment *comment =
        &draft->comments.items[draft->comments.len - 1];
    if (r->node.kind == PL_NODE_COMMENT_AUTHOR) {
        comment->author = r->node.range;
    } else {
        comment->body = r->node.range;
    }
}

static void read_inline(struct reader *r)
{
    switch (r->node.kind) {
    case PL_NODE_TEXT:
        add_prose(r);
        break;
    case PL_NODE_TAB:
        add_span(r, PL_SPAN_TAB);
        break;
    case PL_NODE_FOOTNOTE_REFERENCE:
        add_footnote_mark(r);
        break;
    case PL_NODE_FOOTNOTE:
        add_span(r, PL_SPAN_FOOTNOTE);
        r->note_end = r->node.range.end;
        break;
    case PL_NODE_FOOTNOTE_OPEN:
        add_footnote(r, (struct pl_range){r->node.range.start, r->note_end});
        break;
    case PL_NODE_COMMENT:
        add_comment(r);
        break;
    case PL_NODE_COMMENT_AUTHOR:
    case PL_NODE_COMMENT_TEXT:
        take_comment_part(r);
        break;
    case PL_NODE_ENUMERATOR:
        add_span(r, PL_SPAN_ENUMERATOR);
        break;
    case PL_NODE_CODE_SPAN:
        add_span(r, PL_SPAN_CODE);
        break;
    case PL_NODE_URL:
    case PL_NODE_LINK_DESTINATION:
        add_span(r, PL_SPAN_URL);
        break;
    case PL_NODE_FOOTNOTE_LABEL:
        take_marker(r);
        add_footnote(r, current(r)->range);
        break;
    case PL_NODE_ATX_MARKER:
    case PL_NODE_SECTION_NUMBER:
    case PL_NODE_ANNEX_LABEL:
    case PL_NODE_PARAGRAPH_NUMBER:
    case PL_NODE_ORDINAL_MARKER:
    case PL_NODE_LETTER_MARKER:
    case PL_NODE_BULLET_MARKER:
    case PL_NODE_QUOTE_MARKER:
    case PL_NODE_CELL_LABEL:
        take_marker(r);
        break;
    default:
        break;
    }
}

/* Whether the node begins a block; opens it then. */
static bool read_block(struct reader *r)
{
    switch (r->node.kind) {
    case PL_NODE_HEADING:
    case PL_NODE_TITLE:
        open_block(r, PL_BLOCK_HEADING);
        return true;
    case PL_NODE_PARAGRAPH:
        open_block(r, PL_BLOCK_PARAGRAPH);
        return true;
    case PL_NODE_LIST_ITEM:
        open_block(r, PL_BLOCK_ITEM);
        return true;
    case PL_NODE_CELL:
    case PL_NODE_PIPE_CELL:
        open_cell(r);
        return true;
    case PL_NODE_QUOTE:
        open_block(r, PL_BLOCK_QUOTE);
        return true;
    case PL_NODE_FOOTNOTE_DEFINITION:
        open_block(r, PL_BLOCK_NOTE);
        return true;
    case PL_NODE_TOC_ENTRY:
        open_block(r, PL_BLOCK_TOC);
        return true;
    case PL_NODE_FENCED_BLOCK:
        open_block(r, PL_BLOCK_CODE);
        return true;
    case PL_NODE_RULE:
    case PL_NODE_FRONT_MATTER:
    case PL_NODE_HTML_COMMENT:
    case PL_NODE_PIPE_DELIMITER_ROW:
        open_block(r, PL_BLOCK_MARKUP);
        return true;
    case PL_NODE_DIRECTIVE:
        open_block(r, PL_BLOCK_DIRECTIVE);
        return true;
    case PL_NODE_TABLE:
    case PL_NODE_PIPE_TABLE:
        open_table(r);
        return true;
    case PL_NODE_ROW:
    case PL_NODE_PIPE_ROW:
        open_row(r);
        return true;
    default:
        return false;
    }
}

void pl_draft_read(struct pl_draft *draft, const struct pl_tree *tree)
{
    struct reader r = {.draft = draft, .block = PL_NONE};
    struct pl_tree_walk *walk = pl_tree_walk_new(tree);
    while (pl_tree_walk_next(walk, &r.node)) {
        if (!read_block(&r) && r.block != PL_NONE) {
            read_inline(&r);
        }
    }
    pl_tree_walk_free(walk);
}
