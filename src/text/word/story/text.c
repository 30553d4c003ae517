/* What the text of a paragraph is made of. */
#include "text/word/story/reader.h"

#include <string.h>

#include "base/arena.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "text/word/read/attribute.h"
#include "text/word/read/symbol.h"

bool pl_word_is_text(enum pl_word_name name)
{
    return name == PL_WN_T || name == PL_WN_DEL_TEXT || name == PL_WN_MATH_TEXT;
}

static bool is_shown(struct pl_word_story_reader *reader)
{
    return pl_word_open(reader) && !pl_word_is_in_code(reader);
}

void pl_word_add_piece(struct pl_word_story_reader *reader,
                       enum pl_word_piece_kind kind, pl_str text,
                       struct pl_range xml)
{
    const struct pl_word_frame *top = pl_word_top(reader);
    bool is_placeholder = top->is_placeholder && kind == PL_WORD_TEXT;
    bool is_child = pl_word_outer(reader)->name == PL_WN_R;
    *PL_VEC_PUSH(reader->draft->arena, &reader->draft->pieces) =
        (struct pl_word_piece){
            .kind = is_placeholder ? PL_WORD_PLACEHOLDER : kind,
            .states = top->states,
            .is_hidden = top->is_hidden,
            .change = top->change,
            .run = top->run,
            .field = pl_word_field_now(reader),
            .link = top->link,
            .target = PL_NONE,
            .text = text,
            .xml = xml,
            .element = is_child ? top->tag : (struct pl_range){0},
        };
}

/* The piece that further text of the same kind can be added to, or NULL. */
static struct pl_word_piece *last_text(struct pl_word_story_reader *reader,
                                       struct pl_range place)
{
    struct pl_word_draft *draft = reader->draft;
    const struct pl_word_open_para *open = pl_word_open(reader);
    if (!open || draft->pieces.len == open->para.first_piece) {
        return NULL;
    }
    enum { LONGEST = 64 * 1024 }; /* what grows is copied */
    struct pl_word_piece *last = &draft->pieces.items[draft->pieces.len - 1];
    bool is_same = last->is_verbatim && last->run == pl_word_top(reader)->run &&
                   last->xml.end == place.start && last->text.len < LONGEST &&
                   last->text.data == reader->text;
    return is_same ? last : NULL;
}

static void add_text(struct pl_word_story_reader *reader, pl_str text,
                     struct pl_range place, bool is_verbatim)
{
    struct pl_arena *arena = reader->draft->text;
    reader->text = pl_arena_alloc(arena, text.len);
    memcpy(reader->text, text.data, text.len);
    pl_word_add_piece(reader, PL_WORD_TEXT, (pl_str){reader->text, text.len},
                      place);
    reader->draft->pieces.items[reader->draft->pieces.len - 1].is_verbatim =
        is_verbatim;
}

void pl_word_take_text(struct pl_word_story_reader *reader, pl_str text,
                       struct pl_range place, bool is_verbatim)
{
    if (text.len == 0 || !is_shown(reader)) {
        return;
    }
    struct pl_word_piece *last = is_verbatim ? last_text(reader, place) : NULL;
    if (!last) {
        add_text(reader, text, place, is_verbatim);
        return;
    }
    size_t len = last->text.len;
    reader->text =
        pl_arena_grow(reader->draft->text, reader->text, len, len + text.len);
    memcpy(reader->text + len, text.data, text.len);
    last->text = (pl_str){reader->text, len + text.len};
    last->xml.end = place.end;
}

/* ----- characters that are elements ----- */

