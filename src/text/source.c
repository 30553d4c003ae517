#include "text/source.h"

#include <assert.h>

#include "base/arena.h"
#include "base/search.h"
#include "base/utf8.h"
#include "text/decode.h"
#include "text/format.h"
#include "text/odt/read.h"
#include "text/word/read/read.h"

static bool is_word(pl_str bytes, const enum pl_format *format)
{
    return format ? *format == PL_FORMAT_WORD
                  : pl_odt_looks_like(bytes) || pl_word_looks_like(bytes);
}

static bool read_word(struct pl_arena *arena, const char *path, pl_str bytes,
                      enum pl_word_view_kind kind, struct pl_source **source,
                      struct pl_error *error)
{
    const struct pl_word_file *word;
    bool ok = pl_odt_looks_like(bytes)
                  ? pl_odt_read(arena, path, bytes, &word, error)
                  : pl_word_read(arena, path, bytes, &word, error);
    if (!ok) {
        return false;
    }
    const struct pl_word_view *view = pl_word_view_make(arena, word, kind);
    struct pl_source *made = pl_arena_alloc(arena, sizeof(*made));
    *made = (struct pl_source){
        .path = path,
        .bytes = bytes,
        .text = view->text,
        .encoding = PL_ENCODING_UTF8,
        .format = PL_FORMAT_WORD,
        .lines = pl_lines_build(arena, view->text),
        .view = view,
    };
    *source = made;
    return true;
}

static bool read_text(struct pl_arena *arena, const char *path, pl_str bytes,
                      const enum pl_format *format, struct pl_source **source,
                      struct pl_error *error)
{
    struct pl_decoded decoded;
    if (!pl_decode(arena, path, bytes, &decoded, error)) {
        return false;
    }
    struct pl_source *made = pl_arena_alloc(arena, sizeof(*made));
    *made = (struct pl_source){
        .path = path,
        .bytes = bytes,
        .text = decoded.text,
        .encoding = decoded.encoding,
        .format = format ? *format : pl_format_detect(path, decoded.text),
        .lines = pl_lines_build(arena, decoded.text),
        .origins = decoded.origins,
        .origin_count = decoded.origin_count,
    };
    *source = made;
    return true;
}

bool pl_source_read_as(struct pl_arena *arena, const char *path, pl_str bytes,
                       struct pl_source_choice choice,
                       struct pl_source **source, struct pl_error *error)
{
    if (bytes.len > PL_SOURCE_MAX) {
        return PL_FAIL_AT(error, (struct pl_place){.path = path},
                          "has %zu bytes; more than %d are not read", bytes.len,
                          PL_SOURCE_MAX);
    }
    return is_word(bytes, choice.format)
               ? read_word(arena, path, bytes, choice.view, source, error)
               : read_text(arena, path, bytes, choice.format, source, error);
}

bool pl_source_read(struct pl_arena *arena, const char *path, pl_str bytes,
                    const enum pl_format *format, struct pl_source **source,
                    struct pl_error *error)
{
    return pl_source_read_as(arena, path, bytes,
                             (struct pl_source_choice){.format = format},
                             source, error);
}

/* The last that begins at or before `text_offset`. */
static const struct pl_origin *origin_of(const struct pl_source *source,
                                         size_t text_offset)
{
    size_t low = 0;
    size_t high = source->origin_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->origins[middle].text_start <= text_offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &source->origins[low];
}

/* Bytes of the file that `text` was made from; there is no CR LF in it. */
static size_t file_size_of(enum pl_encoding encoding, pl_str text)
{
    switch (encoding) {
    case PL_ENCODING_UTF8:
        return text.len;
    case PL_ENCODING_UTF16LE:
    case PL_ENCODING_UTF16BE:
        return 2 * pl_utf8_utf16_count(text);
    case PL_ENCODING_WINDOWS_1252:
        return pl_utf8_count(text);
    }
    return 0;
}

size_t pl_source_file_offset(const struct pl_source *source, size_t text_offset)
{
    size_t at = text_offset < source->text.len ? text_offset : source->text.len;
    if (!source->origins) {
        return at;
    }
    if (source->encoding != PL_ENCODING_UTF8) {
        at = pl_utf8_start(source->text, at);
    }
    const struct pl_origin *origin = origin_of(source, at);
    pl_str since = pl_str_slice(source->text, origin->text_start, at);
    return origin->file_start + file_size_of(source->encoding, since);
}

size_t pl_source_text_offset(const struct pl_source *source, size_t file_offset)
{
    assert(source->encoding == PL_ENCODING_UTF8);
    size_t end = source->text.len;
    size_t at = file_offset;
    if (source->origins) {
        size_t after =
            PL_FIRST_FROM(source->origins, (uint32_t)source->origin_count,
                          file_start, (uint32_t)file_offset + 1);
        const struct pl_origin *next = source->origins + after;
        if (after == 0) {
            return 0; /* in the byte order mark */
        }
        at = next[-1].text_start + (file_offset - next[-1].file_start);
        end = after < source->origin_count ? next->text_start : end;
    }
    return at < end ? at : end;
}
