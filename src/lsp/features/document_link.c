/* textDocument/documentLink: web addresses, and files beside the document. */
#include "base/buf.h"
#include "base/chars.h"
#include "lsp/features/features.h"
#include "lsp/request.h"
#include "plan/plan.h"

static bool has_scheme(pl_str address)
{
    size_t at = 0;
    while (at < address.len &&
           (pl_is_alnum(address.data[at]) || address.data[at] == '+' ||
            address.data[at] == '-' || address.data[at] == '.')) {
        at++;
    }
    return at > 1 && at < address.len && address.data[at] == ':' &&
           pl_is_letter(address.data[0]);
}

/* Of an address that names a file: beside the document. */
static pl_str beside(struct pl_arena *arena, const char *uri, pl_str address)
{
    struct pl_buf out = pl_buf_in(arena);
    pl_str document = pl_str_from(uri);
    size_t end = document.len;
    while (end > 0 && document.data[end - 1] != '/') {
        end--;
    }
    pl_buf_add(&out, pl_str_slice(document, 0, end));
    pl_buf_add(&out, address);
    return pl_buf_str(&out);
}

static bool is_of_address(char c)
{
    return !pl_is_space(c) && c != '<' && c != '>' && c != '"' && c != '`';
}

/* Without what Markdown has around it: "](address "title")". */
static struct pl_range address_in(pl_str text, struct pl_range range)
{
    static const pl_str opening = PL_STR("](");
    if (!pl_str_starts(pl_range_text(text, range), opening)) {
        return range;
    }
    struct pl_range inner = {range.start + 2, range.end};
    if (inner.end > inner.start && text.data[inner.end - 1] == ')') {
        inner.end--;
    }
    inner = pl_range_trim(text, inner);
    for (uint32_t at = inner.start; at < inner.end; at++) {
        if (pl_is_space(text.data[at])) {
            inner.end = at;
        }
    }
    return inner;
}

/* Empty: it leads nowhere that can be opened. What a Word file names lies in
 * the file. */
static pl_str target_of(struct pl_arena *arena, const struct pl_lsp_text *text,
                        pl_str address)
{
    static const pl_str web = PL_STR("www.");
    for (size_t i = 0; i < address.len; i++) {
        if (!is_of_address(address.data[i])) {
            return (pl_str){0};
        }
    }
    if (address.len == 0 || address.data[0] == '#' || has_scheme(address)) {
        return address.len > 0 && address.data[0] != '#' ? address
                                                         : (pl_str){0};
    }
    if (pl_str_starts(address, web)) {
        struct pl_buf out = pl_buf_in(arena);
        pl_buf_add_text(&out, "https://");
        pl_buf_add(&out, address);
        return pl_buf_str(&out);
    }
    return text->is_word ? (pl_str){0} : beside(arena, text->uri, address);
}

static void write_link(struct pl_lsp_request *request,
                       struct pl_lsp_revision *revision, struct pl_range range)
{
    const struct pl_plan *plan = pl_lsp_revision_plan(revision);
    struct pl_range address = address_in(plan->text, range);
    pl_str target = target_of(request->arena, pl_lsp_revision_text(revision),
                              pl_range_text(plan->text, address));
    if (target.len > 0) {
        pl_write_object(request->out, NULL, PL_JSON_COMPACT);
        pl_lsp_write_range(request->out, "range", revision, address);
        pl_write_str(request->out, "target", target);
        pl_write_end(request->out);
    }
}

void pl_lsp_document_link(struct pl_lsp_request *request)
{
    struct pl_lsp_revision *revision = pl_lsp_request_document(request);
    if (!revision) {
        return;
    }
    const struct pl_plan *plan = pl_lsp_revision_plan(revision);
    pl_write_array(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    for (uint32_t i = 0; i < plan->spans_count; i++) {
        if (plan->spans[i].kind == PL_SPAN_URL) {
            write_link(request, revision, plan->spans[i].range);
        }
    }
    pl_write_end(request->out);
}
