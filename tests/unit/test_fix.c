/* Fixes: chosen, applied round after round, written as the file is. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "lint/check.h"
#include "lint/examples.h"
#include "lint/fix.h"
#include "lint/ruleset.h"
#include "plan/plan.h"
#include "rule_files.h"
#include "text/source.h"

/* What is offered for a letter of the text. */
struct offer {
    char letter;
    bool safe;
    const char *texts[2]; /* alternatives */
    uint32_t reach;       /* bytes that are replaced; 0: one */
};

static const struct offer offers[] = {
    {'a', true, {"b"}, 0}, /* goes on to "c" in the next round */
    {'b', true, {"c"}, 0},
    {'r', false, {"R"}, 0},      /* for a person to judge */
    {'e', false, {"1", "2"}, 0}, /* alternatives, none safe */
    {'f', true, {"F", "G"}, 0},  /* alternatives, the first safe */
    {'x', true, {"y"}, 0},       /* undone by the next */
    {'y', true, {"x"}, 0},
    {'d', true, {""}, 0},                 /* deleted */
    {'w', true, {"W"}, 3},                /* wide: overlaps what follows */
    {'s', true, {"s"}, 0},                /* changes nothing */
    {'u', true, {"\xE2\x89\xA4"}, 0},     /* U+2264, not in Windows-1252 */
    {'q', true, {"\xE2\x80\x99"}, 0},     /* U+2019, which is */
    {'z', true, {"\xF0\x9F\x98\x80"}, 0}, /* U+1F600, two units of UTF-16 */
    {'n', true, {"\n"}, 0},               /* a new line */
};

static void offer(struct pl_run *run, uint32_t at, const struct offer *it)
{
    struct pl_range range = {at, at + (it->reach ? it->reach : 1)};
    range.end = range.end > run->plan->text.len ? (uint32_t)run->plan->text.len
                                                : range.end;
    struct pl_finding *finding =
        pl_findings_add(run->findings, run->rule, range, NULL, 0);
    for (size_t i = 0; i < 2 && it->texts[i]; i++) {
        struct pl_edit edit = {range, pl_str_from(it->texts[i])};
        pl_finding_fix(run->findings, finding, it->safe, edit, PL_NO_ARGS);
    }
}

/* "(...)" becomes "[...]": a fix of two edits, whole or not at all. */
static void offer_pair(struct pl_run *run, uint32_t at)
{
    size_t close = pl_str_find_char(run->plan->text, ')', at);
    if (close != PL_NOWHERE) {
        struct pl_range range = {at, at + 1};
        struct pl_range end = {(uint32_t)close, (uint32_t)close + 1};
        struct pl_finding *finding =
            pl_findings_add(run->findings, run->rule, range, NULL, 0);
        struct pl_fix *fix =
            pl_finding_fix(run->findings, finding, true,
                           (struct pl_edit){range, PL_STR("[")}, PL_NO_ARGS);
        *PL_VEC_PUSH(run->arena, &fix->edits) =
            (struct pl_edit){end, PL_STR("]")};
    }
}

static void run_letters(struct pl_run *run)
{
    pl_str text = run->plan->text;
    for (uint32_t at = 0; at < text.len; at++) {
        for (size_t i = 0; i < PL_COUNT(offers); i++) {
            if (text.data[at] == offers[i].letter) {
                offer(run, at, &offers[i]);
            }
        }
        if (text.data[at] == '(') {
            offer_pair(run, at);
        }
    }
}

static const struct pl_check letters = {.name = "letters", .run = run_letters};
static const struct pl_check *const check_list[] = {&letters};
static const struct pl_checks checks = {check_list, 1};
static const struct pl_embedded_file rules[] = {
    EMBEDDED("a", "{\"id\": \"PL101\", \"name\": \"letter\", \"severity\": "
                  "\"warning\", \"summary\": \"s\", \"check\": \"letters\", "
                  "\"message\": \"m\", \"fix\": \"f\", \"examples\": [\n"
                  "{\"text\": \"1 d\", \"findings\": [\"d\"]},\n"
                  "{\"text\": \"1 x\", \"findings\": [\"x\"]}]}"),
    EMBEDDED("b", "{\"id\": \"PL102\", \"name\": \"english\", \"severity\": "
                  "\"warning\", \"summary\": \"s\", \"check\": \"letters\", "
                  "\"message\": \"m\", \"fix\": \"f\", \"languages\": "
                  "[\"en\"], \"examples\": [\n"
                  "{\"text\": \"1 x\", \"findings\": [\"x\"]}]}")};

struct fixture {
    struct pl_arena *arena;
    struct pl_fixer fixer;
    struct pl_fixed fixed;
    struct pl_error error;
};

