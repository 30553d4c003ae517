/* server.h - the language server: one process for one client.
 *
 * Three threads. The first reads the client's bytes and puts messages into the
 * inbox; the worker takes them out one by one, and everything below belongs to
 * it alone; the writer sends what is in the outbox. So a message is read while
 * another one is worked on, and work that nobody waits for any more is broken
 * off. */
#ifndef PLANLINT_LSP_SERVER_H
#define PLANLINT_LSP_SERVER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "lsp/client.h"
#include "lsp/document.h"
#include "lsp/question.h"
#include "lsp/scope.h"
#include "lsp/transport/inbox.h"
#include "lsp/transport/letter.h"

struct pl_arena;
struct pl_lsp_index;
struct pl_lsp_job;
struct pl_lsp_outbox;
struct pl_lsp_token_memory;
struct pl_lsp_troubles;
struct pl_lsp_workspace;

enum pl_lsp_state {
    PL_LSP_NEW, /* waits for `initialize` */
    PL_LSP_RUNNING,
    PL_LSP_SHUT_DOWN, /* waits for `exit` */
    PL_LSP_ENDED,
};

struct pl_lsp_server {
    struct pl_arena *arena;
    enum pl_lsp_state state;
    bool ended_well; /* shutdown came before exit */
    struct pl_lsp_client client;
    struct pl_lsp_documents documents;
    struct pl_lsp_questions questions;
    struct pl_lsp_job *jobs; /* in their order */
    struct pl_lsp_token_memory *tokens;
    struct pl_lsp_workspace *workspace;
    struct pl_lsp_index *index;       /* of the plans in it that are not open */
    struct pl_lsp_troubles *troubles; /* with configurations */
    bool is_ready;        /* `initialized` came: the client may be asked */
    int64_t settings_due; /* until then findings wait for the settings that
                             the client was asked for; as pl_lsp_now() */
    pl_str watched;       /* files, as they were asked for */
    bool is_traced;       /* the client wants to see the log */

    struct pl_lsp_inbox inbox;
    struct pl_lsp_outbox *outbox;
    int alarm;              /* wakes the reader: an eventfd */
    _Atomic int64_t parent; /* the process to end with; 0: none is known */
    atomic_bool is_over;    /* the reader is to stop */
};

/* Serves the client at two open files until it is done; returns the status
 * that the process is to end with. */
int pl_lsp_serve(int in, int out);

/* The worker, for pthread_create(); takes the server. */
void *pl_lsp_work(void *context);

/* What the reader is to know: it stops waiting and looks. */
void pl_lsp_server_alarm(struct pl_lsp_server *server);

/* A notification to the client: write its "params", then send it. */
struct pl_lsp_letter *pl_lsp_notification(const char *method);
void pl_lsp_send(struct pl_lsp_server *server, struct pl_lsp_letter *letter);

/* Answers a request with an error; an empty id is null. */
void pl_lsp_refuse(struct pl_lsp_server *server, pl_str id, int code,
                   const char *what);

/* For people: to standard error, and to the client when it traces. */
void pl_lsp_log(struct pl_lsp_server *server, const char *format, ...)
    PL_PRINTF(2, 3);

/* What counts for a document. */
struct pl_lsp_scope pl_lsp_server_scope(struct pl_lsp_server *server,
                                        const struct pl_lsp_document *document);

/* The document as it is now. */
struct pl_lsp_revision *
pl_lsp_server_revision(struct pl_lsp_server *server,
                       struct pl_lsp_document *document);

/* The same of the open document of a URI; NULL: it is not open, or no plan. */
struct pl_lsp_revision *pl_lsp_server_find(struct pl_lsp_server *server,
                                           pl_str uri);

/* The findings of a document are to be published, soon or at once. */
void pl_lsp_server_make_due(struct pl_lsp_server *server,
                            struct pl_lsp_document *document, bool at_once);

/* All open documents are to be looked at anew: rules or settings changed. */
void pl_lsp_server_make_all_due(struct pl_lsp_server *server);

#endif
