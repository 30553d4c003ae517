/* semantic_tokens.h - what was last told of the tokens of each document, so
 * that the next answer can be the difference. */
#ifndef PLANLINT_LSP_FEATURES_SEMANTIC_TOKENS_H
#define PLANLINT_LSP_FEATURES_SEMANTIC_TOKENS_H

#include "base/str.h"

struct pl_lsp_token_memory;

struct pl_lsp_token_memory *pl_lsp_token_memory_new(void);
void pl_lsp_token_memory_free(struct pl_lsp_token_memory *memory);

/* Of a document that was closed. */
void pl_lsp_token_memory_forget(struct pl_lsp_token_memory *memory, pl_str uri);

#endif
