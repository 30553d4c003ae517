/* message.h - one message of JSON-RPC 2.0, read.
 *
 * What clients send in practice is read as it is meant: bytes that are not
 * UTF-8 and halves of surrogate pairs become U+FFFD, "jsonrpc" may be missing.
 * An `id` is kept as it is written, so that no digit of it is lost. */
#ifndef PLANLINT_LSP_MESSAGE_H
#define PLANLINT_LSP_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/json.h"
#include "base/str.h"

struct pl_arena;

enum pl_lsp_message_kind {
    PL_LSP_MESSAGE_REQUEST,
    PL_LSP_MESSAGE_NOTIFICATION,
    PL_LSP_MESSAGE_RESPONSE, /* to a request of ours */
    PL_LSP_MESSAGE_WRONG,    /* to be answered with `code` and `what` */
};

struct pl_lsp_message {
    enum pl_lsp_message_kind kind;
    struct pl_arena *arena; /* holds all of it, and is its own */
    pl_str id;              /* as it is written: "7", "\"a\""; or empty */
    pl_str method;
    struct pl_json params; /* nothing when absent */
    struct pl_json result; /* of a response; nothing after a failure */
    int code;              /* of what is wrong */
    const char *what;

    /* For queues: */
    struct pl_lsp_message *next;
    size_t size; /* bytes */
    bool is_cancelled;
};

/* From the bytes of a frame, which are not needed after. */
struct pl_lsp_message *pl_lsp_message_read(pl_str bytes);
void pl_lsp_message_free(struct pl_lsp_message *message); /* takes NULL */

/* The value of params.textDocument.uri, or the empty string. */
pl_str pl_lsp_message_uri(const struct pl_lsp_message *message);

#endif
