/* How the server begins and ends, and how it lives with slow clients. */
#include "cmocka_wrap.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "support/lsp_client.h"

#define URI "file:///plans/harbour.txt"
#define HOVER                           \
    "{\"textDocument\":{\"uri\":\"" URI \
    "\"},\"position\":{\"line\":0,\"character\":0}}"

static void a_request_before_initialize_is_refused(void **state)
{
    (void)state;
    struct lsp_client *client = lsp_client_start();
    int id = lsp_client_ask(client, "textDocument/hover", HOVER);
    assert_int_equal(lsp_client_code(lsp_client_answer(client, id)), -32002);
    lsp_client_initialize(client, NULL);
    lsp_client_call(client, "textDocument/hover", HOVER);
    lsp_client_stop(client);
}

static void the_exit_status_says_whether_shutdown_came(void **state)
{
    (void)state;
    struct lsp_client *client = lsp_client_start();
    lsp_client_initialize(client, NULL);
    lsp_client_stop(client);

    client = lsp_client_start();
    lsp_client_initialize(client, NULL);
    lsp_client_notify(client, "exit", NULL);
    assert_int_equal(lsp_client_end(client), 1);

    client = lsp_client_start();
    lsp_client_initialize(client, NULL);
    assert_int_equal(lsp_client_end(client), 1);

    client = lsp_client_start(); /* as Kate does */
    lsp_client_initialize(client, NULL);
    lsp_client_notify(client, "shutdown", NULL);
    lsp_client_notify(client, "exit", NULL);
    assert_int_equal(lsp_client_end(client), 0);

    client = lsp_client_start();
    lsp_client_notify(client, "exit", NULL);
    assert_int_equal(lsp_client_end(client), 1);
}

/* Both ends of its pipes stay open. */
static void the_server_ends_with_the_process_that_started_it(void **state)
{
    (void)state;
    pid_t parent = fork();
    if (parent == 0) {
        pause();
        _exit(0);
    }
    struct lsp_client *client = lsp_client_start();
    lsp_client_call(client, "initialize",
                    pl_arena_printf(client->arena,
                                    "{\"processId\":%d,\"capabilities\":{}}",
                                    (int)parent));
    int64_t start = lsp_client_now();
    kill(parent, SIGKILL);
    waitpid(parent, NULL, 0);
    while (lsp_client_listen(client, 100) && lsp_client_now() < start + 10000) {
    }
    assert_true(lsp_client_now() - start < 5000);
    assert_int_equal(lsp_client_end(client), 1);
}

/* The answers are far more than a pipe holds, and nobody reads them. */
static void a_client_that_does_not_read_does_not_stop_the_server(void **state)
{
    (void)state;
    enum { REQUESTS = 200 };
    struct lsp_client *client = lsp_client_start();
    lsp_client_initialize(client, NULL);
    lsp_client_open(client, URI, lsp_client_plan(client, 40000));
    int first = client->last_id + 1;
    int from = client->from;
    int nothing[2];
    assert_int_equal(pipe(nothing), 0);
    client->from = nothing[0];
    for (int i = 0; i < REQUESTS; i++) {
        lsp_client_ask(client, "textDocument/documentSymbol", HOVER);
    }
    client->from = from;
    close(nothing[0]);
    close(nothing[1]);
    for (int i = 0; i < REQUESTS; i++) {
        lsp_client_answer(client, client->last_id - i);
    }
    assert_int_equal(client->last_id - first + 1, REQUESTS);
    lsp_client_stop(client);
}

static void a_client_that_is_gone_ends_the_server(void **state)
{
    (void)state;
    struct lsp_client *client = lsp_client_start();
    lsp_client_initialize(client, NULL);
    int nothing[2];
    assert_int_equal(pipe(nothing), 0);
    close(client->from);
    client->from = nothing[0];
    lsp_client_open(client, URI, lsp_client_plan(client, 4000));
    int64_t start = lsp_client_now();
    siginfo_t ended = {0};
    while (ended.si_pid == 0 && lsp_client_now() < start + 5000) {
        assert_int_equal(waitid(P_PID, (id_t)client->process, &ended,
                                WEXITED | WNOHANG | WNOWAIT),
                         0);
        usleep(10000);
    }
    assert_int_equal(ended.si_pid, client->process);
    close(nothing[1]);
    assert_int_equal(lsp_client_end(client), 1);
}

static void cancelled_requests_are_told_so(void **state)
{
    (void)state;
    struct lsp_client *client = lsp_client_start();
    lsp_client_initialize(client, NULL);
    lsp_client_open(client, URI, lsp_client_plan(client, 4000000));
    lsp_client_ask(client, "textDocument/hover", HOVER);
    int waiting = lsp_client_ask(client, "textDocument/hover", HOVER);
    lsp_client_notify(client, "$/cancelRequest",
                      pl_arena_printf(client->arena, "{\"id\":%d}", waiting));
    assert_int_equal(lsp_client_code(lsp_client_answer(client, waiting)),
                     -32800);
    lsp_client_stop(client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_request_before_initialize_is_refused),
        cmocka_unit_test(the_exit_status_says_whether_shutdown_came),
        cmocka_unit_test(the_server_ends_with_the_process_that_started_it),
        cmocka_unit_test(a_client_that_does_not_read_does_not_stop_the_server),
        cmocka_unit_test(a_client_that_is_gone_ends_the_server),
        cmocka_unit_test(cancelled_requests_are_told_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
