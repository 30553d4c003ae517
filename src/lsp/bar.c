#include "lsp/bar.h"

#include "base/arena.h"
#include "lsp/server.h"

enum { MOMENT = 500 }; /* milliseconds */

void pl_lsp_bar_begin(struct pl_lsp_bar *bar, struct pl_arena *arena,
                      struct pl_json params, const char *title)
{
    struct pl_json token = pl_json_get(params, "workDoneToken");
    *bar = (struct pl_lsp_bar){.title = title, .since = pl_lsp_now()};
    if (pl_json_kind(token) == PL_JSON_STRING ||
        pl_json_kind(token) == PL_JSON_NUMBER) {
        bar->token = pl_arena_copy(arena, pl_json_raw(token));
    }
}

/* With the value begun. */
static struct pl_lsp_letter *new_letter(const struct pl_lsp_bar *bar,
                                        const char *kind)
{
    struct pl_lsp_letter *letter = pl_lsp_notification("$/progress");
    pl_write_object(&letter->out, "params", PL_JSON_INLINE);
    pl_write_raw(&letter->out, "token", bar->token);
    pl_write_object(&letter->out, "value", PL_JSON_INLINE);
    pl_write_text(&letter->out, "kind", kind);
    return letter;
}

static void send(struct pl_lsp_server *server, struct pl_lsp_letter *letter)
{
    pl_write_end(&letter->out);
    pl_write_end(&letter->out);
    pl_lsp_send(server, letter);
}

/* A token of ours, made known to the client. */
static pl_str make_token(struct pl_lsp_server *server)
{
    static const pl_str token = PL_STR("\"planlint-work\"");
    struct pl_lsp_letter *letter =
        pl_lsp_question(server, "window/workDoneProgress/create", NULL, NULL);
    pl_write_object(&letter->out, "params", PL_JSON_INLINE);
    pl_write_raw(&letter->out, "token", token);
    pl_write_end(&letter->out);
    pl_lsp_send(server, letter);
    return token;
}

static void open_bar(struct pl_lsp_server *server, struct pl_lsp_bar *bar)
{
    if (bar->token.len == 0) {
        bar->token = make_token(server);
    }
    struct pl_lsp_letter *letter = new_letter(bar, "begin");
    pl_write_text(&letter->out, "title", bar->title);
    pl_write_size(&letter->out, "percentage", 0);
    send(server, letter);
    bar->is_open = true;
}

static bool is_wanted(const struct pl_lsp_server *server,
                      const struct pl_lsp_bar *bar)
{
    return bar->token.len > 0 || (server->client.shows_progress &&
                                  pl_lsp_now() > bar->since + MOMENT);
}

void pl_lsp_bar_tell(struct pl_lsp_server *server, struct pl_lsp_bar *bar,
                     size_t done, size_t all)
{
    size_t percent = all > 0 ? done * 100 / all : 0;
    if (!bar->is_open && is_wanted(server, bar)) {
        open_bar(server, bar);
    }
    if (bar->is_open && percent > bar->percent) {
        struct pl_lsp_letter *letter = new_letter(bar, "report");
        pl_write_size(&letter->out, "percentage", percent);
        send(server, letter);
        bar->percent = percent;
    }
}

void pl_lsp_bar_end(struct pl_lsp_server *server, struct pl_lsp_bar *bar)
{
    if (bar->is_open) {
        send(server, new_letter(bar, "end"));
        bar->is_open = false;
        bar->token = (pl_str){0};
    }
}
