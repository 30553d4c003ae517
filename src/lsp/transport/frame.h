/* frame.h - from a stream of bytes to the messages in it.
 *
 * A message is a header, an empty line and as many bytes as the header's
 * Content-Length says. Names are read in any case, with or without a space
 * after the colon; lines may end in LF alone; other headers are ignored. What
 * is no header is stepped over, so that after a bad length or garbage the next
 * header is found again, even in the middle of a line. Memory grows with the
 * bytes that came, not with what a header promises. */
#ifndef PLANLINT_LSP_TRANSPORT_FRAME_H
#define PLANLINT_LSP_TRANSPORT_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct pl_arena;

enum { PL_LSP_FRAME_MAX = 256 * 1024 * 1024 }; /* bytes of a message */

struct pl_lsp_frame {
    struct pl_arena *arena; /* its own */
    char *bytes;
    size_t from; /* what stands before is read */
    size_t len;
    size_t cap;

    bool has_length; /* a header that counts was read */
    size_t length;   /* bytes */
    bool in_message; /* all headers were read */
};

void pl_lsp_frame_init(struct pl_lsp_frame *frame);
void pl_lsp_frame_clear(struct pl_lsp_frame *frame);

/* Room for bytes that come next, and how much; then add what was filled. */
char *pl_lsp_frame_room(struct pl_lsp_frame *frame, size_t *size);
void pl_lsp_frame_add(struct pl_lsp_frame *frame, size_t filled);

/* The next whole message, borrowed until more room is asked for; false: more
 * bytes are needed. */
bool pl_lsp_frame_next(struct pl_lsp_frame *frame, pl_str *message);

#endif
