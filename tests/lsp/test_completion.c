/* Completion: what is offered where. */
#include "cmocka_wrap.h"

#include "lsp_fixture.h"
#include "plan_from_text.h"

#include <string.h>

#include "base/buf.h"
#include "lsp/features/features.h"

/* The labels, with blanks, that are offered at the cursor. */
static const char *offered(struct pl_arena *arena, const char *marked)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, arena, marked, "itu");
    struct pl_json items =
        pl_json_get(lsp_ask(&fixture, pl_lsp_completion, NULL), "items");
    struct pl_buf out = pl_buf_in(arena);
    for (struct pl_json it = pl_json_first(items);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        pl_buf_add_text(&out, json_text(arena, it, "label"));
        pl_buf_add_char(&out, ';');
    }
    pl_buf_add_char(&out, '\0');
    lsp_fixture_close(&fixture);
    return out.data;
}

#define ASSERT_OFFERED(marked, expected) \
    assert_string_equal(offered(*state, (marked)), (expected))

static void numbers_follow_their_words(void **state)
{
    ASSERT_OFFERED("%! plan.txt\n1 The Union meets.\n2 It pays.\n"
                   "3 As in paragraph | it meets.\n",
                   "1;2;3;");
    ASSERT_OFFERED("%! plan.txt\n1 The Union meets.\n2 It pays.\n"
                   "3 As in paragraphs 1, 2 and | it meets.\n",
                   "1;2;3;");
    ASSERT_OFFERED("# 2.1 Ports\n\n# 2.2 Piers\n\nSee section 2|.\n",
                   "2.1;2.2;");
    ASSERT_OFFERED("Goal 1: Safe Entry\n\nTarget 1.1: lights\n\n"
                   "Target 1.2: pilots\n\nSee target |.\n",
                   "1.1;1.2;");
}

static void footnotes_follow_their_bracket(void **state)
{
    ASSERT_OFFERED("See it[^a] and [^|.\n\n[^a]: One.\n\n[^b2]: Two.\n",
                   "a;b2;");
}

static void words_are_acronyms_names_and_terms(void **state)
{
    ASSERT_OFFERED("The Coastal Alert Protocol (CAP) is new. It is CA|\n",
                   "CAP;");
    ASSERT_OFFERED("Goal 1: Safe Entry\n\nThey work for Sa|\n", "Safe Entry;");
    ASSERT_OFFERED("They work for x|\n", "");
}

static void directives_and_rules_are_offered_in_comments(void **state)
{
    ASSERT_OFFERED("<!-- planlint-dis|\n",
                   "planlint-disable-next-line;planlint-disable;"
                   "planlint-disable-file;planlint-enable;");
    const char *rules =
        offered(*state, "<!-- planlint-disable-next-line PL1| -->\n");
    assert_non_null(strstr(rules, "PL103;"));
    ASSERT_OFFERED("<!-- a remark | -->\n", "");
}

static void running_text_offers_nothing(void **state)
{
    ASSERT_OFFERED("The Union |\n", "");
    ASSERT_OFFERED("|", "");
    ASSERT_OFFERED("12|", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(numbers_follow_their_words),
        ARENA_TEST(footnotes_follow_their_bracket),
        ARENA_TEST(words_are_acronyms_names_and_terms),
        ARENA_TEST(directives_and_rules_are_offered_in_comments),
        ARENA_TEST(running_text_offers_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
