/* writer.h - text being made from a file's bytes, with its origins. */
#ifndef PLANLINT_TEXT_WRITER_H
#define PLANLINT_TEXT_WRITER_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"
#include "text/decode.h"
#include "text/source.h"

struct pl_arena;

struct pl_writer {
    struct pl_arena *arena;
    char *out;
    size_t len;
    PL_VEC(struct pl_origin) origins;
};

/* Room for `capacity` bytes of text, which the caller must not exceed; its
 * first byte comes from `file_start`. */
struct pl_writer pl_writer_in(struct pl_arena *arena, size_t capacity,
                              size_t file_start);

/* What is written next comes from `file_start`. */
void pl_writer_origin(struct pl_writer *writer, size_t file_start);

/* The same, where the last origin is PL_ORIGIN_STEP bytes back or more. */
static inline void pl_writer_step(struct pl_writer *writer, size_t file_start)
{
    size_t last = writer->origins.items[writer->origins.len - 1].text_start;
    if (writer->len - last >= PL_ORIGIN_STEP) {
        pl_writer_origin(writer, file_start);
    }
}

void pl_writer_copy(struct pl_writer *writer, pl_str s);
void pl_writer_code_point(struct pl_writer *writer, uint32_t code_point);

static inline void pl_writer_byte(struct pl_writer *writer, char byte)
{
    writer->out[writer->len++] = byte;
}

struct pl_decoded pl_writer_done(const struct pl_writer *writer,
                                 enum pl_encoding encoding);

#endif