static int set_up(void **state)
{
    static struct fixture it;
    it = (struct fixture){.arena = pl_arena_new()};
    *state = &it;
    struct pl_ruleset *ruleset;
    struct pl_rule_files files = {.rules = rules,
                                  .rule_count = PL_COUNT(rules)};
    if (!pl_ruleset_load(it.arena, files, checks, &ruleset, &it.error)) {
        fail_msg("%s", it.error.message);
    }
    pl_rule_turn_on(pl_ruleset_find(ruleset, (pl_str)PL_STR("PL101")));
    it.fixer = (struct pl_fixer){.ruleset = ruleset, .least = PL_SEVERITY_INFO};
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *it = *state;
    pl_arena_free(it->arena);
    return 0;
}

static const struct pl_plan *read_plan(struct fixture *it, pl_str bytes)
{
    struct pl_source *source;
    if (!pl_source_read(it->arena, "p.txt", bytes, NULL, &source, &it->error)) {
        fail_msg("%s", it->error.message);
    }
    return pl_plan_read(it->arena, source);
}

static bool fix(struct fixture *it, pl_str bytes)
{
    return pl_fix_document(it->arena, read_plan(it, bytes), &it->fixer,
                           &it->fixed, &it->error);
}

/* The bytes of the file after the fixes; the edits must say the same. */
static pl_str fixed_bytes(struct fixture *it, pl_str bytes)
{
    if (!fix(it, bytes)) {
        fail_msg("%s", it->error.message);
    }
    pl_str after = it->fixed.plan->source->bytes;
    assert_true(
        pl_str_eq(after, pl_edits_apply(it->arena, bytes, it->fixed.edits)));
    return after;
}

static void assert_fixed_bytes(struct fixture *it, pl_str bytes,
                               pl_str expected)
{
    pl_str after = fixed_bytes(it, bytes);
    if (!pl_str_eq(after, expected)) {
        fail_msg("\"%.*s\" instead of \"%.*s\"", PL_STR_ARG(after),
                 PL_STR_ARG(expected));
    }
}

#define FIXES(before, after) \
    assert_fixed_bytes(*state, (pl_str)PL_STR(before), (pl_str)PL_STR(after))

static void fixes_are_applied_until_nothing_is_left_to_fix(void **state)
{
    struct fixture *it = *state;
    FIXES("1 a b", "1 c c");
    assert_int_equal(it->fixed.findings, 3);
    assert_int_equal(it->fixed.result.findings.list.len, 0);
    assert_true(it->fixed.is_settled);
    FIXES("1 c", "1 c");
    assert_int_equal(it->fixed.findings, 0);
    assert_int_equal(it->fixed.edits.count, 0);
}

static void unsafe_fixes_are_applied_on_demand(void **state)
{
    struct fixture *it = *state;
    FIXES("1 r b", "1 r c");
    assert_int_equal(it->fixed.result.findings.list.len, 1);
    it->fixer.unsafe_too = true;
    FIXES("1 r b", "1 R c");
    assert_int_equal(it->fixed.result.findings.list.len, 0);
}

static void among_alternatives_only_a_safe_first_one_is_applied(void **state)
{
    struct fixture *it = *state;
    it->fixer.unsafe_too = true;
    FIXES("1 e f", "1 e F");
    assert_int_equal(it->fixed.result.findings.list.len, 1);
}

static void what_is_less_severe_is_left_alone(void **state)
{
    struct fixture *it = *state;
    it->fixer.least = PL_SEVERITY_ERROR;
    FIXES("1 a", "1 a");
}

static void a_fix_that_changes_nothing_is_no_fix(void **state)
{
    struct fixture *it = *state;
    FIXES("1 s", "1 s");
    assert_true(it->fixed.is_settled);
    assert_int_equal(it->fixed.findings, 0);
}

/* What is chosen of the findings in a text, as the text after it. */
static const char *chosen(struct fixture *it, const char *text, size_t *count)
{
    const struct pl_plan *plan = read_plan(it, pl_str_from(text));
    struct pl_lint_result result =
        pl_lint(it->arena, plan, it->fixer.ruleset, NULL);
    struct pl_fix_choice choice = pl_fix_choose(
        it->arena, plan->text, &result.findings, PL_SEVERITY_INFO, false);
    *count = choice.findings;
    return pl_edits_apply(it->arena, plan->text, choice.edits).data;
}

static void overlapping_fixes_wait_for_the_next_round(void **state)
{
    size_t count;
    assert_string_equal(chosen(*state, "1 wa- a", &count), "1 W b");
    assert_int_equal(count, 2);
    FIXES("1 wa- a", "1 W c");
}

static void touching_fixes_wait_too(void **state)
{
    size_t count;
    assert_string_equal(chosen(*state, "1 dd", &count), "1 d");
    assert_int_equal(count, 1);
    FIXES("1 dda", "1 c");
}

static void a_fix_is_applied_whole_or_not_at_all(void **state)
{
    size_t count;
    assert_string_equal(chosen(*state, "1 ( t) a", &count), "1 [ t] b");
    assert_int_equal(count, 2);
    /* The first edit of "(" would be free, the second is not. */
    assert_string_equal(chosen(*state, "1 (( ) a", &count), "1 [( ] b");
    assert_int_equal(count, 2);
}

