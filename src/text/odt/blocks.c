/* Paragraphs, lists, tables. */
#include "base/arena.h"
#include "text/odt/reader.h"
#include "text/word/read/attribute.h"
#include "text/word/read/read.h"

enum { MOST_REPEATED = 64 /* cells that stand for many */ };

/* ----- paragraphs ----- */

static uint32_t number_of(const struct pl_odt_reader *reader, uint32_t node,
                          enum pl_odt_name name, uint32_t otherwise)
{
    uint32_t number = pl_word_number(pl_odt_get(reader->tree, node, name));
    return number == PL_NONE ? otherwise : number;
}

static bool is_true(const struct pl_odt_reader *reader, uint32_t node,
                    enum pl_odt_name name)
{
    static const pl_str yes = PL_STR("true");
    return pl_str_eq(pl_odt_get(reader->tree, node, name), yes);
}

static uint8_t outline_level(const struct pl_odt_reader *reader, uint32_t node)
{
    if (pl_odt_at(reader, node)->name != PL_ON_H) {
        return PL_WORD_NO_OUTLINE;
    }
    uint32_t level = number_of(reader, node, PL_ON_AT_OUTLINE_LEVEL, 1);
    level = level == 0 ? 1 : level;
    return level > PL_WORD_NO_OUTLINE ? PL_WORD_LAST_LEVEL
                                      : (uint8_t)(level - 1);
}

/* A heading outside of lists has the number of its level, unless its style says
 * that there is none. */
static struct pl_odt_numbered heading_number(const struct pl_odt_reader *reader,
                                             uint32_t node,
                                             const struct pl_odt_style *style)
{
    struct pl_odt_numbered none = {PL_NONE, PL_NONE, PL_NONE, 0};
    if (pl_odt_at(reader, node)->name != PL_ON_H ||
        is_true(reader, node, PL_ON_AT_IS_LIST_HEADER) ||
        (style->has_list_style && style->list_style.len == 0)) {
        return none;
    }
    uint32_t level = number_of(reader, node, PL_ON_AT_OUTLINE_LEVEL, 1);
    level = level < 1 ? 1 : level > PL_ODT_LEVELS ? PL_ODT_LEVELS : level;
    bool restarts = is_true(reader, node, PL_ON_AT_RESTART_NUMBERING);
    return (struct pl_odt_numbered){
        .list = PL_ODT_OUTLINE,
        .style = pl_odt_list_style(reader->styles, (pl_str)PL_STR("")),
        .start = restarts ? number_of(reader, node, PL_ON_AT_START_VALUE, 1)
                          : PL_NONE,
        .level = (uint8_t)(level - 1),
    };
}

/* Only the first paragraph of an item has its number. */
static struct pl_odt_numbered list_number(struct pl_odt_reader *reader,
                                          const struct pl_odt_style *style)
{
    struct pl_odt_list_place *place = &reader->list;
    struct pl_odt_numbered out = {PL_NONE, PL_NONE, PL_NONE, 0};
    if (!place->is_unmarked) {
        return out;
    }
    place->is_unmarked = false;
    pl_str name = place->style.len > 0 ? place->style : style->list_style;
    if (name.len == 0) {
        return out;
    }
    out.list = place->list;
    out.style = pl_odt_list_style(reader->styles, name);
    out.start = place->start;
    out.level = (uint8_t)place->level;
    return out;
}

static struct pl_odt_numbered number_here(struct pl_odt_reader *reader,
                                          uint32_t node,
                                          const struct pl_odt_style *style)
{
    return reader->list.list == PL_NONE ? heading_number(reader, node, style)
                                        : list_number(reader, style);
}

static bool has_room(const struct pl_odt_reader *reader, struct pl_error *error)
{
    if (reader->draft->paras.len >= PL_WORD_MAX_PARAS) {
        return PL_FAIL(error, "%s: more than %d paragraphs are not read",
                       reader->draft->path, PL_WORD_MAX_PARAS);
    }
    return pl_word_draft_has_room(reader->draft, error);
}

