/* Findings: messages from templates, the order of reports, the limit. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "lint/check.h"
#include "lint/finding.h"
#include "lint/rule.h"

static const struct pl_rule late_rule = {
    .id = PL_STR("PL202"),
    .severity = PL_SEVERITY_ERROR,
    .message = PL_STR("{kind} {number} does not exist"),
};
static const struct pl_rule early_rule = {
    .id = PL_STR("PL101"),
    .severity = PL_SEVERITY_INFO,
    .message = PL_STR("{kind}"),
    .fix = PL_STR("write {new}"),
};

static int set_up(void **state)
{
    static struct pl_findings findings;
    findings = (struct pl_findings){.arena = pl_arena_new()};
    *state = &findings;
    return 0;
}

static int tear_down(void **state)
{
    struct pl_findings *findings = *state;
    pl_arena_free(findings->arena);
    return 0;
}

static const char *fill(struct pl_findings *findings, const char *text)
{
    static const struct pl_arg args[] = {{"kind", PL_STR("section")},
                                         {"number", PL_STR("{kind}")}};
    return pl_template_fill(findings->arena, pl_str_from(text), args, 2);
}

static void placeholders_are_replaced_once(void **state)
{
    assert_string_equal(fill(*state, "{kind} {number}, {kind}"),
                        "section {kind}, section");
}

static void what_is_no_placeholder_stays(void **state)
{
    assert_string_equal(fill(*state, "{other} {} {kind {a b} } {"),
                        "{other} {} {kind {a b} } {");
    assert_string_equal(fill(*state, "{{kind}"), "{section");
    assert_string_equal(fill(*state, ""), "");
}

static void a_finding_takes_message_and_severity_from_its_rule(void **state)
{
    struct pl_findings *findings = *state;
    struct pl_run run = {.findings = findings, .rule = &late_rule};
    struct pl_finding *finding =
        PL_FINDING(&run, ((struct pl_range){3, 5}), {"kind", PL_STR("table")},
                   {"number", PL_STR("9")});
    assert_string_equal(finding->message, "table 9 does not exist");
    assert_int_equal(finding->severity, PL_SEVERITY_ERROR);
    assert_int_equal(findings->list.len, 1);
}

static struct pl_finding *add(struct pl_findings *findings,
                              const struct pl_rule *rule, uint32_t start,
                              uint32_t end, const char *kind)
{
    struct pl_arg arg = {"kind", pl_str_from(kind)};
    return pl_findings_add(findings, rule, (struct pl_range){start, end}, &arg,
                           1);
}

static void findings_are_ordered_by_place_rule_and_message(void **state)
{
    struct pl_findings *findings = *state;
    const struct pl_finding *in_order[] = {
        [5] = add(findings, &early_rule, 9, 12, "a"),
        [4] = add(findings, &late_rule, 5, 9, "a"),
        [3] = add(findings, &early_rule, 5, 9, "b"),
        [2] = add(findings, &early_rule, 5, 9, "a"),
        [1] = add(findings, &late_rule, 5, 6, "z"),
        [0] = add(findings, &late_rule, 0, 99, "z"),
    };
    pl_findings_sort(findings);
    for (size_t i = 0; i < 6; i++) {
        assert_ptr_equal(findings->list.items[i], in_order[i]);
    }
}

static void equal_findings_keep_their_order(void **state)
{
    struct pl_findings *findings = *state;
    const struct pl_finding *added[20];
    for (size_t i = 0; i < 20; i++) {
        added[i] = add(findings, &early_rule, i < 10 ? 8 : 2, 9, "a");
    }
    pl_findings_sort(findings);
    for (size_t i = 0; i < 20; i++) {
        assert_ptr_equal(findings->list.items[i], added[(i + 10) % 20]);
    }
}

static void beyond_the_limit_findings_are_counted_only(void **state)
{
    struct pl_findings *findings = *state;
    findings->limit = 2;
    for (uint32_t i = 0; i < 5; i++) {
        struct pl_finding *finding = add(findings, &early_rule, i, i + 1, "a");
        pl_finding_relate(findings, finding, finding->range, "here");
        struct pl_edit edit = {.range = finding->range};
        pl_finding_fix(findings, finding, true, edit, PL_NO_ARGS);
    }
    assert_int_equal(findings->list.len, 2);
    assert_int_equal(findings->dropped, 3);
    assert_int_equal(findings->first_dropped.start, 2);
    assert_int_equal(findings->list.items[1]->related.len, 1);
    assert_int_equal(findings->list.items[1]->fixes.items[0].edits.len, 1);
}

static void a_fix_takes_its_title_from_the_rule(void **state)
{
    struct pl_findings *findings = *state;
    struct pl_finding *finding = add(findings, &early_rule, 0, 1, "a");
    struct pl_edit edit = {.range = {0, 1}, .text = PL_STR("b")};
    const struct pl_fix *fix = pl_finding_fix(findings, finding, false, edit,
                                              PL_ARGS({"new", PL_STR("b")}));
    assert_string_equal(fix->title, "write b");
    assert_false(fix->safe);
}

static void a_rule_without_a_title_offers_no_fix(void **state)
{
    struct pl_findings *findings = *state;
    struct pl_finding *finding = add(findings, &late_rule, 0, 1, "a");
    struct pl_edit edit = {.range = {0, 1}};
    assert_null(pl_finding_fix(findings, finding, true, edit, PL_NO_ARGS));
    assert_int_equal(finding->fixes.len, 0);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(placeholders_are_replaced_once),
        TEST(what_is_no_placeholder_stays),
        TEST(a_fix_takes_its_title_from_the_rule),
        TEST(a_rule_without_a_title_offers_no_fix),
        TEST(a_finding_takes_message_and_severity_from_its_rule),
        TEST(findings_are_ordered_by_place_rule_and_message),
        TEST(equal_findings_keep_their_order),
        TEST(beyond_the_limit_findings_are_counted_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
