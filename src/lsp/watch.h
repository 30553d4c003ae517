/* watch.h - asking a client to tell what changes: its settings, and files that
 * rules or the list of documents depend on. Source: "client/registerCapability"
 * in the Language Server Protocol 3.17. */
#ifndef PLANLINT_LSP_WATCH_H
#define PLANLINT_LSP_WATCH_H

struct pl_lsp_server;

void pl_lsp_watch_settings(struct pl_lsp_server *server);

/* All files that count now; asks only when these are others than before. */
void pl_lsp_watch(struct pl_lsp_server *server);

#endif
