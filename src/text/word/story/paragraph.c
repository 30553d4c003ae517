/* Paragraphs and their properties. */
#include "text/word/number/old_number.h"
#include "text/word/read/attribute.h"
#include "text/word/read/look.h"
#include "text/word/story/reader.h"

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
    case PL_WN_NUMBERING_CHANGE:
        para->old_number = pl_word_old_number(
            reader->draft->arena, pl_xml_get(element, PL_WN_AT_ORIGINAL));
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

/* w:pPr/w:rPr is of the paragraph mark. */
static void start_mark_property(struct pl_word_story_reader *reader,
                                const struct pl_xml_element *element)
{
    struct pl_word_para *para = &pl_word_open(reader)->para;
    bool is_of_mark = reader->depth >= 2 &&
                      reader->frames[reader->depth - 2].name == PL_WN_P_PR;
    if (is_of_mark && pl_word_is_change(element->name)) {
        enum pl_word_change_kind kind = pl_word_change_kind_of(element->name);
        para->mark_change = pl_word_add_change(reader, kind, element);
        para->mark_states &= pl_word_states_of(kind);
    }
}

static struct pl_word_indent indent_of(const struct pl_xml_element *element)
{
    struct pl_word_indent_values values = {
        .left = pl_xml_get(element, PL_WN_AT_LEFT),
        .start = pl_xml_get(element, PL_WN_AT_START),
        .right = pl_xml_get(element, PL_WN_AT_RIGHT),
        .end = pl_xml_get(element, PL_WN_AT_END),
        .first_line = pl_xml_get(element, PL_WN_AT_FIRST_LINE),
        .hanging = pl_xml_get(element, PL_WN_AT_HANGING),
    };
    return pl_word_indent_of(&values);
}

static void start_property(struct pl_word_story_reader *reader,
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
        level = level > PL_WORD_NO_OUTLINE ? PL_WORD_NO_OUTLINE : level;
        if (is_old(reader)) {
            para->old_outline_level = (uint8_t)level;
        } else {
            para->outline_level = (uint8_t)level;
        }
        break;
    case PL_WN_IND:
        if (!is_old(reader)) {
            para->indent = indent_of(element);
        }
        break;
    case PL_WN_SECT_PR:
        para->ends_section = true;
        break;
    default:
        break;
    }
}

void pl_word_start_para_property(struct pl_word_story_reader *reader,
                                 const struct pl_xml_element *element)
{
    uint16_t outer = pl_word_outer(reader)->name;
    if (!pl_word_open(reader)) {
        return;
    }
    if (outer == PL_WN_NUM_PR || element->name == PL_WN_NUM_PR) {
        start_numbering(reader, element);
    } else if (outer == PL_WN_R_PR) {
        start_mark_property(reader, element);
    } else {
        start_property(reader, element);
    }
}

void pl_word_end_para_properties(struct pl_word_story_reader *reader,
                                 struct pl_range properties)
{
    struct pl_word_open_para *open = pl_word_open(reader);
    if (open && !is_old(reader)) {
        open->para.properties = properties;
    }
}

/* What is in a table, in a table of contents. */
static void take_place(struct pl_word_story_reader *reader,
                       struct pl_word_para *para)
{
    const struct pl_word_open_table *table = pl_word_open_table(reader);
    para->table = table ? table->table : PL_NONE;
    para->row = table ? table->row : 0;
    para->column = table ? table->column : 0;
    para->row_states = pl_word_states_here(reader, &para->row_change);
    para->is_toc = pl_word_top(reader)->is_toc || pl_word_is_in_toc(reader);
}

bool pl_word_start_para(struct pl_word_story_reader *reader,
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
        .outline_level = PL_WORD_UNSAID_OUTLINE,
        .old_outline_level = PL_WORD_UNSAID_OUTLINE,
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

void pl_word_end_para(struct pl_word_story_reader *reader, struct pl_range tag)
{
    struct pl_word_open_para *open = pl_word_open(reader);
    if (!open) {
        return;
    }
    struct pl_word_para *para = &open->para;
    if (para->properties_change == PL_NONE) {
        para->old_style = para->style;
        para->old_outline_level = para->outline_level;
        para->old_numbering = para->numbering;
    }
    para->is_toc |= pl_word_is_in_toc(reader);
    para->piece_end = (uint32_t)reader->draft->pieces.len;
    para->xml.end = tag.end;
    reader->draft->paras.items[open->id] = *para;
    reader->paras.len--;
}
