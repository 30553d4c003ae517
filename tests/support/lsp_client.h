/* lsp_client.h - an editor for tests: starts `planlint lsp` and talks to it.
 *
 * Fails the test when the server sends what is not framed as the protocol says
 * or has another form than lsp_shapes.def gives it, and when something that is
 * waited for does not come. */
#ifndef PLANLINT_TESTS_SUPPORT_LSP_CLIENT_H
#define PLANLINT_TESTS_SUPPORT_LSP_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/attr.h"
#include "base/json.h"
#include "base/str.h"
#include "base/vec.h"

struct pl_arena;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { LSP_CLIENT_SLOWNESS = 20 }; /* how much longer all may take */
#else
enum { LSP_CLIENT_SLOWNESS = 1 };
#endif

enum { LSP_CLIENT_PATIENCE = 60000 }; /* milliseconds that a wait may last */

struct lsp_client {
    struct pl_arena *arena; /* of all that was heard; see ..._forget() */
    pid_t process;
    int to;   /* the server's standard input; -1: closed */
    int from; /* its standard output */
    int last_id;
    bool is_deaf; /* the forms of messages are not checked */
    struct pl_arena *input_arena;
    PL_VEC(char) input;           /* bytes that are no whole message yet */
    PL_VEC(struct pl_json) heard; /* the messages, in their order */
    struct {
        int id;
        const char *method;
    } asked[1024]; /* by id */
};

/* Starts the program that $PLANLINT names. */
struct lsp_client *lsp_client_start(void);

/* Closes the pipes, waits for the end and frees the client. Returns the exit
 * status, or -1 when a signal or, after a while, we ended the server. */
int lsp_client_end(struct lsp_client *client);

/* shutdown and exit, and what they ought to lead to. */
void lsp_client_stop(struct lsp_client *client);

/* Sends bytes as they are, or a message in its frame. */
void lsp_client_send_bytes(struct lsp_client *client, pl_str bytes);
void lsp_client_send(struct lsp_client *client, const char *json);
void lsp_client_sendf(struct lsp_client *client, const char *format, ...)
    PL_PRINTF(2, 3);

/* Sends a request (`params` is JSON, or NULL) and returns its id. */
int lsp_client_ask(struct lsp_client *client, const char *method,
                   const char *params);
/* Says what a request of that id asks for that is sent as it is. */
void lsp_client_expect(struct lsp_client *client, int id, const char *method);
void lsp_client_notify(struct lsp_client *client, const char *method,
                       const char *params);

/* Reads messages until there is the answer to a request, and returns that:
 * the whole message. */
struct pl_json lsp_client_answer(struct lsp_client *client, int id);

/* Both in one; returns the result, or nothing after an error. */
struct pl_json lsp_client_call(struct lsp_client *client, const char *method,
                               const char *params);

/* The message number `index` from the server that is not an answer and has
 * this method, counted from 0 since the start or ..._forget(). */
struct pl_json lsp_client_heard(struct lsp_client *client, const char *method,
                                size_t index);
size_t lsp_client_count(const struct lsp_client *client, const char *method);

/* Reads what comes within some milliseconds; false at the end of the output. */
bool lsp_client_listen(struct lsp_client *client, int milliseconds);

/* Forgets what was heard; what was returned is gone, too. */
void lsp_client_forget(struct lsp_client *client);

/* initialize, with these capabilities (JSON, or NULL), and initialized. */
struct pl_json lsp_client_initialize(struct lsp_client *client,
                                     const char *capabilities);

void lsp_client_open(struct lsp_client *client, const char *uri, pl_str text);
void lsp_client_close(struct lsp_client *client, const char *uri);

/* One didChange: `changes` is the JSON of "contentChanges". */
void lsp_client_change(struct lsp_client *client, const char *uri, int version,
                       const char *changes);

/* The diagnostics that were published last for a document, of this version;
 * waits for them. */
struct pl_json lsp_client_diagnostics(struct lsp_client *client,
                                      const char *uri, int version);

/* The code of the error in an answer, or 0. */
int64_t lsp_client_code(struct pl_json answer);

/* Numbered paragraphs, about `bytes` of them; in the client's arena. */
pl_str lsp_client_plan(struct lsp_client *client, size_t bytes);

int64_t lsp_client_now(void); /* milliseconds */

/* A string in JSON, with its quotes, in the client's arena. */
const char *lsp_client_quoted(struct lsp_client *client, pl_str text);

#endif
