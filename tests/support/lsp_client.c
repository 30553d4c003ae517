#include "support/lsp_client.h"

#include "support/cmocka_wrap.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/chars.h"
#include "report/json_writer.h"
#include "support/lsp_shapes.h"

enum { END_PATIENCE = 20000, STEP = 10 }; /* milliseconds */

int64_t lsp_client_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void run_server(const char *program, const int to[2], const int from[2])
{
    dup2(to[0], STDIN_FILENO);
    dup2(from[1], STDOUT_FILENO);
    close(to[0]);
    close(to[1]);
    close(from[0]);
    close(from[1]);
    if (program) {
        execl(program, program, "lsp", (char *)NULL);
    }
    _exit(127);
}

struct lsp_client *lsp_client_start(void)
{
    int to[2];
    int from[2];
    const char *program = getenv("PLANLINT");
    assert_non_null(program);
    assert_int_equal(pipe(to), 0);
    assert_int_equal(pipe(from), 0);
    signal(SIGPIPE, SIG_IGN);
    pid_t process = fork();
    assert_true(process >= 0);
    if (process == 0) {
        run_server(program, to, from);
    }
    close(to[0]);
    close(from[1]);
    struct lsp_client *client = test_calloc(1, sizeof(*client));
    client->arena = pl_arena_new();
    client->input_arena = pl_arena_new();
    client->process = process;
    client->to = to[1];
    client->from = from[0];
    return client;
}

static void close_input(struct lsp_client *client)
{
    if (client->to >= 0) {
        close(client->to);
        client->to = -1;
    }
}

/* -1 when it does not end. */
static int wait_for_end(pid_t process)
{
    int status;
    for (int waited = 0; waited < END_PATIENCE; waited += STEP) {
        if (waitpid(process, &status, WNOHANG) == process) {
            return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        }
        usleep(STEP * 1000);
    }
    kill(process, SIGKILL);
    waitpid(process, &status, 0);
    return -1;
}

int lsp_client_end(struct lsp_client *client)
{
    close_input(client);
    int64_t until = lsp_client_now() + END_PATIENCE;
    while (lsp_client_now() < until && lsp_client_listen(client, STEP)) {
    }
    close(client->from);
    int status = wait_for_end(client->process);
    pl_arena_free(client->arena);
    pl_arena_free(client->input_arena);
    test_free(client);
    return status;
}

void lsp_client_stop(struct lsp_client *client)
{
    lsp_client_call(client, "shutdown", NULL);
    lsp_client_notify(client, "exit", NULL);
    assert_int_equal(lsp_client_end(client), 0);
}

/* Reads, too, so that neither waits for the other. */
void lsp_client_send_bytes(struct lsp_client *client, pl_str bytes)
{
    while (bytes.len > 0) {
        size_t size = bytes.len < 4096 ? bytes.len : 4096;
        struct pollfd files[] = {{.fd = client->to, .events = POLLOUT},
                                 {.fd = client->from, .events = POLLIN}};
        poll(files, PL_COUNT(files), -1);
        if (files[1].revents & POLLIN) {
            lsp_client_listen(client, 0);
        }
        if (files[0].revents & (POLLERR | POLLHUP)) {
            return;
        }
        if (files[0].revents & POLLOUT) {
            ssize_t written = write(client->to, bytes.data, size);
            assert_true(written > 0 || errno == EPIPE);
            if (written <= 0) {
                return;
            }
            bytes = pl_str_slice(bytes, (size_t)written, bytes.len);
        }
    }
}

static void send_message(struct lsp_client *client, pl_str json)
{
    struct pl_arena *scratch = pl_arena_new();
    struct pl_buf frame = pl_buf_in(scratch);
    pl_buf_addf(&frame, "Content-Length: %zu\r\n\r\n", json.len);
    pl_buf_add(&frame, json);
    lsp_client_send_bytes(client, pl_buf_str(&frame));
    pl_arena_free(scratch);
}

void lsp_client_send(struct lsp_client *client, const char *json)
{
    send_message(client, pl_str_from(json));
}

void lsp_client_sendf(struct lsp_client *client, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *json;
    int len = vasprintf(&json, format, arguments);
    va_end(arguments);
    assert_true(len >= 0);
    send_message(client, (pl_str){json, (size_t)len});
    free(json);
}

void lsp_client_expect(struct lsp_client *client, int id, const char *method)
{
    size_t slot = (size_t)id % PL_COUNT(client->asked);
    client->asked[slot].id = id;
    client->asked[slot].method = method;
}

int lsp_client_ask(struct lsp_client *client, const char *method,
                   const char *params)
{
    int id = ++client->last_id;
    lsp_client_expect(client, id, method);
    lsp_client_sendf(
        client, "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\"%s%s}", id,
        method, params ? ",\"params\":" : "", params ? params : "");
    return id;
}