/* Opened when all else of it is known. */
static bool add_para(struct pl_odt_reader *reader, struct pl_word_para para,
                     struct pl_odt_numbered numbered, struct pl_error *error)
{
    struct pl_word_draft *draft = reader->draft;
    if (!has_room(reader, error)) {
        return false;
    }
    para.story = reader->story;
    para.old_style = para.style;
    para.old_outline_level = para.outline_level;
    para.numbering.list = PL_NONE;
    para.old_numbering.list = PL_NONE;
    para.numbering_states = PL_WORD_ALWAYS;
    para.properties_change = PL_NONE;
    para.row_states = reader->table.states;
    para.row_change = reader->table.change;
    para.table = reader->table.table;
    para.row = reader->table.row;
    para.column = reader->table.column;
    para.is_toc = reader->is_toc;
    para.first_piece = (uint32_t)draft->pieces.len;
    para.piece_end = para.first_piece;
    para.mark_states = PL_WORD_ALWAYS;
    para.mark_change = PL_NONE;
    reader->para = (uint32_t)draft->paras.len;
    reader->skips_blanks = true;
    *PL_VEC_PUSH(draft->arena, &draft->paras) = para;
    *PL_VEC_PUSH(reader->arena, &reader->numbered) = numbered;
    *PL_VEC_PUSH(reader->arena, &reader->old_numbered) = numbered;
    return true;
}

void pl_odt_close_para(struct pl_odt_reader *reader)
{
    if (reader->para == PL_NONE) {
        return;
    }
    struct pl_word_para *para = &reader->draft->paras.items[reader->para];
    para->piece_end = (uint32_t)reader->draft->pieces.len;
    para->mark_states = pl_odt_states(reader);
    para->mark_change = pl_odt_change(reader);
    reader->para = PL_NONE;
}

bool pl_odt_go_on(struct pl_odt_reader *reader, uint32_t like,
                  struct pl_error *error)
{
    const struct pl_word_para *from = &reader->draft->paras.items[like];
    struct pl_word_para para = {.style = from->style,
                                .outline_level = from->outline_level,
                                .xml = from->xml};
    struct pl_odt_numbered none = {PL_NONE, PL_NONE, PL_NONE, 0};
    return add_para(reader, para, none, error);
}

static bool open_para(struct pl_odt_reader *reader, uint32_t node,
                      const struct pl_odt_style *style, struct pl_error *error)
{
    struct pl_odt_numbered numbered = number_here(reader, node, style);
    struct pl_word_para para = {
        .style = style->named,
        .outline_level = outline_level(reader, node),
        .id = pl_odt_get(reader->tree, node, PL_ON_AT_XML_ID),
        .xml = pl_odt_at(reader, node)->xml,
    };
    return add_para(reader, para, numbered, error);
}

/* The first of deleted paragraphs, where nothing stands before it: that is what
 * the paragraph was. */
static void take_old(struct pl_odt_reader *reader, uint32_t node,
                     const struct pl_odt_style *style)
{
    struct pl_word_para *para = &reader->draft->paras.items[reader->para];
    bool is_begun = reader->draft->pieces.len > para->first_piece;
    if (is_begun || reader->splice.last == node) {
        return;
    }
    para->old_style = style->named;
    para->old_outline_level = outline_level(reader, node);
    reader->old_numbered.items[reader->para] = number_here(reader, node, style);
}

static bool read_para(struct pl_odt_reader *reader, uint32_t node,
                      struct pl_error *error)
{
    struct pl_odt_style style = pl_odt_para_style(
        reader->styles, pl_odt_get(reader->tree, node, PL_ON_AT_STYLE_NAME));
    bool goes_on = reader->splice.is_first && reader->para != PL_NONE;
    bool is_hidden = reader->is_hidden;
    reader->splice.is_first = false;
    if (goes_on) {
        take_old(reader, node, &style);
    } else {
        pl_odt_close_para(reader);
    }
    reader->is_hidden |= style.is_hidden;
    bool ok = (goes_on || open_para(reader, node, &style, error)) &&
              pl_odt_read_inline(reader, node, error);
    reader->is_hidden = is_hidden;
    if (reader->splice.last != node) {
        pl_odt_close_para(reader);
    }
    return ok;
}

/* ----- lists ----- */

static bool read_item(struct pl_odt_reader *reader, uint32_t node,
                      struct pl_error *error)
{
    struct pl_odt_list_place around = reader->list;
    pl_str other = pl_odt_get(reader->tree, node, PL_ON_AT_STYLE_OVERRIDE);
    reader->list.style = other.len > 0 ? other : around.style;
    reader->list.start = number_of(reader, node, PL_ON_AT_START_VALUE, PL_NONE);
    reader->list.is_unmarked = pl_odt_at(reader, node)->name == PL_ON_LIST_ITEM;
    bool ok = pl_odt_read_blocks(reader, node, error);
    reader->list = around;
    return ok;
}

/* One level deeper than the list around it, whose style it has unless it names
 * one of its own. */
