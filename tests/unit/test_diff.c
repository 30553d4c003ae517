/* Unified diffs of known edits. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/edit.h"
#include "base/vec.h"
#include "report/diff.h"

static const char *diff(struct pl_arena *arena, const char *path,
                        const char *before, const struct pl_edit *edits,
                        size_t count)
{
    struct pl_buf out = pl_buf_in(arena);
    pl_diff_add(&out, path, pl_str_from(before),
                (struct pl_edits){edits, count});
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static void a_change_has_three_lines_around_it(void **state)
{
    static const struct pl_edit edit = {{8, 9}, PL_STR("E")};
    assert_string_equal(
        diff(*state, "p.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\n", &edit, 1),
        "--- p.txt\n+++ p.txt\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n "
        "h\n");
}

static void changes_near_each_other_share_a_hunk(void **state)
{
    static const struct pl_edit edits[] = {{{0, 1}, PL_STR("A")},
                                           {{14, 15}, PL_STR("H")}};
    assert_string_equal(
        diff(*state, "p", "a\nb\nc\nd\ne\nf\ng\nh\n", edits, 2),
        "--- p\n+++ p\n@@ -1,8 +1,8 @@\n-a\n+A\n b\n c\n d\n e\n f\n g\n-h\n"
        "+H\n");
    static const struct pl_edit apart[] = {{{0, 2}, {NULL, 0}},
                                           {{16, 17}, PL_STR("I")}};
    assert_string_equal(
        diff(*state, "p", "a\nb\nc\nd\ne\nf\ng\nh\ni\n", apart, 2),
        "--- p\n+++ p\n@@ -1,4 +1,3 @@\n-a\n b\n c\n d\n@@ -6,4 +5,4 @@\n f\n"
        " g\n h\n-i\n+I\n");
}

static void a_missing_last_line_end_is_shown(void **state)
{
    static const struct pl_edit edit = {{0, 1}, PL_STR("A")};
    assert_string_equal(diff(*state, "p", "a\nb", &edit, 1),
                        "--- p\n+++ p\n@@ -1,2 +1,2 @@\n-a\n+A\n b\n"
                        "\\ No newline at end of file\n");
    static const struct pl_edit last = {{2, 3}, PL_STR("B")};
    assert_string_equal(diff(*state, "p", "a\nb", &last, 1),
                        "--- p\n+++ p\n@@ -1,2 +1,2 @@\n a\n-b\n"
                        "\\ No newline at end of file\n+B\n"
                        "\\ No newline at end of file\n");
    static const struct pl_edit end = {{1, 1}, PL_STR("\n")};
    assert_string_equal(diff(*state, "p", "a", &end, 1),
                        "--- p\n+++ p\n@@ -1 +1 @@\n-a\n"
                        "\\ No newline at end of file\n+a\n");
}

static void whole_lines_come_and_go(void **state)
{
    static const struct pl_edit all = {{0, 4}, {NULL, 0}};
    assert_string_equal(diff(*state, "p", "a\nb\n", &all, 1),
                        "--- p\n+++ p\n@@ -1,2 +0,0 @@\n-a\n-b\n");
    static const struct pl_edit first = {{0, 0}, PL_STR("a\n")};
    assert_string_equal(diff(*state, "p", "", &first, 1),
                        "--- p\n+++ p\n@@ -0,0 +1 @@\n+a\n");
    static const struct pl_edit between = {{2, 2}, PL_STR("x\n")};
    assert_string_equal(diff(*state, "p", "a\nb\n", &between, 1),
                        "--- p\n+++ p\n@@ -1,2 +1,3 @@\n a\n+x\n b\n");
}

static void lines_that_stay_are_context(void **state)
{
    static const struct pl_edit edit = {{0, 6}, PL_STR("a\nB\nc\n")};
    assert_string_equal(diff(*state, "p", "a\nb\nc\n", &edit, 1),
                        "--- p\n+++ p\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
    static const struct pl_edit same = {{0, 6}, PL_STR("a\nb\nc\n")};
    assert_string_equal(diff(*state, "p", "a\nb\nc\n", &same, 1), "");
    assert_string_equal(diff(*state, "p", "a\nb\nc\n", NULL, 0), "");
}

static void names_cannot_break_the_diff(void **state)
{
    static const struct pl_edit edit = {{0, 1}, PL_STR("b")};
    const char *body = "@@ -1 +1 @@\n-a\n+b\n";
    assert_string_equal(
        diff(*state, "my plan.txt", "a\n", &edit, 1),
        pl_arena_printf(*state, "--- my plan.txt\t\n+++ my plan.txt\t\n%s",
                        body));
    assert_string_equal(diff(*state, "a\n\"b\\", "a\n", &edit, 1),
                        pl_arena_printf(*state,
                                        "--- \"a\\012\\\"b\\\\\"\n"
                                        "+++ \"a\\012\\\"b\\\\\"\n%s",
                                        body));
}

/* What patch makes of a diff: as much of it as this file needs. */

