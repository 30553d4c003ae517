/* A packed text has the tree of the text. */
#include "grammar/trees.h"

#include "base/arena.h"
#include "syntax/packed.h"
#include "syntax/tree.h"

enum {
    DOCUMENTS = 60000,
    PIECES = 24, /* at most, in a document */
    EDITED = 4000,
    EDITS = 4, /* of each of these */
    ROOM = 4096,
};

/* Words, and what is no word but looks like one. */
static const char *const words[] = {
    "the ",
    "a ",
    "of, ",
    "consistency ",
    "and ",
    "iv) ",
    "xviii) ",
    "xviii ",
    "aa) ",
    "2018 ",
    "18 october ",
    "18 Octob ",
    "17 960 000 ",
    "francs ",
    "Comment by ",
    "Comment ",
    "by ",
    "COMMENT by",
    "http",
    "https",
    "http://x ",
    "https://y/z ",
    "://",
    "//x ",
    "/",
    "hours ",
    "h ",
    "that's ",
    "(or) ",
    "etc.) ",
    "\xc3\xa9t\xc3\xa9 ",
    "l\u2019an ",
    "\xf0\x9f\x98\x80",
    "\xf0\x9f\xbf\xbd",
    "\xf4\x8f\xbf\xbf ",
    "Annex B ",
    "Annex ",
    "  ",
    "planlint-",
    "<!-- a ",
    "bis ",
    ") ",
    "half-way ",
    "footnoteRef:",
    "\"so\" ",
    "in 2024, ",
    "information",
    "; or ",
    "; whereas ",
    ": i) ",
    "no. ",
    "Member States ",
    "\xe2\x80\xa2 ",
    "R\xc3\xa9solution 2 ",
    "\xd0\xa7\xd0\xb0\xd1\x81\xd1\x82\xd1\x8c \xd0\x90 ",
    "\xd0\xb8 \xd0\xb1) ",
    "18 ao\xc3\xbbt 2018 ",
    "telecommunication/ICT ",
    "\xd0\x98\xd0\x9a\xd0\xa2, ",
    "the \xe2\x80\x93 ",
    "half-year, \"x\"",
    "100 % of ",
    "so -->",
};

static size_t add_piece(struct random *random, char *bytes, size_t length)
{
    if (random_below(random, 3) == 0) {
        return add_fragment(random, bytes, length);
    }
    const char *word =
        words[random_below(random, sizeof words / sizeof *words)];
    size_t end = length;
    for (size_t i = 0; word[i]; i++) {
        bytes[end++] = word[i];
    }
    return end;
}

/* A text's tree, and where its nodes are in the text. */
struct parsed {
    TSTree *tree;
    struct pl_arena *arena;
    struct pl_packed packed;
};

static struct parsed parse_packed(TSParser *parser, struct text text)
{
    struct parsed it = {.arena = pl_arena_new()};
    pl_packed_init(it.arena, &it.packed, (pl_str){text.bytes, text.length});
    it.tree = ts_parser_parse_string(parser, NULL, it.packed.bytes.data,
                                     (uint32_t)it.packed.bytes.len);
    assert_non_null(it.tree);
    return it;
}

static bool is_same_place(const struct parsed *it, TSNode packed, TSNode plain,
                          size_t runs)
{
    uint32_t start = ts_node_start_byte(packed);
    uint32_t end = ts_node_end_byte(packed);
    return pl_packed_origin(&it->packed, 0, start) ==
               ts_node_start_byte(plain) &&
           pl_packed_origin(&it->packed, runs, end) ==
               ts_node_end_byte(plain) &&
           pl_packed_runs_before(&it->packed, 0, start) == runs;
}

static bool is_tree_of_text(const struct parsed *it, const TSTree *plain)
{
    TSTreeCursor left = ts_tree_cursor_new(ts_tree_root_node(it->tree));
    TSTreeCursor right = ts_tree_cursor_new(ts_tree_root_node(plain));
    bool same = true;
    bool more = true;
    size_t runs = 0;
    while (same && more) {
        TSNode a = ts_tree_cursor_current_node(&left);
        TSNode b = ts_tree_cursor_current_node(&right);
        runs = pl_packed_runs_before(&it->packed, runs, ts_node_start_byte(a));
        same = ts_node_symbol(a) == ts_node_symbol(b) &&
               ts_node_child_count(a) == ts_node_child_count(b) &&
               is_same_place(it, a, b, runs);
        if (!same) {
            fprintf(stderr, "%s from %u to %u, not from %u to %u\n",
                    ts_node_type(b),
                    pl_packed_origin(&it->packed, 0, ts_node_start_byte(a)),
                    pl_packed_origin(&it->packed, 0, ts_node_end_byte(a)),
                    ts_node_start_byte(b), ts_node_end_byte(b));
        }
        more = goto_next(&left);
        same = same && more == goto_next(&right);
    }
    ts_tree_cursor_delete(&left);
    ts_tree_cursor_delete(&right);
    return same;
}

static void check(TSParser *parser, struct text text)
{
    struct parsed packed = parse_packed(parser, text);
    TSTree *plain = parse(parser, NULL, text);
    if (!is_tree_of_text(&packed, plain)) {
        char *left = ts_node_string(ts_tree_root_node(packed.tree));
        char *right = ts_node_string(ts_tree_root_node(plain));
        fprintf(stderr, "%.*s\npacked: %s\nplain:  %s\n", (int)text.length,
                text.bytes, left, right);
        free(left);
        free(right);
        fail_msg("the trees differ");
    }
    ts_tree_delete(packed.tree);
    ts_tree_delete(plain);
    pl_arena_free(packed.arena);
}

