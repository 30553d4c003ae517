/* Paragraphs, tables, and the stories that notes, comments and text boxes
 * are. */
#include "text/word/story_reader.h"

#include <assert.h>

#include "base/arena.h"
#include "text/word/attribute.h"

enum { MAX_SPAN = 64 };

static const struct pl_word_open_box *
open_box(const struct pl_word_story_reader *reader)
{
    return reader->boxes.len > 0 ? &reader->boxes.items[reader->boxes.len - 1]
                                 : NULL;
}

/* The innermost table, of those in the innermost text box. */
static struct pl_word_open_table *open_table(struct pl_word_story_reader *it)
{
    const struct pl_word_open_box *box = open_box(it);
    size_t around = box ? box->tables : 0;
    return it->tables.len > around ? &it->tables.items[it->tables.len - 1]
                                   : NULL;
}

/* In which states the cell exists that we are in, and what changed it. */
static uint8_t states_here(struct pl_word_story_reader *reader,
                           uint32_t *change)
{
    const struct pl_word_open_table *table = open_table(reader);
    const struct pl_word_open_box *box = open_box(reader);
    *change = PL_NONE;
    if (table) {
        *change = table->cell_change != PL_NONE  ? table->cell_change
                  : table->row_change != PL_NONE ? table->row_change
                                                 : table->outer_change;
        return table->row_states & table->cell_states & table->outer_states;
    }
    if (box) {
        *change = box->row_change;
        return box->row_states;
    }
    return PL_WORD_ALWAYS;
}

/* ----- paragraphs ----- */

/* What is in a table, in a table of contents. */
static void take_place(struct pl_word_story_reader *reader,
                       struct pl_word_para *para)
{
    const struct pl_word_open_table *table = open_table(reader);
    para->table = table ? table->table : PL_NONE;
    para->row = table ? table->row : 0;
    para->column = table ? table->column : 0;
    para->row_states = states_here(reader, &para->row_change);
    para->is_toc = pl_word_top(reader)->is_toc || pl_word_is_in_toc(reader);
}

static bool start_para(struct pl_word_story_reader *reader,
                       const struct pl_xml_element *element,
                       struct pl_error *error)
{
    struct pl_word_draft *draft = reader->draft;
    const struct pl_word_frame *top = pl_word_top(reader);
    if (reader->story == PL_NONE) {
        return true; /* of a note that separates */
    }
    if (draft->paras.len >= PL_WORD_MAX_PARAS) {
        return PL_FAIL(error, "%s: more than %d paragraphs are not read",
                       draft->path, PL_WORD_MAX_PARAS);
    }
    struct pl_word_open_para open = {.id = (uint32_t)draft->paras.len};
    open.para = (struct pl_word_para){
        .story = reader->story,
        .outline_level = PL_WORD_NO_OUTLINE,
        .numbering = {.list = PL_NONE},
        .numbering_states = PL_WORD_ALWAYS,
        .properties_change = PL_NONE,
        .mark_states = top->states,
        .mark_change = top->change,
        .id = pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_PARA_ID)),
        .first_piece = (uint32_t)draft->pieces.len,
        .xml = element->tag,
    };
    take_place(reader, &open.para);
    *PL_VEC_PUSH(draft->arena, &draft->paras) = open.para; /* keeps its place */
    *PL_VEC_PUSH(reader->scratch, &reader->paras) = open;
    return true;
}

static void end_para(struct pl_word_story_reader *reader, struct pl_range tag)
{
    struct pl_word_open_para *open = pl_word_open(reader);
    if (!open) {
        return;
    }
    struct pl_word_para *para = &open->para;
    if (para->properties_change == PL_NONE) {
        para->old_style = para->style;
        para->old_numbering = para->numbering;
    }
    para->is_toc |= pl_word_is_in_toc(reader);
    para->piece_end = (uint32_t)reader->draft->pieces.len;
    para->xml.end = tag.end;
    reader->draft->paras.items[open->id] = *para;
    reader->paras.len--;
}

/* Whether these are the properties of before, inside w:pPrChange. */
static bool is_old(const struct pl_word_story_reader *reader)
{
    for (uint32_t i = reader->depth; i > 0; i--) {
        if (reader->frames[i].name == PL_WN_P_PR_CHANGE) {
            return true;
        }
        if (reader->frames[i].name == PL_WN_P) {
            return false;
        }
    }
    return false;
}

