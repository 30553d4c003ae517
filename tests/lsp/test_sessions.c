/* What real editors sent is sent again, at the pace of an editor and all at
 * once: every request is answered, in the form of the protocol. */
#include "cmocka_wrap.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "support/lsp_client.h"

#define FOLDER PLANLINT_SOURCE_DIR "/tests/lsp/sessions"

enum {
    LARGEST = 64 * 1024 * 1024,
    METHOD_NOT_FOUND = -32601,
    REQUEST_FAILED = -32803,
};

struct session {
    struct pl_arena *arena;
    const char *name;
    struct lsp_client *client;
    bool is_paced; /* each answer is waited for */
    bool has_exit;
    bool has_shutdown;
};

struct line {
    pl_str text;
    pl_str method; /* empty: an answer */
    int64_t id;    /* -1: none */
};

static struct line read_line(struct session *session, pl_str text)
{
    struct line line = {.text = text, .id = -1};
    struct pl_json message;
    struct pl_error error;
    if (!pl_json_open_message(session->arena, text, &message, &error) ||
        !pl_json_string_or(session->arena, message, "method", &line.method,
                           &error)) {
        fail_msg("%s: %s", session->name, error.message);
    }
    (void)pl_json_integer(pl_json_get(message, "id"), &line.id);
    return line;
}

static bool is_method(const struct line *line, const char *method)
{
    return pl_str_eq(line->method, pl_str_from(method));
}

/* What only tests ask for is not known; what cannot be renamed is said to be
 * so. */
static bool is_expected(const struct line *line, int64_t code)
{
    static const pl_str odd = PL_STR("planlint/");
    return pl_str_starts(line->method, odd)
               ? code == METHOD_NOT_FOUND
               : code == 0 || (code == REQUEST_FAILED &&
                               is_method(line, "textDocument/prepareRename"));
}

static void check_answer(struct session *session, const struct line *line)
{
    struct pl_json answer = lsp_client_answer(session->client, (int)line->id);
    int64_t code = lsp_client_code(answer);
    if (!is_expected(line, code)) {
        fail_msg("%s: \"%.*s\" was answered with %d", session->name,
                 PL_STR_ARG(line->method), (int)code);
    }
}

/* The answer about a folder may wait until something changes in it. */
static bool is_answered_at_once(const struct line *line)
{
    return !is_method(line, "workspace/diagnostic");
}

static void send_line(struct session *session, const struct line *line)
{
    bool is_request = line->method.len > 0 && line->id >= 0;
    session->has_exit |= is_method(line, "exit");
    session->has_shutdown |= is_method(line, "shutdown");
    if (is_request) {
        lsp_client_expect(session->client, (int)line->id, line->method.data);
    }
    lsp_client_sendf(session->client, "%.*s", PL_STR_ARG(line->text));
    if (is_request && session->is_paced && is_answered_at_once(line)) {
        check_answer(session, line);
    }
}

/* An editor that was killed leaves a session without an end. */
static void end(struct session *session)
{
    bool is_good_end = session->has_exit && session->has_shutdown;
    assert_int_equal(lsp_client_end(session->client), is_good_end ? 0 : 1);
}

static void replay(const char *name, bool is_paced)
{
    struct session session = {.arena = pl_arena_new(),
                              .name = name,
                              .client = lsp_client_start(),
                              .is_paced = is_paced};
    pl_str text;
    struct pl_error error;
    const char *path = pl_path_join(session.arena, FOLDER, name);
    assert_true(pl_file_read(session.arena, path, LARGEST, &text, &error));
    while (text.len > 0) {
        pl_str next = pl_str_split(&text, '\n');
        if (next.len > 0) {
            struct line line = read_line(&session, next);
            send_line(&session, &line);
        }
    }
    end(&session);
    pl_arena_free(session.arena);
}

static void sessions_of_editors_are_answered(void **state)
{
    (void)state;
    struct pl_arena *arena = pl_arena_new();
    const char *const *names;
    size_t count;
    struct pl_error error;
    if (!pl_file_list(arena, FOLDER, &names, &count, &error)) {
        fail_msg("%s", error.message);
    }
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        if (pl_str_ends(pl_str_from(names[i]), (pl_str)PL_STR(".jsonl"))) {
            replay(names[i], true);
            replay(names[i], false);
        }
    }
    pl_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sessions_of_editors_are_answered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
