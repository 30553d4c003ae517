/* A tree that followed edits is the tree of the text from scratch. */
#include "grammar/trees.h"

enum {
    ROUNDS = 3000,       /* small documents */
    EDITS = 4,           /* of each */
    FIXTURE_EDITS = 600, /* of each fixture */
    RESTORE = 100,       /* edits after which a fixture starts afresh */
    ROOM = 1 << 17,
};

struct edit {
    size_t at;
    size_t removed;
    const char *inserted;
};

static TSPoint point_at(struct text text, size_t offset)
{
    TSPoint point = {0, 0};
    for (size_t i = 0; i < offset; i++) {
        point.column++;
        if (text.bytes[i] == '\n') {
            point = (TSPoint){point.row + 1, 0};
        }
    }
    return point;
}

static TSInputEdit apply(struct text *text, const struct edit *edit)
{
    size_t size = strlen(edit->inserted);
    size_t old_end = edit->at + edit->removed;
    TSInputEdit input = {
        .start_byte = (uint32_t)edit->at,
        .old_end_byte = (uint32_t)old_end,
        .new_end_byte = (uint32_t)(edit->at + size),
        .start_point = point_at(*text, edit->at),
        .old_end_point = point_at(*text, old_end),
    };
    assert_true(text->length + size < ROOM);
    memmove(text->bytes + edit->at + size, text->bytes + old_end,
            text->length - old_end);
    memcpy(text->bytes + edit->at, edit->inserted, size);
    text->length += size - edit->removed;
    input.new_end_point = point_at(*text, edit->at + size);
    return input;
}

static bool splits_character(struct text text, size_t at)
{
    return at < text.length && ((unsigned char)text.bytes[at] & 0xc0) == 0x80;
}

/* An edit between characters: mostly a fragment put in, sometimes text taken
 * out. */
static struct edit random_edit(struct random *random, struct text text)
{
    struct edit edit = {.at = random_below(random, text.length + 1),
                        .inserted = ""};
    while (splits_character(text, edit.at)) {
        edit.at--;
    }
    if (random_below(random, 3) == 0) {
        edit.removed = random_below(random, random_below(random, 8) ? 6 : 90);
    }
    if (edit.removed > text.length - edit.at) {
        edit.removed = text.length - edit.at;
    }
    while (splits_character(text, edit.at + edit.removed)) {
        edit.removed++;
    }
    if (random_below(random, 5) > 0) {
        size_t count = sizeof fragments / sizeof *fragments;
        edit.inserted = fragments[random_below(random, count)];
    }
    return edit;
}

static void report(struct text text, const struct edit *edit,
                   const TSTree *followed, const TSTree *fresh)
{
    char *left = ts_node_string(ts_tree_root_node(followed));
    char *right = ts_node_string(ts_tree_root_node(fresh));
    fprintf(stderr, "after %zu removed at %zu and \"%s\" put there:\n%.*s\n",
            edit->removed, edit->at, edit->inserted, (int)text.length,
            text.bytes);
    fprintf(stderr, "followed: %s\nfresh:    %s\n", left, right);
    free(left);
    free(right);
}

/* Edits the text and its tree, and returns the tree that follows. */
static TSTree *follow(TSParser *parser, TSTree *tree, struct text *text,
                      const struct edit *edit)
{
    TSInputEdit input = apply(text, edit);
    ts_tree_edit(tree, &input);
    TSTree *followed = parse(parser, tree, *text);
    TSTree *fresh = parse(parser, NULL, *text);
    bool same = is_same_tree(followed, fresh);
    if (!same) {
        report(*text, edit, followed, fresh);
    }
    assert_true(same);
    assert_sound(fresh, *text);
    ts_tree_delete(fresh);
    ts_tree_delete(tree);
    return followed;
}

