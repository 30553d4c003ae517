/* What is in a paragraph: text, notes, comments, marks, shapes. */
#include "base/arena.h"
#include "base/chars.h"
#include "text/odt/reader.h"
#include "text/word/read/attribute.h"

struct pl_word_spot pl_odt_here(const struct pl_odt_reader *reader)
{
    const struct pl_word_draft *draft = reader->draft;
    if (reader->para == PL_NONE) {
        return (struct pl_word_spot){(uint32_t)draft->paras.len, 0};
    }
    uint32_t first = draft->paras.items[reader->para].first_piece;
    return (struct pl_word_spot){reader->para,
                                 (uint32_t)draft->pieces.len - first};
}

/* ----- pieces ----- */

static struct pl_word_piece *add_piece(struct pl_odt_reader *reader,
                                       enum pl_word_piece_kind kind,
                                       pl_str text, struct pl_range xml)
{
    struct pl_word_draft *draft = reader->draft;
    struct pl_word_piece *piece = PL_VEC_PUSH(draft->arena, &draft->pieces);
    *piece = (struct pl_word_piece){
        .kind = kind,
        .states = pl_odt_states(reader),
        .is_hidden = reader->is_hidden,
        .change = pl_odt_change(reader),
        .run = PL_NONE,
        .field = reader->field,
        .link = reader->link,
        .target = PL_NONE,
        .text = text,
        .xml = xml,
    };
    return piece;
}

static void add_text(struct pl_odt_reader *reader,
                     const struct pl_odt_node *node, size_t from, size_t to)
{
    if (to > from) {
        struct pl_range xml = node->xml;
        if (node->is_verbatim) {
            xml.end = xml.start + (uint32_t)to;
            xml.start += (uint32_t)from;
        }
        struct pl_word_piece *piece = add_piece(
            reader, PL_WORD_TEXT, pl_str_slice(node->text, from, to), xml);
        piece->is_verbatim = node->is_verbatim;
    }
}

/* White space is one blank, and none at the beginning of a paragraph: 6.1.2. */
static void read_characters(struct pl_odt_reader *reader,
                            const struct pl_odt_node *node)
{
    static const pl_str blank = PL_STR(" ");
    pl_str text = node->text;
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (is_blank && (reader->skips_blanks || c != ' ')) {
            add_text(reader, node, from, i);
            from = i + 1;
        }
        if (is_blank && !reader->skips_blanks && c != ' ') {
            add_piece(reader, PL_WORD_TEXT, blank, node->xml);
        }
        reader->skips_blanks = is_blank;
    }
    add_text(reader, node, from, text.len);
}

static void read_blanks(struct pl_odt_reader *reader, uint32_t node)
{
    static const pl_str blanks = PL_STR(
        "                                                                ");
    uint32_t count =
        pl_word_number(pl_odt_get(reader->tree, node, PL_ON_AT_COUNT));
    count = count == PL_NONE ? 1 : count;
    add_piece(reader, PL_WORD_TEXT, pl_str_slice(blanks, 0, count),
              pl_odt_at(reader, node)->xml);
    reader->skips_blanks = false;
}

static void read_sign(struct pl_odt_reader *reader, uint32_t node,
                      enum pl_word_piece_kind kind)
{
    add_piece(reader, kind, (pl_str){0}, pl_odt_at(reader, node)->xml);
    reader->skips_blanks = false;
}

/* ----- what is a story of its own ----- */

/* Read when the one that it stands in has been. */
static uint32_t add_story(struct pl_odt_reader *reader, uint32_t node,
                          struct pl_word_story story)
{
    struct pl_word_draft *draft = reader->draft;
    uint32_t index = (uint32_t)draft->stories.len;
    story.part = pl_odt_part(reader, reader->is_margin);
    *PL_VEC_PUSH(draft->arena, &draft->stories) = story;
    *PL_VEC_PUSH(reader->arena, &reader->waiting) = (struct pl_odt_waiting){
        .node = node,
        .story = index,
        .states = (uint8_t)(reader->table.states & pl_odt_states(reader)),
        .change = pl_odt_change(reader),
        .is_hidden = reader->is_hidden,
        .is_margin = reader->is_margin,
    };
    return index;
}

