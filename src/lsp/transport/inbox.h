/* inbox.h - the messages that wait for the worker, put there by the reader.
 *
 * It sees to it that no work goes on that nobody waits for: a request that is
 * cancelled before its turn is marked, one that is being answered is told so
 * by a flag, and so is the analysis of a document that has changed since. */
#ifndef PLANLINT_LSP_TRANSPORT_INBOX_H
#define PLANLINT_LSP_TRANSPORT_INBOX_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct pl_lsp_message;

/* Bytes that may wait before the reader stops to read. */
enum { PL_LSP_INBOX_ROOM = 256 * 1024 * 1024 };

struct pl_lsp_inbox {
    pthread_mutex_t mutex; /* of all but the flags */
    pthread_cond_t arrived;
    struct pl_lsp_message *first;
    struct pl_lsp_message *last;
    size_t size; /* bytes that wait */
    bool is_closed;
    pl_str answered;  /* the id of the request in work; or empty */
    pl_str analysed;  /* the URI of the document in work; or empty */
    bool is_at_piece; /* the work is a piece of a job */
    atomic_bool answer_is_cancelled;
    atomic_bool analysis_is_cancelled;
};

void pl_lsp_inbox_init(struct pl_lsp_inbox *inbox);
void pl_lsp_inbox_clear(struct pl_lsp_inbox *inbox);

/* For the reader: takes the message over. */
void pl_lsp_inbox_put(struct pl_lsp_inbox *inbox,
                      struct pl_lsp_message *message);
bool pl_lsp_inbox_has_room(struct pl_lsp_inbox *inbox);

/* For the reader: nothing more comes. When `at_once`, what is in work is
 * cancelled and what waits is forgotten. */
void pl_lsp_inbox_close(struct pl_lsp_inbox *inbox, bool at_once);

enum pl_lsp_taken {
    PL_LSP_TAKEN_MESSAGE,
    PL_LSP_TAKEN_NOTHING, /* until the time that was given */
    PL_LSP_TAKEN_END,     /* nothing more comes */
};

#define PL_LSP_FOREVER INT64_MAX

/* For the worker: the first message, which is the caller's then. Waits for one
 * until `until`, in milliseconds of pl_lsp_now(). */
enum pl_lsp_taken pl_lsp_inbox_take(struct pl_lsp_inbox *inbox, int64_t until,
                                    struct pl_lsp_message **message);

/* For the worker: what it is at, and that it has done; resets the flag. False
 * when the request was cancelled before or the document has changed again. */
bool pl_lsp_inbox_begin_answer(struct pl_lsp_inbox *inbox,
                               const struct pl_lsp_message *message);
bool pl_lsp_inbox_begin_analysis(struct pl_lsp_inbox *inbox, pl_str uri);

/* The same for a piece of work that is broken off by whatever comes. */
bool pl_lsp_inbox_begin_piece(struct pl_lsp_inbox *inbox);
void pl_lsp_inbox_end_work(struct pl_lsp_inbox *inbox);

/* Milliseconds of a clock that nobody sets. */
int64_t pl_lsp_now(void);

#endif