static void fixes_that_undo_each_other_come_to_an_end(void **state)
{
    struct fixture *it = *state;
    FIXES("1 x", "1 x");
    assert_false(it->fixed.is_settled);
    assert_int_equal(it->fixed.findings, PL_FIX_MAX_ROUNDS);
}

static void line_ends_and_their_lack_stay(void **state)
{
    FIXES("1 a\r\n2 a\n3 a\r4 a\xC2\x85\x35 a",
          "1 c\r\n2 c\n3 c\r4 c\xC2\x85\x35 c");
    FIXES("1 a\r\n\r\n", "1 c\r\n\r\n");
}

static void a_new_line_ends_like_its_neighbour(void **state)
{
    FIXES("1 n1\r\n2 t\n", "1 \r\n1\r\n2 t\n");
    FIXES("1 t\r\n2 n", "1 t\r\n2 \r\n");
    FIXES("n", "\n");
    FIXES("\xFF\xFEn\0\r\0\n\0", "\xFF\xFE\r\0\n\0\r\0\n\0");
}

static void the_byte_order_mark_and_the_encoding_stay(void **state)
{
    FIXES("\xEF\xBB\xBF\x31 a\n", "\xEF\xBB\xBF\x31 c\n");
    FIXES("\xFF\xFE\x31\0 \0a\0\r\0\n\0u\0",
          "\xFF\xFE\x31\0 \0c\0\r\0\n\0\x64\x22");
    FIXES("\xFE\xFF\0q\0\n", "\xFE\xFF\x20\x19\0\n");
    FIXES("\xFE\xFF\0z", "\xFE\xFF\xD8\x3D\xDE\x00");
    FIXES("G\xE9 q\r\na", "G\xE9 \x92\r\nc");
}

static void what_the_encoding_cannot_write_is_left_alone(void **state)
{
    struct fixture *it = *state;
    assert_false(fix(it, (pl_str)PL_STR("1 G\xE9.\n2 cu\n")));
    assert_string_equal(it->error.message,
                        "p.txt:2:4: the file is in Windows-1252, which cannot "
                        "write \"\xE2\x89\xA4\"");
}

static void fixes_never_change_how_the_rest_is_read(void **state)
{
    struct fixture *it = *state;
    assert_false(fix(it, (pl_str)PL_STR("1 t\rd\n2 t\n")));
    assert_string_equal(it->error.message,
                        "p.txt: its fixes would change how the file is read, "
                        "so it is left as it is");
}

static const struct pl_plan *make_plan(void *context, struct pl_arena *arena,
                                       const struct pl_example *example,
                                       struct pl_error *error)
{
    (void)context;
    struct pl_source *source;
    return pl_source_read(arena, "e", example->text, NULL, &source, error)
               ? pl_plan_read(arena, source)
               : NULL;
}

static const char *run_examples(struct fixture *it, const char *id)
{
    struct pl_rule *rule = pl_ruleset_find(it->fixer.ruleset, pl_str_from(id));
    struct pl_plan_maker maker = {.make = make_plan};
    assert_true(pl_rule_load_examples(it->arena, rule, &it->error));
    return pl_examples_run(it->arena, it->fixer.ruleset, rule, maker);
}

static void the_fixes_of_an_example_must_mend_it(void **state)
{
    assert_string_equal(
        run_examples(*state, "PL101"),
        "PL101 letter, example 2\n  the fix \"f\" does not mend it: m\n");
}

/* Too short to be English by itself, it is judged as that after the fix, too.
 */
static void a_rule_for_one_language_must_be_mended(void **state)
{
    assert_string_equal(
        run_examples(*state, "PL102"),
        "PL102 english, example 1\n  the fix \"f\" does not mend it: m\n");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(fixes_are_applied_until_nothing_is_left_to_fix),
        TEST(unsafe_fixes_are_applied_on_demand),
        TEST(among_alternatives_only_a_safe_first_one_is_applied),
        TEST(what_is_less_severe_is_left_alone),
        TEST(a_fix_that_changes_nothing_is_no_fix),
        TEST(overlapping_fixes_wait_for_the_next_round),
        TEST(touching_fixes_wait_too),
        TEST(a_fix_is_applied_whole_or_not_at_all),
        TEST(fixes_that_undo_each_other_come_to_an_end),
        TEST(line_ends_and_their_lack_stay),
        TEST(a_new_line_ends_like_its_neighbour),
        TEST(the_byte_order_mark_and_the_encoding_stay),
        TEST(what_the_encoding_cannot_write_is_left_alone),
        TEST(the_fixes_of_an_example_must_mend_it),
        TEST(a_rule_for_one_language_must_be_mended),
        TEST(fixes_never_change_how_the_rest_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