static struct text random_text(struct random *random, char *bytes)
{
    struct text text = {bytes, 0};
    for (size_t left = 1 + random_below(random, PIECES); left > 0; left--) {
        text.length = add_piece(random, bytes, text.length);
    }
    return text;
}

static void any_words_have_the_same_tree(void **state)
{
    (void)state;
    TSParser *parser = new_parser();
    struct random random = {5};
    char bytes[ROOM];
    for (int i = 0; i < DOCUMENTS; i++) {
        check(parser, random_text(&random, bytes));
    }
    ts_parser_delete(parser);
}

/* Puts a piece in before the character at a random place. */
static void insert(struct random *random, struct text *text)
{
    size_t at = random_below(random, text->length + 1);
    while (at > 0 && at < text->length &&
           ((unsigned char)text->bytes[at] & 0xc0) == 0x80) {
        at--;
    }
    char piece[256];
    size_t size = add_piece(random, piece, 0);
    memmove(text->bytes + at + size, text->bytes + at, text->length - at);
    memcpy(text->bytes + at, piece, size);
    text->length += size;
}

static void assert_same(const struct pl_tree *followed,
                        const struct pl_tree *fresh)
{
    struct pl_tree_walk *left = pl_tree_walk_new(followed);
    struct pl_tree_walk *right = pl_tree_walk_new(fresh);
    struct pl_node a;
    struct pl_node b;
    while (pl_tree_walk_next(left, &a)) {
        assert_true(pl_tree_walk_next(right, &b));
        assert_int_equal(a.kind, b.kind);
        assert_int_equal(a.depth, b.depth);
        assert_int_equal(a.range.start, b.range.start);
        assert_int_equal(a.range.end, b.range.end);
    }
    assert_false(pl_tree_walk_next(right, &b));
    pl_tree_walk_free(left);
    pl_tree_walk_free(right);
}

static struct pl_tree *follow(struct pl_tree *tree, struct random *random,
                              struct text *text)
{
    insert(random, text);
    pl_str edited = {text->bytes, text->length};
    struct pl_tree *followed = pl_tree_reparse(tree, edited);
    struct pl_tree *fresh = pl_tree_parse(edited);
    assert_same(followed, fresh);
    pl_tree_free(fresh);
    pl_tree_free(tree);
    return followed;
}

static void the_same_after_edits(void **state)
{
    (void)state;
    struct random random = {6};
    char bytes[ROOM];
    for (int i = 0; i < EDITED; i++) {
        struct text text = random_text(&random, bytes);
        struct pl_tree *tree = pl_tree_parse((pl_str){bytes, text.length});
        for (int edit = 0; edit < EDITS; edit++) {
            tree = follow(tree, &random, &text);
        }
        pl_tree_free(tree);
    }
}

/* Lines about as long as those that are not packed. */
static void lines_of_any_length_have_the_same_tree(void **state)
{
    (void)state;
    enum { LONG_LINE = 8192, LENGTHS = 40, STEP = 7 };
    TSParser *parser = new_parser();
    char *bytes = malloc(4 * (LONG_LINE + LENGTHS * STEP));
    assert_non_null(bytes);
    for (size_t i = 0; i < LENGTHS; i++) {
        struct text text = {bytes, 0};
        for (int line = 0; line < 3; line++) {
            size_t end = text.length + LONG_LINE + (i - LENGTHS / 2) * STEP;
            for (size_t word = 0; text.length < end; word++) {
                text.length =
                    text.length +
                    (size_t)sprintf(bytes + text.length,
                                    word % 5 ? "words, " : "2. union ");
            }
            bytes[text.length - 1] = line < 2 ? '\n' : ' ';
        }
        check(parser, text);
    }
    free(bytes);
    ts_parser_delete(parser);
}

static void the_same_for_long_words(void **state)
{
    (void)state;
    enum { LENGTH = 24000 };
    TSParser *parser = new_parser();
    struct text text = {malloc(LENGTH), LENGTH};
    assert_non_null(text.bytes);
    memset(text.bytes, 'a', LENGTH);
    text.bytes[LENGTH / 6] = '\n';
    check(parser, text);
    free(text.bytes);
    ts_parser_delete(parser);
}

static void assert_packed(const char *text, const char *expected)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_packed packed;
    pl_packed_init(arena, &packed, pl_str_from(text));
    assert_int_equal(packed.bytes.len, strlen(expected));
    assert_memory_equal(packed.bytes.data, expected, packed.bytes.len);
    pl_arena_free(arena);
}

static void running_text_is_packed(void **state)
{
    (void)state;
    /* 26 characters, of which 3 follow the last space */
    assert_packed("One two three four five six.", "O\xf3\x90\x83\x93.");
    /* what may be a number's, a title's or a marker stays */
    assert_packed("18 October 2018 and later on\n",
                  "18 October 2018 a\xf3\x90\x81\x9a\n");
    assert_packed("Annex B iv) ", "Annex B iv) ");
    assert_packed("; and b) ", "; and b) ");
}

static void a_text_may_have_what_stands_for_runs(void **state)
{
    (void)state;
    assert_packed("\xf3\x90\x83\x93 \xf0\x9f\x98\x80",
                  "\xf4\x8f\xbf\xbd \xf0\x9f\x98\x80");
    assert_packed("\xf3\xa0\x80\x81", "\xf3\xa0\x80\x81");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(running_text_is_packed),
        cmocka_unit_test(a_text_may_have_what_stands_for_runs),
        cmocka_unit_test(any_words_have_the_same_tree),
        cmocka_unit_test(the_same_after_edits),
        cmocka_unit_test(lines_of_any_length_have_the_same_tree),
        cmocka_unit_test(the_same_for_long_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