void lsp_client_notify(struct lsp_client *client, const char *method,
                       const char *params)
{
    lsp_client_sendf(client, "{\"jsonrpc\":\"2.0\",\"method\":\"%s\"%s%s}",
                     method, params ? ",\"params\":" : "",
                     params ? params : "");
}

static const char *asked_method(const struct lsp_client *client, int64_t id)
{
    size_t slot = (size_t)id % PL_COUNT(client->asked);
    return id >= 0 && client->asked[slot].id == id ? client->asked[slot].method
                                                   : "";
}

static void check_form(struct lsp_client *client, struct pl_json message)
{
    int64_t id = 0;
    (void)pl_json_integer(pl_json_get(message, "id"), &id);
    struct pl_arena *scratch = pl_arena_new();
    const char *fault =
        lsp_message_fault(scratch, message, asked_method(client, id));
    if (fault && !client->is_deaf) {
        fail_msg("%s, in: %.*s", fault, PL_STR_ARG(pl_json_raw(message)));
    }
    pl_arena_free(scratch);
}

static void hear(struct lsp_client *client, pl_str text)
{
    struct pl_json message;
    struct pl_error error;
    pl_str kept = pl_arena_copy(client->arena, text);
    if (!pl_json_open_message(client->arena, kept, &message, &error)) {
        fail_msg("the server sent no JSON: %s: %.*s", error.message,
                 PL_STR_ARG(text));
    }
    *PL_VEC_PUSH(client->arena, &client->heard) = message;
    check_form(client, message);
}

/* Of "Content-Length: 12\r\n\r\n", which begins the input; 0: not all is
 * there. `*length` is what it says. */
static size_t read_header(pl_str input, size_t *length)
{
    static const pl_str name = PL_STR("Content-Length: ");
    static const pl_str end = PL_STR("\r\n\r\n");
    size_t header = pl_str_find(input, end, 0);
    if (header == PL_NOWHERE) {
        return 0;
    }
    assert_true(pl_str_starts(input, name));
    *length = 0;
    for (size_t i = name.len; i < header; i++) {
        assert_true(pl_is_digit(input.data[i]));
        *length = *length * 10 + (size_t)(input.data[i] - '0');
    }
    return header + end.len;
}

static void hear_all(struct lsp_client *client)
{
    pl_str input = {client->input.items, client->input.len};
    size_t length;
    size_t header = read_header(input, &length);
    while (header > 0 && input.len - header >= length) {
        hear(client, pl_str_slice(input, header, header + length));
        input = pl_str_slice(input, header + length, input.len);
        header = read_header(input, &length);
    }
    if (input.len > 0) {
        memmove(client->input.items, input.data, input.len);
    }
    client->input.len = input.len;
}

bool lsp_client_listen(struct lsp_client *client, int milliseconds)
{
    char bytes[65536];
    struct pollfd file = {.fd = client->from, .events = POLLIN};
    if (poll(&file, 1, milliseconds) <= 0) {
        return true;
    }
    ssize_t got = read(client->from, bytes, sizeof(bytes));
    for (ssize_t i = 0; i < got; i++) {
        *PL_VEC_PUSH(client->input_arena, &client->input) = bytes[i];
    }
    if (got > 0) {
        hear_all(client);
    }
    return got > 0;
}

static struct pl_json find_answer(const struct lsp_client *client, int id)
{
    for (size_t i = client->heard.len; i-- > 0;) {
        struct pl_json it = client->heard.items[i];
        int64_t its_id;
        if (!pl_json_get(it, "method").item &&
            pl_json_integer(pl_json_get(it, "id"), &its_id) && its_id == id) {
            return it;
        }
    }
    return (struct pl_json){0};
}

struct pl_json lsp_client_answer(struct lsp_client *client, int id)
{
    int64_t until = lsp_client_now() + LSP_CLIENT_PATIENCE;
    struct pl_json answer = find_answer(client, id);
    while (!answer.item && lsp_client_now() < until &&
           lsp_client_listen(client, STEP)) {
        answer = find_answer(client, id);
    }
    if (!answer.item) {
        fail_msg("no answer to request %d, \"%s\"", id,
                 asked_method(client, id));
    }
    return answer;
}

struct pl_json lsp_client_call(struct lsp_client *client, const char *method,
                               const char *params)
{
    int id = lsp_client_ask(client, method, params);
    return pl_json_get(lsp_client_answer(client, id), "result");
}

/* Whether a member is this string; nothing is copied. */
static bool is_string(const struct lsp_client *client, struct pl_json object,
                      const char *key, const char *expected)
{
    struct pl_error error;
    pl_str string = {0};
    return pl_json_kind(pl_json_get(object, key)) == PL_JSON_STRING &&
           pl_json_string(client->arena, object, key, &string, &error) &&
           pl_str_eq(string, pl_str_from(expected));
}

static bool has_method(const struct lsp_client *client, struct pl_json message,
                       const char *method)
{
    return is_string(client, message, "method", method);
}

