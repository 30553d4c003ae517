/* bar.h - how far a long answer has come, shown by the editor. Source: "Work
 * Done Progress" in the Language Server Protocol 3.17. */
#ifndef PLANLINT_LSP_BAR_H
#define PLANLINT_LSP_BAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/json.h"
#include "base/str.h"

struct pl_arena;
struct pl_lsp_server;

struct pl_lsp_bar {
    pl_str token; /* JSON; empty: the client has given none */
    const char *title;
    int64_t since;
    size_t percent; /* that was told last */
    bool is_open;
};

/* With the token of a request, copied to the arena. A client that has given
 * none is shown a bar when the work takes longer than a moment and it can. */
void pl_lsp_bar_begin(struct pl_lsp_bar *bar, struct pl_arena *arena,
                      struct pl_json params, const char *title);

/* `done` of `all` is done. */
void pl_lsp_bar_tell(struct pl_lsp_server *server, struct pl_lsp_bar *bar,
                     size_t done, size_t all);

/* Takes the bar away, if there is one. */
void pl_lsp_bar_end(struct pl_lsp_server *server, struct pl_lsp_bar *bar);

#endif