static void read_note(struct pl_odt_reader *reader, uint32_t node)
{
    static const pl_str endnote = PL_STR("endnote");
    struct pl_odt_tree *tree = reader->tree;
    bool is_endnote =
        pl_str_eq(pl_odt_get(tree, node, PL_ON_AT_NOTE_CLASS), endnote);
    struct pl_word_story story = {
        .kind = is_endnote ? PL_WORD_ENDNOTE : PL_WORD_FOOTNOTE,
        .id = pl_arena_number(reader->arena, reader->draft->stories.len),
        .anchor = PL_NONE,
    };
    bool has_own_mark = false;
    PL_ODT_EACH_CHILD (tree, child, node) {
        uint16_t name = pl_odt_at(reader, child)->name;
        if (name == PL_ON_NOTE_CITATION) {
            has_own_mark = pl_odt_get(tree, child, PL_ON_AT_LABEL).len > 0;
        } else if (name == PL_ON_NOTE_BODY) {
            add_story(reader, child, story);
            break;
        }
    }
    struct pl_word_piece *mark = add_piece(reader, PL_WORD_NOTE_MARK, story.id,
                                           pl_odt_at(reader, node)->xml);
    mark->has_own_mark = has_own_mark;
    mark->is_endnote = is_endnote;
    reader->skips_blanks = false;
}

static pl_str child_text(const struct pl_odt_reader *reader, uint32_t node,
                         enum pl_odt_name name)
{
    PL_ODT_EACH_CHILD (reader->tree, child, node) {
        if (pl_odt_at(reader, child)->name == name) {
            return pl_odt_text_of(reader->tree, child);
        }
    }
    return (pl_str){0};
}

static void read_annotation(struct pl_odt_reader *reader, uint32_t node)
{
    static const pl_str yes = PL_STR("true");
    struct pl_odt_tree *tree = reader->tree;
    pl_str id = pl_arena_number(reader->arena, reader->draft->stories.len);
    uint32_t story =
        add_story(reader, node,
                  (struct pl_word_story){
                      .kind = PL_WORD_COMMENT, .id = id, .anchor = PL_NONE});
    struct pl_word_draft_comment *made =
        pl_word_draft_comment(reader->draft, id);
    uint32_t index = (uint32_t)(made - reader->draft->comments.items);
    pl_str parent = pl_odt_get(tree, node, PL_ON_AT_PARENT_NAME);
    made->comment.author = child_text(reader, node, PL_ON_CREATOR);
    made->comment.date = child_text(reader, node, PL_ON_DATE);
    made->comment.is_resolved =
        pl_str_eq(pl_odt_get(tree, node, PL_ON_AT_RESOLVED), yes);
    made->comment.story = story;
    made->comment.parent =
        parent.len > 0 ? pl_map_get(reader->comments, parent) : PL_NONE;
    made->start = pl_odt_here(reader);
    made->end = made->start;
    pl_str name = pl_odt_get(tree, node, PL_ON_AT_OFFICE_NAME);
    if (name.len > 0) {
        pl_map_put(reader->comments, name, index);
    }
    add_piece(reader, PL_WORD_COMMENT_MARK, id, pl_odt_at(reader, node)->xml);
}

static void end_annotation(struct pl_odt_reader *reader, uint32_t node)
{
    uint32_t found = pl_map_get(
        reader->comments, pl_odt_get(reader->tree, node, PL_ON_AT_OFFICE_NAME));
    if (found != PL_NONE) {
        reader->draft->comments.items[found].end = pl_odt_here(reader);
    }
}

static bool has_blocks(const struct pl_odt_reader *reader, uint32_t node)
{
    PL_ODT_EACH_CHILD (reader->tree, child, node) {
        uint16_t name = pl_odt_at(reader, child)->name;
        if (pl_odt_is_para(reader, child) || name == PL_ON_LIST ||
            name == PL_ON_TABLE || name == PL_ON_SECTION) {
            return true;
        }
    }
    return false;
}

