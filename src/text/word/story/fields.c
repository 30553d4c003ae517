/* Fields, bookmarks, ranges of comments, links: what spans runs and
 * paragraphs. */
#include "text/word/story/reader.h"

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/package/opc.h"
#include "text/word/number/list_field.h"
#include "text/word/number/old_number.h"
#include "text/word/read/attribute.h"

/* ----- fields ----- */

static const struct pl_word_open_field *
innermost(const struct pl_word_story_reader *reader)
{
    size_t count = reader->fields.len;
    return count > 0 ? &reader->fields.items[count - 1] : NULL;
}

bool pl_word_is_in_code(const struct pl_word_story_reader *reader)
{
    const struct pl_word_open_field *open = innermost(reader);
    return open && open->is_in_code;
}

uint32_t pl_word_field_now(const struct pl_word_story_reader *reader)
{
    size_t count = reader->fields.len;
    return count > 0 ? reader->fields.items[count - 1].field : PL_NONE;
}

bool pl_word_is_in_toc(const struct pl_word_story_reader *reader)
{
    const struct pl_word_open_field *open = innermost(reader);
    return open && open->is_toc;
}

/* To the innermost field in whose code we are; the code of a field inside of
 * it counts there, and its result does in its own. */
void pl_word_take_code(struct pl_word_story_reader *reader, pl_str text)
{
    size_t count = reader->fields.len;
    if (count > 0 && !reader->fields.items[count - 1].is_in_result) {
        pl_buf_add(&reader->fields.items[count - 1].code, text);
    }
}

static bool begin_field(struct pl_word_story_reader *reader,
                        const struct pl_xml_element *element,
                        struct pl_error *error)
{
    struct pl_word_draft *draft = reader->draft;
    const struct pl_word_frame *top = pl_word_top(reader);
    if (reader->fields.len >= PL_WORD_MAX_NESTING) {
        return PL_FAIL(error, "%s: fields are nested deeper than is read",
                       draft->path);
    }
    pl_str lock = pl_xml_get(element, PL_WN_AT_FLD_LOCK);
    *PL_VEC_PUSH(draft->arena, &draft->fields) = (struct pl_word_draft_field){
        .field = {.states = top->states,
                  .is_locked = pl_word_is_on(lock, false),
                  .parent = pl_word_field_now(reader),
                  .xml = element->tag},
        .start = pl_word_here(reader),
        .end = {PL_NONE, 0},
    };
    bool is_in_toc = pl_word_is_in_toc(reader);
    assert(reader->fields.items || reader->fields.len == reader->fields.cap);
    *PL_VEC_PUSH(reader->scratch, &reader->fields) =
        (struct pl_word_open_field){
            .field = (uint32_t)draft->fields.len - 1,
            .is_toc = is_in_toc,
            .is_in_code = true,
            .code = pl_buf_in(reader->scratch),
        };
    return true;
}

static void begin_result(struct pl_word_story_reader *reader)
{
    struct pl_word_open_field *open =
        &reader->fields.items[reader->fields.len - 1];
    static const pl_str toc = PL_STR("TOC");
    size_t outer = reader->fields.len - 1;
    open->is_in_result = true;
    open->is_in_code = outer > 0 && reader->fields.items[outer - 1].is_in_code;
    open->is_toc |= pl_str_starts(pl_str_trim(pl_buf_str(&open->code)), toc);
    reader->draft->fields.items[open->field].start = pl_word_here(reader);
}

/* Word keeps no result of a LISTNUM; where there is one it is taken. */
static void add_list_number(struct pl_word_story_reader *reader, uint32_t index,
                            struct pl_range place)
{
    const struct pl_word_draft_field *field =
        &reader->draft->fields.items[index];
    struct pl_word_list_field ignored;
    bool is_empty = field->start.para == field->end.para &&
                    field->start.piece == field->end.piece;
    if (pl_word_open(reader) && is_empty && !pl_word_is_in_code(reader) &&
        pl_word_list_field_read(field->field.instruction, &ignored)) {
        pl_word_add_piece(reader, PL_WORD_LIST_NUMBER, (pl_str){0}, place);
        reader->draft->pieces.items[reader->draft->pieces.len - 1].target =
            index;
    }
}

static void end_field(struct pl_word_story_reader *reader, struct pl_range tag)
{
    struct pl_word_open_field *open =
        &reader->fields.items[--reader->fields.len];
    struct pl_word_draft_field *field =
        &reader->draft->fields.items[open->field];
    field->field.instruction =
        pl_word_keep(reader, pl_str_trim(pl_buf_str(&open->code)));
    field->field.xml.end = tag.end;
    field->end = pl_word_here(reader);
    if (!open->is_in_result) {
        field->start = field->end;
    }
    reader->last_field = open->field;
    add_list_number(reader, open->field, tag);
}

/* What a LISTNUM displayed before the changes. */
static void take_old_number(struct pl_word_story_reader *reader,
                            const struct pl_xml_element *element)
{
    struct pl_word_draft *draft = reader->draft;
    if (reader->last_field != PL_NONE) {
        draft->fields.items[reader->last_field].field.old_number =
            pl_word_old_number(draft->arena,
                               pl_xml_get(element, PL_WN_AT_ORIGINAL));
    }
}

