/* What a revision brings in: a Word file with tracked changes as it will be and
 * as it was, and the text that a converter makes of both at once. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "base/buf.h"
#include "builtin_rules.h"
#include "lint/lint.h"
#include "lint/revision.h"
#include "lint/rule.h"
#include "lint/ruleset.h"
#include "plan/plan.h"
#include "report/report.h"
#include "text/source.h"
#include "text/word/sample/sample.h"

struct fixture {
    struct pl_arena *arena;
    struct pl_ruleset *ruleset;
};

static int set_up(void **state)
{
    static struct fixture it;
    it = (struct fixture){.arena = pl_arena_new()};
    it.ruleset = builtin_rules(it.arena, "itu");
    *state = &it;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *it = *state;
    pl_arena_free(it->arena);
    return 0;
}

/* An annex whose period, place, bodies and numbers a revision changes; it
 * deletes paragraph 3 and empties a footnote. */
static const char annex[] =
    "# Strategic plan of the Harbour Union for 202{++8-2031++}{--4-2027--}\n"
    "# 1 Introduction\n"
    "1 The Harbour Union adopts this plan in {--Doha--}{++Bergen++} for the "
    "period 202{++8-2031++}{--4-2027--}.\n"
    "2 {--Four--}{++Three++} bodies carry it out: the {--Office--}{++Council++}"
    ", the Assembly and the Bureau.{^{--The Assembly met in Doha.--}^}\n"
    "{--3 The Office keeps the register that paragraph 5 describes.--}"
    "{--¶--}\n"
    "{--4--}{++3++} The Council sees to it that the the docks are open.\n"
    "{--5--}{++4++} The register lists ports by region and is published.\n"
    "{++5 The Bureau reports on the budget of of the plan.++}{++¶++}\n"
    "6 As paragraph 5 says, the {--the --}register is public.\n"
    "7 The report of paragraph 9 goes to the Assembly{++ and and++} the "
    "Council.\n"
    "{--8--}{++7++} The Assembly reviews the plan in 202{--6--}{++9++}, "
    "half-way through its {--p--}{++P++}eriod.\n"
    "# 2 {--Priorities--}{++Goals++}\n"
    "{--9--}{++8++} The {--p--}{++P++}riorities of the Union are set out in 202"
    "{++6++}{--2--}.\n";

static const struct pl_plan *read_plan(struct fixture *it, pl_str bytes)
{
    struct pl_source *source;
    struct pl_error error;
    if (!pl_source_read(it->arena, "annex", bytes, NULL, &source, &error)) {
        fail_msg("%s", error.message);
    }
    return pl_plan_read(it->arena, source);
}

static const struct pl_plan *word_plan(struct fixture *it)
{
    return read_plan(it, pl_word_sample(it->arena, pl_str_from(annex)));
}

/* Insertions and deletions in the order of the file, as Tika gives them. */
static const struct pl_plan *glued_plan(struct fixture *it)
{
    static const char *const marks[] = {"{++", "++}", "{--", "--}", "\u00B6"};
    static const pl_str note = PL_STR("{^");
    static const pl_str note_end = PL_STR("^}");
    struct pl_buf out = pl_buf_in(it->arena);
    pl_str rest = pl_str_from(annex);
    while (rest.len > 0) {
        size_t len = 1;
        bool is_mark = false;
        for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
            pl_str mark = pl_str_from(marks[i]);
            is_mark |= pl_str_starts(rest, mark);
            len = pl_str_starts(rest, mark) ? mark.len : len;
        }
        if (pl_str_starts(rest, note)) {
            pl_buf_add_text(&out, "[footnoteRef:1] [1: ");
            len = note.len;
        } else if (pl_str_starts(rest, note_end)) {
            pl_buf_add_text(&out, "] ");
            len = note_end.len;
        } else if (!is_mark) {
            pl_buf_add_char(&out, rest.data[0]);
        }
        rest = pl_str_slice(rest, len, rest.len);
    }
    return read_plan(it, pl_buf_str(&out));
}

static bool is_residue(const struct pl_finding *finding)
{
    static const char *const ids[] = {"PL602", "PL603", "PL604", "PL613"};
    for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
        if (pl_str_eq(finding->rule->id, pl_str_from(ids[i]))) {
            return true;
        }
    }
    return false;
}

static size_t count_residue(struct fixture *it, const struct pl_plan *plan)
{
    struct pl_lint_result result = pl_lint(it->arena, plan, it->ruleset, NULL);
    size_t count = 0;
    for (size_t i = 0; i < result.findings.list.len; i++) {
        count += is_residue(result.findings.list.items[i]);
    }
    return count;
}

static void what_is_glued_in_a_text_is_not_in_the_file(void **state)
{
    struct fixture *it = *state;
    assert_true(count_residue(it, glued_plan(it)) >= 2);
    assert_int_equal(count_residue(it, word_plan(it)), 0);
}

static void add_finding(struct pl_buf *out, const struct pl_plan *plan,
                        const struct pl_finding *finding)
{
    pl_str place = pl_range_text(plan->text, finding->range);
    pl_buf_addf(out, "%s%.*s \"%.*s\"", out->len ? ", " : "",
                PL_STR_ARG(finding->rule->id), PL_STR_ARG(place));
}

