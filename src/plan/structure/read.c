/* From syntax nodes to blocks: one walk over the tree. */
#include "plan/structure/draft.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "syntax/tree.h"

struct reader {
    struct pl_draft *draft;
    struct pl_node node;
    uint32_t block;    /* being read */
    uint32_t note_end; /* a footnote's text ends here; 0 outside one */
    uint32_t row;
    uint32_t column;
};

static struct pl_block *current(struct reader *r)
{
    return &r->draft->blocks.items[r->block];
}

static void open_block(struct reader *r, enum pl_block_kind kind)
{
    struct pl_draft *draft = r->draft;
    struct pl_range range = pl_range_trim(draft->text, r->node.range);
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
    block->content = pl_range_trim(r->draft->text, rest);
    if (r->node.kind == PL_NODE_CELL_LABEL) {
        r->draft->cells.items[block->detail].label = r->node.range;
    }
}

/* Whether the node is the rest of a long text that was cut. */
static bool goes_on(const struct pl_prose *last, const struct reader *r)
{
    return last->block == r->block && last->range.end == r->node.range.start;
}

static void add_prose(struct reader *r)
{
    struct pl_draft *draft = r->draft;
    size_t len = draft->prose.len;
    if (len > 0 && goes_on(&draft->prose.items[len - 1], r)) {
        draft->prose.items[len - 1].range.end = r->node.range.end;
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
        .body = pl_range_trim(draft->text, body),
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

/* The name in "Comment by NAME:". */
static struct pl_range author_name(pl_str text, struct pl_range token)
{
    static const pl_str opening = PL_STR("Comment by ");
    if (pl_str_starts(pl_range_text(text, token), opening)) {
        token.start += (uint32_t)opening.len;
    }
    if (!pl_range_is_empty(token) && text.data[token.end - 1] == ':') {
        token.end--;
    }
    return pl_range_trim(text, token);
}

static void take_comment_part(struct reader *r)
{
    struct pl_draft *draft = r->draft;
    struct pl_comment *comment =
        &draft->comments.items[draft->comments.len - 1];
    if (r->node.kind == PL_NODE_COMMENT_AUTHOR) {
        comment->author = author_name(draft->text, r->node.range);
    } else {
        comment->body = r->node.range;
    }
}

static void open_note_in_line(struct reader *r)
{
    add_span(r, PL_SPAN_FOOTNOTE);
    r->note_end = r->node.range.end;
}

static void label_note_in_line(struct reader *r)
{
    add_footnote(r, (struct pl_range){r->node.range.start, r->note_end});
}

static void label_note(struct reader *r)
{
    take_marker(r);
    add_footnote(r, current(r)->range);
}

/* What a kind of node makes: a block (or a part of a table), a span of the
 * block being read, or something that takes more than that. */
struct handler {
    enum { NOTHING, BLOCK, SPAN, TABLE_PART, INLINE } makes;
    unsigned kind; /* enum pl_block_kind or enum pl_span_kind */
    void (*read)(struct reader *r);
};

static const struct handler handlers[PL_NODE_KIND_COUNT] = {
    [PL_NODE_HEADING] = {BLOCK, PL_BLOCK_HEADING, NULL},
    [PL_NODE_TITLE] = {BLOCK, PL_BLOCK_HEADING, NULL},
    [PL_NODE_PARAGRAPH] = {BLOCK, PL_BLOCK_PARAGRAPH, NULL},
    [PL_NODE_LIST_ITEM] = {BLOCK, PL_BLOCK_ITEM, NULL},
    [PL_NODE_QUOTE] = {BLOCK, PL_BLOCK_QUOTE, NULL},
    [PL_NODE_FOOTNOTE_DEFINITION] = {BLOCK, PL_BLOCK_NOTE, NULL},
    [PL_NODE_TOC_ENTRY] = {BLOCK, PL_BLOCK_TOC, NULL},
    [PL_NODE_FENCED_BLOCK] = {BLOCK, PL_BLOCK_CODE, NULL},
    [PL_NODE_RULE] = {BLOCK, PL_BLOCK_MARKUP, NULL},
    [PL_NODE_FRONT_MATTER] = {BLOCK, PL_BLOCK_MARKUP, NULL},
    [PL_NODE_HTML_COMMENT] = {BLOCK, PL_BLOCK_MARKUP, NULL},
    [PL_NODE_PIPE_DELIMITER_ROW] = {BLOCK, PL_BLOCK_MARKUP, NULL},
    [PL_NODE_DIRECTIVE] = {BLOCK, PL_BLOCK_DIRECTIVE, NULL},

    [PL_NODE_TABLE] = {TABLE_PART, 0, open_table},
    [PL_NODE_PIPE_TABLE] = {TABLE_PART, 0, open_table},
    [PL_NODE_ROW] = {TABLE_PART, 0, open_row},
    [PL_NODE_PIPE_ROW] = {TABLE_PART, 0, open_row},
    [PL_NODE_CELL] = {TABLE_PART, 0, open_cell},
    [PL_NODE_PIPE_CELL] = {TABLE_PART, 0, open_cell},

    [PL_NODE_TAB] = {SPAN, PL_SPAN_TAB, NULL},
    [PL_NODE_ENUMERATOR] = {SPAN, PL_SPAN_ENUMERATOR, NULL},
    [PL_NODE_CODE_SPAN] = {SPAN, PL_SPAN_CODE, NULL},
    [PL_NODE_URL] = {SPAN, PL_SPAN_URL, NULL},
    [PL_NODE_LINK_DESTINATION] = {SPAN, PL_SPAN_URL, NULL},

    [PL_NODE_TEXT] = {INLINE, 0, add_prose},
    [PL_NODE_FOOTNOTE_REFERENCE] = {INLINE, 0, add_footnote_mark},
    [PL_NODE_FOOTNOTE] = {INLINE, 0, open_note_in_line},
    [PL_NODE_FOOTNOTE_OPEN] = {INLINE, 0, label_note_in_line},
    [PL_NODE_FOOTNOTE_LABEL] = {INLINE, 0, label_note},
    [PL_NODE_COMMENT] = {INLINE, 0, add_comment},
    [PL_NODE_COMMENT_AUTHOR] = {INLINE, 0, take_comment_part},
    [PL_NODE_COMMENT_TEXT] = {INLINE, 0, take_comment_part},
    [PL_NODE_ATX_MARKER] = {INLINE, 0, take_marker},
    [PL_NODE_SECTION_NUMBER] = {INLINE, 0, take_marker},
    [PL_NODE_ANNEX_LABEL] = {INLINE, 0, take_marker},
    [PL_NODE_PARAGRAPH_NUMBER] = {INLINE, 0, take_marker},
    [PL_NODE_ORDINAL_MARKER] = {INLINE, 0, take_marker},
    [PL_NODE_LETTER_MARKER] = {INLINE, 0, take_marker},
    [PL_NODE_BULLET_MARKER] = {INLINE, 0, take_marker},
    [PL_NODE_QUOTE_MARKER] = {INLINE, 0, take_marker},
    [PL_NODE_CELL_LABEL] = {INLINE, 0, take_marker},
};

static void read_node(struct reader *r)
{
    const struct handler *handler = &handlers[r->node.kind];
    switch (handler->makes) {
    case NOTHING:
        break;
    case BLOCK:
        open_block(r, (enum pl_block_kind)handler->kind);
        break;
    case SPAN:
        add_span(r, (enum pl_span_kind)handler->kind);
        break;
    case TABLE_PART:
    case INLINE:
        handler->read(r);
        break;
    }
}

void pl_draft_read(struct pl_draft *draft, const struct pl_tree *tree)
{
    struct reader r = {.draft = draft, .block = PL_NONE};
    struct pl_tree_walk *walk = pl_tree_walk_new(tree);
    while (pl_tree_walk_next(walk, &r.node)) {
        read_node(&r);
    }
    pl_tree_walk_free(walk);
}
