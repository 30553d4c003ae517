#include "lsp/transport/inbox.h"

#include <time.h>

#include "base/arena.h"
#include "lsp/message.h"

int64_t pl_lsp_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void pl_lsp_inbox_init(struct pl_lsp_inbox *inbox)
{
    *inbox = (struct pl_lsp_inbox){0};
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&inbox->mutex, NULL);
    pthread_cond_init(&inbox->arrived, &attributes);
    pthread_condattr_destroy(&attributes);
}

static void forget_all(struct pl_lsp_inbox *inbox)
{
    while (inbox->first) {
        struct pl_lsp_message *next = inbox->first->next;
        pl_lsp_message_free(inbox->first);
        inbox->first = next;
    }
    inbox->size = 0;
}

void pl_lsp_inbox_clear(struct pl_lsp_inbox *inbox)
{
    forget_all(inbox);
    pthread_mutex_destroy(&inbox->mutex);
    pthread_cond_destroy(&inbox->arrived);
}

static bool is_method(const struct pl_lsp_message *message, const char *method)
{
    return message->kind == PL_LSP_MESSAGE_NOTIFICATION &&
           pl_str_eq(message->method, pl_str_from(method));
}

static bool is_change(const struct pl_lsp_message *message)
{
    return is_method(message, "textDocument/didChange") ||
           is_method(message, "textDocument/didClose");
}

/* A request that is not there was answered before. */
static void cancel(struct pl_lsp_inbox *inbox, pl_str id)
{
    if (id.len == 0) {
        return;
    }
    if (pl_str_eq(inbox->answered, id)) {
        atomic_store(&inbox->answer_is_cancelled, true);
    }
    for (struct pl_lsp_message *it = inbox->first; it; it = it->next) {
        if (it->kind == PL_LSP_MESSAGE_REQUEST && pl_str_eq(it->id, id)) {
            it->is_cancelled = true;
        }
    }
}

/* What a message means for the work that is under way. */
static void interrupt(struct pl_lsp_inbox *inbox,
                      const struct pl_lsp_message *message)
{
    if (is_method(message, "$/cancelRequest")) {
        cancel(inbox, pl_json_raw(pl_json_get(message->params, "id")));
    }
    bool is_of_document =
        is_change(message) && inbox->analysed.len > 0 &&
        pl_str_eq(inbox->analysed, pl_lsp_message_uri(message));
    if (is_of_document || inbox->is_at_piece) {
        atomic_store(&inbox->analysis_is_cancelled, true);
    }
}

static size_t size_of(const struct pl_lsp_message *message)
{
    return pl_arena_used(message->arena);
}

static void append(struct pl_lsp_inbox *inbox, struct pl_lsp_message *message)
{
    if (inbox->first) {
        inbox->last->next = message;
    } else {
        inbox->first = message;
    }
    inbox->last = message;
    message->size = size_of(message);
    inbox->size += message->size;
}

void pl_lsp_inbox_put(struct pl_lsp_inbox *inbox,
                      struct pl_lsp_message *message)
{
    pthread_mutex_lock(&inbox->mutex);
    interrupt(inbox, message);
    append(inbox, message);
    pthread_cond_signal(&inbox->arrived);
    pthread_mutex_unlock(&inbox->mutex);
}

bool pl_lsp_inbox_has_room(struct pl_lsp_inbox *inbox)
{
    pthread_mutex_lock(&inbox->mutex);
    bool has_room = inbox->size < PL_LSP_INBOX_ROOM;
    pthread_mutex_unlock(&inbox->mutex);
    return has_room;
}

void pl_lsp_inbox_close(struct pl_lsp_inbox *inbox, bool at_once)
{
    pthread_mutex_lock(&inbox->mutex);
    inbox->is_closed = true;
    if (at_once) {
        atomic_store(&inbox->answer_is_cancelled, true);
        atomic_store(&inbox->analysis_is_cancelled, true);
        forget_all(inbox);
    }
    pthread_cond_signal(&inbox->arrived);
    pthread_mutex_unlock(&inbox->mutex);
}

static struct timespec as_time(int64_t milliseconds)
{
    return (struct timespec){.tv_sec = milliseconds / 1000,
                             .tv_nsec = milliseconds % 1000 * 1000000};
}

/* Until there is a message, the end, or no time left. */
static void wait(struct pl_lsp_inbox *inbox, int64_t until)
{
    struct timespec time = as_time(until);
    int status = 0;
    while (!inbox->first && !inbox->is_closed && status == 0) {
        status =
            until == PL_LSP_FOREVER
                ? pthread_cond_wait(&inbox->arrived, &inbox->mutex)
                : pthread_cond_timedwait(&inbox->arrived, &inbox->mutex, &time);
    }
}

enum pl_lsp_taken pl_lsp_inbox_take(struct pl_lsp_inbox *inbox, int64_t until,
                                    struct pl_lsp_message **message)
{
    pthread_mutex_lock(&inbox->mutex);
    wait(inbox, until);
    bool is_closed = inbox->is_closed;
    *message = inbox->first;
    if (*message) {
        inbox->first = (*message)->next;
        inbox->size -= (*message)->size;
    }
    pthread_mutex_unlock(&inbox->mutex);
    return *message    ? PL_LSP_TAKEN_MESSAGE
           : is_closed ? PL_LSP_TAKEN_END
                       : PL_LSP_TAKEN_NOTHING;
}

bool pl_lsp_inbox_begin_answer(struct pl_lsp_inbox *inbox,
                               const struct pl_lsp_message *message)
{
    pthread_mutex_lock(&inbox->mutex);
    inbox->answered = message->id;
    atomic_store(&inbox->answer_is_cancelled, message->is_cancelled);
    pthread_mutex_unlock(&inbox->mutex);
    return !message->is_cancelled;
}

bool pl_lsp_inbox_begin_analysis(struct pl_lsp_inbox *inbox, pl_str uri)
{
    pthread_mutex_lock(&inbox->mutex);
    bool is_idle = !inbox->first;
    inbox->analysed = uri;
    atomic_store(&inbox->analysis_is_cancelled, false);
    pthread_mutex_unlock(&inbox->mutex);
    return is_idle;
}

bool pl_lsp_inbox_begin_piece(struct pl_lsp_inbox *inbox)
{
    pthread_mutex_lock(&inbox->mutex);
    bool is_idle = !inbox->first;
    inbox->is_at_piece = is_idle;
    atomic_store(&inbox->analysis_is_cancelled, false);
    pthread_mutex_unlock(&inbox->mutex);
    return is_idle;
}

void pl_lsp_inbox_end_work(struct pl_lsp_inbox *inbox)
{
    pthread_mutex_lock(&inbox->mutex);
    inbox->answered = (pl_str){0};
    inbox->analysed = (pl_str){0};
    inbox->is_at_piece = false;
    pthread_mutex_unlock(&inbox->mutex);
}