static void start_numbering(struct pl_word_story_reader *reader,
                            const struct pl_xml_element *element)
{
    struct pl_word_para *para = &pl_word_open(reader)->para;
    struct pl_word_numbering *numbering =
        is_old(reader) ? &para->old_numbering : &para->numbering;
    uint32_t value = pl_word_number(pl_xml_get(element, PL_WN_AT_VAL));
    switch (element->name) {
    case PL_WN_NUM_PR:
        numbering->is_given = true;
        break;
    case PL_WN_NUM_ID:
        numbering->list = value;
        break;
    case PL_WN_ILVL:
        numbering->level = pl_word_level(value);
        numbering->has_level = true;
        break;
    case PL_WN_INS:
        para->numbering_states &= PL_WORD_FINAL;
        break;
    case PL_WN_DEL:
        para->numbering_states &= PL_WORD_ORIGINAL;
        break;
    default:
        break;
    }
}

static enum pl_word_change_kind change_kind(uint16_t name)
{
    return name == PL_WN_INS         ? PL_WORD_INSERTED
           : name == PL_WN_DEL       ? PL_WORD_DELETED
           : name == PL_WN_MOVE_FROM ? PL_WORD_MOVED_FROM
                                     : PL_WORD_MOVED_TO;
}

static bool is_change(uint16_t name)
{
    return name == PL_WN_INS || name == PL_WN_DEL || name == PL_WN_MOVE_FROM ||
           name == PL_WN_MOVE_TO;
}

/* w:pPr/w:rPr is of the paragraph mark. */
static void start_mark_property(struct pl_word_story_reader *reader,
                                const struct pl_xml_element *element)
{
    struct pl_word_para *para = &pl_word_open(reader)->para;
    bool is_of_mark = reader->depth >= 2 &&
                      reader->frames[reader->depth - 2].name == PL_WN_P_PR;
    if (is_of_mark && is_change(element->name)) {
        enum pl_word_change_kind kind = change_kind(element->name);
        para->mark_change = pl_word_add_change(reader, kind, element);
        para->mark_states &= pl_word_states_of(kind);
    }
}

static void start_para_property(struct pl_word_story_reader *reader,
                                const struct pl_xml_element *element)
{
    struct pl_word_para *para = &pl_word_open(reader)->para;
    pl_str value = pl_xml_get(element, PL_WN_AT_VAL);
    uint32_t level = pl_word_number(value);
    switch (element->name) {
    case PL_WN_P_PR_CHANGE:
        para->properties_change =
            pl_word_add_change(reader, PL_WORD_RENUMBERED, element);
        para->old_style = (pl_str){0};
        para->old_numbering = (struct pl_word_numbering){.list = PL_NONE};
        break;
    case PL_WN_P_STYLE:
        if (is_old(reader)) {
            para->old_style = pl_word_keep(reader, value);
        } else {
            para->style = pl_word_keep(reader, value);
        }
        break;
    case PL_WN_OUTLINE_LVL:
        if (!is_old(reader)) {
            para->outline_level = level > PL_WORD_NO_OUTLINE
                                      ? PL_WORD_NO_OUTLINE
                                      : (uint8_t)level;
        }
        break;
    case PL_WN_SECT_PR:
        para->ends_section = true;
        break;
    default:
        break;
    }
}

/* ----- tables ----- */

static bool start_table(struct pl_word_story_reader *reader,
                        struct pl_error *error)
{
    struct pl_word_draft *draft = reader->draft;
    const struct pl_word_open_table *outer = open_table(reader);
    if (reader->tables.len >= PL_WORD_MAX_TABLE_NESTING) {
        return PL_FAIL(error, "%s: tables are nested deeper than is read",
                       draft->path);
    }
    *PL_VEC_PUSH(draft->arena, &draft->tables) = (struct pl_word_table){
        .parent = outer ? outer->table : PL_NONE, .story = reader->story};
    struct pl_word_open_table table = {
        .table = (uint32_t)draft->tables.len - 1,
        .row = PL_NONE,
        .row_states = PL_WORD_ALWAYS,
        .row_change = PL_NONE,
        .cell_states = PL_WORD_ALWAYS,
        .cell_change = PL_NONE,
    };
    table.outer_states = states_here(reader, &table.outer_change);
    assert(reader->tables.items || reader->tables.len == reader->tables.cap);
    *PL_VEC_PUSH(reader->scratch, &reader->tables) = table;
    return true;
}

