/* publish.h - findings that are told without being asked for. */
#ifndef PLANLINT_LSP_FEATURES_PUBLISH_H
#define PLANLINT_LSP_FEATURES_PUBLISH_H

struct pl_lsp_document;
struct pl_lsp_server;

/* Tells the client what is found in a document as it is now, unless it changes
 * meanwhile: then its findings stay due. Nothing is told to a client that asks
 * for findings, which would show them twice. */
void pl_lsp_publish(struct pl_lsp_server *server,
                    struct pl_lsp_document *document);

/* Takes back what was told of a document that is closed or not checked. */
void pl_lsp_publish_nothing(struct pl_lsp_server *server,
                            struct pl_lsp_document *document);

#endif
