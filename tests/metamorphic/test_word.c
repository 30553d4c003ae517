/* The same document as a text, as Markdown, as a Word file and as an
 * OpenDocument text says the same. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "builtin_rules.h"
#include "lint/lint.h"
#include "lint/rule.h"
#include "lint/ruleset.h"
#include "odt_from_text.h"
#include "plan/plan.h"
#include "plan_from_text.h"
#include "text/source.h"
#include "word_from_text.h"

/* "PL103 2.1, para 7: message", one a line, in the order of the places. A note
 * that nothing refers to is not displayed by Word, and not read. */
static const char *findings_of(struct pl_arena *arena, pl_str bytes)
{
    static const pl_str unmarked_note = PL_STR("PL302");
    struct pl_error error;
    struct pl_source *source = NULL;
    if (!pl_source_read(arena, "plan", bytes, NULL, &source, &error)) {
        fail_msg("%s", error.message);
    }
    const struct pl_plan *plan = pl_plan_read(arena, source);
    struct pl_lint_result result =
        pl_lint(arena, plan, builtin_rules(arena, "core"),
                &(struct pl_lint_options){0});
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < result.findings.list.len; i++) {
        const struct pl_finding *it = result.findings.list.items[i];
        if (pl_str_eq(it->rule->id, unmarked_note)) {
            continue;
        }
        pl_buf_addf(&out, "%.*s %.*s: %s\n", PL_STR_ARG(it->rule->id),
                    PL_STR_ARG(pl_plan_address(arena, plan, it->range.start)),
                    it->message);
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

/* Prints the lines of one that the other has not. */
static size_t print_others(const char *sign, const char *of, const char *in)
{
    size_t count = 0;
    pl_str rest = pl_str_from(of);
    while (rest.len > 0) {
        pl_str line = pl_str_split(&rest, '\n');
        if (pl_str_find(pl_str_from(in), line, 0) == PL_NOWHERE) {
            print_error("%s %.*s\n", sign, PL_STR_ARG(line));
            count++;
        }
    }
    return count;
}

static void assert_same(const char *what, const char *first, const char *second)
{
    if (strcmp(first, second) != 0 &&
        print_others("-", first, second) + print_others("+", second, first) ==
            0) {
        print_error("%s: in another order\n", what);
    }
    if (strcmp(first, second) != 0) {
        fail_msg("%s: the findings differ", what);
    }
}

static pl_str read_file(struct pl_arena *arena, const char *name)
{
    enum { MOST = 1024 * 1024 };
    pl_str bytes;
    struct pl_error error;
    const char *path =
        pl_arena_printf(arena, "%s/%s", PLANLINT_SOURCE_DIR, name);
    if (!pl_file_read(arena, path, MOST, &bytes, &error)) {
        fail_msg("%s", error.message);
    }
    return bytes;
}

static void whole_plans_have_the_same_findings(void **state)
{
    static const char *const plans[] = {
        "examples/strategic-plan.md",
        "tests/fixtures/plans/clean-plan.md",
        "tests/fixtures/plans/clean-city.md",
        "tests/fixtures/plans/clean-handbook.md",
        "tests/fixtures/plans/clean-numbers.md",
    };
    for (size_t i = 0; i < sizeof(plans) / sizeof(plans[0]); i++) {
        pl_str markdown = read_file(*state, plans[i]);
        const char *expected = findings_of(*state, markdown);
        assert_same(plans[i], expected,
                    findings_of(*state, word_from_markdown(*state, markdown)));
        assert_same(plans[i], expected,
                    findings_of(*state, odt_from_markdown(*state, markdown)));
    }
}

static void all_forms_have_the_same_findings(void **state)
{
    static const pl_str text = PL_STR(
        "1\tIntroduction\n"
        "This plan of the Harbour Union (HU) is for 2028-2031 and follows the "
        "the plan for 2024-2027, see section 4.\n"
        "2\tAims\n"
        "2.1\tReach\n"
        "HU will reach all ports by 31 April 2029, and members agree.\n"
        "2.3\tMeans\n"
        "The Pilots Board (PB) meets twice a year.\n"
        "3\tFollow-up\n"
        "The secretariat reports on progress at each session.\n");
    static const pl_str markdown = PL_STR(
        "# 1 Introduction\n\n"
        "This plan of the Harbour Union (HU) is for 2028-2031 and follows the "
        "the plan for 2024-2027, see section 4.\n\n"
        "# 2 Aims\n\n"
        "## 2.1 Reach\n\n"
        "HU will reach all ports by 31 April 2029, and members agree.\n\n"
        "## 2.3 Means\n\n"
        "The Pilots Board (PB) meets twice a year.\n\n"
        "# 3 Follow-up\n\n"
        "The secretariat reports on progress at each session.\n");
    const char *of_text = findings_of(*state, text);
    assert_non_null(strstr(of_text, "PL733"));
    assert_non_null(strstr(of_text, "PL202"));
    assert_non_null(strstr(of_text, "PL701"));
    assert_same("Markdown", of_text, findings_of(*state, markdown));
    assert_same("Word", of_text,
                findings_of(*state, word_from_markdown(*state, markdown)));
    assert_same("OpenDocument", of_text,
                findings_of(*state, odt_from_markdown(*state, markdown)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(whole_plans_have_the_same_findings),
        ARENA_TEST(all_forms_have_the_same_findings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
