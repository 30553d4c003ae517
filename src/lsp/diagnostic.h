/* diagnostic.h - findings as diagnostics of the protocol. */
#ifndef PLANLINT_LSP_DIAGNOSTIC_H
#define PLANLINT_LSP_DIAGNOSTIC_H

#include "report/json_writer.h"

struct pl_arena;
struct pl_lint_result;
struct pl_lsp_client;
struct pl_lsp_revision;

/* For whom, and with what for scratch. */
struct pl_lsp_diagnostics {
    struct pl_arena *arena;
    const struct pl_lsp_client *client;
    struct pl_json_writer *out;
};

/* Writes a Diagnostic[]: the findings of a document or, where its text cannot
 * be read (`result` is NULL), why. */
void pl_lsp_write_diagnostics(const struct pl_lsp_diagnostics *to,
                              const char *key, struct pl_lsp_revision *revision,
                              const struct pl_lint_result *result);

#endif
