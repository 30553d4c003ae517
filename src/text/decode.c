#include "text/decode.h"

#include "base/utf8.h"
#include "text/encodings.h"
#include "text/line_ends.h"
#include "text/refuse.h"
#include "text/writer.h"

static const pl_str utf8_mark = PL_STR("\xEF\xBB\xBF");

static bool has_utf16_mark(pl_str bytes)
{
    return pl_str_starts(bytes, (pl_str)PL_STR("\xFF\xFE")) ||
           pl_str_starts(bytes, (pl_str)PL_STR("\xFE\xFF"));
}

/* The text is the file's own from `start` on. */
static void decode_in_place(struct pl_arena *arena, pl_str bytes, size_t start,
                            struct pl_decoded *decoded)
{
    *decoded = (struct pl_decoded){.encoding = PL_ENCODING_UTF8};
    if (start > 0) {
        struct pl_writer writer = pl_writer_in(arena, 0, start);
        *decoded = pl_writer_done(&writer, PL_ENCODING_UTF8);
    }
    decoded->text = pl_str_slice(bytes, start, bytes.len);
}

static void copy_with_line_ends(struct pl_arena *arena, pl_str bytes,
                                size_t start, struct pl_decoded *decoded)
{
    struct pl_writer writer = pl_writer_in(arena, bytes.len - start, start);
    size_t at = start;
    struct pl_line_end end = pl_line_end_find(bytes, at);
    while (end.at != PL_NOWHERE) {
        pl_writer_copy(&writer, pl_str_slice(bytes, at, end.at));
        pl_writer_byte(&writer, '\n');
        at = end.at + end.len;
        if (end.len > 1) {
            pl_writer_origin(&writer, at);
        }
        end = pl_line_end_find(bytes, at);
    }
    pl_writer_copy(&writer, pl_str_slice(bytes, at, bytes.len));
    *decoded = pl_writer_done(&writer, PL_ENCODING_UTF8);
}

static void decode_utf8(struct pl_arena *arena, pl_str bytes, size_t start,
                        struct pl_decoded *decoded)
{
    if (pl_line_end_find(bytes, start).at == PL_NOWHERE) {
        decode_in_place(arena, bytes, start, decoded);
    } else {
        copy_with_line_ends(arena, bytes, start, decoded);
    }
}

bool pl_decode(struct pl_arena *arena, const char *path, pl_str bytes,
               struct pl_decoded *decoded, struct pl_error *error)
{
    if (!pl_refuse_known(path, bytes, error)) {
        return false;
    }
    if (has_utf16_mark(bytes)) {
        return pl_utf16_decode(arena, path, bytes, decoded, error);
    }
    size_t start = pl_str_starts(bytes, utf8_mark) ? utf8_mark.len : 0;
    size_t nul = pl_str_find_char(bytes, '\0', 0);
    size_t bad = pl_utf8_validate(bytes);
    if (nul != PL_NOWHERE && nul <= bad) {
        return pl_refuse_nul(path, bytes, nul, error);
    }
    if (bad == bytes.len) {
        decode_utf8(arena, bytes, start, decoded);
        return true;
    }
    const char *objection = pl_windows_1252_objection(bytes);
    if (objection) {
        return pl_refuse_utf8(path, bytes, bad, objection, error);
    }
    *decoded = pl_windows_1252_decode(arena, bytes);
    return true;
}
