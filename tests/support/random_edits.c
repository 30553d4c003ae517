#include "support/random_edits.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/utf8.h"

uint32_t random_below(struct random_edits *random, uint32_t limit)
{
    uint64_t mixed = random->state += UINT64_C(0x9E3779B97F4A7C15);
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (uint32_t)((((mixed ^ (mixed >> 31)) >> 32) * limit) >> 32);
}

/* The last one is for those who want it. */
static const pl_str pieces[] = {
    PL_STR("\n"),
    PL_STR("\r\n"),
    PL_STR("\r"),
    PL_STR("\n\n"),
    PL_STR("\xC3\xA9"),
    PL_STR("\xE2\x82\xAC"),
    PL_STR("\xF0\x9D\x84\x9E"), /* outside of the first plane */
    PL_STR("e\xCC\x81"),        /* a combining mark */
    PL_STR("\xEF\xBB\xBF"),     /* a byte order mark */
    PL_STR("\xE2\x80\xA8"),     /* ends no line in editors */
    PL_STR(" "),
    PL_STR("\t"),
    PL_STR("the the "),
    PL_STR("2 The Harbour Union (HU) meets, see paragraph 9.\n"),
    PL_STR("3 Piers\r\n"),
    PL_STR("a) dredging;\r"),
    PL_STR("[^1]"),
    PL_STR("# Heading\n"),
    PL_STR("x"),
    PL_STR("\0"),
};

static pl_str random_text(struct pl_arena *arena, struct random_edits *random)
{
    struct pl_buf text = pl_buf_in(arena);
    uint32_t kinds = (uint32_t)PL_COUNT(pieces) - !random->has_nul;
    for (uint32_t left = random_below(random, 4); left > 0; left--) {
        pl_buf_add(&text, pieces[random_below(random, kinds)]);
    }
    return pl_buf_str(&text);
}

static bool ends_line(pl_str text, size_t at)
{
    return text.data[at] == '\n' || text.data[at] == '\r';
}

/* Behind the end of the line at `at`, or PL_NOWHERE. */
static size_t next_line(pl_str text, size_t at)
{
    while (at < text.len && !ends_line(text, at)) {
        at++;
    }
    if (at == text.len) {
        return PL_NOWHERE;
    }
    bool is_pair =
        text.data[at] == '\r' && at + 1 < text.len && text.data[at + 1] == '\n';
    return at + 1 + is_pair;
}

static uint32_t count_lines(pl_str text)
{
    uint32_t count = 1;
    size_t at = next_line(text, 0);
    while (at != PL_NOWHERE) {
        count++;
        at = next_line(text, at);
    }
    return count;
}

static struct pl_lsp_position random_position(struct random_edits *random,
                                              uint32_t lines)
{
    bool is_wild = random_below(random, 20) == 0;
    return (struct pl_lsp_position){
        random_below(random, lines + (is_wild ? 5 : 0)),
        random_below(random, is_wild ? 2000000000 : 24)};
}

struct random_edit random_edit_of(struct pl_arena *arena,
                                  struct random_edits *random, pl_str text)
{
    uint32_t lines = count_lines(text);
    struct random_edit edit = {.is_whole = random_below(random, 200) == 0,
                               .start = random_position(random, lines),
                               .text = random_text(arena, random)};
    edit.end = edit.start;
    switch (random_below(random, 4)) {
    case 0:
        edit.end.character += random_below(random, 9);
        break;
    case 1:
        edit.end.line += random_below(random, 3);
        edit.end.character = random_below(random, 9);
        break;
    case 2:
        edit.end = random_below(random, 30) ? edit.end
                                            : random_position(random, lines);
        break;
    default:
        break;
    }
    return edit;
}

static size_t units_at(pl_str text, size_t at, enum pl_column_unit unit,
                       size_t *len)
{
    uint32_t code_point = pl_utf8_decode(text, at, len);
    return unit == PL_COLUMN_UTF8    ? *len
           : unit == PL_COLUMN_UTF16 ? 1U + (code_point > 0xFFFF)
                                     : 1;
}

static size_t offset_in(pl_str text, struct pl_lsp_position position,
                        enum pl_column_unit unit)
{
    size_t at = 0;
    for (uint32_t line = 0; line < position.line; line++) {
        at = next_line(text, at);
        if (at == PL_NOWHERE) {
            return text.len;
        }
    }
    size_t units = 0;
    while (at < text.len && !ends_line(text, at)) {
        size_t len;
        units += units_at(text, at, unit, &len);
        if (units > position.character) {
            break;
        }
        at += len;
    }
    return at;
}

pl_str random_edit_apply(struct pl_arena *arena, pl_str text,
                         const struct random_edit *edit,
                         enum pl_column_unit unit)
{
    if (edit->is_whole) {
        return edit->text;
    }
    size_t start = offset_in(text, edit->start, unit);
    size_t end = offset_in(text, edit->end, unit);
    struct pl_buf out = pl_buf_in(arena);
    pl_buf_add(&out, pl_str_slice(text, 0, start < end ? start : end));
    pl_buf_add(&out, edit->text);
    pl_buf_add(&out, pl_str_slice(text, start < end ? end : start, text.len));
    return pl_buf_str(&out);
}
