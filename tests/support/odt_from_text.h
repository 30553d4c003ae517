/* odt_from_text.h - OpenDocument texts made of Markdown, for tests: the same
 * document in another form. */
#ifndef PLANLINT_TESTS_ODT_FROM_TEXT_H
#define PLANLINT_TESTS_ODT_FROM_TEXT_H

#include "base/arena.h"
#include "base/str.h"

/* The bytes of an .odt file, with what word_from_text.h says. */
pl_str odt_from_markdown(struct pl_arena *arena, pl_str markdown);

#endif
