#include "lsp/job.h"

#include "base/arena.h"
#include "lsp/message.h"
#include "lsp/method.h"
#include "lsp/server.h"

struct pl_lsp_job *pl_lsp_job_begin(struct pl_lsp_request *request,
                                    pl_lsp_step *step, const char *title)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_lsp_job *job = pl_arena_alloc(arena, sizeof(*job));
    job->arena = arena;
    job->step = step;
    pl_lsp_bar_begin(&job->bar, arena, request->params, title);
    request->job = job;
    return job;
}

static void append(struct pl_lsp_server *server, struct pl_lsp_job *job)
{
    struct pl_lsp_job **link = &server->jobs;
    while (*link) {
        link = &(*link)->next;
    }
    *link = job;
    job->next = NULL;
}

void pl_lsp_job_take(struct pl_lsp_server *server, struct pl_lsp_job *job,
                     pl_str id, struct pl_lsp_letter *letter)
{
    job->id = pl_arena_copy(job->arena, id);
    job->letter = letter;
    job->empty = letter->text.len;
    append(server, job);
}

/* The first that has something to do. */
static struct pl_lsp_job *next_ready(const struct pl_lsp_server *server)
{
    struct pl_lsp_job *job = server->jobs;
    while (job && job->waits) {
        job = job->next;
    }
    return job;
}

bool pl_lsp_jobs_are_ready(const struct pl_lsp_server *server)
{
    return next_ready(server) != NULL;
}

static void unlink_job(struct pl_lsp_server *server,
                       const struct pl_lsp_job *job)
{
    struct pl_lsp_job **link = &server->jobs;
    while (*link != job) {
        link = &(*link)->next;
    }
    *link = job->next;
}

static void free_job(struct pl_lsp_server *server, struct pl_lsp_job *job)
{
    unlink_job(server, job);
    pl_lsp_bar_end(server, &job->bar);
    pl_lsp_letter_free(job->letter);
    pl_arena_free(job->arena);
}

static void send_answer(struct pl_lsp_server *server, struct pl_lsp_job *job)
{
    if (job->letter->text.len == job->empty) {
        pl_write_null(&job->letter->out, PL_LSP_RESULT);
    }
    pl_lsp_send(server, job->letter);
    job->letter = NULL;
}

static void cancel(struct pl_lsp_server *server, struct pl_lsp_job *job)
{
    pl_lsp_refuse(server, job->id, PL_LSP_CANCELLED, "cancelled");
    free_job(server, job);
}

void pl_lsp_jobs_step(struct pl_lsp_server *server)
{
    struct pl_lsp_job *job = next_ready(server);
    if (!job || !pl_lsp_inbox_begin_piece(&server->inbox)) {
        return;
    }
    switch (job->step(server, job)) {
    case PL_LSP_MORE: /* the next job has its turn */
        unlink_job(server, job);
        append(server, job);
        break;
    case PL_LSP_WAIT:
        job->waits = true;
        pl_lsp_bar_end(server, &job->bar);
        break;
    case PL_LSP_DONE:
        pl_lsp_bar_end(server, &job->bar);
        send_answer(server, job);
        free_job(server, job);
        break;
    }
    pl_lsp_inbox_end_work(&server->inbox);
}

void pl_lsp_jobs_wake(struct pl_lsp_server *server)
{
    for (struct pl_lsp_job *it = server->jobs; it; it = it->next) {
        if (it->waits) {
            it->waits = false;
            it->bar.since = pl_lsp_now();
        }
    }
}

void pl_lsp_jobs_cancel(struct pl_lsp_server *server)
{
    while (server->jobs) {
        cancel(server, server->jobs);
    }
}

void pl_lsp_jobs_clear(struct pl_lsp_server *server)
{
    while (server->jobs) {
        free_job(server, server->jobs);
    }
}

/* Requests that wait for their turn are cancelled by the reader. */
void pl_lsp_cancel_request(struct pl_lsp_server *server,
                           struct pl_lsp_message *message)
{
    pl_str id = pl_json_raw(pl_json_get(message->params, "id"));
    struct pl_lsp_job *job = server->jobs;
    while (job && !pl_str_eq(job->id, id)) {
        job = job->next;
    }
    if (job) {
        cancel(server, job);
    }
}
