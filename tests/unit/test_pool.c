/* Pools: trees that share nodes share memory, the last one releases it. */
#include "cmocka_wrap.h"

#include <tree_sitter/api.h>

#include "base/str.h"
#include "syntax/pool.h"
#include "syntax/tree.h"

static size_t count_nodes(const struct pl_tree *tree)
{
    size_t count = 0;
    struct pl_node node;
    struct pl_tree_walk *walk = pl_tree_walk_new(tree);
    while (pl_tree_walk_next(walk, &node)) {
        count++;
    }
    pl_tree_walk_free(walk);
    return count;
}

static void a_tree_outlives_those_it_was_grown_from(void **state)
{
    (void)state;
    enum { EDITS = 200 };
    pl_str texts[] = {PL_STR("1 Ports\n\n1.1 The Union grows.\n\na) one\n"),
                      PL_STR("1 Ports\n\n1.1 The Union xgrows.\n\na) one\n")};
    struct pl_tree *tree = pl_tree_parse(texts[0]);
    size_t nodes = count_nodes(tree);
    for (size_t i = 1; i <= EDITS; i++) {
        struct pl_tree *next = pl_tree_reparse(tree, texts[i % 2]);
        pl_tree_free(tree);
        tree = next;
        assert_int_equal(count_nodes(tree), nodes);
    }
    pl_tree_free(tree);
}

static void trees_may_be_freed_in_any_order(void **state)
{
    (void)state;
    pl_str text = PL_STR("1 Ports\n\nThe Union grows.\n");
    pl_str longer = PL_STR("1 Ports\n\nThe Union grows.\n\nb) two\n");
    struct pl_tree *first = pl_tree_parse(text);
    struct pl_tree *second = pl_tree_reparse(first, longer);
    struct pl_tree *third = pl_tree_reparse(first, longer);
    size_t nodes = count_nodes(second);
    pl_tree_free(second);
    pl_tree_free(first);
    assert_int_equal(count_nodes(third), nodes);
    pl_tree_free(third);
}

/* tree-sitter's own way to memory, of which a pool is a part. */
static void what_is_freed_in_a_pool_is_used_again(void **state)
{
    (void)state;
    struct pl_pool *pool = pl_pool_new(0);
    pl_pool_enter(pool);
    TSParser *first = ts_parser_new();
    ts_parser_delete(first);
    TSParser *second = ts_parser_new();
    assert_ptr_equal(first, second);
    ts_parser_delete(second);
    pl_pool_leave();
    assert_false(pl_pool_release(pool));
}

static void an_owner_more_keeps_a_pool(void **state)
{
    (void)state;
    struct pl_pool *pool = pl_pool_new(1024 * 1024);
    assert_ptr_equal(pl_pool_share(pool), pool);
    assert_true(pl_pool_release(pool));
    assert_false(pl_pool_release(pool));
}

static void nothing_is_taken_from_a_pool_that_was_left(void **state)
{
    (void)state;
    pl_pool_install();
    TSParser *parser = ts_parser_new();
    struct pl_tree *tree = pl_tree_parse((pl_str)PL_STR("1 Ports\n"));
    ts_parser_delete(parser);
    assert_true(count_nodes(tree) > 0);
    pl_tree_free(tree);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_outlives_those_it_was_grown_from),
        cmocka_unit_test(trees_may_be_freed_in_any_order),
        cmocka_unit_test(what_is_freed_in_a_pool_is_used_again),
        cmocka_unit_test(an_owner_more_keeps_a_pool),
        cmocka_unit_test(nothing_is_taken_from_a_pool_that_was_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
