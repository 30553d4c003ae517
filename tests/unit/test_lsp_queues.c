/* What waits for the worker, and what waits for the client. */
#include "cmocka_wrap.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "lsp/message.h"
#include "lsp/transport/inbox.h"
#include "lsp/transport/letter.h"
#include "lsp/transport/outbox.h"

enum { MORE_THAN_A_PIPE = 300000 };

static void put(struct pl_lsp_inbox *inbox, const char *text)
{
    pl_lsp_inbox_put(inbox, pl_lsp_message_read(pl_str_from(text)));
}

static struct pl_lsp_message *take(struct pl_lsp_inbox *inbox)
{
    struct pl_lsp_message *message;
    enum pl_lsp_taken taken = pl_lsp_inbox_take(inbox, 0, &message);
    assert_int_equal(taken, PL_LSP_TAKEN_MESSAGE);
    return message;
}

static void cancelled_requests_wait_to_be_told(void **state)
{
    (void)state;
    struct pl_lsp_inbox inbox;
    pl_lsp_inbox_init(&inbox);
    put(&inbox, "{\"id\":1,\"method\":\"a\"}");
    put(&inbox, "{\"id\":\"1\",\"method\":\"b\"}");
    put(&inbox, "{\"method\":\"$/cancelRequest\",\"params\":{\"id\":1}}");
    struct pl_lsp_message *first = take(&inbox);
    struct pl_lsp_message *second = take(&inbox);
    assert_true(first->is_cancelled);
    assert_false(pl_lsp_inbox_begin_answer(&inbox, first));
    assert_true(pl_lsp_inbox_begin_answer(&inbox, second));
    assert_false(atomic_load(&inbox.answer_is_cancelled));
    put(&inbox, "{\"method\":\"$/cancelRequest\",\"params\":{\"id\":\"1\"}}");
    assert_true(atomic_load(&inbox.answer_is_cancelled));
    pl_lsp_inbox_end_work(&inbox);
    pl_lsp_message_free(first);
    pl_lsp_message_free(second);
    pl_lsp_inbox_clear(&inbox);
}

