/* Fields: references to bookmarks and marks, and what differs from page to
 * page. They are told to the model as Word writes them. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "text/odt/reader.h"

/* Source: OpenDocument 1.3 part 3, 19.865. */
static const struct {
    const char *format;
    const char *keyword;
    const char *switches;
} references[] = {
    {"text", "REF", ""},
    {"number", "REF", " \\r"},
    {"number-no-superior", "REF", " \\n"},
    {"number-all-superior", "REF", " \\w"},
    {"page", "PAGEREF", ""},
};

/* Empty: none that the model knows. */
static pl_str reference(struct pl_odt_reader *reader, uint32_t node)
{
    pl_str name = pl_odt_get(reader->tree, node, PL_ON_AT_REF_NAME);
    pl_str format = pl_odt_get(reader->tree, node, PL_ON_AT_REFERENCE_FORMAT);
    bool is_plain =
        name.len > 0 && pl_str_find_char(name, '"', 0) == PL_NOWHERE;
    for (size_t i = 0;
         is_plain && i < sizeof(references) / sizeof(references[0]); i++) {
        if (pl_str_eq(format, pl_str_from(references[i].format))) {
            return pl_str_from(pl_arena_printf(
                reader->draft->arena, "%s \"%.*s\"%s", references[i].keyword,
                PL_STR_ARG(name), references[i].switches));
        }
    }
    return (pl_str){0};
}

static pl_str instruction_of(struct pl_odt_reader *reader, uint32_t node)
{
    static const pl_str page = PL_STR("PAGE");
    static const pl_str pages = PL_STR("NUMPAGES");
    static const pl_str chapter = PL_STR("STYLEREF 1");
    switch (pl_odt_at(reader, node)->name) {
    case PL_ON_PAGE_NUMBER:
        return page;
    case PL_ON_PAGE_COUNT:
        return pages;
    case PL_ON_CHAPTER:
        return chapter;
    default:
        return reference(reader, node);
    }
}

bool pl_odt_read_field(struct pl_odt_reader *reader, uint32_t node,
                       struct pl_error *error)
{
    struct pl_word_draft *draft = reader->draft;
    uint32_t around = reader->field;
    pl_str instruction = instruction_of(reader, node);
    if (instruction.len == 0) {
        return pl_odt_read_inline(reader, node, error);
    }
    uint32_t index = (uint32_t)draft->fields.len;
    *PL_VEC_PUSH(draft->arena, &draft->fields) = (struct pl_word_draft_field){
        .field = {.instruction = instruction,
                  .states = pl_odt_states(reader),
                  .parent = around,
                  .xml = pl_odt_at(reader, node)->xml},
        .start = pl_odt_here(reader),
    };
    reader->field = index;
    bool ok = pl_odt_read_inline(reader, node, error);
    reader->field = around;
    draft->fields.items[index].end = pl_odt_here(reader);
    return ok;
}

/* ----- links ----- */

static int digit_of(char c)
{
    return pl_is_digit(c)         ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* "%20" is a blank; "|outline" says that it is the text of a heading, and
 * others that it is a table or a frame. */
pl_str pl_odt_bookmark_of(struct pl_arena *arena, pl_str target)
{
    struct pl_buf out = pl_buf_in(arena);
    if (target.len == 0 || target.data[0] != '#' ||
        pl_str_find_char(target, '|', 0) != PL_NOWHERE) {
        return (pl_str){0};
    }
    for (size_t i = 1; i < target.len; i++) {
        bool is_code = target.data[i] == '%' && i + 2 < target.len;
        int high = is_code ? digit_of(target.data[i + 1]) : -1;
        int low = is_code ? digit_of(target.data[i + 2]) : -1;
        if (high >= 2 && low >= 0) {
            pl_buf_add_char(&out, (char)(high * 16 + low));
            i += 2;
        } else {
            pl_buf_add_char(&out, target.data[i]);
        }
    }
    pl_str name = pl_buf_str(&out);
    return pl_utf8_validate(name) == name.len
               ? name
               : pl_str_slice(target, 1, target.len);
}
