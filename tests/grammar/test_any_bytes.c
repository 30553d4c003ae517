/* Whatever the bytes are, the tree is sound, and it is there soon. */
#include "grammar/trees.h"

enum {
    PATIENCE = 5 * 1000 * 1000, /* microseconds for one text */
    DOCUMENTS = 20000,
    PIECES = 14, /* at most, in a document of fragments */
    NOISE = 2000,
};

static TSParser *patient_parser(void)
{
    TSParser *parser = new_parser();
    ts_parser_set_timeout_micros(parser, PATIENCE);
    return parser;
}

static void assert_parses(TSParser *parser, struct text text)
{
    TSTree *tree = parse(parser, NULL, text);
    assert_sound(tree, text);
    ts_tree_delete(tree);
}

static void fragments_in_any_order_parse(void **state)
{
    (void)state;
    TSParser *parser = patient_parser();
    struct random random = {1};
    char bytes[1024];
    for (int i = 0; i < DOCUMENTS; i++) {
        struct text text = {bytes, 0};
        size_t count = 1 + random_below(&random, PIECES);
        for (size_t piece = 0; piece < count; piece++) {
            text.length = add_fragment(&random, bytes, text.length);
        }
        assert_parses(parser, text);
    }
    ts_parser_delete(parser);
}

static void random_bytes_parse(void **state)
{
    (void)state;
    static const char often[] = "\n\n\t  |#`[]().:;-0123456789aAhC<>*_\\";
    TSParser *parser = patient_parser();
    struct random random = {2};
    char bytes[256];
    for (int i = 0; i < NOISE; i++) {
        struct text text = {bytes, random_below(&random, sizeof bytes)};
        for (size_t at = 0; at < text.length; at++) {
            bytes[at] = random_below(&random, 3) == 0
                            ? (char)random_below(&random, 256)
                            : often[random_below(&random, sizeof often)];
        }
        assert_parses(parser, text);
    }
    ts_parser_delete(parser);
}

static void all_pairs_of_ascii_at_a_line_start_parse(void **state)
{
    (void)state;
    TSParser *parser = patient_parser();
    for (int pair = 0; pair < 128 * 128; pair++) {
        char bytes[] = "a) b\n?? c\n";
        bytes[5] = (char)(pair / 128);
        bytes[6] = (char)(pair % 128);
        assert_parses(parser, (struct text){bytes, sizeof bytes - 1});
        assert_parses(parser, (struct text){bytes + 5, 5});
        assert_parses(parser, (struct text){bytes + 5, 2});
    }
    ts_parser_delete(parser);
}

/* Each of them begins something that may not come to an end. */
static const char *const pieces[] = {
    "\n",
    " ",
    "\t",
    "\r",
    "a",
    ".",
    ". ",
    "....",
    " .",
    "|",
    "| ",
    "|a",
    "||\n",
    "\t\t\n",
    "\ta\n",
    "[",
    "]",
    "](",
    "](a",
    "[1: ",
    "[^",
    "[^a",
    "`",
    "`` ",
    "` `` ``` ",
    "```\n",
    "~~~\n",
    "<!--",
    "<!--\n",
    "<",
    "#",
    "# \n",
    ">",
    "> ",
    "---\n",
    "_",
    "1\n",
    "1.",
    "1. \n",
    "1.1.1.1.1.1.1",
    "1) ",
    "; ",
    "; a",
    ";;",
    "; and ",
    ": a",
    "(",
    "((i",
    "http://",
    "h",
    "; h",
    "C",
    "Comment by ",
    "\tComment by A",
    "\tComment by A: ",
    "\\",
    "\\\n",
    "IV. ",
    "A. A. ",
    "A\n",
    "Annex 1 ",
    "Annex 1\n",
    "a)\n\tb\n",
    "- \n",
    "\xef\x82\xb7",
    "\xc3\xa9",
    "\xff",
    "\xf0\x9f",
    "\xe2\x80\xa6",
    "\xef\xbb\xbf",
    "\xc2\xa0",
    "1 \t7\n",
    "A\t7\n",
};

/* A text that repeats a piece must take time in proportion to its length. */
static void repeated_pieces_parse_in_time(void **state)
{
    (void)state;
    TSParser *parser = patient_parser();
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t size = strlen(pieces[i]);
        struct text text = {malloc(300000 + size), 0};
        assert_non_null(text.bytes);
        for (; text.length < 300000; text.length += size) {
            memcpy(text.bytes + text.length, pieces[i], size);
        }
        assert_parses(parser, text);
        free(text.bytes);
    }
    ts_parser_delete(parser);
}

static void zero_bytes_are_characters(void **state)
{
    (void)state;
    char bytes[] = "One line\0with a zero\n2 Another\0.\n\0\n";
    TSParser *parser = new_parser();
    assert_parses(parser, (struct text){bytes, sizeof bytes - 1});
    assert_parses(parser, (struct text){bytes, sizeof bytes});
    memset(bytes, 0, sizeof bytes);
    assert_parses(parser, (struct text){bytes, sizeof bytes});
    ts_parser_delete(parser);
}

static void an_empty_text_is_a_document(void **state)
{
    (void)state;
    TSParser *parser = new_parser();
    char blank[] = " \n\t\n\xc2\xa0";
    assert_parses(parser, (struct text){blank, 0});
    assert_parses(parser, (struct text){blank, sizeof blank - 1});
    ts_parser_delete(parser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fragments_in_any_order_parse),
        cmocka_unit_test(random_bytes_parse),
        cmocka_unit_test(all_pairs_of_ascii_at_a_line_start_parse),
        cmocka_unit_test(repeated_pieces_parse_in_time),
        cmocka_unit_test(zero_bytes_are_characters),
        cmocka_unit_test(an_empty_text_is_a_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
