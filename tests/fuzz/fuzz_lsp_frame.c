/* Any bytes as a stream of messages: however they come in pieces, the same
 * messages are found, and memory grows with the bytes alone. */
#include "fuzz_support.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "lsp/message.h"
#include "lsp/transport/frame.h"

/* What a frame holds when nothing large is under way, at most. */
enum { ROOM = 4 * 1024 * 1024 };

/* All messages, a line for each, with its length. */
static void take_all(struct pl_lsp_frame *frame, struct pl_buf *out)
{
    pl_str message;
    while (pl_lsp_frame_next(frame, &message)) {
        REQUIRE(message.len > 0 && message.len <= PL_LSP_FRAME_MAX);
        pl_lsp_message_free(pl_lsp_message_read(message));
        pl_buf_addf(out, "%zu ", message.len);
        pl_buf_add(out, message);
        pl_buf_add_char(out, '\n');
    }
}

static void feed(struct pl_lsp_frame *frame, pl_str bytes, struct pl_buf *out)
{
    while (bytes.len > 0) {
        size_t size;
        char *room = pl_lsp_frame_room(frame, &size);
        REQUIRE(size > 0);
        size = size < bytes.len ? size : bytes.len;
        memcpy(room, bytes.data, size);
        pl_lsp_frame_add(frame, size);
        take_all(frame, out);
        bytes = pl_str_slice(bytes, size, bytes.len);
    }
}

/* In pieces of `step` bytes; 0: at once. */
static pl_str read_all(struct pl_arena *arena, pl_str bytes, size_t step)
{
    struct pl_lsp_frame frame;
    struct pl_buf out = pl_buf_in(arena);
    pl_lsp_frame_init(&frame);
    step = step ? step : bytes.len;
    for (size_t at = 0; at < bytes.len; at += step) {
        feed(&frame, pl_str_slice(bytes, at, at + step), &out);
        REQUIRE(frame.cap <= ROOM + 4 * bytes.len);
    }
    pl_lsp_frame_clear(&frame);
    return pl_buf_str(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pl_arena *arena = pl_arena_new();
    pl_str bytes = {(const char *)data, size};
    pl_str at_once = read_all(arena, bytes, 0);
    REQUIRE(pl_str_eq(at_once, read_all(arena, bytes, 1)));
    REQUIRE(pl_str_eq(at_once, read_all(arena, bytes, 7)));
    pl_arena_free(arena);
    return 0;
}
