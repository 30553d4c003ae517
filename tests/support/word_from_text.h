/* word_from_text.h - Word files made of Markdown, for tests: the same document
 * in another form. */
#ifndef PLANLINT_TESTS_WORD_FROM_TEXT_H
#define PLANLINT_TESTS_WORD_FROM_TEXT_H

#include "base/arena.h"
#include "base/str.h"

/* The bytes of a .docx file with headings as styles, bullets as automatic
 * numbers, tables and footnotes as Word has them; a run of lines is a
 * paragraph. All other mark-up stays as it is typed. */
pl_str word_from_markdown(struct pl_arena *arena, pl_str markdown);

#endif