static void exactly_the_slips_of_a_revision_are_introduced(void **state)
{
    struct fixture *it = *state;
    const struct pl_plan *plan = word_plan(it);
    assert_true(pl_revision_is_one(plan));
    struct pl_lint_result result = pl_lint(it->arena, plan, it->ruleset, NULL);
    struct pl_revision revision =
        pl_revision_mark(it->arena, plan, it->ruleset, NULL, &result);
    struct pl_buf introduced = pl_buf_in(it->arena);
    struct pl_buf existing = pl_buf_in(it->arena);
    for (size_t i = 0; i < result.findings.list.len; i++) {
        const struct pl_finding *finding = result.findings.list.items[i];
        bool is_new = finding->revision.status == PL_REVISION_INTRODUCED;
        add_finding(is_new ? &introduced : &existing, plan, finding);
    }
    pl_buf_add_char(&introduced, '\0');
    pl_buf_add_char(&existing, '\0');
    assert_string_equal(introduced.data,
                        "PL701 \"of of\", PL251 \"5\", PL201 \"9\", "
                        "PL251 \"9\", PL701 \"and and\", PL103 \"7\", "
                        "PL303 \"[^1]:\"");
    assert_string_equal(existing.data, "PL625 \"\", PL701 \"the the\"");
    assert_int_equal(revision.introduced, 7);
    assert_int_equal(revision.existing, 2);
    assert_int_equal(revision.resolved, 1); /* "the the" of 6 */
}

static void a_finding_has_the_author_and_date_of_its_change(void **state)
{
    struct fixture *it = *state;
    const struct pl_plan *plan = word_plan(it);
    struct pl_lint_result result = pl_lint(it->arena, plan, it->ruleset, NULL);
    pl_revision_mark(it->arena, plan, it->ruleset, NULL, &result);
    for (size_t i = 0; i < result.findings.list.len; i++) {
        const struct pl_finding *finding = result.findings.list.items[i];
        bool is_doubled =
            pl_str_eq(finding->rule->id, (pl_str)PL_STR("PL701")) &&
            finding->revision.status == PL_REVISION_INTRODUCED;
        if (is_doubled) {
            assert_memory_equal(finding->revision.author.data, "A. Drafter",
                                finding->revision.author.len);
            assert_memory_equal(finding->revision.date.data,
                                "2026-05-04T09:30:00Z",
                                finding->revision.date.len);
        }
        bool is_old = finding->revision.status == PL_REVISION_EXISTING;
        assert_true(!is_old || finding->revision.author.len == 0);
    }
}

static void assert_reports(struct fixture *it, enum pl_report_kind kind,
                           const char *expected)
{
    const struct pl_plan *plan = word_plan(it);
    struct pl_lint_result result = pl_lint(it->arena, plan, it->ruleset, NULL);
    struct pl_revision revision =
        pl_revision_mark(it->arena, plan, it->ruleset, NULL, &result);
    struct pl_report *report = pl_report_new(
        it->arena, (struct pl_report_options){.kind = kind, .width = 80});
    pl_report_add(report, it->arena,
                  &(struct pl_report_document){
                      .plan = plan,
                      .findings = result.findings.list.items,
                      .finding_count = result.findings.list.len,
                      .revision = &revision,
                  });
    pl_report_end(report);
    assert_true(pl_str_find(pl_report_take(report), pl_str_from(expected), 0) !=
                PL_NOWHERE);
}

static void reports_say_who_introduced_a_finding(void **state)
{
    struct fixture *it = *state;
    assert_reports(it, PL_REPORT_TEXT,
                   "introduced by A. Drafter, 2026-05-04\n");
    assert_reports(it, PL_REPORT_JSON,
                   "\"revision\": {\"status\": \"introduced\", \"author\": "
                   "\"A. Drafter\", \"date\": \"2026-05-04T09:30:00Z\"}");
    assert_reports(it, PL_REPORT_JSON,
                   "\"revision\": {\"introduced\": 7, \"existing\": 2, "
                   "\"resolved\": 1, \"resolvedFindings\": [{\"rule\": "
                   "\"PL701\", \"severity\": \"warning\", ");
    assert_reports(it, PL_REPORT_JSON,
                   "\"message\": \"\\\"the\\\" stands twice running\"}]}");
    assert_reports(it, PL_REPORT_TEXT, " in 1 file, 1 resolved by revision\n");
    assert_reports(it, PL_REPORT_JSONL,
                   "\"revision\": {\"status\": \"existing\"}");
}

static void a_text_is_no_revision(void **state)
{
    struct fixture *it = *state;
    assert_false(pl_revision_is_one(glued_plan(it)));
    pl_str clean = pl_word_sample(it->arena, pl_str_from("1 The docks.\n"));
    assert_false(pl_revision_is_one(read_plan(it, clean)));
}

/* A number that Word computes is the same finding when it has moved. */
static void a_renumbered_finding_was_there_before(void **state)
{
    struct fixture *it = *state;
    static const char text[] = "%1 {++The docks are new.++}{++¶++}\n"
                               "%1 The ports are are open.\n"
                               "%1 Ships pay{--.--}{++ pay.++}\n";
    const struct pl_plan *plan =
        read_plan(it, pl_word_sample(it->arena, pl_str_from(text)));
    struct pl_lint_result result = pl_lint(it->arena, plan, it->ruleset, NULL);
    struct pl_revision revision =
        pl_revision_mark(it->arena, plan, it->ruleset, NULL, &result);
    assert_int_equal(revision.introduced, 1);
    assert_int_equal(revision.resolved, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_glued_in_a_text_is_not_in_the_file),
        TEST(exactly_the_slips_of_a_revision_are_introduced),
        TEST(a_finding_has_the_author_and_date_of_its_change),
        TEST(reports_say_who_introduced_a_finding),
        TEST(a_text_is_no_revision),
        TEST(a_renumbered_finding_was_there_before),
    };
    return cmocka_run_group_tests_name("revision", tests, NULL, NULL);
}
