/* generate_word.h - a generated plan as a Word file.
 *
 * Its main part is as wordy as Word makes it: a paragraph has properties, its
 * text is cut into runs, each with fonts, sizes and languages and the session
 * that wrote it; every now and then a run was inserted or deleted. Ten bytes
 * of it hold about one of text. */
#ifndef PLANLINT_BENCH_GENERATE_WORD_H
#define PLANLINT_BENCH_GENERATE_WORD_H

#include <stddef.h>

#include "base/str.h"

struct pl_arena;

/* The bytes of a .docx whose main part is about `bytes` long; in the arena. */
pl_str pl_generate_word(struct pl_arena *arena, size_t bytes);

#endif
