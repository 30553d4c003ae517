#include "text/writer.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

struct pl_writer pl_writer_in(struct pl_arena *arena, size_t capacity,
                              size_t file_start)
{
    struct pl_writer writer = {.arena = arena};
    writer.out = pl_arena_alloc(arena, capacity);
    pl_writer_origin(&writer, file_start);
    return writer;
}

void pl_writer_origin(struct pl_writer *writer, size_t file_start)
{
    struct pl_origin *added = PL_VEC_PUSH(writer->arena, &writer->origins);
    added->text_start = (uint32_t)writer->len;
    added->file_start = (uint32_t)file_start;
}

void pl_writer_copy(struct pl_writer *writer, pl_str s)
{
    if (s.len) {
        memcpy(writer->out + writer->len, s.data, s.len);
        writer->len += s.len;
    }
}

void pl_writer_code_point(struct pl_writer *writer, uint32_t code_point)
{
    writer->len += pl_utf8_encode(code_point, writer->out + writer->len);
}

struct pl_decoded pl_writer_done(const struct pl_writer *writer,
                                 enum pl_encoding encoding)
{
    return (struct pl_decoded){
        .text = {writer->out, writer->len},
        .encoding = encoding,
        .origins = writer->origins.items,
        .origin_count = writer->origins.len,
    };
}