static bool take_mark(struct pl_word_story_reader *reader,
                      const struct pl_xml_element *element,
                      struct pl_error *error)
{
    pl_str type = pl_xml_get(element, PL_WN_AT_FLD_CHAR_TYPE);
    if (pl_str_eq(type, (pl_str)PL_STR("begin"))) {
        return begin_field(reader, element, error);
    }
    if (reader->fields.len == 0) {
        return true; /* damaged: an end without a beginning */
    }
    if (pl_str_eq(type, (pl_str)PL_STR("separate"))) {
        begin_result(reader);
    } else if (pl_str_eq(type, (pl_str)PL_STR("end"))) {
        end_field(reader, element->tag);
    }
    return true;
}

bool pl_word_start_field(struct pl_word_story_reader *reader,
                         const struct pl_xml_element *element,
                         struct pl_error *error)
{
    if (element->name == PL_WN_FLD_CHAR) {
        uint32_t run = pl_word_top(reader)->run;
        if (run != PL_NONE) {
            reader->draft->runs.items[run].is_locked = true;
        }
        return take_mark(reader, element, error);
    }
    if (element->name == PL_WN_NUMBERING_CHANGE &&
        pl_word_outer(reader)->name == PL_WN_FLD_CHAR) {
        take_old_number(reader, element);
    }
    if (element->name != PL_WN_FLD_SIMPLE) {
        return true;
    }
    if (!begin_field(reader, element, error)) {
        return false;
    }
    pl_word_take_code(reader, pl_xml_get(element, PL_WN_AT_INSTR));
    begin_result(reader);
    return true;
}

void pl_word_drop_fields(struct pl_word_story_reader *reader, size_t kept)
{
    while (reader->fields.len > kept) {
        struct pl_range nothing = {0};
        const struct pl_word_open_field *open = innermost(reader);
        assert(open);
        nothing.end = reader->draft->fields.items[open->field].field.xml.end;
        end_field(reader, nothing);
    }
}

void pl_word_end_simple_field(struct pl_word_story_reader *reader,
                              struct pl_range tag)
{
    if (reader->fields.len > 0) {
        end_field(reader, tag);
    }
}

/* ----- bookmarks and comments ----- */

static void start_bookmark(struct pl_word_story_reader *reader,
                           const struct pl_xml_element *element)
{
    struct pl_word_draft *draft = reader->draft;
    *PL_VEC_PUSH(draft->arena, &draft->bookmarks) =
        (struct pl_word_draft_bookmark){
            .bookmark = {.name = pl_word_keep(
                             reader, pl_xml_get(element, PL_WN_AT_NAME)),
                         .states = pl_word_top(reader)->states},
            .id = pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_ID)),
            .start = pl_word_here(reader),
            .end = {PL_NONE, 0},
        };
    uint32_t added = (uint32_t)draft->bookmarks.len - 1;
    pl_map_put(reader->bookmarks, draft->bookmarks.items[added].id, added);
}

static void end_bookmark(struct pl_word_story_reader *reader,
                         const struct pl_xml_element *element)
{
    struct pl_word_draft *draft = reader->draft;
    uint32_t found =
        pl_map_get(reader->bookmarks, pl_xml_get(element, PL_WN_AT_ID));
    if (found != PL_NONE && draft->bookmarks.items[found].end.para == PL_NONE) {
        draft->bookmarks.items[found].end = pl_word_here(reader);
    }
}

static void take_comment_range(struct pl_word_story_reader *reader,
                               const struct pl_xml_element *element)
{
    struct pl_word_draft_comment *comment =
        pl_word_draft_comment(reader->draft, pl_xml_get(element, PL_WN_AT_ID));
    bool is_reference = element->name == PL_WN_COMMENT_REFERENCE;
    if (element->name == PL_WN_COMMENT_RANGE_START) {
        comment->start = pl_word_here(reader);
    } else if (!is_reference || comment->end.para == PL_NONE) {
        comment->end = pl_word_here(reader);
    }
    if (comment->start.para == PL_NONE) {
        comment->start = comment->end;
    }
}

void pl_word_start_mark(struct pl_word_story_reader *reader,
                        const struct pl_xml_element *element)
{
    switch (element->name) {
    case PL_WN_BOOKMARK_START:
        start_bookmark(reader, element);
        break;
    case PL_WN_BOOKMARK_END:
        end_bookmark(reader, element);
        break;
    case PL_WN_COMMENT_RANGE_START:
    case PL_WN_COMMENT_RANGE_END:
    case PL_WN_COMMENT_REFERENCE:
        take_comment_range(reader, element);
        break;
    default:
        break;
    }
}

void pl_word_start_link(struct pl_word_story_reader *reader,
                        const struct pl_xml_element *element)
{
    if (element->name != PL_WN_HYPERLINK) {
        return;
    }
    struct pl_word_draft *draft = reader->draft;
    const struct pl_opc_relation *relation = pl_opc_relation_by_id(
        reader->relations, pl_xml_get(element, PL_WN_AT_RELATION));
    *PL_VEC_PUSH(draft->arena, &draft->links) = (struct pl_word_link){
        .target = relation ? relation->target : (pl_str){0},
        .bookmark = pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_ANCHOR)),
    };
    pl_word_top(reader)->link = (uint32_t)draft->links.len - 1;
}
