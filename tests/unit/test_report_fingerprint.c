/* Fingerprints: what they depend on, and what not. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "report/fingerprint.h"

static struct pl_arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = pl_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_free(arena);
    return 0;
}

static pl_str next(struct pl_fingerprints *all, const char *rule,
                   const char *address, const char *text)
{
    return pl_fingerprints_next(all, pl_str_from(rule), pl_str_from(address),
                                pl_str_from(text));
}

static pl_str first_of(const char *rule, const char *address, const char *text)
{
    struct pl_fingerprints all = pl_fingerprints_new(arena);
    return next(&all, rule, address, text);
}

static void assert_same(pl_str a, pl_str b)
{
    assert_int_equal(a.len, PL_FINGERPRINT_LEN);
    assert_true(pl_str_eq(a, b));
}

static void assert_differs(pl_str a, pl_str b)
{
    assert_int_equal(a.len, PL_FINGERPRINT_LEN);
    assert_int_equal(b.len, PL_FINGERPRINT_LEN);
    assert_false(pl_str_eq(a, b));
}

static void the_same_finding_has_the_same_one_for_ever(void **state)
{
    (void)state;
    pl_str one = first_of("PL103", "2.1, para 7", "7");
    assert_same(one, first_of("PL103", "2.1, para 7", "7"));
    /* Baselines on users' disks hold such values: they must not change. */
    assert_same(one, pl_str_from("7c94baca7259bbc0"));
}

static void capitals_and_white_space_do_not_count(void **state)
{
    (void)state;
    pl_str one = first_of("PL601", "1", "Should  shall É");
    assert_same(one, first_of("PL601", "1", "should shall é"));
    assert_same(one, first_of("PL601", "1", "SHOULD\n\tshall\xc2\xa0É"));
    assert_differs(one, first_of("PL601", "1", "shouldshall é"));
}

static void rule_address_and_text_count(void **state)
{
    (void)state;
    pl_str one = first_of("PL103", "2.1", "7");
    assert_differs(one, first_of("PL104", "2.1", "7"));
    assert_differs(one, first_of("PL103", "2.2", "7"));
    assert_differs(one, first_of("PL103", "2.1", "8"));
    assert_differs(first_of("PL1", "03", "7"), first_of("PL10", "3", "7"));
}

static void equal_findings_are_numbered_in_order(void **state)
{
    (void)state;
    struct pl_fingerprints all = pl_fingerprints_new(arena);
    pl_str one = next(&all, "PL1", "1", "x");
    pl_str other = next(&all, "PL1", "1", "y");
    pl_str two = next(&all, "PL1", "1", "x");
    pl_str three = next(&all, "PL1", "1", "x");
    assert_differs(one, two);
    assert_differs(two, three);
    assert_differs(one, three);
    assert_differs(one, other);

    /* Something else in between changes none of them. */
    struct pl_fingerprints again = pl_fingerprints_new(arena);
    assert_same(one, next(&again, "PL1", "1", "x"));
    assert_same(two, next(&again, "PL1", "1", "x"));
    assert_same(three, next(&again, "PL1", "1", "x"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(the_same_finding_has_the_same_one_for_ever),
        TEST(capitals_and_white_space_do_not_count),
        TEST(rule_address_and_text_count),
        TEST(equal_findings_are_numbered_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