static void read_alt_text(struct pl_odt_reader *reader, uint32_t node,
                          bool is_picture)
{
    pl_str text = child_text(reader, node, PL_ON_DESC);
    text = text.len > 0 ? text : child_text(reader, node, PL_ON_TITLE);
    if ((is_picture || text.len > 0) && reader->para != PL_NONE) {
        add_piece(reader, PL_WORD_ALT_TEXT, text, pl_odt_at(reader, node)->xml);
    }
}

/* The first of its children that is understood: the others are for those who
 * cannot show it. A picture has a description, which may be empty. */
bool pl_odt_read_shape(struct pl_odt_reader *reader, uint32_t node,
                       uint32_t anchor, struct pl_error *error)
{
    bool ok = pl_word_draft_has_room(reader->draft, error);
    bool is_picture = false;
    PL_ODT_EACH_CHILD (reader->tree, child, node) {
        uint16_t name = pl_odt_at(reader, child)->name;
        if (name == PL_ON_UNKNOWN && has_blocks(reader, child)) {
            add_story(reader, child,
                      (struct pl_word_story){.kind = PL_WORD_TEXT_BOX,
                                             .anchor = anchor});
            is_picture = false;
            break;
        }
        is_picture |= name == PL_ON_IMAGE;
        if (name == PL_ON_FRAME) {
            ok = ok && pl_odt_read_shape(reader, child, anchor, error);
        }
    }
    read_alt_text(reader, node, is_picture);
    return ok;
}

/* ----- marks ----- */

static void start_bookmark(struct pl_odt_reader *reader, uint32_t node,
                           bool is_point)
{
    struct pl_word_draft *draft = reader->draft;
    pl_str name = pl_odt_get(reader->tree, node, PL_ON_AT_NAME);
    struct pl_word_spot here = pl_odt_here(reader);
    *PL_VEC_PUSH(draft->arena, &draft->bookmarks) =
        (struct pl_word_draft_bookmark){
            .bookmark = {.name = name, .states = pl_odt_states(reader)},
            .id = name,
            .start = here,
            .end = is_point ? here : (struct pl_word_spot){PL_NONE, 0},
        };
    pl_map_put(reader->bookmarks, name, (uint32_t)draft->bookmarks.len - 1);
}

static void end_bookmark(struct pl_odt_reader *reader, uint32_t node)
{
    uint32_t found = pl_map_get(reader->bookmarks,
                                pl_odt_get(reader->tree, node, PL_ON_AT_NAME));
    struct pl_word_draft_bookmark *all = reader->draft->bookmarks.items;
    if (found != PL_NONE && all[found].end.para == PL_NONE) {
        all[found].end = pl_odt_here(reader);
    }
}

/* ----- elements with text in them ----- */

static bool read_link(struct pl_odt_reader *reader, uint32_t node,
                      struct pl_error *error)
{
    struct pl_word_draft *draft = reader->draft;
    uint32_t around = reader->link;
    pl_str target = pl_odt_get(reader->tree, node, PL_ON_AT_HREF);
    pl_str bookmark = pl_odt_bookmark_of(draft->arena, target);
    *PL_VEC_PUSH(draft->arena, &draft->links) = (struct pl_word_link){
        .target = bookmark.len > 0 ? (pl_str){0} : target,
        .bookmark = bookmark,
    };
    reader->link = (uint32_t)draft->links.len - 1;
    bool ok = pl_odt_read_inline(reader, node, error);
    reader->link = around;
    return ok;
}

static bool read_hidden(struct pl_odt_reader *reader, uint32_t node,
                        bool is_hidden, struct pl_error *error)
{
    bool around = reader->is_hidden;
    reader->is_hidden |= is_hidden;
    bool ok = pl_odt_read_inline(reader, node, error);
    reader->is_hidden = around;
    return ok;
}

