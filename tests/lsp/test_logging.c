/* What the server says to people. */
#include "cmocka_wrap.h"

#include <unistd.h>

#include "base/arena.h"
#include "support/lsp_client.h"

#define URI "file:///not/open"

static void a_client_that_does_not_read_the_log_does_not_stop_it(void **state)
{
    (void)state;
    enum { COMPLAINTS = 5000 };
    int log[2];
    assert_int_equal(pipe(log), 0);
    int before = dup(STDERR_FILENO);
    dup2(log[1], STDERR_FILENO);
    struct lsp_client *client = lsp_client_start();
    dup2(before, STDERR_FILENO);
    lsp_client_initialize(client, NULL);
    for (int i = 0; i < COMPLAINTS; i++) {
        lsp_client_change(client, URI, i, "[{\"text\":\"\"}]");
    }
    lsp_client_stop(client);
    close(log[0]);
    close(log[1]);
    close(before);
}

static void a_client_that_traces_sees_the_log(void **state)
{
    (void)state;
    struct lsp_client *client = lsp_client_start();
    lsp_client_initialize(client, NULL);
    lsp_client_change(client, URI, 1, "[]");
    lsp_client_call(client, "textDocument/hover", "{}");
    assert_int_equal(lsp_client_count(client, "window/logMessage"), 0);
    lsp_client_notify(client, "$/setTrace", "{\"value\":\"verbose\"}");
    lsp_client_change(client, URI, 1, "[]");
    lsp_client_heard(client, "window/logMessage", 0);
    lsp_client_stop(client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_client_that_does_not_read_the_log_does_not_stop_it),
        cmocka_unit_test(a_client_that_traces_sees_the_log),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
