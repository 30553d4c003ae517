/* configuration.h - what a client tells about folders, settings and files, and
 * what becomes of it. The settings of an editor are asked for where the client
 * answers; else those count that it sends. */
#ifndef PLANLINT_LSP_CONFIGURATION_H
#define PLANLINT_LSP_CONFIGURATION_H

#include "base/json.h"

struct pl_lsp_document;
struct pl_lsp_server;

/* Takes the folders and settings that come with `initialize`. */
void pl_lsp_configuration_begin(struct pl_lsp_server *server,
                                struct pl_json params);

/* Once the client is ready to be asked: asks for its settings, and to be told
 * of changes to settings and files. */
void pl_lsp_configuration_ask(struct pl_lsp_server *server);

/* Looks whether files have changed that rules are made from: not every client
 * says so. */
void pl_lsp_configuration_check(struct pl_lsp_server *server);

/* The same, and reads what counts for a document that was opened. */
void pl_lsp_configuration_visit(struct pl_lsp_server *server,
                                const struct pl_lsp_document *document);

/* The client asks anew for what it asks for: findings, lenses, tokens, hints.
 * Before it is ready it has nothing to ask for. */
void pl_lsp_configuration_refresh(struct pl_lsp_server *server);

#endif
