#include "lsp/server.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "lsp/features/semantic_tokens.h"
#include "lsp/index.h"
#include "lsp/job.h"
#include "lsp/settings.h"
#include "lsp/transport/outbox.h"
#include "lsp/transport/reader.h"
#include "lsp/trouble.h"
#include "lsp/word.h"
#include "lsp/workspace.h"

enum {
    PATIENCE = 3, /* seconds that the worker has to end */
    QUICK = 10,   /* milliseconds: a document that is checked so fast is checked
                     at each change */
    LONGEST_WAIT = 200,
    FRAME = 16, /* milliseconds in which nobody sees more than one change */
};

void pl_lsp_server_alarm(struct pl_lsp_server *server)
{
    uint64_t one = 1;
    (void)!write(server->alarm, &one, sizeof(one));
}

struct pl_lsp_letter *pl_lsp_notification(const char *method)
{
    struct pl_lsp_letter *letter = pl_lsp_letter_new();
    pl_write_text(&letter->out, "method", method);
    return letter;
}

void pl_lsp_send(struct pl_lsp_server *server, struct pl_lsp_letter *letter)
{
    pl_lsp_outbox_put(server->outbox, letter);
}

enum { LOGGED = 4 }; /* MessageType.Log */

/* Not every client reads what it does not know: a full pipe must not stop
 * us. */
static bool is_read(int file)
{
    struct pollfd writable = {.fd = file, .events = POLLOUT};
    return poll(&writable, 1, 0) == 1 && (writable.revents & POLLOUT);
}

void pl_lsp_log(struct pl_lsp_server *server, const char *format, ...)
{
    struct pl_error line; /* long enough */
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line.message, sizeof(line.message), format, arguments);
    va_end(arguments);
    if (is_read(STDERR_FILENO)) {
        dprintf(STDERR_FILENO, "planlint: %s\n", line.message);
    }
    if (server->is_traced) {
        struct pl_lsp_letter *letter = pl_lsp_notification("window/logMessage");
        pl_write_object(&letter->out, "params", PL_JSON_INLINE);
        pl_write_size(&letter->out, "type", LOGGED);
        pl_write_text(&letter->out, "message", line.message);
        pl_write_end(&letter->out);
        pl_lsp_send(server, letter);
    }
}

struct pl_lsp_scope pl_lsp_server_scope(struct pl_lsp_server *server,
                                        const struct pl_lsp_document *document)
{
    bool is_file = document->path[0] == '/';
    struct pl_lsp_subject subject = {
        .path = is_file ? document->path : NULL,
        .language_id = document->language_id,
        .is_shown_word = document->is_word,
    };
    struct pl_lsp_scope scope = pl_lsp_scope_of(server->workspace, &subject);
    if (document->view == PL_WORD_VIEW_MARKUP) {
        scope.is_checked = false; /* two texts at once */
    }
    return scope;
}

struct pl_lsp_revision *pl_lsp_server_revision(struct pl_lsp_server *server,
                                               struct pl_lsp_document *document)
{
    struct pl_lsp_scope scope = pl_lsp_server_scope(server, document);
    pl_lsp_word_look(server, document);
    struct pl_lsp_revision *revision =
        pl_lsp_document_revision(document, &scope, server->client.unit);
    pl_lsp_word_check(server, document);
    return revision;
}

struct pl_lsp_revision *pl_lsp_server_find(struct pl_lsp_server *server,
                                           pl_str uri)
{
    struct pl_lsp_document *document =
        pl_lsp_documents_find(&server->documents, uri);
    bool is_plan = document && pl_lsp_server_scope(server, document).is_plan;
    return is_plan ? pl_lsp_server_revision(server, document) : NULL;
}

/* About as long as the work takes, so that a large document is not checked in
 * vain while somebody types. */
static int64_t due_after_change(struct pl_lsp_server *server,
                                const struct pl_lsp_document *document)
{
    int64_t set = pl_lsp_server_scope(server, document).settings->debounce;
    if (set != PL_LSP_ADAPTIVE) {
        return pl_lsp_now() + set;
    }
    int64_t delay = document->cost < QUICK          ? 0
                    : document->cost > LONGEST_WAIT ? LONGEST_WAIT
                                                    : document->cost;
    int64_t due = pl_lsp_now() + delay;
    return due < document->told + FRAME ? document->told + FRAME : due;
}

void pl_lsp_server_make_due(struct pl_lsp_server *server,
                            struct pl_lsp_document *document, bool at_once)
{
    document->is_due = true;
    document->due = at_once ? pl_lsp_now() : due_after_change(server, document);
    if (document->due < server->settings_due) {
        document->due = server->settings_due;
    }
}

void pl_lsp_server_make_all_due(struct pl_lsp_server *server)
{
    for (struct pl_lsp_document *it = server->documents.first; it;
         it = it->next) {
        it->is_dirty = true;
        it->has_old_rules = true;
        pl_lsp_server_make_due(server, it, true);
    }
}

static void init(struct pl_lsp_server *server)
{
    *server = (struct pl_lsp_server){
        .arena = pl_arena_new(),
        .workspace = pl_lsp_workspace_new(),
        .index = pl_lsp_index_new(),
        .troubles = pl_lsp_troubles_new(),
        .alarm = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK),
        .tokens = pl_lsp_token_memory_new(),
    };
    pl_lsp_inbox_init(&server->inbox);
}

static void clear(struct pl_lsp_server *server)
{
    pl_lsp_jobs_clear(server);
    pl_lsp_documents_clear(&server->documents);
    pl_lsp_index_free(server->index);
    pl_lsp_workspace_free(server->workspace);
    pl_lsp_troubles_free(server->troubles);
    pl_lsp_inbox_clear(&server->inbox);
    pl_lsp_token_memory_free(server->tokens);
    close(server->alarm);
    pl_arena_free(server->arena);
}

static void on_broken(void *context)
{
    struct pl_lsp_server *server = context;
    atomic_store(&server->is_over, true);
    pl_lsp_server_alarm(server);
}

static bool ends_soon(pthread_t worker)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += PATIENCE;
    return pthread_timedjoin_np(worker, NULL, &until) == 0;
}

/* Whatever the worker and the writer are at, the process ends; but neither is
 * waited for without end. */
static bool run(struct pl_lsp_server *server, int in)
{
    pthread_t worker;
    if (pthread_create(&worker, NULL, pl_lsp_work, server) != 0) {
        return false;
    }
    struct pl_lsp_reader reader = {.file = in,
                                   .alarm = server->alarm,
                                   .parent = &server->parent,
                                   .is_over = &server->is_over,
                                   .inbox = &server->inbox};
    enum pl_lsp_reader_end end = pl_lsp_reader_run(&reader);
    pl_lsp_inbox_close(&server->inbox, end != PL_LSP_READER_AT_END);
    if (!ends_soon(worker) || !pl_lsp_outbox_finish(server->outbox)) {
        _exit(EXIT_FAILURE);
    }
    return server->ended_well;
}

int pl_lsp_serve(int in, int out)
{
    struct pl_lsp_server server;
    struct pl_error error;
    signal(SIGPIPE, SIG_IGN);
    init(&server);
    struct pl_lsp_outbox_end end = {out, on_broken, &server};
    bool ok = pl_lsp_outbox_start(server.arena, end, &server.outbox, &error) &&
              run(&server, in);
    clear(&server);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