static void start_row(struct pl_word_open_table *table, uint8_t states,
                      uint32_t change)
{
    table->row++; /* the first: from PL_NONE to 0 */
    table->column = 0;
    table->span = 0;
    table->row_states = states;
    table->row_change = change;
    table->cell_states = PL_WORD_ALWAYS;
    table->cell_change = PL_NONE;
}

static void start_cell(struct pl_word_open_table *table)
{
    table->column += table->span;
    table->span = 1;
    table->cell_states = PL_WORD_ALWAYS;
    table->cell_change = PL_NONE;
}

static void start_row_change(struct pl_word_story_reader *reader,
                             struct pl_word_open_table *table,
                             const struct pl_xml_element *element)
{
    enum pl_word_change_kind kind = change_kind(element->name);
    table->row_change = pl_word_add_change(reader, kind, element);
    table->row_states &= pl_word_states_of(kind);
}

/* What is merged away is hidden: a cell whose merging goes on the one above. */
static void start_merge(struct pl_word_open_table *table,
                        const struct pl_xml_element *element)
{
    static const pl_str goes_on = PL_STR("cont");
    pl_str value = pl_xml_get(element, PL_WN_AT_VAL);
    if (element->name != PL_WN_CELL_MERGE) {
        bool begins = pl_str_eq(value, (pl_str)PL_STR("restart"));
        table->cell_states &= begins ? PL_WORD_ALWAYS : 0;
        return;
    }
    if (pl_str_starts(pl_xml_get(element, PL_WN_V_MERGE), goes_on)) {
        table->cell_states &= PL_WORD_ORIGINAL;
    }
    if (pl_str_starts(pl_xml_get(element, PL_WN_AT_V_MERGE_ORIG), goes_on)) {
        table->cell_states &= PL_WORD_FINAL;
    }
}

static void start_cell_change(struct pl_word_story_reader *reader,
                              struct pl_word_open_table *table,
                              const struct pl_xml_element *element)
{
    enum pl_word_change_kind kind =
        element->name == PL_WN_CELL_INS ? PL_WORD_INSERTED : PL_WORD_DELETED;
    table->cell_change = pl_word_add_change(reader, kind, element);
    table->cell_states &= pl_word_states_of(kind);
}

static void start_cell_property(struct pl_word_story_reader *reader,
                                struct pl_word_open_table *table,
                                const struct pl_xml_element *element)
{
    uint32_t span = pl_word_number(pl_xml_get(element, PL_WN_AT_VAL));
    switch (element->name) {
    case PL_WN_GRID_SPAN:
        table->span = span == 0 || span > MAX_SPAN ? 1 : span;
        break;
    case PL_WN_V_MERGE:
    case PL_WN_H_MERGE:
    case PL_WN_CELL_MERGE:
        start_merge(table, element);
        break;
    case PL_WN_CELL_INS:
    case PL_WN_CELL_DEL:
        start_cell_change(reader, table, element);
        break;
    default:
        break;
    }
}

/* ----- stories ----- */

static bool separates(const struct pl_xml_element *element)
{
    pl_str type = pl_xml_get(element, PL_WN_AT_TYPE);
    return type.len > 0 && !pl_str_eq(type, (pl_str)PL_STR("normal"));
}

static uint32_t add_story(struct pl_word_story_reader *reader,
                          enum pl_word_story_kind kind, pl_str id,
                          uint32_t anchor)
{
    struct pl_word_draft *draft = reader->draft;
    *PL_VEC_PUSH(draft->arena, &draft->stories) = (struct pl_word_story){
        .kind = kind,
        .part = reader->part,
        .id = pl_word_keep(reader, id),
        .anchor = anchor,
    };
    return (uint32_t)draft->stories.len - 1;
}

static void start_note(struct pl_word_story_reader *reader,
                       const struct pl_xml_element *element)
{
    if (!separates(element)) {
        reader->story = add_story(reader, reader->kind,
                                  pl_xml_get(element, PL_WN_AT_ID), PL_NONE);
    }
}

static void start_comment(struct pl_word_story_reader *reader,
                          const struct pl_xml_element *element)
{
    start_note(reader, element);
    struct pl_word_comment *comment =
        &pl_word_draft_comment(reader->draft, pl_xml_get(element, PL_WN_AT_ID))
             ->comment;
    comment->author =
        pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_AUTHOR));
    comment->date = pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_DATE));
    comment->story = reader->story;
}

/* The pieces of the paragraph around a box wait: those of one paragraph stand
 * together. */