#define CHANGE(uri)                                                        \
    "{\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":" \
    "{\"uri\":\"" uri "\"}}}"

static void a_change_breaks_off_the_analysis_of_its_document(void **state)
{
    (void)state;
    struct pl_lsp_inbox inbox;
    pl_lsp_inbox_init(&inbox);
    assert_true(
        pl_lsp_inbox_begin_analysis(&inbox, (pl_str)PL_STR("file:///a")));
    put(&inbox, CHANGE("file:///b"));
    assert_false(atomic_load(&inbox.analysis_is_cancelled));
    put(&inbox, CHANGE("file:///a"));
    assert_true(atomic_load(&inbox.analysis_is_cancelled));
    pl_lsp_inbox_end_work(&inbox);
    assert_false(/* messages wait */
                 pl_lsp_inbox_begin_analysis(&inbox,
                                             (pl_str)PL_STR("file:///a")));
    pl_lsp_inbox_clear(&inbox);
}

static void the_end_comes_after_what_waits(void **state)
{
    (void)state;
    struct pl_lsp_message *message;
    struct pl_lsp_inbox inbox;
    pl_lsp_inbox_init(&inbox);
    assert_int_equal(pl_lsp_inbox_take(&inbox, 0, &message),
                     PL_LSP_TAKEN_NOTHING);
    put(&inbox, "{\"method\":\"a\"}");
    pl_lsp_inbox_close(&inbox, false);
    pl_lsp_message_free(take(&inbox));
    assert_int_equal(pl_lsp_inbox_take(&inbox, PL_LSP_FOREVER, &message),
                     PL_LSP_TAKEN_END);
    pl_lsp_inbox_clear(&inbox);
}

static void on_broken(void *context)
{
    *(bool *)context = true;
}

static void send_text(struct pl_lsp_outbox *outbox, const char *topic,
                      pl_str text)
{
    struct pl_lsp_letter *letter = pl_lsp_letter_new();
    letter->topic = pl_str_from(topic);
    pl_write_str(&letter->out, "t", text);
    pl_lsp_outbox_put(outbox, letter);
}

struct reading {
    struct pl_arena *arena;
    int file;
    pl_str all;
};

/* A thread: reads until the end. */
static void *read_all(void *context)
{
    struct reading *reading = context;
    struct pl_buf all = pl_buf_in(reading->arena);
    ssize_t got = 1;
    while (got > 0) {
        got = read(reading->file, pl_buf_reserve(&all, 65536), 65536);
        all.len += got > 0 ? (size_t)got : 0;
    }
    reading->all = pl_buf_str(&all);
    return NULL;
}

static bool has(pl_str text, const char *part)
{
    return pl_str_find(text, pl_str_from(part), 0) != PL_NOWHERE;
}

static struct pl_lsp_outbox *start(struct pl_arena *arena, int file,
                                   void *is_broken)
{
    struct pl_error error;
    struct pl_lsp_outbox *outbox;
    struct pl_lsp_outbox_end end = {file, on_broken, is_broken};
    assert_true(pl_lsp_outbox_start(arena, end, &outbox, &error));
    return outbox;
}

/* Nobody reads before the last letter is sent, and the first fills the pipe. */
static void a_newer_letter_takes_the_place_of_an_older_one(void **state)
{
    (void)state;
    int pipes[2];
    bool is_broken = false;
    struct pl_arena *arena = pl_arena_new();
    assert_int_equal(pipe(pipes), 0);
    struct pl_lsp_outbox *outbox = start(arena, pipes[1], &is_broken);
    struct pl_buf much = pl_buf_in(arena);
    pl_buf_add_repeated(&much, 'x', MORE_THAN_A_PIPE);
    send_text(outbox, "", pl_buf_str(&much));
    send_text(outbox, "", pl_buf_str(&much));
    send_text(outbox, "a", (pl_str)PL_STR("older"));
    send_text(outbox, "b", (pl_str)PL_STR("other"));
    send_text(outbox, "a", (pl_str)PL_STR("newer"));
    struct reading reading = {.arena = pl_arena_new(), .file = pipes[0]};
    pthread_t reader;
    assert_int_equal(pthread_create(&reader, NULL, read_all, &reading), 0);
    assert_true(pl_lsp_outbox_finish(outbox));
    close(pipes[1]);
    pthread_join(reader, NULL);
    assert_false(is_broken);
    assert_true(reading.all.len > 2 * (size_t)MORE_THAN_A_PIPE);
    assert_true(has(reading.all, "other") && has(reading.all, "newer"));
    assert_false(has(reading.all, "older"));
    close(pipes[0]);
    pl_arena_free(reading.arena);
    pl_arena_free(arena);
}

static void a_client_that_is_gone_is_noticed(void **state)
{
    (void)state;
    int pipes[2];
    bool is_broken = false;
    struct pl_arena *arena = pl_arena_new();
    signal(SIGPIPE, SIG_IGN);
    assert_int_equal(pipe(pipes), 0);
    close(pipes[0]);
    struct pl_lsp_outbox *outbox = start(arena, pipes[1], &is_broken);
    send_text(outbox, "", (pl_str)PL_STR("one"));
    send_text(outbox, "", (pl_str)PL_STR("two"));
    assert_true(pl_lsp_outbox_finish(outbox));
    assert_true(is_broken);
    close(pipes[1]);
    pl_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cancelled_requests_wait_to_be_told),
        cmocka_unit_test(a_change_breaks_off_the_analysis_of_its_document),
        cmocka_unit_test(the_end_comes_after_what_waits),
        cmocka_unit_test(a_newer_letter_takes_the_place_of_an_older_one),
        cmocka_unit_test(a_client_that_is_gone_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
