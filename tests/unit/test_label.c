/* Labels: the numbers and letters of plans. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

static struct pl_label label_of(const char *text)
{
    struct pl_label label;
    if (!pl_label_parse(pl_str_from(text), &label)) {
        fail_msg("\"%s\" is not read as a label", text);
    }
    return label;
}

static void written_as(struct pl_arena *arena, const char *typed,
                       const char *expected)
{
    pl_str written = pl_label_text(arena, label_of(typed));
    if (!pl_str_eq(written, pl_str_from(expected))) {
        fail_msg("\"%s\" is written \"%.*s\"", typed, PL_STR_ARG(written));
    }
}

static void labels_of_every_form_are_read(void **state)
{
    static const char *const forms[][2] = {
        {"27", "27"},
        {"2.1", "2.1"},
        {"2.1.", "2.1"},
        {"a)", "a"},
        {"(b)", "b"},
        {"IV", "IV"},
        {"(iv)", "iv"},
        {"1bis", "1bis"},
        {"1bis.1.2", "1bis.1.2"},
        {"6.1a", "6.1a"},
        {"9A", "9A"},
        {"A.2", "A.2"},
        {"b)bis", "bbis"},
        {"aa)", "aa"},
        {"1.1:", "1.1"},
        {"XIV.", "XIV"},
        {"01", "1"},
        {"3ter", "3ter"},
        {"2septies", "2septies"},
        {"2OCTIES", "2octies"},
    };
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        written_as(*state, forms[i][0], forms[i][1]);
    }
}

static void other_texts_are_no_labels(void **state)
{
    (void)state;
    static const char *const texts[] = {"",     "Vision", "2..1", "abc)",
                                        "2.1-", "IIV",    "()",   "1234567",
                                        ".",    "2. 1",   "iix"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct pl_label label;
        if (pl_label_parse(pl_str_from(texts[i]), &label)) {
            fail_msg("\"%s\" is read as a label", texts[i]);
        }
    }
}

static void assert_follows(const char *a, const char *b, bool expected)
{
    if (pl_label_follows(label_of(a), label_of(b)) != expected) {
        fail_msg("%s %s %s", a, expected ? "is not followed by" : "leads to",
                 b);
    }
}

static void the_next_label_follows(void **state)
{
    (void)state;
    assert_follows("1", "2", true);
    assert_follows("2.1", "2.2", true);
    assert_follows("c)", "d)", true);
    assert_follows("iii)", "iv)", true);
    assert_follows("9", "9A", true);
    assert_follows("9A", "9B", true);
    assert_follows("9A", "10", true);
    assert_follows("1", "1bis", true);
    assert_follows("1bis", "1ter", true);
    assert_follows("1bis", "2", true);
}

static void other_labels_do_not_follow(void **state)
{
    (void)state;
    assert_follows("1", "3", false);
    assert_follows("2", "1", false);
    assert_follows("1", "1", false);
    assert_follows("2.1", "3.2", false);
    assert_follows("2", "2.1", false);
    assert_follows("9", "9B", false);
    assert_follows("1", "1ter", false);
}

static void insertions_stand_between_their_neighbours(void **state)
{
    (void)state;
    assert_true(pl_label_compare(label_of("9"), label_of("9A")) < 0);
    assert_true(pl_label_compare(label_of("9A"), label_of("10")) < 0);
    assert_true(pl_label_compare(label_of("1bis"), label_of("2")) < 0);
    assert_true(pl_label_compare(label_of("2"), label_of("2.1")) < 0);
    assert_true(pl_label_compare(label_of("2.9"), label_of("2.10")) < 0);
    assert_int_equal(pl_label_compare(label_of("3"), label_of("3")), 0);
}

static void a_letter_may_be_a_roman_number(void **state)
{
    (void)state;
    struct pl_label roman;
    assert_true(pl_label_as_roman(label_of("i)"), pl_str_from("i)"), &roman));
    assert_int_equal(roman.parts[0].value, 1);
    assert_true(pl_label_as_roman(label_of("C"), pl_str_from("C"), &roman));
    assert_int_equal(roman.parts[0].value, 100);
    assert_false(pl_label_as_roman(label_of("b"), pl_str_from("b"), &roman));
}

static void parents_and_ancestors_are_told_apart(void **state)
{
    (void)state;
    assert_true(pl_label_same_parent(label_of("2.1"), label_of("2.7")));
    assert_false(pl_label_same_parent(label_of("2.1"), label_of("3.1")));
    assert_true(pl_label_is_ancestor(label_of("2"), label_of("2.1.3")));
    assert_false(pl_label_is_ancestor(label_of("2.1"), label_of("2")));
    assert_false(pl_label_is_ancestor(label_of("2"), label_of("2")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(labels_of_every_form_are_read),
        cmocka_unit_test(other_texts_are_no_labels),
        cmocka_unit_test(the_next_label_follows),
        cmocka_unit_test(other_labels_do_not_follow),
        cmocka_unit_test(insertions_stand_between_their_neighbours),
        cmocka_unit_test(a_letter_may_be_a_roman_number),
        cmocka_unit_test(parents_and_ancestors_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
