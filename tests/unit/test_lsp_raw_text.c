/* The editor's text: changed in place, it is what the changes make of it. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "lsp/raw_text.h"
#include "support/random_edits.h"

static void assert_text(const struct pl_lsp_raw_text *raw, pl_str expected)
{
    pl_str text = pl_lsp_raw_text_str(raw);
    assert_int_equal(text.len, expected.len);
    if (expected.len > 0) {
        assert_memory_equal(text.data, expected.data, expected.len);
    }
}

/* The lines that are found after each change are those of the whole text. */
static void assert_lines(const struct pl_lsp_raw_text *raw)
{
    struct pl_lsp_raw_text fresh;
    pl_lsp_raw_text_init(&fresh);
    pl_lsp_raw_text_set(&fresh, pl_lsp_raw_text_str(raw));
    assert_int_equal(raw->line_count, fresh.line_count);
    assert_memory_equal(raw->starts, fresh.starts,
                        fresh.line_count * sizeof(*fresh.starts));
    pl_lsp_raw_text_clear(&fresh);
}

static bool change(struct pl_lsp_raw_text *raw, const struct random_edit *edit,
                   enum pl_column_unit unit)
{
    if (edit->is_whole) {
        pl_lsp_raw_text_set(raw, edit->text);
        return true;
    }
    struct pl_lsp_change change = {edit->start, edit->end, unit, edit->text};
    return pl_lsp_raw_text_change(raw, &change);
}

static void edit_at_random(uint64_t seed, enum pl_column_unit unit)
{
    enum { EDITS = 3000 };
    struct random_edits random = {.state = seed, .has_nul = true};
    struct pl_lsp_raw_text raw;
    struct pl_arena *arenas[] = {pl_arena_new(), pl_arena_new()};
    pl_str expected = {0};
    pl_lsp_raw_text_init(&raw);
    for (size_t i = 0; i < EDITS; i++) {
        struct pl_arena *arena = arenas[i % 2]; /* the other has the text */
        pl_arena_reset(arena);
        struct random_edit edit = random_edit_of(arena, &random, expected);
        expected = random_edit_apply(arena, expected, &edit, unit);
        assert_true(change(&raw, &edit, unit));
        assert_text(&raw, expected);
        assert_lines(&raw);
    }
    pl_lsp_raw_text_clear(&raw);
    pl_arena_free(arenas[0]);
    pl_arena_free(arenas[1]);
}

static void any_edits_make_the_text_that_they_say(void **state)
{
    (void)state;
    edit_at_random(1, PL_COLUMN_UTF8);
    edit_at_random(2, PL_COLUMN_UTF16);
    edit_at_random(3, PL_COLUMN_UTF32);
}

static void assert_changed(const char *text, struct pl_lsp_change change,
                           const char *expected)
{
    struct pl_lsp_raw_text raw;
    pl_lsp_raw_text_init(&raw);
    pl_lsp_raw_text_set(&raw, pl_str_from(text));
    assert_true(pl_lsp_raw_text_change(&raw, &change));
    assert_text(&raw, pl_str_from(expected));
    assert_lines(&raw);
    pl_lsp_raw_text_clear(&raw);
}

static void positions_are_clamped_and_snapped(void **state)
{
    (void)state;
    static const pl_str x = PL_STR("x");
    assert_changed("ab\ncd", (struct pl_lsp_change){{0, 9}, {0, 9}, 0, x},
                   "abx\ncd");
    assert_changed("ab\ncd", (struct pl_lsp_change){{7, 0}, {9, 9}, 0, x},
                   "ab\ncdx");
    assert_changed("ab\r\ncd", (struct pl_lsp_change){{0, 3}, {0, 3}, 0, x},
                   "abx\r\ncd");
    assert_changed("\xF0\x9D\x84\x9E.",
                   (struct pl_lsp_change){{0, 1}, {0, 2}, PL_COLUMN_UTF16, x},
                   "x.");
    assert_changed("\xF0\x9D\x84\x9E.",
                   (struct pl_lsp_change){{0, 1}, {0, 1}, PL_COLUMN_UTF32, x},
                   "\xF0\x9D\x84\x9Ex.");
    assert_changed("abc", (struct pl_lsp_change){{0, 2}, {0, 1}, 0, x}, "axc");
}

static void line_ends_that_meet_or_part_are_found(void **state)
{
    (void)state;
    assert_changed("a\rb\n", (struct pl_lsp_change){{1, 0}, {1, 1}, 0, {0}},
                   "a\r\n");
    assert_changed("a\r\nb",
                   (struct pl_lsp_change){{0, 1}, {0, 1}, 0, PL_STR("\r")},
                   "a\r\r\nb");
    assert_changed("a\rb",
                   (struct pl_lsp_change){{1, 0}, {1, 0}, 0, PL_STR("\n")},
                   "a\r\nb");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_edits_make_the_text_that_they_say),
        cmocka_unit_test(positions_are_clamped_and_snapped),
        cmocka_unit_test(line_ends_that_meet_or_part_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
