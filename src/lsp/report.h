/* report.h - the findings of a document as one who asks for them gets them:
 * with a name for what they are, by which the next answer may be "unchanged".
 * Source: DocumentDiagnosticReport in the Language Server Protocol 3.17. */
#ifndef PLANLINT_LSP_REPORT_H
#define PLANLINT_LSP_REPORT_H

#include <stdatomic.h>
#include <stdbool.h>

#include "base/attr.h"
#include "base/str.h"
#include "report/json_writer.h"

struct pl_arena;
struct pl_lsp_client;
struct pl_lsp_revision;

enum { PL_LSP_RESULT_ID = 17 }; /* bytes, with the NUL */

struct pl_lsp_report {
    pl_str items; /* Diagnostic[], as JSON */
    char id[PL_LSP_RESULT_ID];
};

/* In the arena; false when `cancel` (may be NULL) became true before. */
PL_MUST_CHECK bool pl_lsp_report_make(struct pl_arena *arena,
                                      const struct pl_lsp_client *client,
                                      struct pl_lsp_revision *revision,
                                      const atomic_bool *cancel,
                                      struct pl_lsp_report *report);

/* That of a document of which nothing is to be said. */
struct pl_lsp_report pl_lsp_report_empty(void);

/* Writes the members of a report into an object that is open. `previous`: the
 * id that the client has, or empty. */
void pl_lsp_report_write(struct pl_json_writer *out,
                         const struct pl_lsp_report *report, pl_str previous);

#endif
