/* bookmarks.h - the bookmarks of a Word document by name, in one state of its
 * tracked changes; for fields.h. */
#ifndef PLANLINT_TEXT_WORD_FIELD_BOOKMARKS_H
#define PLANLINT_TEXT_WORD_FIELD_BOOKMARKS_H

#include <stdint.h>

#include "base/str.h"
#include "text/word/model.h"

struct pl_arena;
struct pl_map;

struct pl_word_bookmarks {
    struct pl_arena *arena;
    const struct pl_word_file *word;
    const struct pl_map *by_name;
};

/* One whose text is all deleted is gone with it. */
struct pl_word_bookmarks pl_word_bookmarks_of(struct pl_arena *arena,
                                              const struct pl_word_file *word,
                                              enum pl_word_state state);

/* Capitals do not count; NULL: there is none. */
const struct pl_word_bookmark *
pl_word_bookmark_find(const struct pl_word_bookmarks *bookmarks, pl_str name);

#endif
