/* question.h - requests to the client, and what is done with its answers. */
#ifndef PLANLINT_LSP_QUESTION_H
#define PLANLINT_LSP_QUESTION_H

#include <stddef.h>
#include <stdint.h>

#include "base/json.h"
#include "base/str.h"

struct pl_lsp_letter;
struct pl_lsp_server;

/* `result` is nothing after a failure. It lives until the call is over. */
typedef void pl_lsp_on_answer(struct pl_lsp_server *server, void *context,
                              struct pl_json result);

enum { PL_LSP_QUESTIONS = 64 }; /* open ones; older ones are forgotten */

struct pl_lsp_questions {
    uint32_t asked; /* the number of the last one is its id */
    struct {
        uint32_t id; /* 0: free */
        pl_lsp_on_answer *on_answer;
        void *context;
    } open[PL_LSP_QUESTIONS];
};

/* A request to the client: write its "params", then send it with
 * pl_lsp_send(). `on_answer` may be NULL. */
struct pl_lsp_letter *pl_lsp_question(struct pl_lsp_server *server,
                                      const char *method,
                                      pl_lsp_on_answer *on_answer,
                                      void *context);

/* Does what is to be done with the answer to a question; nothing when none
 * of that id is open. */
void pl_lsp_question_answer(struct pl_lsp_server *server, pl_str id,
                            struct pl_json result);

#endif
