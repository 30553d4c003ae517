/* What planlint says about itself: directives in a clean plan, and too much to
 * say. */
#include "cmocka_wrap.h"
#include "mutation.h"

#include "base/arena.h"
#include "base/buf.h"
#include "plan_from_text.h"

#define PLACE "\n## 2 Mission\n"

static const struct mutation directives[] = {
    {"a suppression that silences nothing",
     {{PLACE, NULL,
       "\n<!-- planlint-disable-next-line PL101 -- checked -->" PLACE}},
     "PL902 1"},
    {"a suppression of a rule that does not exist",
     {{PLACE, NULL,
       "\n<!-- planlint-disable-next-line PL199 -- checked -->" PLACE}},
     "PL903 1"},
    {"a suppression that is used",
     {{"\n### 3.3 Towns", NULL,
       "\n<!-- planlint-disable-next-line PL102 -- checked -->\n### 3.2 "
       "Towns"}},
     ""},
};

static void directives_are_judged(void **state)
{
    (void)state;
    assert_mutations("clean-numbers.md", "core", directives,
                     sizeof(directives) / sizeof(*directives));
}

/* 1,001 places for one rule, of which the last is counted only. */
static void too_many_findings_are_counted(void **state)
{
    enum { COUNT = 1001 };
    struct pl_buf text = pl_buf_in(*state);
    struct pl_buf found = pl_buf_in(*state);
    pl_buf_add_text(&text, "\n");
    for (int i = 0; i < COUNT; i++) {
        pl_buf_addf(&text, "Reed%d , bed%d, ", i, i);
        pl_buf_add_text(&found, i + 1 < COUNT ? "PL702 1 | " : "PL904 1");
    }
    pl_buf_add_text(&text, "and so on.\n" PLACE);
    pl_buf_add_char(&text, '\0');
    pl_buf_add_char(&found, '\0');
    struct mutation many = {"too many", {{PLACE, NULL, text.data}}, found.data};
    assert_mutations("clean-numbers.md", "core", &many, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(directives_are_judged),
        ARENA_TEST(too_many_findings_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
