/* trouble.h - what is wrong in configurations and own rules, shown in their
 * files and, once, in a message. */
#ifndef PLANLINT_LSP_TROUBLE_H
#define PLANLINT_LSP_TROUBLE_H

#include "base/error.h"

struct pl_lsp_server;
struct pl_lsp_troubles;

/* What the client was told; to be freed. */
struct pl_lsp_troubles *pl_lsp_troubles_new(void);
void pl_lsp_troubles_free(struct pl_lsp_troubles *troubles);

/* Tells the client what is wrong now that it does not know, and takes back
 * what is not any more. */
void pl_lsp_troubles_tell(struct pl_lsp_server *server);

/* A message for the person at the editor: that something is wrong. */
void pl_lsp_show_error(struct pl_lsp_server *server,
                       const struct pl_error *error);

#endif
