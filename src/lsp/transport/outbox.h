/* outbox.h - what is to be written to the client, and the one thread that
 * writes it: a client that reads slowly stops nobody from reading. */
#ifndef PLANLINT_LSP_TRANSPORT_OUTBOX_H
#define PLANLINT_LSP_TRANSPORT_OUTBOX_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/error.h"

struct pl_arena;
struct pl_lsp_letter;
struct pl_lsp_outbox;

/* Letters that wait, in bytes, before who sends more has to wait, too. */
enum { PL_LSP_OUTBOX_ROOM = 64 * 1024 * 1024 };

/* Starts the thread. `on_broken` is called in it, once, when `file` cannot be
 * written to any more; letters are thrown away from then on. */
struct pl_lsp_outbox_end {
    int file;
    void (*on_broken)(void *context);
    void *context;
};
PL_MUST_CHECK bool pl_lsp_outbox_start(struct pl_arena *arena,
                                       struct pl_lsp_outbox_end end,
                                       struct pl_lsp_outbox **outbox,
                                       struct pl_error *error);

/* Closes the message and takes the letter over. */
void pl_lsp_outbox_put(struct pl_lsp_outbox *outbox,
                       struct pl_lsp_letter *letter);

/* Writes what waits, as long as that takes no more than some seconds; false
 * when it does: then the thread still runs, and the process is to end. */
PL_MUST_CHECK bool pl_lsp_outbox_finish(struct pl_lsp_outbox *outbox);

#endif
