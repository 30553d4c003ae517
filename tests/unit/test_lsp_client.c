/* What the server takes from a client's `initialize`: the unit of columns. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "base/json.h"
#include "lsp/client.h"

static void expect_unit(struct pl_arena *arena, const char *json,
                        const char *wanted)
{
    struct pl_json params;
    struct pl_error error;
    assert_true(
        pl_json_open_message(arena, pl_str_from(json), &params, &error));
    struct pl_lsp_client client = pl_lsp_client_read(params);
    assert_string_equal(pl_lsp_unit_name(client.unit), wanted);
}

static void the_unit_is_what_the_client_offers(void **state)
{
    expect_unit(*state, "{}", "utf-16");
    expect_unit(*state,
                "{\"capabilities\":{\"general\":{\"positionEncodings\":"
                "[\"utf-16\",\"utf-32\"]}}}",
                "utf-32");
    expect_unit(*state,
                "{\"capabilities\":{\"general\":{\"positionEncodings\":"
                "[\"utf-32\",\"utf-8\",\"utf-16\"]}}}",
                "utf-8");
}

static void who_offers_none_may_be_set_up_to_ask_for_one(void **state)
{
    expect_unit(*state,
                "{\"initializationOptions\":{\"positionEncoding\":\"utf-8\"}}",
                "utf-8");
    expect_unit(*state,
                "{\"initializationOptions\":{\"positionEncoding\":\"utf-32\"}}",
                "utf-32");
    expect_unit(*state,
                "{\"initializationOptions\":{\"positionEncoding\":[1,{}]}}",
                "utf-16");
    expect_unit(*state,
                "{\"initializationOptions\":{\"positionEncoding\":\"utf-8\"},"
                "\"capabilities\":{\"general\":{\"positionEncodings\":"
                "[\"utf-16\"]}}}",
                "utf-16");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(the_unit_is_what_the_client_offers),
        ARENA_TEST(who_offers_none_may_be_set_up_to_ask_for_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
