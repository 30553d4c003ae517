#include "text/rewrite.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "text/encodings.h"
#include "text/refuse.h"
#include "text/source.h"
#include "text/word/model.h"

/* How the file writes a line end at the line of `offset`, or else before. */
static pl_str line_end_at(const struct pl_source *source, size_t offset)
{
    size_t line = pl_lines_position(&source->lines, offset).line;
    size_t end = pl_lines_range(&source->lines, line).end;
    if (end == source->text.len && line > 1) {
        end = pl_lines_range(&source->lines, line - 1).end;
    }
    return pl_str_slice(source->bytes, pl_source_file_offset(source, end),
                        pl_source_file_offset(source, end + 1));
}

static void add_utf16(struct pl_buf *out, enum pl_encoding encoding,
                      uint32_t unit)
{
    char high = (char)(unit >> 8 & 0xFF);
    char low = (char)(unit & 0xFF);
    bool is_big = encoding == PL_ENCODING_UTF16BE;
    pl_buf_add_char(out, is_big ? high : low);
    pl_buf_add_char(out, is_big ? low : high);
}

/* False when the encoding has nothing for it. */
static bool add_code_point(struct pl_buf *out, enum pl_encoding encoding,
                           uint32_t code_point)
{
    int byte;
    switch (encoding) {
    case PL_ENCODING_UTF8:
        pl_buf_add_code_point(out, code_point);
        return true;
    case PL_ENCODING_UTF16LE:
    case PL_ENCODING_UTF16BE:
        if (code_point >= 0x10000) {
            add_utf16(out, encoding, 0xD7C0 + (code_point >> 10));
            code_point = 0xDC00 | (code_point & 0x3FF);
        }
        add_utf16(out, encoding, code_point);
        return true;
    case PL_ENCODING_WINDOWS_1252:
        byte = pl_windows_1252_byte(code_point);
        if (byte >= 0) {
            pl_buf_add_char(out, (char)byte);
        }
        return byte >= 0;
    }
    return false;
}

static struct pl_place place_of(const struct pl_source *source, size_t offset)
{
    struct pl_position at = pl_lines_position(&source->lines, offset);
    return (struct pl_place){source->path, at.line, at.column};
}

static bool encode(struct pl_arena *arena, const struct pl_source *source,
                   const struct pl_edit *edit, pl_str *bytes,
                   struct pl_error *error)
{
    struct pl_buf out = pl_buf_in(arena);
    size_t len;
    for (size_t at = 0; at < edit->text.len; at += len) {
        uint32_t code_point = pl_utf8_decode(edit->text, at, &len);
        pl_str line_end = code_point == '\n'
                              ? line_end_at(source, edit->range.start)
                              : (pl_str){0};
        if (line_end.len) {
            pl_buf_add(&out, line_end);
        } else if (!add_code_point(&out, source->encoding, code_point)) {
            return PL_FAIL_AT(
                error, place_of(source, edit->range.start),
                "the file is in Windows-1252, which cannot write \"%.*s\"",
                PL_STR_ARG(edit->text));
        }
    }
    *bytes = pl_buf_str(&out);
    return true;
}

bool pl_source_rewrite(struct pl_arena *arena, const struct pl_source *source,
                       struct pl_edits edits, struct pl_edits *in_file,
                       struct pl_error *error)
{
    if (source->view && source->view->word->is_open_document) {
        return PL_FAIL(error, "%s: an OpenDocument text is only read; %s",
                       source->path, PL_REFUSE_CONVERSION);
    }
    if (source->view) {
        return PL_FAIL(error,
                       "%s: a Word file is not changed as a text is: "
                       "\"planlint fix --tracked\" writes changes into it that "
                       "Word shows as tracked",
                       source->path);
    }
    struct pl_edit *made = pl_arena_array(arena, edits.count, sizeof(*made));
    for (size_t i = 0; i < edits.count; i++) {
        const struct pl_edit *it = &edits.items[i];
        made[i].range.start =
            (uint32_t)pl_source_file_offset(source, it->range.start);
        made[i].range.end =
            (uint32_t)pl_source_file_offset(source, it->range.end);
        if (!encode(arena, source, it, &made[i].text, error)) {
            return false;
        }
    }
    *in_file = (struct pl_edits){made, edits.count};
    return true;
}
