/* job.h - an answer that takes long, given piece by piece.
 *
 * Between two pieces everything else is done that waits: an editor never waits
 * for a job longer than for one piece of it. */
#ifndef PLANLINT_LSP_JOB_H
#define PLANLINT_LSP_JOB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "lsp/bar.h"
#include "lsp/transport/letter.h"

struct pl_arena;
struct pl_lsp_job;
struct pl_lsp_request;
struct pl_lsp_server;

enum pl_lsp_progress {
    PL_LSP_MORE,
    PL_LSP_WAIT, /* until pl_lsp_jobs_wake() */
    PL_LSP_DONE, /* the answer is written; nothing written means null */
};

/* One piece. `job->arena` is the place for what it keeps. */
typedef enum pl_lsp_progress pl_lsp_step(struct pl_lsp_server *server,
                                         struct pl_lsp_job *job);

struct pl_lsp_job {
    struct pl_lsp_job *next;
    struct pl_arena *arena; /* its own */
    pl_str id;              /* of the request, as it is written */
    struct pl_lsp_letter *letter;
    size_t empty; /* bytes of the letter before the result */
    pl_lsp_step *step;
    void *state;           /* of the step, in the arena */
    struct pl_lsp_bar bar; /* for the step to use; ends with the job */
    bool waits;
};

/* Lets a job answer a request instead of its handler, which has written
 * nothing yet. `state` is for the caller to set; `title` is that of the bar. */
struct pl_lsp_job *pl_lsp_job_begin(struct pl_lsp_request *request,
                                    pl_lsp_step *step, const char *title);

/* For the worker: a job that a handler has begun goes on with this letter. */
void pl_lsp_job_take(struct pl_lsp_server *server, struct pl_lsp_job *job,
                     pl_str id, struct pl_lsp_letter *letter);

/* Whether there is a piece to be done, and doing it. */
bool pl_lsp_jobs_are_ready(const struct pl_lsp_server *server);
void pl_lsp_jobs_step(struct pl_lsp_server *server);

/* Something has changed that a job may wait for. */
void pl_lsp_jobs_wake(struct pl_lsp_server *server);

/* All requests that wait are answered as cancelled. */
void pl_lsp_jobs_cancel(struct pl_lsp_server *server);

/* Without an answer. */
void pl_lsp_jobs_clear(struct pl_lsp_server *server);

#endif