struct patcher {
    pl_str before;
    size_t at;
    size_t line; /* 0-based, of the old file */
    struct pl_buf after;
};

static pl_str next_line(pl_str *rest)
{
    size_t end = pl_str_find_char(*rest, '\n', 0);
    size_t len = end == PL_NOWHERE ? rest->len : end + 1;
    pl_str line = pl_str_slice(*rest, 0, len);
    *rest = pl_str_slice(*rest, len, rest->len);
    return line;
}

static void copy_to(struct patcher *patcher, size_t line)
{
    for (; patcher->line < line; patcher->line++) {
        pl_str rest =
            pl_str_slice(patcher->before, patcher->at, patcher->before.len);
        pl_str copied = next_line(&rest);
        pl_buf_add(&patcher->after, copied);
        patcher->at += copied.len;
    }
}

static void apply_line(struct patcher *patcher, pl_str line)
{
    pl_str text = pl_str_slice(line, 1, line.len);
    if (line.data[0] != '+') {
        assert_true(pl_str_starts(
            pl_str_slice(patcher->before, patcher->at, patcher->before.len),
            text));
        patcher->at += text.len;
        patcher->line++;
    }
    if (line.data[0] != '-') {
        pl_buf_add(&patcher->after, text);
    }
}

static pl_str patch(struct pl_arena *arena, pl_str before, pl_str diff_text)
{
    struct patcher patcher = {.before = before, .after = pl_buf_in(arena)};
    pl_str rest = diff_text;
    while (rest.len > 0) {
        pl_str line = next_line(&rest);
        if (pl_str_starts(line, (pl_str)PL_STR("--- "))) {
            (void)next_line(&rest); /* "+++ " */
            continue;
        }
        if (line.data[0] == '@') {
            size_t first = strtoul(line.data + 4, NULL, 10);
            bool is_none =
                pl_str_find(line, (pl_str)PL_STR(",0 +"), 0) != PL_NOWHERE;
            copy_to(&patcher, is_none ? first : first - 1);
            continue;
        }
        if (pl_str_starts(rest, (pl_str)PL_STR("\\"))) {
            line.len--;
            next_line(&rest);
        }
        apply_line(&patcher, line);
    }
    pl_buf_add(&patcher.after, pl_str_slice(before, patcher.at, before.len));
    return pl_buf_str(&patcher.after);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static pl_str random_text(struct pl_arena *arena, uint32_t *seed)
{
    static const char pieces[] = "ab\n\n";
    struct pl_buf text = pl_buf_in(arena);
    for (uint32_t length = next_random(seed) % 60; length > 0; length--) {
        pl_buf_add_char(&text, pieces[next_random(seed) % 4]);
    }
    return pl_buf_str(&text);
}

static struct pl_edits random_edits(struct pl_arena *arena, uint32_t *seed,
                                    size_t length)
{
    static const pl_str texts[] = {
        {NULL, 0}, PL_STR("x"), PL_STR("y\n"), PL_STR("\n"), PL_STR("a\nb\n")};
    struct {
        PL_VEC(struct pl_edit) all;
    } made = {0};
    uint32_t at = next_random(seed) % 20;
    while (at <= length) {
        uint32_t end = at + next_random(seed) % 6;
        end = end > length ? (uint32_t)length : end;
        *PL_VEC_PUSH(arena, &made.all) =
            (struct pl_edit){{at, end}, texts[next_random(seed) % 5]};
        at = end + 1 + next_random(seed) % 25;
    }
    return (struct pl_edits){made.all.items, made.all.len};
}

static void patch_makes_the_new_text_of_any_diff(void **state)
{
    for (uint32_t round = 0; round < 20000; round++) {
        uint32_t seed = round;
        pl_str before = random_text(*state, &seed);
        struct pl_edits edits = random_edits(*state, &seed, before.len);
        pl_str expected = pl_edits_apply(*state, before, edits);
        struct pl_buf out = pl_buf_in(*state);
        pl_diff_add(&out, "p", before, edits);
        pl_str after = patch(*state, before, pl_buf_str(&out));
        if (!pl_str_eq(after, expected)) {
            fail_msg("round %u:\n%.*s\nfrom \"%.*s\"", round,
                     PL_STR_ARG(pl_buf_str(&out)), PL_STR_ARG(before));
        }
        pl_arena_reset(*state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_change_has_three_lines_around_it),
        ARENA_TEST(changes_near_each_other_share_a_hunk),
        ARENA_TEST(a_missing_last_line_end_is_shown),
        ARENA_TEST(whole_lines_come_and_go),
        ARENA_TEST(lines_that_stay_are_context),
        ARENA_TEST(names_cannot_break_the_diff),
        ARENA_TEST(patch_makes_the_new_text_of_any_diff),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