static bool read_list(struct pl_odt_reader *reader, uint32_t node,
                      struct pl_error *error)
{
    struct pl_odt_list_place around = reader->list;
    bool is_inside = around.list != PL_NONE;
    pl_str style = pl_odt_get(reader->tree, node, PL_ON_AT_STYLE_NAME);
    uint32_t level = is_inside ? around.level + 1 : 0;
    reader->list = (struct pl_odt_list_place){
        .list = is_inside ? around.list : pl_odt_at(reader, node)->list,
        .style = style.len > 0 ? style : around.style,
        .level = level < PL_ODT_LEVELS ? level : PL_ODT_LEVELS - 1,
        .start = PL_NONE,
    };
    bool ok = true;
    PL_ODT_EACH_CHILD (reader->tree, child, node) {
        uint16_t name = pl_odt_at(reader, child)->name;
        if (name == PL_ON_LIST_ITEM || name == PL_ON_LIST_HEADER) {
            ok = ok && read_item(reader, child, error);
        } else if (pl_odt_is_change_mark(name)) {
            ok = ok && pl_odt_change_mark(reader, child, error);
        }
    }
    reader->list = around;
    return ok;
}

static bool read_numbered_para(struct pl_odt_reader *reader, uint32_t node,
                               struct pl_error *error)
{
    struct pl_odt_list_place around = reader->list;
    uint32_t level = number_of(reader, node, PL_ON_AT_LEVEL, 1);
    reader->list = (struct pl_odt_list_place){
        .list = pl_odt_at(reader, node)->list,
        .style = pl_odt_get(reader->tree, node, PL_ON_AT_STYLE_NAME),
        .level = level < 1               ? 0
                 : level > PL_ODT_LEVELS ? PL_ODT_LEVELS - 1
                                         : level - 1,
        .start = number_of(reader, node, PL_ON_AT_START_VALUE, PL_NONE),
        .is_unmarked = true,
    };
    bool ok = pl_odt_read_blocks(reader, node, error);
    reader->list = around;
    return ok;
}

/* ----- tables ----- */

/* What the model wants: every cell ends in a paragraph of its own. */
static bool end_cell(struct pl_odt_reader *reader, uint32_t first,
                     uint32_t node, struct pl_error *error)
{
    const struct pl_word_draft *draft = reader->draft;
    const struct pl_word_para *last =
        draft->paras.len > first ? &draft->paras.items[draft->paras.len - 1]
                                 : NULL;
    bool is_ended = last && last->table == reader->table.table &&
                    last->row == reader->table.row &&
                    last->column == reader->table.column;
    struct pl_odt_numbered none = {PL_NONE, PL_NONE, PL_NONE, 0};
    struct pl_word_para para = {.outline_level = PL_WORD_NO_OUTLINE,
                                .xml = pl_odt_at(reader, node)->xml};
    if (!is_ended && !add_para(reader, para, none, error)) {
        return false;
    }
    pl_odt_close_para(reader);
    return true;
}

/* Where a cell stands for several, the others are empty. */
static bool read_cell(struct pl_odt_reader *reader, uint32_t node,
                      struct pl_error *error)
{
    struct pl_odt_list_place list = reader->list;
    struct pl_odt_splice splice = reader->splice;
    uint32_t repeated = number_of(reader, node, PL_ON_AT_COLUMNS_REPEATED, 1);
    repeated = repeated < MOST_REPEATED ? repeated : MOST_REPEATED;
    reader->list = (struct pl_odt_list_place){.list = PL_NONE};
    reader->splice = (struct pl_odt_splice){false, PL_NONE};
    uint32_t first = (uint32_t)reader->draft->paras.len;
    bool ok = pl_odt_read_blocks(reader, node, error) &&
              end_cell(reader, first, node, error);
    reader->table.column++;
    for (uint32_t i = 1; ok && i < repeated; i++) {
        first = (uint32_t)reader->draft->paras.len;
        ok = end_cell(reader, first, node, error);
        reader->table.column++;
    }
    reader->list = list;
    reader->splice = splice;
    return ok;
}

