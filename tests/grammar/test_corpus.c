/* The cases of grammar/test/corpus, read as the tree-sitter CLI reads them:
 * a name between lines of "=", a text, a line of "-", and the tree. */
#include "grammar/trees.h"

#include <dirent.h>

enum { MAX_FILES = 64, MIN_CASES = 40 };

struct line {
    const char *start;
    const char *end; /* of its characters */
    const char *next;
};

struct example {
    struct text name;
    struct text input;
    struct text tree;
};

static struct line line_at(const char *at)
{
    const char *end = strchr(at, '\n');
    if (!end) {
        end = at + strlen(at);
        return (struct line){at, end, end};
    }
    return (struct line){at, end, end + 1};
}

/* Three or more of one character and nothing else. */
static bool is_ruling(struct line line, char c)
{
    for (const char *at = line.start; at < line.end; at++) {
        if (*at != c) {
            return false;
        }
    }
    return line.end - line.start >= 3;
}

static struct text span(const char *start, const char *end)
{
    return (struct text){(char *)(uintptr_t)start, (size_t)(end - start)};
}

/* The longest line of "-" divides the text from the tree, so that a text may
 * have shorter ones. */
static void divide(const char *start, const char *end, struct example *example)
{
    struct line divider = {start, start, start};
    for (struct line line = line_at(start); line.start < end;
         line = line_at(line.next)) {
        if (is_ruling(line, '-') &&
            line.end - line.start >= divider.end - divider.start) {
            divider = line;
        }
    }
    assert_true(divider.end > divider.start);
    const char *input_end = divider.start;
    example->input = span(start, input_end > start ? input_end - 1 : start);
    example->tree = span(divider.next, end);
}

/* The case at `*at`, which moves behind it; false after the last one. */
static bool next_example(const char **at, struct example *example)
{
    struct line line = line_at(*at);
    while (*line.start && !is_ruling(line, '=')) {
        line = line_at(line.next);
    }
    if (!*line.start) {
        return false;
    }
    struct line name = line_at(line.next);
    struct line body = line_at(name.next);
    assert_true(is_ruling(body, '='));
    example->name = span(name.start, name.end);
    struct line end = line_at(body.next);
    while (*end.start && !(is_ruling(end, '=') &&
                           is_ruling(line_at(line_at(end.next).next), '='))) {
        end = line_at(end.next);
    }
    divide(body.next, end.start, example);
    *at = end.start;
    return true;
}

static bool is_blank_char(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Trees are equal when they differ in blanks only. */
static bool is_same_shape(struct text expected, const char *actual)
{
    size_t at = 0;
    for (; *actual; actual++) {
        if (is_blank_char(*actual)) {
            continue;
        }
        while (at < expected.length && is_blank_char(expected.bytes[at])) {
            at++;
        }
        if (at == expected.length || expected.bytes[at++] != *actual) {
            return false;
        }
    }
    while (at < expected.length && is_blank_char(expected.bytes[at])) {
        at++;
    }
    return at == expected.length;
}

/* Whether the text of a case has the tree that its file states. */
static bool holds(TSParser *parser, const char *file,
                  const struct example *example)
{
    TSTree *tree = parse(parser, NULL, example->input);
    char *shape = ts_node_string(ts_tree_root_node(tree));
    bool same = is_same_shape(example->tree, shape);
    if (!same) {
        fprintf(stderr, "%s: %.*s\nis %s\n", file, (int)example->name.length,
                example->name.bytes, shape);
    }
    assert_sound(tree, example->input);
    free(shape);
    ts_tree_delete(tree);
    return same;
}

struct tally {
    size_t cases;
    size_t failures;
};

static void check_file(TSParser *parser, const char *name, struct tally *tally)
{
    char path[512];
    snprintf(path, sizeof path, "grammar/test/corpus/%s", name);
    struct text text = read_file(path);
    const char *at = text.bytes;
    struct example example;
    while (next_example(&at, &example)) {
        tally->cases++;
        tally->failures += holds(parser, name, &example) ? 0 : 1;
    }
    free(text.bytes);
}

static bool is_corpus_file(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot && strcmp(dot, ".txt") == 0;
}

static void every_case_has_its_tree(void **state)
{
    (void)state;
    DIR *folder = opendir(PLANLINT_SOURCE_DIR "/grammar/test/corpus");
    assert_non_null(folder);
    TSParser *parser = new_parser();
    struct tally tally = {0};
    for (struct dirent *it = readdir(folder); it; it = readdir(folder)) {
        if (is_corpus_file(it->d_name)) {
            check_file(parser, it->d_name, &tally);
        }
    }
    closedir(folder);
    ts_parser_delete(parser);
    assert_int_equal(tally.failures, 0);
    assert_true(tally.cases >= MIN_CASES);
}

static void a_wrong_tree_is_noticed(void **state)
{
    (void)state;
    char right[] = "(a\n  (b))\n";
    char wrong[] = "(a\n  (c))\n";
    char longer[] = "(a (b)) x";
    assert_true(is_same_shape(span(right, right + 10), "(a (b))"));
    assert_false(is_same_shape(span(wrong, wrong + 10), "(a (b))"));
    assert_false(is_same_shape(span(longer, longer + 9), "(a (b))"));
    assert_false(is_same_shape(span(right, right + 5), "(a (b))"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wrong_tree_is_noticed),
        cmocka_unit_test(every_case_has_its_tree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
