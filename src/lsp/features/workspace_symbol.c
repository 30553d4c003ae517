/* workspace/symbol: parts of plans by their names, in all documents that are
 * open or lie in the folders that are. */
#include "base/arena.h"
#include "base/chars.h"
#include "lsp/features/features.h"
#include "lsp/index.h"
#include "lsp/job.h"
#include "lsp/marks.h"
#include "lsp/server.h"

enum { MOST = 1000 }; /* symbols in an answer; a longer query finds the rest */

struct looking {
    struct pl_arena *arena;
    pl_str query;
    uint32_t number; /* of the list */
    size_t at;       /* in the list */
};

/* Where what is found is written. */
struct finding {
    struct pl_json_writer *out;
    pl_str query;
    bool are_paragraphs; /* the parts that are looked at now */
    size_t count;
};

/* Whether the query's characters stand in the name in their order, as editors
 * look for names; capitals and small letters are alike. */
static bool matches(pl_str name, pl_str query)
{
    size_t at = 0;
    for (size_t i = 0; i < name.len && at < query.len; i++) {
        at += pl_to_lower(name.data[i]) == pl_to_lower(query.data[at]);
    }
    return at == query.len;
}

static void write_symbol(struct pl_json_writer *out, const char *uri,
                         const struct pl_lsp_mark *mark)
{
    pl_write_object(out, NULL, PL_JSON_COMPACT);
    pl_write_str(out, "name", mark->name);
    pl_write_size(out, "kind", mark->kind);
    pl_write_object(out, "location", PL_JSON_COMPACT);
    pl_write_text(out, "uri", uri);
    pl_write_raw(out, "range", mark->range);
    pl_write_end(out);
    if (mark->container.len > 0) {
        pl_write_str(out, "containerName", mark->container);
    }
    pl_write_end(out);
}

static void find_in(struct finding *finding, const char *uri,
                    struct pl_lsp_marks marks)
{
    for (size_t i = 0; i < marks.count && finding->count < MOST; i++) {
        const struct pl_lsp_mark *mark = &marks.items[i];
        bool is_paragraph = mark->kind == PL_LSP_SYMBOL_STRING;
        if (is_paragraph == finding->are_paragraphs &&
            matches(mark->name, finding->query)) {
            write_symbol(finding->out, uri, mark);
            finding->count++;
        }
    }
}

static void find_in_open(struct pl_lsp_server *server, struct pl_arena *arena,
                         struct finding *finding)
{
    for (struct pl_lsp_document *it = server->documents.first; it;
         it = it->next) {
        if (pl_lsp_server_scope(server, it).is_plan) {
            struct pl_lsp_revision *revision =
                pl_lsp_server_revision(server, it);
            find_in(finding, it->uri, pl_lsp_marks_of(arena, revision));
        }
    }
}

static void find_in_others(struct pl_lsp_server *server,
                           struct finding *finding)
{
    for (size_t i = 0; i < pl_lsp_index_count(server->index); i++) {
        const struct pl_lsp_entry *entry = pl_lsp_index_at(server->index, i);
        pl_str uri = pl_str_from(entry->uri);
        if (!pl_lsp_documents_find(&server->documents, uri)) {
            find_in(finding, entry->uri, entry->marks);
        }
    }
}

/* Paragraphs come last: their names are mostly their first words. */
static void answer(struct pl_lsp_server *server, const struct looking *looking,
                   struct pl_json_writer *out)
{
    struct finding finding = {.out = out, .query = looking->query};
    pl_write_array(out, PL_LSP_RESULT, PL_JSON_COMPACT);
    for (size_t i = 0; i < 2; i++) {
        finding.are_paragraphs = i == 1;
        find_in_open(server, looking->arena, &finding);
        find_in_others(server, &finding);
    }
    pl_write_end(out);
}

static enum pl_lsp_progress step(struct pl_lsp_server *server,
                                 struct pl_lsp_job *job)
{
    struct looking *looking = job->state;
    if (pl_lsp_index_step(server)) {
        return PL_LSP_MORE;
    }
    if (looking->number != pl_lsp_index_number(server->index)) {
        looking->number = pl_lsp_index_number(server->index);
        looking->at = 0;
    }
    size_t count = pl_lsp_index_count(server->index);
    if (looking->at < count) {
        looking->at += pl_lsp_index_read(server, looking->at) != NULL;
        pl_lsp_bar_tell(server, &job->bar, looking->at, count);
        return PL_LSP_MORE;
    }
    answer(server, looking, &job->letter->out);
    return PL_LSP_DONE;
}

void pl_lsp_workspace_symbol(struct pl_lsp_request *request)
{
    struct pl_error error;
    pl_str query = {0};
    if (!pl_json_string_or(request->arena, request->params, "query", &query,
                           &error)) {
        pl_lsp_fail(request, PL_LSP_INVALID_PARAMS, "%s", error.message);
        return;
    }
    pl_lsp_index_begin(request->server);
    struct pl_lsp_job *job = pl_lsp_job_begin(request, step, "Reading plans");
    struct looking *looking = pl_arena_alloc(job->arena, sizeof(*looking));
    looking->arena = job->arena;
    looking->query = pl_arena_copy(job->arena, query);
    job->state = looking;
}
