/* source.h - the text of a document, and where each byte of it came from.
 *
 * Whatever the file was, the text is valid UTF-8 without a byte order mark and
 * its lines end in "\n" alone. When the file already was that, the text is the
 * file's own bytes and nothing is copied. Everything lives in the arena. */
#ifndef PLANLINT_TEXT_SOURCE_H
#define PLANLINT_TEXT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/range.h"
#include "base/str.h"
#include "text/lines.h"
#include "text/word/view/view.h"

struct pl_arena;

enum pl_format {
#define PL_FORMAT(constant, name) PL_FORMAT_##constant,
#include "text/format.def"
#undef PL_FORMAT
};

const char *pl_format_name(enum pl_format format);
/* Whether a heading is marked as one in that format, with "#" in the text. */
bool pl_format_marks_headings(enum pl_format format);
bool pl_format_from_name(pl_str name, enum pl_format *format);

enum pl_encoding {
    PL_ENCODING_UTF8, /* with or without a byte order mark */
    PL_ENCODING_UTF16LE,
    PL_ENCODING_UTF16BE,
    PL_ENCODING_WINDOWS_1252,
};

/* From `text_start` on, text and file run in step until the next origin: byte
 * by byte in UTF-8; else a character of the text is what the encoding makes
 * of it, and there is an origin at least every PL_ORIGIN_STEP bytes. */
struct pl_origin {
    uint32_t text_start;
    uint32_t file_start;
};
enum { PL_ORIGIN_STEP = 1024 }; /* bytes of text */

struct pl_source {
    const char *path; /* as given by the user; for messages */
    pl_str bytes;     /* the file as it was read */
    pl_str text;
    enum pl_encoding encoding; /* of `bytes` */
    enum pl_format format;
    struct pl_lines lines;           /* of `text` */
    const struct pl_origin *origins; /* NULL: offsets are the same */
    size_t origin_count;
    const struct pl_word_view *view; /* of a Word file or an OpenDocument text,
                                        which `text` is that of; or NULL */
};

enum { PL_SOURCE_MAX = 256 * 1024 * 1024 }; /* bytes of a file, at most */

/* Reads a document from the bytes of a file. UTF-8 (with or without a byte
 * order mark), UTF-16 with one, and Windows-1252 are understood; lines may end
 * in LF, CRLF, CR, NEL, LS or PS. What is none of these is refused with the
 * line, the column and the bytes found there. `format` NULL: found from the
 * text itself and, where that does not tell, from the path's extension. */
PL_MUST_CHECK bool pl_source_read(struct pl_arena *arena, const char *path,
                                  pl_str bytes, const enum pl_format *format,
                                  struct pl_source **source,
                                  struct pl_error *error);

/* The same with a choice: which state of a Word file's tracked changes is the
 * text; without one it is the final state. A Word file is known by its first
 * bytes, whatever its name. */
struct pl_source_choice {
    const enum pl_format *format; /* NULL: found */
    enum pl_word_view_kind view;
};
PL_MUST_CHECK bool pl_source_read_as(struct pl_arena *arena, const char *path,
                                     pl_str bytes,
                                     struct pl_source_choice choice,
                                     struct pl_source **source,
                                     struct pl_error *error);

/* The offset in the file's bytes of an offset in the text, which is clamped.
 * A line end of the text is where the file's line end begins; inside of a
 * character that the file writes otherwise it is where the character begins. Of
 * a Word file it is the offset in the text: for the file see
 * text/word/view/view.h.
 */
size_t pl_source_file_offset(const struct pl_source *source,
                             size_t text_offset);

/* The other way round, for a file in UTF-8: the place in the text that came
 * from a byte of the file. Clamped; inside of a line end it is behind it. */
size_t pl_source_text_offset(const struct pl_source *source,
                             size_t file_offset);

#endif
