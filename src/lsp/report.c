#include "lsp/report.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/hash.h"
#include "lsp/diagnostic.h"
#include "lsp/revision.h"

static const pl_str nothing = PL_STR("[]");

static void name(struct pl_lsp_report *report)
{
    snprintf(report->id, sizeof(report->id), "%016" PRIx64,
             pl_hash_bytes(report->items.data, report->items.len));
}

bool pl_lsp_report_make(struct pl_arena *arena,
                        const struct pl_lsp_client *client,
                        struct pl_lsp_revision *revision,
                        const atomic_bool *cancel, struct pl_lsp_report *report)
{
    const struct pl_lint_result *result =
        pl_lsp_revision_findings(revision, cancel);
    if (!result && !pl_lsp_revision_error(revision)) {
        return false;
    }
    struct pl_buf text = pl_buf_in(arena);
    struct pl_json_writer out = pl_json_writer_to(&text);
    struct pl_lsp_diagnostics to = {arena, client, &out};
    pl_lsp_write_diagnostics(&to, NULL, revision, result);
    report->items = pl_buf_str(&text);
    name(report);
    return true;
}

struct pl_lsp_report pl_lsp_report_empty(void)
{
    struct pl_lsp_report report = {.items = nothing};
    name(&report);
    return report;
}

void pl_lsp_report_write(struct pl_json_writer *out,
                         const struct pl_lsp_report *report, pl_str previous)
{
    bool is_known = pl_str_eq(previous, pl_str_from(report->id));
    pl_write_text(out, "kind", is_known ? "unchanged" : "full");
    pl_write_text(out, "resultId", report->id);
    if (!is_known) {
        pl_write_raw(out, "items", report->items);
    }
}