static bool start_box(struct pl_word_story_reader *reader,
                      struct pl_error *error)
{
    struct pl_word_draft *draft = reader->draft;
    struct pl_word_open_para *open = pl_word_open(reader);
    if (reader->boxes.len >= PL_WORD_MAX_NESTING) {
        return PL_FAIL(error, "%s: text boxes are nested deeper than is read",
                       draft->path);
    }
    if (open) {
        for (size_t i = open->para.first_piece; i < draft->pieces.len; i++) {
            *PL_VEC_PUSH(reader->scratch, &open->waiting) =
                draft->pieces.items[i];
        }
        draft->moved += draft->pieces.len - open->para.first_piece;
        draft->pieces.len = open->para.first_piece;
    }
    struct pl_word_open_box box = {.story = reader->story,
                                   .tables = reader->tables.len,
                                   .fields = reader->fields.len};
    box.row_states = states_here(reader, &box.row_change);
    assert(reader->boxes.items || reader->boxes.len == reader->boxes.cap);
    *PL_VEC_PUSH(reader->scratch, &reader->boxes) = box;
    reader->story = add_story(reader, PL_WORD_TEXT_BOX, (pl_str){0},
                              open ? open->id : PL_NONE);
    return true;
}

static void end_box(struct pl_word_story_reader *reader)
{
    struct pl_word_draft *draft = reader->draft;
    struct pl_word_open_para *open = pl_word_open(reader);
    const struct pl_word_open_box *box =
        &reader->boxes.items[reader->boxes.len - 1];
    reader->story = box->story;
    reader->tables.len = box->tables;
    pl_word_drop_fields(reader, box->fields);
    reader->boxes.len--;
    if (!open) {
        return;
    }
    open->para.first_piece = (uint32_t)draft->pieces.len;
    for (size_t i = 0; i < open->waiting.len; i++) {
        *PL_VEC_PUSH(draft->arena, &draft->pieces) = open->waiting.items[i];
    }
    open->waiting.len = 0;
}

/* ----- what begins and ends ----- */

static void start_property(struct pl_word_story_reader *reader,
                           const struct pl_xml_element *element)
{
    uint16_t outer = pl_word_outer(reader)->name;
    struct pl_word_open_table *table = open_table(reader);
    if (table && outer == PL_WN_TR_PR && is_change(element->name)) {
        start_row_change(reader, table, element);
    } else if (table && outer == PL_WN_TC_PR) {
        start_cell_property(reader, table, element);
    } else if (!pl_word_open(reader)) {
        return;
    } else if (outer == PL_WN_NUM_PR || element->name == PL_WN_NUM_PR) {
        start_numbering(reader, element);
    } else if (outer == PL_WN_R_PR) {
        start_mark_property(reader, element);
    } else {
        start_para_property(reader, element);
    }
}

bool pl_word_start_block(struct pl_word_story_reader *reader,
                         const struct pl_xml_element *element,
                         struct pl_error *error)
{
    const struct pl_word_frame *top = pl_word_top(reader);
    struct pl_word_open_table *table = open_table(reader);
    switch (element->name) {
    case PL_WN_P:
        return start_para(reader, element, error);
    case PL_WN_TBL:
        return start_table(reader, error);
    case PL_WN_TXBX_CONTENT:
        return start_box(reader, error);
    case PL_WN_TR:
        if (table) {
            start_row(table, top->states, top->change);
        }
        break;
    case PL_WN_TC:
        if (table) {
            start_cell(table);
        }
        break;
    case PL_WN_FOOTNOTE:
    case PL_WN_ENDNOTE:
        start_note(reader, element);
        break;
    case PL_WN_COMMENT:
        start_comment(reader, element);
        break;
    default:
        start_property(reader, element);
        break;
    }
    return true;
}

void pl_word_end_block(struct pl_word_story_reader *reader,
                       const struct pl_word_frame *frame, struct pl_range tag)
{
    struct pl_word_open_para *open = pl_word_open(reader);
    switch (frame->name) {
    case PL_WN_P:
        end_para(reader, tag);
        break;
    case PL_WN_P_PR:
        if (open && !is_old(reader)) {
            open->para.properties =
                (struct pl_range){frame->tag.start, tag.end};
        }
        break;
    case PL_WN_TBL:
        reader->tables.len -= open_table(reader) != NULL;
        break;
    case PL_WN_TXBX_CONTENT:
        end_box(reader);
        break;
    case PL_WN_FOOTNOTE:
    case PL_WN_ENDNOTE:
    case PL_WN_COMMENT:
        reader->story = PL_NONE;
        pl_word_drop_fields(reader, 0);
        break;
    default:
        break;
    }
}
