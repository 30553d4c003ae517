/* word.h - Word files that editors show: what is done when they change. */
#ifndef PLANLINT_LSP_WORD_H
#define PLANLINT_LSP_WORD_H

struct pl_lsp_document;
struct pl_lsp_server;

/* Looks whether the file of a document has changed, if it shows one: then the
 * document is to be read anew, and the editor to show it anew. */
void pl_lsp_word_look(struct pl_lsp_server *server,
                      struct pl_lsp_document *document);

/* The same for all that are open. */
void pl_lsp_word_look_at_all(struct pl_lsp_server *server);

/* An editor that shows something else than the file has is asked to show it
 * anew, once for each state of the file. */
void pl_lsp_word_check(struct pl_lsp_server *server,
                       struct pl_lsp_document *document);

#endif
