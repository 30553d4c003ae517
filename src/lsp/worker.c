/* The worker: messages one by one and, when none waits, findings that are due
 * and pieces of jobs. */
#include <limits.h>

#include "base/arena.h"
#include "lsp/features/publish.h"
#include "lsp/job.h"
#include "lsp/message.h"
#include "lsp/method.h"
#include "lsp/server.h"

static const pl_str no_id = PL_STR("null");

static struct pl_lsp_letter *new_answer(pl_str id)
{
    struct pl_lsp_letter *letter = pl_lsp_letter_new();
    pl_write_raw(&letter->out, "id", id.len > 0 ? id : no_id);
    return letter;
}

void pl_lsp_refuse(struct pl_lsp_server *server, pl_str id, int code,
                   const char *what)
{
    struct pl_lsp_letter *letter = new_answer(id);
    const char *number = pl_arena_printf(letter->arena, "%d", code);
    pl_write_object(&letter->out, "error", PL_JSON_INLINE);
    pl_write_raw(&letter->out, "code", pl_str_from(number));
    pl_write_text(&letter->out, "message", what);
    pl_write_end(&letter->out);
    pl_lsp_send(server, letter);
}

/* Whether the state of the server allows a request; else says why not. */
static bool may_ask(const struct pl_lsp_server *server, pl_str method,
                    enum pl_lsp_code *code, const char **what)
{
    bool begins = pl_str_eq(method, (pl_str)PL_STR("initialize"));
    *code = PL_LSP_INVALID_REQUEST;
    switch (server->state) {
    case PL_LSP_NEW:
        *code = PL_LSP_NOT_INITIALIZED;
        *what = "\"initialize\" must come first";
        return begins;
    case PL_LSP_RUNNING:
        *what = "\"initialize\" came before";
        return !begins;
    case PL_LSP_SHUT_DOWN:
    case PL_LSP_ENDED:
    default:
        *what = "the server was shut down";
        return false;
    }
}

static bool are_params(struct pl_json params)
{
    enum pl_json_kind kind = pl_json_kind(params);
    return kind == PL_JSON_NOTHING || kind == PL_JSON_NULL ||
           kind == PL_JSON_OBJECT || kind == PL_JSON_ARRAY;
}

/* What the handler wrote is sent, or null when it wrote nothing, unless it
 * failed. */
static void send_answer(struct pl_lsp_server *server,
                        const struct pl_lsp_request *request, pl_str id,
                        struct pl_lsp_letter *letter, size_t empty)
{
    if (atomic_load(request->cancel)) {
        pl_lsp_refuse(server, id, PL_LSP_CANCELLED, "cancelled");
    } else if (request->code != 0) {
        pl_lsp_refuse(server, id, (int)request->code, request->message);
    } else {
        if (letter->text.len == empty) {
            pl_write_null(&letter->out, PL_LSP_RESULT);
        }
        pl_lsp_send(server, letter);
        return;
    }
    pl_lsp_letter_free(letter);
}

static void handle(struct pl_lsp_server *server,
                   const struct pl_lsp_message *message,
                   pl_lsp_handler *handler)
{
    struct pl_lsp_letter *letter = new_answer(message->id);
    size_t empty = letter->text.len;
    struct pl_lsp_request request = {
        .server = server,
        .find = pl_lsp_server_find,
        .client = &server->client,
        .tokens = server->tokens,
        .arena = message->arena,
        .params = message->params,
        .out = &letter->out,
        .cancel = &server->inbox.answer_is_cancelled,
    };
    if (are_params(message->params)) {
        handler(&request);
    } else {
        pl_lsp_fail(&request, PL_LSP_INVALID_PARAMS,
                    "\"params\" must be an object or an array");
    }
    if (request.job) {
        pl_lsp_job_take(server, request.job, message->id, letter);
        return;
    }
    send_answer(server, &request, message->id, letter, empty);
}

static void take_request(struct pl_lsp_server *server,
                         const struct pl_lsp_message *message)
{
    enum pl_lsp_code code;
    const char *what;
    pl_lsp_handler *handler = pl_lsp_handler_of(message->method);
    if (!may_ask(server, message->method, &code, &what)) {
        pl_lsp_refuse(server, message->id, (int)code, what);
    } else if (!handler) {
        pl_lsp_refuse(server, message->id, PL_LSP_METHOD_NOT_FOUND,
                      "this method is not known");
    } else if (!pl_lsp_inbox_begin_answer(&server->inbox, message)) {
        pl_lsp_refuse(server, message->id, PL_LSP_CANCELLED, "cancelled");
    } else {
        handle(server, message, handler);
    }
    pl_lsp_inbox_end_work(&server->inbox);
}

static void take_notification(struct pl_lsp_server *server,
                              struct pl_lsp_message *message)
{
    pl_lsp_listener *listener = pl_lsp_listener_of(message->method);
    bool is_heard = server->state == PL_LSP_RUNNING || listener == pl_lsp_exit;
    if (listener && is_heard) {
        listener(server, message);
    }
}

static void take(struct pl_lsp_server *server, struct pl_lsp_message *message)
{
    switch (message->kind) {
    case PL_LSP_MESSAGE_REQUEST:
        take_request(server, message);
        break;
    case PL_LSP_MESSAGE_NOTIFICATION:
        take_notification(server, message);
        break;
    case PL_LSP_MESSAGE_RESPONSE:
        pl_lsp_question_answer(server, message->id, message->result);
        break;
    case PL_LSP_MESSAGE_WRONG:
        pl_lsp_refuse(server, message->id, message->code, message->what);
        break;
    }
    pl_lsp_message_free(message);
}

/* The document whose findings are due first, or NULL. */
static struct pl_lsp_document *next_due(const struct pl_lsp_server *server)
{
    struct pl_lsp_document *first = NULL;
    for (struct pl_lsp_document *it = server->documents.first; it;
         it = it->next) {
        if (it->is_due && (!first || it->due < first->due)) {
            first = it;
        }
    }
    return first;
}

/* When there will be something to do; PL_LSP_FOREVER: not of itself. */
static int64_t next_time(const struct pl_lsp_server *server,
                         const struct pl_lsp_document *due)
{
    return pl_lsp_jobs_are_ready(server) ? 0 : due ? due->due : PL_LSP_FOREVER;
}

/* Findings that are due go before jobs. */
static void use_time(struct pl_lsp_server *server, struct pl_lsp_document *due)
{
    if (due && due->due <= pl_lsp_now()) {
        pl_lsp_publish(server, due);
    } else {
        pl_lsp_jobs_step(server);
    }
}

/* What is due is published when the client ends, too: it may have been a
 * file. */
static void work(struct pl_lsp_server *server)
{
    bool is_open = true;
    while (server->state != PL_LSP_ENDED && is_open) {
        struct pl_lsp_message *message;
        struct pl_lsp_document *due = next_due(server);
        switch (pl_lsp_inbox_take(&server->inbox, next_time(server, due),
                                  &message)) {
        case PL_LSP_TAKEN_MESSAGE:
            take(server, message);
            break;
        case PL_LSP_TAKEN_NOTHING:
            use_time(server, due);
            break;
        case PL_LSP_TAKEN_END:
            is_open = due && server->state == PL_LSP_RUNNING;
            if (is_open) {
                pl_lsp_publish(server, due);
                due->is_due = false;
            }
            break;
        }
    }
}

void *pl_lsp_work(void *context)
{
    struct pl_lsp_server *server = context;
    work(server);
    atomic_store(&server->is_over, true);
    pl_lsp_server_alarm(server);
    return NULL;
}
