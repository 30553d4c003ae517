/* trees.h - parsing with the grammar, and what holds of every tree, for the
 * tests of the grammar. */
#ifndef PLANLINT_TESTS_GRAMMAR_TREES_H
#define PLANLINT_TESTS_GRAMMAR_TREES_H

#include "cmocka_wrap.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_plan(void);

struct text {
    char *bytes;
    size_t length;
};

/* Reads a file of the checkout; the caller frees the bytes. */
static inline struct text read_file(const char *path)
{
    char full[1024];
    snprintf(full, sizeof full, "%s/%s", PLANLINT_SOURCE_DIR, path);
    FILE *file = fopen(full, "rb");
    if (!file) {
        fail_msg("cannot open %s", full);
    }
    struct text text = {0};
    size_t room = 0;
    do {
        room = room * 2 + 4096;
        text.bytes = realloc(text.bytes, room);
        assert_non_null(text.bytes);
        text.length +=
            fread(text.bytes + text.length, 1, room - 1 - text.length, file);
    } while (text.length == room - 1);
    fclose(file);
    text.bytes[text.length] = '\0';
    return text;
}

static inline TSParser *new_parser(void)
{
    TSParser *parser = ts_parser_new();
    assert_true(ts_parser_set_language(parser, tree_sitter_plan()));
    return parser;
}

static inline TSTree *parse(TSParser *parser, const TSTree *old,
                            struct text text)
{
    TSTree *tree =
        ts_parser_parse_string(parser, old, text.bytes, (uint32_t)text.length);
    assert_non_null(tree);
    return tree;
}

/* The next node in text order; false after the last one. */
static inline bool goto_next(TSTreeCursor *cursor)
{
    if (ts_tree_cursor_goto_first_child(cursor)) {
        return true;
    }
    while (!ts_tree_cursor_goto_next_sibling(cursor)) {
        if (!ts_tree_cursor_goto_parent(cursor)) {
            return false;
        }
    }
    return true;
}

/* Every node has a name and covers something, nothing is missing or wrong. */
static inline bool is_sound(const TSTree *tree)
{
    TSNode root = ts_tree_root_node(tree);
    TSTreeCursor cursor = ts_tree_cursor_new(root);
    bool sound = !ts_node_has_error(root);
    while (sound && goto_next(&cursor)) {
        TSNode node = ts_tree_cursor_current_node(&cursor);
        sound = ts_node_is_named(node) && !ts_node_is_missing(node) &&
                ts_node_start_byte(node) < ts_node_end_byte(node);
    }
    ts_tree_cursor_delete(&cursor);
    return sound;
}

static inline bool is_same_point(TSPoint a, TSPoint b)
{
    return a.row == b.row && a.column == b.column;
}

static inline bool is_same_node(TSNode a, TSNode b)
{
    return ts_node_symbol(a) == ts_node_symbol(b) &&
           ts_node_child_count(a) == ts_node_child_count(b) &&
           ts_node_start_byte(a) == ts_node_start_byte(b) &&
           ts_node_end_byte(a) == ts_node_end_byte(b) &&
           is_same_point(ts_node_start_point(a), ts_node_start_point(b)) &&
           is_same_point(ts_node_end_point(a), ts_node_end_point(b));
}

static inline bool is_same_tree(const TSTree *a, const TSTree *b)
{
    TSTreeCursor left = ts_tree_cursor_new(ts_tree_root_node(a));
    TSTreeCursor right = ts_tree_cursor_new(ts_tree_root_node(b));
    bool same = true;
    bool more = true;
    while (same && more) {
        same = is_same_node(ts_tree_cursor_current_node(&left),
                            ts_tree_cursor_current_node(&right));
        more = goto_next(&left);
        same = same && more == goto_next(&right);
    }
    ts_tree_cursor_delete(&left);
    ts_tree_cursor_delete(&right);
    return same;
}

static inline void assert_sound(const TSTree *tree, struct text text)
{
    if (!is_sound(tree)) {
        char *shape = ts_node_string(ts_tree_root_node(tree));
        fprintf(stderr, "%.*s\n%s\n", (int)text.length, text.bytes, shape);
        free(shape);
        fail_msg("the tree has an error or an empty node");
    }
}

/* A generator of numbers that are the same on every machine. */
struct random {
    uint64_t state;
};

static inline size_t random_below(struct random *random, size_t limit)
{
    random->state ^= random->state << 13;
    random->state ^= random->state >> 7;
    random->state ^= random->state << 17;
    return (size_t)((random->state >> 16) % limit);
}

/* What lines are made of, and what breaks them. */
static const char *const fragments[] = {
    "a",
    "\n",
    "\n\n",
    "\t",
    " ",
    ".",
    ":",
    ", ",
    "; ",
    "1 \t",
    "2.3 \tTitle\n",
    "1) ",
    "a) ",
    "; b) ",
    "; and g) ",
    ": (i) ",
    "1.",
    "1. ",
    "2.1. ",
    "A. ",
    "IV. ",
    "A.2 ",
    "6.1a ",
    "1bis.1 ",
    "b)bis ",
    "9A\t",
    "2024 ",
    "40 \n",
    "[footnoteRef:1]",
    "[1: x]",
    "[1: ",
    "[^1]: ",
    "[^1]",
    "[",
    "]",
    "](x)",
    "](",
    "(",
    ")",
    "Comment by Author: ",
    "\tComment by A: b",
    "| a | b |\n",
    "|---|---|\n",
    "|",
    "| |",
    "```\n",
    "```",
    "`",
    "~~~",
    "---\n",
    "___\n",
    "===",
    "# ",
    "## 2.1 H\n",
    "> ",
    "- ",
    "* ",
    "o\t",
    "\xef\x82\xb7 ",
    "http://",
    "http://a.b ",
    "; http://x ",
    "h",
    "C",
    "ANNEX 1 X\n",
    "Annex 2",
    "Part A\n",
    "Short title\n",
    "lower\n",
    "resolves\n",
    "\t1.1: cell\n",
    "\ta\n\tb\n\n",
    "\n\t- i\n",
    "\n\th",
    "\n\tC",
    "Overview\t7\n",
    "....",
    " . . . .",
    "5\n",
    "\xe2\x80\xa6",
    "<!--",
    "-->\n",
    "<!-- planlint-enable -->\n",
    "\\",
    "\r\n",
    "\r",
    "\xe2\x80\x93",
    "\xc2\xa0",
    "\xef\xbb\xbf",
    "\xd0\xb0) ",
    "\xd0\x90",
    "\xd9\x85",
    "Goals. Targets",
    "everyone.\"\n",
};

/* Adds a fragment and returns the new length. */
static inline size_t add_fragment(struct random *random, char *bytes,
                                  size_t length)
{
    size_t count = sizeof fragments / sizeof *fragments;
    const char *fragment = fragments[random_below(random, count)];
    size_t size = strlen(fragment);
    for (size_t i = 0; i < size; i++) {
        bytes[length + i] = fragment[i];
    }
    return length + size;
}

#endif