static struct pl_json find_heard(const struct lsp_client *client,
                                 const char *method, size_t index)
{
    for (size_t i = 0; i < client->heard.len; i++) {
        struct pl_json it = client->heard.items[i];
        if (has_method(client, it, method) && index-- == 0) {
            return it;
        }
    }
    return (struct pl_json){0};
}

struct pl_json lsp_client_heard(struct lsp_client *client, const char *method,
                                size_t index)
{
    int64_t until = lsp_client_now() + LSP_CLIENT_PATIENCE;
    struct pl_json found = find_heard(client, method, index);
    while (!found.item && lsp_client_now() < until &&
           lsp_client_listen(client, STEP)) {
        found = find_heard(client, method, index);
    }
    if (!found.item) {
        fail_msg("the server did not say \"%s\"", method);
    }
    return found;
}

size_t lsp_client_count(const struct lsp_client *client, const char *method)
{
    size_t count = 0;
    for (size_t i = 0; i < client->heard.len; i++) {
        count += has_method(client, client->heard.items[i], method);
    }
    return count;
}

void lsp_client_forget(struct lsp_client *client)
{
    client->heard.items = NULL;
    client->heard.len = 0;
    client->heard.cap = 0;
    pl_arena_reset(client->arena);
}

const char *lsp_client_quoted(struct lsp_client *client, pl_str text)
{
    struct pl_buf out = pl_buf_in(client->arena);
    struct pl_json_writer writer = pl_json_writer_to(&out);
    pl_write_str(&writer, NULL, text);
    pl_buf_add_char(&out, '\0');
    return out.data;
}

struct pl_json lsp_client_initialize(struct lsp_client *client,
                                     const char *capabilities)
{
    const char *params =
        pl_arena_printf(client->arena, "{\"processId\":%d,\"capabilities\":%s}",
                        (int)getpid(), capabilities ? capabilities : "{}");
    struct pl_json result = lsp_client_call(client, "initialize", params);
    lsp_client_notify(client, "initialized", "{}");
    return result;
}

void lsp_client_open(struct lsp_client *client, const char *uri, pl_str text)
{
    lsp_client_sendf(client,
                     "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\","
                     "\"params\":{\"textDocument\":{\"uri\":\"%s\","
                     "\"languageId\":\"plan\",\"version\":1,\"text\":%s}}}",
                     uri, lsp_client_quoted(client, text));
}

void lsp_client_close(struct lsp_client *client, const char *uri)
{
    lsp_client_sendf(
        client,
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didClose\","
        "\"params\":{\"textDocument\":{\"uri\":\"%s\"}}}",
        uri);
}

void lsp_client_change(struct lsp_client *client, const char *uri, int version,
                       const char *changes)
{
    lsp_client_sendf(client,
                     "{\"jsonrpc\":\"2.0\","
                     "\"method\":\"textDocument/didChange\",\"params\":{"
                     "\"textDocument\":{\"uri\":\"%s\",\"version\":%d},"
                     "\"contentChanges\":%s}}",
                     uri, version, changes);
}

static bool is_about(const struct lsp_client *client, struct pl_json message,
                     const char *uri, int version)
{
    struct pl_json params = pl_json_get(message, "params");
    int64_t its_version = -1;
    (void)pl_json_integer(pl_json_get(params, "version"), &its_version);
    return its_version == version && is_string(client, params, "uri", uri);
}

static struct pl_json find_published(struct lsp_client *client, const char *uri,
                                     int version)
{
    for (size_t i = client->heard.len; i-- > 0;) {
        struct pl_json it = client->heard.items[i];
        if (has_method(client, it, "textDocument/publishDiagnostics") &&
            is_about(client, it, uri, version)) {
            return it;
        }
    }
    return (struct pl_json){0};
}

struct pl_json lsp_client_diagnostics(struct lsp_client *client,
                                      const char *uri, int version)
{
    int64_t until = lsp_client_now() + LSP_CLIENT_PATIENCE;
    struct pl_json found = find_published(client, uri, version);
    while (!found.item && lsp_client_now() < until &&
           lsp_client_listen(client, STEP)) {
        found = find_published(client, uri, version);
    }
    if (!found.item) {
        fail_msg("nothing was published for version %d of \"%s\"", version,
                 uri);
    }
    return pl_json_get(pl_json_get(found, "params"), "diagnostics");
}

int64_t lsp_client_code(struct pl_json answer)
{
    int64_t code = 0;
    (void)pl_json_integer(pl_json_get(pl_json_get(answer, "error"), "code"),
                          &code);
    return code;
}

pl_str lsp_client_plan(struct lsp_client *client, size_t bytes)
{
    struct pl_buf text = pl_buf_in(client->arena);
    for (size_t i = 1; text.len < bytes; i++) {
        pl_buf_addf(&text,
                    "%zu The Harbour Union keeps pier %zu in good repair and "
                    "reports on it each year, as paragraph 1 asks.\n",
                    i, i * 7 % 1000);
    }
    return pl_buf_str(&text);
}
