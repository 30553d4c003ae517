/* Directives in the text: what they silence, and what has no effect. */
#include "cmocka_wrap.h"

#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "lint/finding.h"
#include "lint/ruleset.h"
#include "lint/suppress.h"
#include "plan_from_text.h"
#include "rule_files.h"

static const struct pl_embedded_file rules[] = {
    RULE_FILE("PL101", "section-gap", "error", "builtin"),
    RULE_FILE("PL401", "acronym-late", "error", "builtin"),
};

struct fixture {
    struct pl_arena *arena;
    struct pl_ruleset *ruleset;
    struct pl_suppressions *found;
};

static int set_up(void **state)
{
    static struct fixture it;
    struct pl_error error;
    struct pl_rule_files files = {.rules = rules, .rule_count = 2};
    it = (struct fixture){.arena = pl_arena_new()};
    *state = &it;
    if (!pl_ruleset_load(it.arena, files, (struct pl_checks){0}, &it.ruleset,
                         &error)) {
        fail_msg("%s", error.message);
    }
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *it = *state;
    pl_arena_free(it->arena);
    return 0;
}

/* A finding of `rule` at each '#' of the text; returns what stands after those
 * that are left. */
static const char *left(struct fixture *it, const char *rule, const char *text)
{
    pl_str all = pl_str_from(text);
    struct pl_findings findings = {.arena = it->arena};
    for (size_t at = pl_str_find_char(all, '#', 0); at != PL_NOWHERE;
         at = pl_str_find_char(all, '#', at + 1)) {
        struct pl_range range = {(uint32_t)at, (uint32_t)at + 1};
        pl_findings_add(&findings,
                        pl_ruleset_find(it->ruleset, pl_str_from(rule)), range,
                        NULL, 0);
    }
    it->found = pl_suppressions_find(it->arena, plan_from_text(it->arena, text),
                                     it->ruleset);
    size_t before = findings.list.len;
    size_t silenced =
        pl_suppressions_apply(it->arena, it->found, false, &findings);
    assert_int_equal(silenced + findings.list.len, before);
    struct pl_buf out = pl_buf_in(it->arena);
    for (size_t i = 0; i < findings.list.len; i++) {
        pl_buf_add_char(&out, text[findings.list.items[i]->range.end]);
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static size_t without_effect(const struct fixture *it)
{
    size_t count = 0;
    for (size_t i = 0; i < it->found->list.len; i++) {
        const struct pl_suppression *s = &it->found->list.items[i];
        count += s->is_enable || s->is_redundant || !s->is_used;
    }
    return count;
}

static void a_text_without_directives_keeps_its_findings(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(
        left(it, "PL101", "#a <!-- a comment -->\n#b <!-- planlint-\n"), "ab");
    assert_int_equal(it->found->list.len, 0);
    assert_int_equal(it->found->unknown.len, 0);
}

static void the_next_line_is_the_next_that_says_something(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(
        left(it, "PL101",
             "#a\n<!-- planlint-disable-next-line PL101 -- #why -->#b\n"
             " \t\n\n  #c #d\n#e\n"),
        "awbe");
    assert_int_equal(without_effect(it), 0);
}

static void directives_can_be_stacked(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(
        left(it, "PL401",
             "<!-- planlint-disable-next-line PL101 -->\n"
             "  <!-- planlint-disable-next-line acronym-late -->\n\n"
             "<!--planlint-disable-next-line PL1--> "
             "<!-- planlint-disable-next-line PL4 -->\n#a\n#b"),
        "b");
    assert_int_equal(without_effect(it), 2);
}

static void a_directive_inside_a_line_is_no_line_of_its_own(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(
        left(it, "PL101",
             "<!-- planlint-disable-next-line -->\n"
             "#a <!-- planlint-disable-next-line -->\n#b\n#c\n"),
        "c");
}

static void a_block_ends_where_it_is_enabled(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(left(it, "PL101",
                             "#a <!-- planlint-disable PL101 --> #b\n#c\n"
                             "<!-- planlint-enable PL101 -->\n#d\n"),
                        "ad");
    assert_string_equal(left(it, "PL101",
                             "<!-- planlint-disable PL1, PL401 -->\n#a\n"
                             "<!-- planlint-enable -->\n#b\n"
                             "<!-- planlint-disable section-gap -->\n#c"),
                        "b");
    assert_string_equal(left(it, "PL101",
                             "<!-- planlint-disable PL101, PL401 -->\n#a\n"
                             "<!-- planlint-enable PL401 -->\n#b\n"),
                        "");
}

static void another_rule_is_not_touched(void **state)
{
    struct fixture *it = *state;
    const char *text = "<!-- planlint-disable-file PL4 -->\n#a\n"
                       "<!-- planlint-disable acronym-late -->\n#b";
    assert_string_equal(left(it, "PL101", text), "ab");
    assert_int_equal(without_effect(it), 2);
    assert_string_equal(left(it, "PL401", text), "");
    assert_int_equal(without_effect(it), 0);
}

static void the_file_directive_holds_before_it_too(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(
        left(it, "PL101", "#a\n<!-- planlint-disable-file -->\n#b"), "");
}

static void repeated_directives_have_no_effect(void **state)
{
    struct fixture *it = *state;
    left(it, "PL101",
         "<!-- planlint-disable-file PL101 -->\n"
         "<!-- planlint-disable-file PL101 -->\n"
         "<!-- planlint-disable PL101 -->\n"
         "<!-- planlint-disable PL101 -->\n"
         "<!-- planlint-disable-next-line PL101 PL101 -->\n"
         "#a\n<!-- planlint-enable -->\n<!-- planlint-enable -->\n");
    size_t redundant = 0;
    size_t ends = 0;
    for (size_t i = 0; i < it->found->list.len; i++) {
        redundant += it->found->list.items[i].is_redundant;
        ends += it->found->list.items[i].is_enable;
    }
    assert_int_equal(redundant, 3);
    assert_int_equal(ends, 1);
    assert_int_equal(without_effect(it), 4);
}

static void words_that_mean_nothing_are_kept_with_their_place(void **state)
{
    struct fixture *it = *state;
    const char *text = "<!-- planlint-disable-nextline PL101 -->\n#a\n"
                       "<!-- planlint-disable-file PL9O1 -->\n#b\n";
    assert_string_equal(left(it, "PL101", text), "ab");
    assert_int_equal(it->found->list.len, 0);
    assert_int_equal(it->found->unknown.len, 2);
    const struct pl_unknown_word *words = it->found->unknown.items;
    pl_str first = pl_range_text(pl_str_from(text), words[0].place);
    pl_str second = pl_range_text(pl_str_from(text), words[1].place);
    assert_true(words[0].is_directive);
    assert_true(pl_str_eq(first, (pl_str)PL_STR("planlint-disable-nextline")));
    assert_false(words[1].is_directive);
    assert_true(pl_str_eq(second, (pl_str)PL_STR("PL9O1")));
    assert_true(pl_str_eq(pl_directive_nearest(first),
                          (pl_str)PL_STR("planlint-disable-next-line")));
}

static void a_directive_in_code_is_shown_not_meant(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(left(it, "PL101",
                             "Write `<!-- planlint-disable-file -->` there.\n\n"
                             "```html\n<!-- planlint-disable PL101 -->\n"
                             "<!-- planlint-enabel -->\n```\n\n#a `code` "
                             "<!-- planlint-disable-next-line -->\n#b\n"),
                        "a");
    assert_int_equal(it->found->list.len, 1);
    assert_int_equal(it->found->unknown.len, 0);
}

static double seconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void hundreds_of_thousands_of_directives_end_soon(void **state)
{
    struct fixture *it = *state;
    static const char *const units[] = {
        "<!-- planlint-disable-next-line PL101 -->",
        "<!-- planlint-disable-next-line PL101 -->\n",
        "<!-- planlint-disable -->\n#\n<!-- planlint-enable -->",
        "<!-- planlint-disable PL101 --><!-- planlint-enable PL101 -->#",
        "<!-- planlint-x",
        "#<!-- planlint-disable-file\n",
        "<!--",
        "<!-- planlint-disable-file PL1 PL4\n--> #",
    };
    for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
        struct pl_buf text = pl_buf_in(it->arena);
        for (int n = 0; n < 30000; n++) {
            pl_buf_add_text(&text, units[i]);
        }
        pl_buf_add_text(&text, "\n#\n");
        pl_buf_add_char(&text, '\0');
        double began = seconds();
        left(it, "PL101", text.data);
        if (seconds() - began > 5.0) {
            fail_msg("%s takes %g s", units[i], seconds() - began);
        }
    }
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_text_without_directives_keeps_its_findings),
        TEST(the_next_line_is_the_next_that_says_something),
        TEST(directives_can_be_stacked),
        TEST(a_directive_inside_a_line_is_no_line_of_its_own),
        TEST(a_block_ends_where_it_is_enabled),
        TEST(another_rule_is_not_touched),
        TEST(the_file_directive_holds_before_it_too),
        TEST(repeated_directives_have_no_effect),
        TEST(words_that_mean_nothing_are_kept_with_their_place),
        TEST(a_directive_in_code_is_shown_not_meant),
        TEST(hundreds_of_thousands_of_directives_end_soon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