static uint32_t hex_of(pl_str text)
{
    uint32_t value = 0;
    for (size_t i = 0; i < text.len && i < 6; i++) {
        char c = pl_to_lower(text.data[i]);
        if (!pl_is_hex(c)) {
            return 0;
        }
        value =
            value * 16 + (uint32_t)(pl_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return value;
}

static uint32_t symbol_of(const struct pl_xml_element *element)
{
    static const pl_str wingdings = PL_STR("Wingdings");
    uint32_t code = hex_of(pl_xml_get(element, PL_WN_AT_CHAR));
    bool is_wingdings =
        pl_str_starts(pl_xml_get(element, PL_WN_AT_FONT), wingdings);
    return code ? pl_word_symbol(code, is_wingdings) : PL_WORD_NO_SYMBOL;
}

static void add_character(struct pl_word_story_reader *reader,
                          const struct pl_xml_element *element,
                          uint32_t code_point)
{
    char bytes[PL_UTF8_MAX];
    size_t len = pl_utf8_encode(code_point, bytes);
    pl_word_add_piece(reader, PL_WORD_TEXT,
                      pl_arena_copy(reader->draft->text, (pl_str){bytes, len}),
                      element->tag);
}

static void add_note_mark(struct pl_word_story_reader *reader,
                          const struct pl_xml_element *element)
{
    pl_str custom = pl_xml_get(element, PL_WN_AT_CUSTOM_MARK);
    bool is_custom = pl_word_is_on(custom, false);
    pl_str id = pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_ID));
    pl_word_add_piece(reader, PL_WORD_NOTE_MARK, id, element->tag);
    struct pl_word_piece *mark =
        &reader->draft->pieces.items[reader->draft->pieces.len - 1];
    mark->has_own_mark = is_custom;
    mark->is_endnote = element->name == PL_WN_ENDNOTE_REFERENCE;
}

static void add_alt_text(struct pl_word_story_reader *reader,
                         const struct pl_xml_element *element)
{
    pl_str text = pl_xml_get(element, PL_WN_AT_DESCR);
    if (text.len == 0) {
        text = pl_xml_get(element, PL_WN_AT_TITLE);
    }
    pl_word_add_piece(reader, PL_WORD_ALT_TEXT, pl_word_keep(reader, text),
                      element->tag);
}

static bool is_vml(uint16_t name)
{
    return name == PL_WN_VML_SHAPE || name == PL_WN_VML_RECT ||
           name == PL_WN_VML_ROUND_RECT || name == PL_WN_VML_OVAL ||
           name == PL_WN_VML_LINE || name == PL_WN_VML_GROUP;
}

/* Frames, lines and formulas are shapes, too: only what is described is a
 * picture for certain. */
static void add_vml_text(struct pl_word_story_reader *reader,
                         const struct pl_xml_element *element)
{
    pl_str text = pl_xml_get(element, PL_WN_AT_ALT);
    if (text.len == 0) {
        text = pl_xml_get(element, PL_WN_AT_TITLE);
    }
    if (text.len > 0) {
        pl_word_add_piece(reader, PL_WORD_ALT_TEXT, pl_word_keep(reader, text),
                          element->tag);
    }
}

/* A tab stop of w:pPr has the same name as a tab of a run. */
static bool is_in_run(struct pl_word_story_reader *reader)
{
    return pl_word_top(reader)->run != PL_NONE &&
           pl_word_outer(reader)->name == PL_WN_R;
}

static void start_run_content(struct pl_word_story_reader *reader,
                              const struct pl_xml_element *element)
{
    enum { NO_BREAK_HYPHEN = 0x2011, SOFT_HYPHEN = 0xAD };
    static const pl_str tab = PL_STR("\t");
    static const pl_str line_end = PL_STR("\n");
    switch (element->name) {
    case PL_WN_TAB:
    case PL_WN_P_TAB:
        pl_word_add_piece(reader, PL_WORD_TAB, tab, element->tag);
        break;
    case PL_WN_BR:
    case PL_WN_CR:
        pl_word_add_piece(reader, PL_WORD_BREAK, line_end, element->tag);
        break;
    case PL_WN_NO_BREAK_HYPHEN:
        add_character(reader, element, NO_BREAK_HYPHEN);
        break;
    case PL_WN_SOFT_HYPHEN:
        add_character(reader, element, SOFT_HYPHEN);
        break;
    case PL_WN_SYM:
        add_character(reader, element, symbol_of(element));
        break;
    case PL_WN_FOOTNOTE_REFERENCE:
    case PL_WN_ENDNOTE_REFERENCE:
        add_note_mark(reader, element);
        break;
    case PL_WN_COMMENT_REFERENCE:
        pl_word_add_piece(
            reader, PL_WORD_COMMENT_MARK,
            pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_ID)),
            element->tag);
        break;
    default:
        break;
    }
}

void pl_word_start_text(struct pl_word_story_reader *reader,
                        const struct pl_xml_element *element)
{
    if (!is_shown(reader)) {
        return;
    }
    if (is_in_run(reader)) {
        start_run_content(reader, element);
    }
    if (element->name == PL_WN_DOC_PR) {
        add_alt_text(reader, element);
    } else if (is_vml(element->name)) {
        add_vml_text(reader, element);
    }
}