static bool read_row(struct pl_odt_reader *reader, uint32_t node,
                     struct pl_error *error)
{
    struct pl_odt_table_place around = reader->table;
    uint8_t states = pl_odt_states(reader);
    reader->table.row = around.row + 1;
    reader->table.column = 0;
    reader->table.states = around.states & states;
    if (states != PL_WORD_ALWAYS) {
        reader->table.change = pl_odt_change(reader);
    }
    bool ok = true;
    PL_ODT_EACH_CHILD (reader->tree, child, node) {
        uint16_t name = pl_odt_at(reader, child)->name;
        if (name == PL_ON_TABLE_CELL) {
            ok = ok && read_cell(reader, child, error);
        } else if (name == PL_ON_COVERED_CELL) {
            uint32_t count =
                number_of(reader, child, PL_ON_AT_COLUMNS_REPEATED, 1);
            reader->table.column +=
                count < MOST_REPEATED ? count : MOST_REPEATED;
        } else if (pl_odt_is_change_mark(name)) {
            ok = ok && pl_odt_change_mark(reader, child, error);
        }
    }
    uint32_t row = reader->table.row;
    reader->table = around;
    reader->table.row = row;
    return ok;
}

/* Rows stand in groups, too: those of the heading. */
static bool read_rows(struct pl_odt_reader *reader, uint32_t node,
                      struct pl_error *error)
{
    bool ok = true;
    PL_ODT_EACH_CHILD (reader->tree, child, node) {
        uint16_t name = pl_odt_at(reader, child)->name;
        if (name == PL_ON_TABLE_ROW) {
            ok = ok && read_row(reader, child, error);
        } else if (pl_odt_is_change_mark(name)) {
            ok = ok && pl_odt_change_mark(reader, child, error);
        } else if (name != PL_ON_TITLE && name != PL_ON_DESC &&
                   name != PL_ON_CHARACTERS) {
            ok = ok && read_rows(reader, child, error);
        }
    }
    return ok;
}

static bool read_table(struct pl_odt_reader *reader, uint32_t node,
                       struct pl_error *error)
{
    struct pl_word_draft *draft = reader->draft;
    struct pl_odt_table_place around = reader->table;
    if (around.depth >= PL_WORD_MAX_TABLE_NESTING) {
        return PL_FAIL(error, "%s: tables are nested deeper than is read",
                       draft->path);
    }
    pl_odt_close_para(reader); /* that was deleted from there on */
    *PL_VEC_PUSH(draft->arena, &draft->tables) =
        (struct pl_word_table){.parent = around.table, .story = reader->story};
    reader->table.table = (uint32_t)draft->tables.len - 1;
    reader->table.depth++;
    reader->table.row = PL_NONE; /* the first is 0 */
    bool ok = read_rows(reader, node, error);
    reader->table = around;
    return ok;
}

/* ----- any block ----- */

/* A text that holds for what is inside of an element alone. */
static bool read_inside(struct pl_odt_reader *reader, uint32_t node,
                        struct pl_error *error)
{
    static const pl_str none = PL_STR("none");
    uint16_t name = pl_odt_at(reader, node)->name;
    bool is_hidden = reader->is_hidden;
    bool is_toc = reader->is_toc;
    reader->is_hidden |=
        name == PL_ON_SECTION &&
        pl_str_eq(pl_odt_get(reader->tree, node, PL_ON_AT_DISPLAY), none);
    reader->is_toc |=
        name >= PL_ON_TABLE_OF_CONTENT && name <= PL_ON_USER_INDEX;
    bool ok = pl_odt_read_blocks(reader, node, error);
    reader->is_hidden = is_hidden;
    reader->is_toc = is_toc;
    return ok;
}

static bool read_block(struct pl_odt_reader *reader, uint32_t node,
                       struct pl_error *error)
{
    switch (pl_odt_at(reader, node)->name) {
    case PL_ON_P:
    case PL_ON_H:
        return read_para(reader, node, error);
    case PL_ON_LIST:
        return read_list(reader, node, error);
    case PL_ON_NUMBERED_PARAGRAPH:
        return read_numbered_para(reader, node, error);
    case PL_ON_TABLE:
        return read_table(reader, node, error);
    case PL_ON_CHANGE:
    case PL_ON_CHANGE_START:
    case PL_ON_CHANGE_END:
        return pl_odt_change_mark(reader, node, error);
    case PL_ON_FRAME:
        return pl_odt_read_shape(reader, node,
                                 (uint32_t)reader->draft->paras.len, error);
    case PL_ON_SECTION_SOURCE:
        reader->draft->has_unread = true;
        return true;
    case PL_ON_TRACKED_CHANGES:
    case PL_ON_CHANGE_INFO:
    case PL_ON_CHARACTERS:
        return true;
    default:
        return read_inside(reader, node, error);
    }
}

bool pl_odt_read_blocks(struct pl_odt_reader *reader, uint32_t node,
                        struct pl_error *error)
{
    bool ok = true;
    PL_ODT_EACH_CHILD (reader->tree, child, node) {
        ok = ok && read_block(reader, child, error);
    }
    return ok;
}
