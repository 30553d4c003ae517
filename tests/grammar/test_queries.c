/* The queries that editors load: each is valid for the grammar, and each of
 * its patterns finds something in the fixtures. */
#include <glob.h>

#include "grammar/trees.h"

enum { MAX_PATTERNS = 64 };

static const char *const fixtures[] = {
    "tests/grammar/fixtures/plan.txt",
    "tests/grammar/fixtures/plan.md",
    "tests/grammar/fixtures/odd.txt",
};

static TSQuery *new_query(const char *path)
{
    struct text text = read_file(path);
    uint32_t offset = 0;
    TSQueryError error = TSQueryErrorNone;
    TSQuery *query = ts_query_new(tree_sitter_plan(), text.bytes,
                                  (uint32_t)text.length, &offset, &error);
    if (!query) {
        fail_msg("%s: fault %d at byte %u", path, (int)error, offset);
    }
    free(text.bytes);
    return query;
}

static void count_matches(const TSQuery *query, const char *fixture,
                          size_t *matches)
{
    struct text text = read_file(fixture);
    TSParser *parser = new_parser();
    TSTree *tree = parse(parser, NULL, text);
    TSQueryCursor *cursor = ts_query_cursor_new();
    TSQueryMatch match;
    ts_query_cursor_exec(cursor, query, ts_tree_root_node(tree));
    while (ts_query_cursor_next_match(cursor, &match)) {
        matches[match.pattern_index]++;
    }
    ts_query_cursor_delete(cursor);
    ts_tree_delete(tree);
    ts_parser_delete(parser);
    free(text.bytes);
}

static void assert_every_pattern_matches(const char *path)
{
    TSQuery *query = new_query(path);
    size_t matches[MAX_PATTERNS] = {0};
    uint32_t count = ts_query_pattern_count(query);
    assert_in_range(count, 1, MAX_PATTERNS);
    for (size_t i = 0; i < sizeof fixtures / sizeof *fixtures; i++) {
        count_matches(query, fixtures[i], matches);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (matches[i] == 0) {
            fail_msg("%s: pattern %u finds nothing", path, i);
        }
    }
    ts_query_delete(query);
}

/* editors/EDITOR/queries/plan/, and what other editors call that folder. */
static void editors_queries_match(void **state)
{
    (void)state;
    glob_t found;
    assert_int_equal(
        0, glob(PLANLINT_SOURCE_DIR "/editors/*/*/*/*.scm", 0, NULL, &found));
    for (size_t i = 0; i < found.gl_pathc; i++) {
        assert_every_pattern_matches(found.gl_pathv[i] +
                                     sizeof PLANLINT_SOURCE_DIR);
    }
    globfree(&found);
}

static void highlights_match(void **state)
{
    (void)state;
    assert_every_pattern_matches("grammar/queries/highlights.scm");
}

static void folds_match(void **state)
{
    (void)state;
    assert_every_pattern_matches("grammar/queries/folds.scm");
}

static void locals_match(void **state)
{
    (void)state;
    assert_every_pattern_matches("grammar/queries/locals.scm");
}

static void tags_match(void **state)
{
    (void)state;
    assert_every_pattern_matches("grammar/queries/tags.scm");
}

static void injections_match(void **state)
{
    (void)state;
    assert_every_pattern_matches("grammar/queries/injections.scm");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(highlights_match),
        cmocka_unit_test(folds_match),
        cmocka_unit_test(locals_match),
        cmocka_unit_test(tags_match),
        cmocka_unit_test(injections_match),
        cmocka_unit_test(editors_queries_match),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
