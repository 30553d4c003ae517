/* json_writer.h - writes JSON into a buffer, always in the same bytes.
 *
 * Values are written in the order of the calls. An object or array is either
 * laid out, one member a line, or inline, or compact. A `key` is NULL for an
 * array's items and for the root. Strings may be any bytes; what is not UTF-8
 * becomes U+FFFD. */
#ifndef PLANLINT_REPORT_JSON_WRITER_H
#define PLANLINT_REPORT_JSON_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

enum { PL_JSON_WRITER_DEPTH = 512 }; /* open objects and arrays, at most */

enum pl_json_layout {
    PL_JSON_LAID_OUT,
    PL_JSON_INLINE,  /* all that is inside is inline too */
    PL_JSON_COMPACT, /* inline without blanks, and so is all that is inside */
};

struct pl_json_writer {
    struct pl_buf *out;
    size_t depth;
    size_t inline_from; /* depth of the outermost inline one; 0: none */
    bool is_compact;    /* that one */
    bool has_members;   /* of the innermost open one */
    uint64_t is_array[PL_JSON_WRITER_DEPTH / 64]; /* a bit for each depth */
};

struct pl_json_writer pl_json_writer_to(struct pl_buf *out);

void pl_write_object(struct pl_json_writer *writer, const char *key,
                     enum pl_json_layout layout);
void pl_write_array(struct pl_json_writer *writer, const char *key,
                    enum pl_json_layout layout);
void pl_write_end(struct pl_json_writer *writer); /* of the innermost */

void pl_write_str(struct pl_json_writer *writer, const char *key, pl_str value);
void pl_write_text(struct pl_json_writer *writer, const char *key,
                   const char *value); /* terminated */
void pl_write_size(struct pl_json_writer *writer, const char *key,
                   size_t value);
void pl_write_bool(struct pl_json_writer *writer, const char *key, bool value);
void pl_write_null(struct pl_json_writer *writer, const char *key);

/* A value that is JSON already, as it stands. */
void pl_write_raw(struct pl_json_writer *writer, const char *key, pl_str json);

#endif
