/* ids.h - the ids of comments, bookmarks and changes that a Word file uses, and
 * those that are free. Word refuses files in which one is there twice. */
#ifndef PLANLINT_TEXT_WORD_ANSWER_IDS_H
#define PLANLINT_TEXT_WORD_ANSWER_IDS_H

#include <stdint.h>

struct pl_arena;
struct pl_word_ids;

struct pl_word_ids *pl_word_ids_new(struct pl_arena *arena);

/* Notes that an id is used; before the first is taken. */
void pl_word_ids_use(struct pl_word_ids *ids, uint32_t id);

/* One that is not used, the next higher each time. */
uint32_t pl_word_ids_take(struct pl_word_ids *ids);

#endif
