/* letter.h - a message on its way out, while it is written and queued. */
#ifndef PLANLINT_LSP_TRANSPORT_LETTER_H
#define PLANLINT_LSP_TRANSPORT_LETTER_H

#include "base/buf.h"
#include "base/str.h"
#include "report/json_writer.h"

struct pl_arena;

struct pl_lsp_letter {
    struct pl_arena *arena; /* holds all of it, and is its own */
    struct pl_buf text;
    struct pl_json_writer out; /* the members of the message */
    pl_str topic; /* one that still waits is replaced by a newer one of the
                     same topic; empty: never */
    struct pl_lsp_letter *next;
};

/* With "jsonrpc" written and the object left open. */
struct pl_lsp_letter *pl_lsp_letter_new(void);
void pl_lsp_letter_free(struct pl_lsp_letter *letter); /* takes NULL */

#endif
