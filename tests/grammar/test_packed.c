/* A packed text has the tree of the text. */
#include "grammar/trees.h"

#include "syntax/packed.h"

enum {
    DOCUMENTS = 20000,
    PIECES = 24, /* at most, in a document */
    EDITED = 2000,
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

static const char *read_packed(void *packed, uint32_t at, TSPoint point,
                               uint32_t *length)
{
    (void)point;
    return pl_packed_read(packed, at, length);
}

static TSTree *parse_packed(TSParser *parser, const TSTree *old,
                            struct text text)
{
    struct pl_packed packed;
    pl_packed_init(&packed, (pl_str){text.bytes, text.length});
    TSInput input = {&packed, read_packed, TSInputEncodingUTF8};
    TSTree *tree = ts_parser_parse(parser, old, input);
    assert_non_null(tree);
    return tree;
}

/* Takes both trees. */
static void assert_same(TSTree *packed, TSTree *plain, struct text text)
{
    if (!is_same_tree(packed, plain)) {
        char *left = ts_node_string(ts_tree_root_node(packed));
        char *right = ts_node_string(ts_tree_root_node(plain));
        fprintf(stderr, "%.*s\npacked: %s\nplain:  %s\n", (int)text.length,
                text.bytes, left, right);
        free(left);
        free(right);
        fail_msg("the trees differ");
    }
    ts_tree_delete(packed);
    ts_tree_delete(plain);
}

static void check(TSParser *parser, struct text text)
{
    assert_same(parse_packed(parser, NULL, text), parse(parser, NULL, text),
                text);
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
static TSInputEdit insert(struct random *random, struct text *text)
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
    return (TSInputEdit){.start_byte = (uint32_t)at,
                         .old_end_byte = (uint32_t)at,
                         .new_end_byte = (uint32_t)(at + size)};
}

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

static TSTree *follow(TSParser *parser, TSTree *tree, struct random *random,
                      struct text *text)
{
    TSInputEdit edit = insert(random, text);
    edit.start_point = edit.old_end_point = point_at(*text, edit.start_byte);
    edit.new_end_point = point_at(*text, edit.new_end_byte);
    ts_tree_edit(tree, &edit);
    TSTree *followed = parse_packed(parser, tree, *text);
    ts_tree_delete(tree);
    assert_same(ts_tree_copy(followed), parse(parser, NULL, *text), *text);
    return followed;
}

static void the_same_after_edits(void **state)
{
    (void)state;
    TSParser *parser = new_parser();
    struct random random = {6};
    char bytes[ROOM];
    for (int i = 0; i < EDITED; i++) {
        struct text text = random_text(&random, bytes);
        TSTree *tree = parse_packed(parser, NULL, text);
        for (int edit = 0; edit < EDITS; edit++) {
            tree = follow(parser, tree, &random, &text);
        }
        ts_tree_delete(tree);
    }
    ts_parser_delete(parser);
}

/* Lines about as long as a window, in a text of several windows. */
static void lines_of_any_length_have_the_same_tree(void **state)
{
    (void)state;
    enum { LENGTHS = 40, STEP = 7 };
    TSParser *parser = new_parser();
    char *bytes = malloc(4 * (PL_PACKED_WINDOW + LENGTHS * STEP));
    assert_non_null(bytes);
    for (size_t i = 0; i < LENGTHS; i++) {
        struct text text = {bytes, 0};
        for (int line = 0; line < 3; line++) {
            size_t end =
                text.length + PL_PACKED_WINDOW + (i - LENGTHS / 2) * STEP;
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
    TSParser *parser = new_parser();
    size_t length = 3 * PL_PACKED_WINDOW;
    struct text text = {malloc(length), length};
    assert_non_null(text.bytes);
    memset(text.bytes, 'a', length);
    text.bytes[PL_PACKED_WINDOW / 2] = '\n';
    check(parser, text);
    free(text.bytes);
    ts_parser_delete(parser);
}

static void running_text_is_packed(void **state)
{
    (void)state;
    struct pl_packed packed;
    uint32_t length;
    pl_str text = PL_STR("one two three four five six.");
    pl_packed_init(&packed, text);
    const char *bytes = pl_packed_read(&packed, 0, &length);
    assert_int_equal(length, text.len);
    assert_memory_equal(bytes,
                        "one two three "   /* may be a number's, a title's */
                        "\xf1\x9f\xbf\xbf" /* "four" */
                        "\xf1\x8f\xbf\xbf" /* " fiv" */
                        "\xf0\xbf\xbf\xbf" /* "e si" */
                        "x.",
                        length);
}

static void a_text_may_have_what_stands_for_packs(void **state)
{
    (void)state;
    struct pl_packed packed;
    uint32_t length;
    pl_str text = PL_STR("\xf1\x9f\xbf\xbf \xf0\x9f\x98\x80");
    pl_packed_init(&packed, text);
    const char *bytes = pl_packed_read(&packed, 0, &length);
    assert_int_equal(length, text.len);
    assert_memory_equal(bytes, "\xf1\x9f\xbf\xbe \xf0\x9f\x98\x80", length);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(running_text_is_packed),
        cmocka_unit_test(a_text_may_have_what_stands_for_packs),
        cmocka_unit_test(any_words_have_the_same_tree),
        cmocka_unit_test(the_same_after_edits),
        cmocka_unit_test(lines_of_any_length_have_the_same_tree),
        cmocka_unit_test(the_same_for_long_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
