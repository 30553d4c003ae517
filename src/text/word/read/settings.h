/* settings.h - small parts of a Word document: its settings, and the threads of
 * its comments. */
#ifndef PLANLINT_TEXT_WORD_READ_SETTINGS_H
#define PLANLINT_TEXT_WORD_READ_SETTINGS_H

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

struct pl_arena;
struct pl_word_file;
struct pl_zip;

/* Each fills what it knows of the model. `part` is a name; empty: there is no
 * such part, and nothing is filled. */
PL_MUST_CHECK bool pl_word_settings_read(struct pl_arena *arena,
                                         struct pl_zip *zip, pl_str part,
                                         struct pl_word_file *word,
                                         struct pl_error *error);
PL_MUST_CHECK bool pl_word_threads_read(struct pl_arena *arena,
                                        struct pl_zip *zip, pl_str part,
                                        struct pl_word_file *word,
                                        struct pl_error *error);

#endif