static void small_documents_follow_edits(void **state)
{
    (void)state;
    TSParser *parser = new_parser();
    struct random random = {3};
    struct text text = {malloc(ROOM), 0};
    assert_non_null(text.bytes);
    for (int round = 0; round < ROUNDS; round++) {
        text.length = 0;
        for (size_t left = 1 + random_below(&random, 12); left > 0; left--) {
            text.length = add_fragment(&random, text.bytes, text.length);
        }
        TSTree *tree = parse(parser, NULL, text);
        for (int i = 0; i < EDITS; i++) {
            struct edit edit = random_edit(&random, text);
            tree = follow(parser, tree, &text, &edit);
        }
        ts_tree_delete(tree);
    }
    free(text.bytes);
    ts_parser_delete(parser);
}

static void follow_fixture(const char *path, uint64_t seed)
{
    struct text original = read_file(path);
    TSParser *parser = new_parser();
    struct random random = {seed};
    struct text text = {malloc(ROOM), 0};
    TSTree *tree = NULL;
    assert_non_null(text.bytes);
    for (int i = 0; i < FIXTURE_EDITS; i++) {
        if (i % RESTORE == 0) {
            ts_tree_delete(tree);
            memcpy(text.bytes, original.bytes, original.length);
            text.length = original.length;
            tree = parse(parser, NULL, text);
        }
        struct edit edit = random_edit(&random, text);
        tree = follow(parser, tree, &text, &edit);
    }
    ts_tree_delete(tree);
    free(text.bytes);
    free(original.bytes);
    ts_parser_delete(parser);
}

static void a_plan_follows_edits(void **state)
{
    (void)state;
    follow_fixture("tests/grammar/fixtures/plan.txt", 4);
}

static void markdown_follows_edits(void **state)
{
    (void)state;
    follow_fixture("tests/grammar/fixtures/plan.md", 5);
}

static void odd_lines_follow_edits(void **state)
{
    (void)state;
    follow_fixture("tests/grammar/fixtures/odd.txt", 6);
}

/* The edit that a list, a table or a section must notice although none of its
 * own lines changes. */
static void assert_follows(const char *before, size_t at, const char *inserted)
{
    TSParser *parser = new_parser();
    struct text text = {malloc(ROOM), strlen(before)};
    assert_non_null(text.bytes);
    memcpy(text.bytes, before, text.length);
    TSTree *tree = parse(parser, NULL, text);
    struct edit edit = {.at = at, .inserted = inserted};
    tree = follow(parser, tree, &text, &edit);
    ts_tree_delete(tree);
    free(text.bytes);
    ts_parser_delete(parser);
}

static void the_line_after_a_list_may_join_it(void **state)
{
    (void)state;
    assert_follows("a) one\ntwo.\n", 7, "b) ");
    assert_follows("1 Text.\na) one\nb) two\nthree.\n", 22, "c) ");
    assert_follows("1. One.\n2. Two\n", 14, " is an item.");
    assert_follows("1. One.\n2. Two.\n", 14, "\n");
}

static void the_line_after_a_table_may_join_it(void **state)
{
    (void)state;
    assert_follows("\tone\ntwo.\n", 5, "\t");
    assert_follows("\tone\n\n\ttwo\n\nthree.\n", 12, "\t");
    assert_follows("| a |\ntwo.\n", 6, "| ");
}

static void the_line_after_a_section_may_join_it(void **state)
{
    (void)state;
    assert_follows("1 \tOne\nText.\n2 \tTwo\nText.\n", 19, ".");
    assert_follows("1 \tOne\nText.\n2 \tTwo.\nText.\n3 \tThree\n", 19, "\n");
    assert_follows("# One\nText.\n# Two\nText.\n# Three\n", 12, "x");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_after_a_list_may_join_it),
        cmocka_unit_test(the_line_after_a_table_may_join_it),
        cmocka_unit_test(the_line_after_a_section_may_join_it),
        cmocka_unit_test(small_documents_follow_edits),
        cmocka_unit_test(a_plan_follows_edits),
        cmocka_unit_test(markdown_follows_edits),
        cmocka_unit_test(odd_lines_follow_edits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