static bool is_hidden_field(const struct pl_odt_reader *reader, uint32_t node)
{
    static const pl_str no = PL_STR("false");
    return !pl_str_eq(pl_odt_get(reader->tree, node, PL_ON_AT_IS_HIDDEN), no);
}

static void read_placeholder(struct pl_odt_reader *reader, uint32_t node)
{
    add_piece(reader, PL_WORD_PLACEHOLDER, pl_odt_text_of(reader->tree, node),
              pl_odt_at(reader, node)->xml);
    reader->skips_blanks = false;
}

static bool read_other(struct pl_odt_reader *reader, uint32_t node,
                       struct pl_error *error)
{
    if (!has_blocks(reader, node)) {
        return pl_odt_read_inline(reader, node, error);
    }
    read_alt_text(reader, node, false);
    add_story(reader, node,
              (struct pl_word_story){.kind = PL_WORD_TEXT_BOX,
                                     .anchor = reader->para});
    return true;
}

/* Elements that are only a sign or a mark; false: it is something else. */
static bool read_mark(struct pl_odt_reader *reader, uint32_t node)
{
    switch (pl_odt_at(reader, node)->name) {
    case PL_ON_CHARACTERS:
        read_characters(reader, pl_odt_at(reader, node));
        return true;
    case PL_ON_S:
        read_blanks(reader, node);
        return true;
    case PL_ON_TAB:
        read_sign(reader, node, PL_WORD_TAB);
        return true;
    case PL_ON_LINE_BREAK:
        read_sign(reader, node, PL_WORD_BREAK);
        return true;
    case PL_ON_NOTE:
        read_note(reader, node);
        return true;
    case PL_ON_ANNOTATION:
        read_annotation(reader, node);
        return true;
    case PL_ON_ANNOTATION_END:
        end_annotation(reader, node);
        return true;
    case PL_ON_BOOKMARK:
    case PL_ON_REFERENCE_MARK:
        start_bookmark(reader, node, true);
        return true;
    case PL_ON_BOOKMARK_START:
    case PL_ON_REFERENCE_MARK_START:
        start_bookmark(reader, node, false);
        return true;
    case PL_ON_BOOKMARK_END:
    case PL_ON_REFERENCE_MARK_END:
        end_bookmark(reader, node);
        return true;
    case PL_ON_PLACEHOLDER:
        read_placeholder(reader, node);
        return true;
    case PL_ON_RUBY_TEXT:
    case PL_ON_TITLE:
    case PL_ON_DESC:
        return true;
    default:
        return false;
    }
}

static bool read_element(struct pl_odt_reader *reader, uint32_t node,
                         struct pl_error *error)
{
    pl_str style = pl_odt_get(reader->tree, node, PL_ON_AT_STYLE_NAME);
    switch (pl_odt_at(reader, node)->name) {
    case PL_ON_SPAN:
        return read_hidden(reader, node,
                           pl_odt_hides_span(reader->styles, style), error);
    case PL_ON_A:
        return read_link(reader, node, error);
    case PL_ON_HIDDEN_TEXT:
        return read_hidden(reader, node, is_hidden_field(reader, node), error);
    case PL_ON_FRAME:
        return pl_odt_read_shape(reader, node, reader->para, error);
    case PL_ON_CHANGE:
    case PL_ON_CHANGE_START:
    case PL_ON_CHANGE_END:
        return pl_odt_change_mark(reader, node, error);
    case PL_ON_BOOKMARK_REF:
    case PL_ON_REFERENCE_REF:
    case PL_ON_PAGE_NUMBER:
    case PL_ON_PAGE_COUNT:
    case PL_ON_CHAPTER:
        return pl_odt_read_field(reader, node, error);
    default:
        return read_other(reader, node, error);
    }
}

bool pl_odt_read_inline(struct pl_odt_reader *reader, uint32_t node,
                        struct pl_error *error)
{
    bool ok = true;
    PL_ODT_EACH_CHILD (reader->tree, child, node) {
        ok = ok && pl_word_draft_has_room(reader->draft, error) &&
             (read_mark(reader, child) || read_element(reader, child, error));
    }
    return ok;
}
