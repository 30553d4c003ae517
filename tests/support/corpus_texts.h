/* corpus_texts.h - every text of a folder of real documents that is not part
 * of the project: $PLANLINT_CORPUS, or ../shared/corpus. */
#ifndef PLANLINT_TESTS_SUPPORT_CORPUS_TEXTS_H
#define PLANLINT_TESTS_SUPPORT_CORPUS_TEXTS_H

#include <stdbool.h>

#include "base/str.h"

struct pl_arena;

/* A test of an absent corpus says so and ends with this status. */
enum { CORPUS_SKIPPED = 77 };

/* The folder, which may be absent. */
const char *corpus_path(struct pl_arena *arena);

/* False, with a line on standard output, when there is no such folder. */
bool corpus_is_there(void);

/* Calls for each text, in the order of their paths; packed documents are left
 * out. Path and bytes live until the call returns. */
void corpus_each_text(void (*visit)(void *state, const char *path,
                                    pl_str bytes),
                      void *state);

/* The same for each file whose name is that of a Word document: .docx, .docm or
 * .dotx. Not all of them can be read. */
void corpus_each_word(void (*visit)(void *state, const char *path,
                                    pl_str bytes),
                      void *state);

#endif
