#include "lsp/question.h"

#include "base/arena.h"
#include "base/chars.h"
#include "lsp/server.h"
#include "lsp/transport/letter.h"

struct pl_lsp_letter *pl_lsp_question(struct pl_lsp_server *server,
                                      const char *method,
                                      pl_lsp_on_answer *on_answer,
                                      void *context)
{
    struct pl_lsp_questions *questions = &server->questions;
    uint32_t id = ++questions->asked;
    uint32_t at = id % PL_LSP_QUESTIONS;
    questions->open[at].id = id;
    questions->open[at].on_answer = on_answer;
    questions->open[at].context = context;
    struct pl_lsp_letter *letter = pl_lsp_letter_new();
    pl_write_size(&letter->out, "id", id);
    pl_write_text(&letter->out, "method", method);
    return letter;
}

/* Ours are small numbers; some clients give them back as strings. */
static uint32_t read_id(pl_str id)
{
    uint32_t number = 0;
    for (size_t i = 0; i < id.len; i++) {
        if (pl_is_digit(id.data[i]) && number < UINT32_MAX / 10) {
            number = number * 10 + (uint32_t)(id.data[i] - '0');
        } else if (id.data[i] != '"') {
            return 0;
        }
    }
    return number;
}

void pl_lsp_question_answer(struct pl_lsp_server *server, pl_str id,
                            struct pl_json result)
{
    struct pl_lsp_questions *questions = &server->questions;
    uint32_t number = read_id(id);
    uint32_t at = number % PL_LSP_QUESTIONS;
    if (number == 0 || questions->open[at].id != number) {
        return;
    }
    questions->open[at].id = 0;
    if (questions->open[at].on_answer) {
        questions->open[at].on_answer(server, questions->open[at].context,
                                      result);
    }
}
