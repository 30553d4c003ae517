#include "lsp/transport/frame.h"

#include <string.h>

#include "base/arena.h"
#include "base/chars.h"

enum {
    ROOM = 64 * 1024,
    LARGE = 1024 * 1024, /* so much memory is given back when it is read */
    LONGEST_LINE = 4096, /* of headers; of a longer one the end is kept */
    KEPT = 256,
};

static const pl_str length_name = PL_STR("content-length");

void pl_lsp_frame_init(struct pl_lsp_frame *frame)
{
    *frame = (struct pl_lsp_frame){.arena = pl_arena_new()};
}

void pl_lsp_frame_clear(struct pl_lsp_frame *frame)
{
    pl_arena_free(frame->arena);
    *frame = (struct pl_lsp_frame){0};
}

static void forget_bytes(struct pl_lsp_frame *frame)
{
    pl_arena_reset(frame->arena);
    frame->bytes = NULL;
    frame->cap = 0;
}

/* What is read makes room for what comes. */
static void move_to_front(struct pl_lsp_frame *frame)
{
    frame->len -= frame->from;
    if (frame->len == 0 && frame->cap > LARGE) {
        forget_bytes(frame);
    } else if (frame->from > 0) {
        memmove(frame->bytes, frame->bytes + frame->from, frame->len);
    }
    frame->from = 0;
}

char *pl_lsp_frame_room(struct pl_lsp_frame *frame, size_t *size)
{
    move_to_front(frame);
    if (frame->cap - frame->len < ROOM) {
        size_t cap = frame->cap ? frame->cap * 2 : 2 * (size_t)ROOM;
        frame->bytes =
            pl_arena_grow(frame->arena, frame->bytes, frame->cap, cap);
        frame->cap = cap;
    }
    *size = frame->cap - frame->len;
    return frame->bytes + frame->len;
}

void pl_lsp_frame_add(struct pl_lsp_frame *frame, size_t filled)
{
    frame->len += filled;
}

/* Where the name of the header stands last in a line: the rest of a message
 * that was refused may stand before it. */
static size_t find_length(pl_str line)
{
    for (size_t at = line.len; at-- > 0;) {
        pl_str here = pl_str_slice(line, at, at + length_name.len);
        if (pl_str_eq_ignore_case(here, length_name)) {
            return at;
        }
    }
    return PL_NOWHERE;
}

/* Of digits alone, at most PL_LSP_FRAME_MAX. */
static bool read_length(pl_str digits, size_t *length)
{
    *length = 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (!pl_is_digit(digits.data[i]) || *length > PL_LSP_FRAME_MAX) {
            return false;
        }
        *length = *length * 10 + (size_t)(digits.data[i] - '0');
    }
    return digits.len > 0 && *length <= PL_LSP_FRAME_MAX;
}

static void read_header(struct pl_lsp_frame *frame, pl_str line)
{
    size_t at = find_length(line);
    if (at == PL_NOWHERE) {
        return;
    }
    pl_str value =
        pl_str_trim(pl_str_slice(line, at + length_name.len, line.len));
    frame->has_length =
        value.len > 0 && value.data[0] == ':' &&
        read_length(pl_str_trim(pl_str_slice(value, 1, value.len)),
                    &frame->length);
}

/* Of a long line the end counts, however much of it came at once. */
static void read_line(struct pl_lsp_frame *frame, pl_str line)
{
    line = pl_str_slice(line, line.len > KEPT ? line.len - KEPT : 0, line.len);
    if (pl_str_trim(line).len > 0) {
        read_header(frame, line);
        return;
    }
    frame->in_message = frame->has_length && frame->length > 0;
    frame->has_length = false;
}

/* Reads headers until a message begins; false: more bytes are needed. */
static bool read_headers(struct pl_lsp_frame *frame)
{
    while (!frame->in_message) {
        pl_str rest = {frame->bytes + frame->from, frame->len - frame->from};
        size_t end = pl_str_find_char(rest, '\n', 0);
        if (end == PL_NOWHERE) {
            if (rest.len > LONGEST_LINE) {
                frame->from = frame->len - KEPT;
            }
            return false;
        }
        frame->from += end + 1;
        read_line(frame, pl_str_slice(rest, 0, end));
    }
    return true;
}

bool pl_lsp_frame_next(struct pl_lsp_frame *frame, pl_str *message)
{
    if (frame->len == frame->from || !read_headers(frame) ||
        frame->len - frame->from < frame->length) {
        return false;
    }
    *message = (pl_str){frame->bytes + frame->from, frame->length};
    frame->from += frame->length;
    frame->in_message = false;
    return true;
}
