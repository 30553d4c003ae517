#include "lsp/transport/outbox.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "lsp/transport/letter.h"

enum { PATIENCE = 3 }; /* seconds for a client that does not read */

struct pl_lsp_outbox {
    struct pl_lsp_outbox_end end;
    pthread_t thread;
    pthread_mutex_t mutex; /* of all below */
    pthread_cond_t changed;
    struct pl_lsp_letter *first;
    struct pl_lsp_letter *last;
    size_t size;      /* bytes that wait */
    bool is_finished; /* nothing more comes */
    bool is_broken;
};

static bool is_writable(int file)
{
    struct pollfd poll_for = {.fd = file, .events = POLLOUT};
    return poll(&poll_for, 1, -1) > 0 || errno == EINTR;
}

static bool write_all(int file, pl_str bytes)
{
    while (bytes.len > 0) {
        ssize_t written = write(file, bytes.data, bytes.len);
        bool may_go_on = written >= 0 || errno == EINTR ||
                         (errno == EAGAIN && is_writable(file));
        if (!may_go_on) {
            return false;
        }
        size_t done = written > 0 ? (size_t)written : 0;
        bytes = pl_str_slice(bytes, done, bytes.len);
    }
    return true;
}

static bool write_letter(int file, const struct pl_lsp_letter *letter)
{
    struct pl_buf frame = pl_buf_in(letter->arena);
    pl_buf_addf(&frame, "Content-Length: %zu\r\n\r\n", letter->text.len);
    pl_buf_add(&frame, pl_buf_str(&letter->text));
    return write_all(file, pl_buf_str(&frame));
}

/* NULL when nothing more comes. */
static struct pl_lsp_letter *take(struct pl_lsp_outbox *outbox)
{
    pthread_mutex_lock(&outbox->mutex);
    while (!outbox->first && !outbox->is_finished) {
        pthread_cond_wait(&outbox->changed, &outbox->mutex);
    }
    struct pl_lsp_letter *letter = outbox->first;
    if (letter) {
        outbox->first = letter->next;
        outbox->size -= letter->text.len;
        pthread_cond_broadcast(&outbox->changed);
    }
    pthread_mutex_unlock(&outbox->mutex);
    return letter;
}

static void break_off(struct pl_lsp_outbox *outbox)
{
    pthread_mutex_lock(&outbox->mutex);
    bool was_broken = outbox->is_broken;
    outbox->is_broken = true;
    pthread_cond_broadcast(&outbox->changed);
    pthread_mutex_unlock(&outbox->mutex);
    if (!was_broken) {
        outbox->end.on_broken(outbox->end.context);
    }
}

static void *run(void *context)
{
    struct pl_lsp_outbox *outbox = context;
    bool is_broken = false;
    struct pl_lsp_letter *letter;
    while ((letter = take(outbox))) {
        if (!is_broken && !write_letter(outbox->end.file, letter)) {
            is_broken = true;
            break_off(outbox);
        }
        pl_lsp_letter_free(letter);
    }
    return NULL;
}

bool pl_lsp_outbox_start(struct pl_arena *arena, struct pl_lsp_outbox_end end,
                         struct pl_lsp_outbox **outbox, struct pl_error *error)
{
    *outbox = pl_arena_alloc(arena, sizeof(**outbox));
    (*outbox)->end = end;
    pthread_mutex_init(&(*outbox)->mutex, NULL);
    pthread_cond_init(&(*outbox)->changed, NULL);
    return pthread_create(&(*outbox)->thread, NULL, run, *outbox) == 0 ||
           PL_FAIL(error, "a thread cannot be started");
}

/* Where a letter of the topic waits, or NULL. */
static struct pl_lsp_letter **find(struct pl_lsp_outbox *outbox, pl_str topic)
{
    struct pl_lsp_letter **link = &outbox->first;
    while (topic.len > 0 && *link) {
        if (pl_str_eq((*link)->topic, topic)) {
            return link;
        }
        link = &(*link)->next;
    }
    return NULL;
}

static void replace(struct pl_lsp_outbox *outbox, struct pl_lsp_letter **link,
                    struct pl_lsp_letter *letter)
{
    struct pl_lsp_letter *old = *link;
    letter->next = old->next;
    *link = letter;
    if (outbox->last == old) {
        outbox->last = letter;
    }
    outbox->size -= old->text.len;
    pl_lsp_letter_free(old);
}

static void append(struct pl_lsp_outbox *outbox, struct pl_lsp_letter *letter)
{
    if (outbox->first) {
        outbox->last->next = letter;
    } else {
        outbox->first = letter;
    }
    outbox->last = letter;
}

void pl_lsp_outbox_put(struct pl_lsp_outbox *outbox,
                       struct pl_lsp_letter *letter)
{
    pl_write_end(&letter->out);
    pthread_mutex_lock(&outbox->mutex);
    while (outbox->size > PL_LSP_OUTBOX_ROOM && !outbox->is_broken) {
        pthread_cond_wait(&outbox->changed, &outbox->mutex);
    }
    outbox->size += letter->text.len;
    struct pl_lsp_letter **older = find(outbox, letter->topic);
    if (older) {
        replace(outbox, older, letter);
    } else {
        append(outbox, letter);
    }
    pthread_cond_broadcast(&outbox->changed);
    pthread_mutex_unlock(&outbox->mutex);
}

bool pl_lsp_outbox_finish(struct pl_lsp_outbox *outbox)
{
    pthread_mutex_lock(&outbox->mutex);
    outbox->is_finished = true;
    pthread_cond_broadcast(&outbox->changed);
    pthread_mutex_unlock(&outbox->mutex);
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += PATIENCE;
    if (pthread_timedjoin_np(outbox->thread, NULL, &until) != 0) {
        return false;
    }
    pthread_mutex_destroy(&outbox->mutex);
    pthread_cond_destroy(&outbox->changed);
    return true;
}
