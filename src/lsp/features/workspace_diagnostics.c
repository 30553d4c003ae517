/* workspace/diagnostic: the findings of all plans in the folders that are open,
 * but for those that are open themselves, which the client asks for one by one.
 *
 * A client that takes results in parts gets each when it is there, and then an
 * answer; when there is nothing new for it, the answer waits until something
 * changes. Others are answered at once. */
#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "lsp/features/features.h"
#include "lsp/index.h"
#include "lsp/job.h"
#include "lsp/report.h"
#include "lsp/server.h"

/* What the client has of a document. */
struct known {
    pl_str uri;   /* as the client writes it */
    pl_str id;    /* of the last report */
    bool is_seen; /* since the list was begun */
    bool is_told; /* in this answer */
};

struct asking {
    struct pl_arena *arena;
    struct pl_json_writer *out;
    struct pl_map *by_name; /* by URIs, decoded: indexes in `known` */
    PL_VEC(struct known) known;
    pl_str parts;    /* token for results in parts, JSON; empty: in one */
    uint32_t number; /* of the list */
    size_t at;       /* in the list */
    bool is_begun;   /* the answer is */
    bool has_news;
};

static struct known *known_of(struct asking *asking, pl_str uri)
{
    uint32_t next = (uint32_t)asking->known.len;
    pl_str name = pl_str_from(pl_lsp_document_name(asking->arena, uri));
    uint32_t at = pl_map_get_or_add(asking->by_name, name, next);
    if (at == next) {
        struct known *added = PL_VEC_PUSH(asking->arena, &asking->known);
        added->uri = pl_arena_copy(asking->arena, uri);
    }
    return &asking->known.items[at];
}

static void read_previous(struct asking *asking, struct pl_json params)
{
    struct pl_json list = pl_json_get(params, "previousResultIds");
    for (struct pl_json it = pl_json_first(list); it.item;
         it = pl_json_next(it)) {
        struct pl_error error;
        pl_str uri;
        pl_str id;
        if (pl_json_string(asking->arena, it, "uri", &uri, &error) &&
            pl_json_string(asking->arena, it, "value", &id, &error)) {
            known_of(asking, uri)->id = id;
        }
    }
}

static void begin_answer(struct asking *asking)
{
    if (!asking->is_begun) {
        pl_write_object(asking->out, PL_LSP_RESULT, PL_JSON_COMPACT);
        pl_write_array(asking->out, "items", PL_JSON_COMPACT);
        asking->is_begun = true;
    }
}

static void write_item(struct pl_json_writer *out, const struct known *known,
                       const struct pl_lsp_report *report)
{
    pl_write_object(out, NULL, PL_JSON_COMPACT);
    pl_write_str(out, "uri", known->uri);
    pl_write_null(out, "version");
    pl_lsp_report_write(out, report, known->id);
    pl_write_end(out);
}

static void send_part(struct pl_lsp_server *server, const struct asking *asking,
                      const struct known *known,
                      const struct pl_lsp_report *report)
{
    struct pl_lsp_letter *letter = pl_lsp_notification("$/progress");
    struct pl_json_writer *out = &letter->out;
    pl_write_object(out, "params", PL_JSON_COMPACT);
    pl_write_raw(out, "token", asking->parts);
    pl_write_object(out, "value", PL_JSON_COMPACT);
    pl_write_array(out, "items", PL_JSON_COMPACT);
    write_item(out, known, report);
    pl_write_end(out);
    pl_write_end(out);
    pl_write_end(out);
    pl_lsp_send(server, letter);
}

/* What the client has already is only said again in an answer at once. */
static void tell(struct pl_lsp_server *server, struct asking *asking,
                 pl_str uri, const struct pl_lsp_report *report)
{
    struct known *known = known_of(asking, uri);
    bool is_same = pl_str_eq(known->id, pl_str_from(report->id));
    known->is_seen = true;
    if (asking->parts.len == 0 && !(known->is_told && is_same)) {
        begin_answer(asking);
        write_item(asking->out, known, report);
        known->is_told = true;
    } else if (!is_same) {
        send_part(server, asking, known, report);
        asking->has_news = true;
    }
    known->id = pl_arena_copy(asking->arena, pl_str_from(report->id));
}

/* Of documents that are not on the list any more nothing is to be seen. */
static void take_back(struct pl_lsp_server *server, struct asking *asking)
{
    struct pl_lsp_report empty = pl_lsp_report_empty();
    for (size_t i = 0; i < asking->known.len; i++) {
        struct known known = asking->known.items[i];
        bool is_gone = !known.is_seen &&
                       !pl_str_eq(known.id, pl_str_from(empty.id)) &&
                       !pl_lsp_documents_find(&server->documents, known.uri);
        if (is_gone) {
            tell(server, asking, known.uri, &empty);
        }
    }
}

static void begin_again(struct asking *asking, uint32_t number)
{
    asking->number = number;
    asking->at = 0;
    for (size_t i = 0; i < asking->known.len; i++) {
        asking->known.items[i].is_seen = false;
    }
}

static void look_at_next(struct pl_lsp_server *server, struct asking *asking)
{
    const struct pl_lsp_entry *entry = pl_lsp_index_read(server, asking->at);
    if (!entry) {
        return; /* something else came in between */
    }
    pl_str uri = pl_str_from(entry->uri);
    if (!pl_lsp_documents_find(&server->documents, uri)) {
        tell(server, asking, uri, &entry->report);
    }
    asking->at++;
}

static enum pl_lsp_progress finish(struct pl_lsp_server *server,
                                   struct asking *asking)
{
    take_back(server, asking);
    if (asking->parts.len > 0 && !asking->has_news) {
        begin_again(asking, asking->number);
        return PL_LSP_WAIT;
    }
    begin_answer(asking);
    pl_write_end(asking->out);
    pl_write_end(asking->out);
    return PL_LSP_DONE;
}

static enum pl_lsp_progress step(struct pl_lsp_server *server,
                                 struct pl_lsp_job *job)
{
    struct asking *asking = job->state;
    asking->out = &job->letter->out;
    if (pl_lsp_index_step(server)) {
        return PL_LSP_MORE;
    }
    if (asking->number != pl_lsp_index_number(server->index)) {
        begin_again(asking, pl_lsp_index_number(server->index));
    }
    size_t count = pl_lsp_index_count(server->index);
    if (asking->at < count) {
        look_at_next(server, asking);
        pl_lsp_bar_tell(server, &job->bar, asking->at, count);
        return PL_LSP_MORE;
    }
    return finish(server, asking);
}

void pl_lsp_workspace_diagnostic(struct pl_lsp_request *request)
{
    pl_lsp_index_begin(request->server);
    struct pl_lsp_job *job = pl_lsp_job_begin(request, step, "Checking plans");
    struct asking *asking = pl_arena_alloc(job->arena, sizeof(*asking));
    struct pl_json token = pl_json_get(request->params, "partialResultToken");
    asking->arena = job->arena;
    asking->by_name = pl_map_new(job->arena, 64);
    read_previous(asking, request->params);
    if (pl_json_kind(token) == PL_JSON_STRING ||
        pl_json_kind(token) == PL_JSON_NUMBER) {
        asking->parts = pl_arena_copy(job->arena, pl_json_raw(token));
    }
    job->state = asking;
}
