/* Ten thousand edits leave the server as large as it was. */
#include "cmocka_wrap.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "support/lsp_client.h"
#include "support/random_edits.h"

#define URI "file:///plans/harbour.txt"

enum {
    EDITS = 10000,
    WARM = 1000, /* edits after which nothing may grow any more */
    STEP = LSP_CLIENT_SLOWNESS > 1 ? 20 : 2, /* edits between two looks */
    BYTES = 12000,
    MOST_GROWTH = 1024, /* kB: what the heap may be torn into */
};

/* kB */
static long resident(const struct lsp_client *client)
{
    char path[64];
    long total = 0;
    long pages = 0;
    snprintf(path, sizeof(path), "/proc/%d/statm", (int)client->process);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%ld %ld", &total, &pages), 2);
    fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

/* Puts a word in, and takes it out with the next edit. */
static void edit(struct lsp_client *client, struct random_edits *random,
                 int version)
{
    static uint32_t line;
    bool takes_out = version % 2 == 1;
    line = takes_out ? line : random_below(random, 100);
    lsp_client_change(
        client, URI, version,
        pl_arena_printf(client->arena,
                        "[{\"range\":{\"start\":{\"line\":%u,\"character\":9},"
                        "\"end\":{\"line\":%u,\"character\":%d}},"
                        "\"text\":\"%s\"}]",
                        line, line, takes_out ? 17 : 9,
                        takes_out ? "" : "the the "));
}

static void ten_thousand_edits_take_no_memory(void **state)
{
    (void)state;
    struct random_edits random = {.state = 7};
    struct lsp_client *client = lsp_client_start();
    lsp_client_call(client, "initialize",
                    "{\"capabilities\":{},"
                    "\"initializationOptions\":{\"debounce\":0}}");
    lsp_client_notify(client, "initialized", "{}");
    lsp_client_open(client, URI, lsp_client_plan(client, BYTES));
    long before = 0;
    for (int version = 2; version <= EDITS + 1; version++) {
        edit(client, &random, version);
        if (version % STEP == 0) {
            lsp_client_diagnostics(client, URI, version);
            lsp_client_forget(client);
        }
        before = version == WARM ? resident(client) : before;
    }
    long after = resident(client);
    printf("    %ld kB after %d edits, %ld kB after %d\n", before, WARM, after,
           EDITS);
    /* Sanitizers keep what was freed for a while. */
    assert_true(LSP_CLIENT_SLOWNESS > 1 || after - before < MOST_GROWTH);
    lsp_client_stop(client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_thousand_edits_take_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
