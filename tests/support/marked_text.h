/* marked_text.h - texts with places marked in them, for tests of navigation
 * and renaming.
 *
 *     %! plan.md
 *     See para|graph 2.
 *         ^^^^^^^^^^^
 *
 * A line "%! NAME" begins a file; a text without one is of the file plan.md.
 * "|" is a cursor and no part of the text. A line of nothing but "^" and
 * blanks is no part of it either: each run of "^" is a range in the last line
 * of text, in columns of it as it is written here, cursors included; one
 * column is one character. Ranges that touch or overlap take several such
 * lines. "\|", and "\^" and "\%" where a line begins, stand for the character
 * itself; any other backslash is text. */
#ifndef PLANLINT_TESTS_SUPPORT_MARKED_TEXT_H
#define PLANLINT_TESTS_SUPPORT_MARKED_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"

struct pl_arena;
struct pl_plan;

struct marked_file {
    const char *name;
    pl_str text; /* without the marks; a NUL follows */
    const uint32_t *cursors;
    size_t cursor_count;
    const struct pl_range *ranges; /* by their start */
    size_t range_count;
};

struct marked_text {
    const struct marked_file *files;
    size_t count;
};

/* All of it in the arena. */
struct marked_text marked_text_read(struct pl_arena *arena, const char *text);

/* The file with the only cursor; fails the test when there is another number
 * of them. */
const struct marked_file *marked_text_file(struct marked_text marked);

/* The plan of a file, whose name says the format: ".md" is Markdown, anything
 * else is told by the text. */
const struct pl_plan *marked_file_plan(struct pl_arena *arena,
                                       const struct marked_file *file);

/* Fails the test unless these are the marked ranges, in their order. */
void assert_marked_ranges(const struct marked_file *file,
                          const struct pl_range *ranges, size_t count);

#endif
