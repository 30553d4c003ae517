#include "text/word/answer/ids.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/vec.h"

enum { HIGH = 1 << 30 /* above this the gaps are used */ };

struct pl_word_ids {
    struct pl_arena *arena;
    PL_VEC(uint32_t) used;
    bool is_sorted;
    size_t at; /* in `used`: the first that is not below `next` */
    uint32_t next;
};

struct pl_word_ids *pl_word_ids_new(struct pl_arena *arena)
{
    struct pl_word_ids *ids = pl_arena_alloc(arena, sizeof(*ids));
    ids->arena = arena;
    return ids;
}

void pl_word_ids_use(struct pl_word_ids *ids, uint32_t id)
{
    *PL_VEC_PUSH(ids->arena, &ids->used) = id;
}

static int by_number(const void *a, const void *b)
{
    uint32_t first = *(const uint32_t *)a;
    uint32_t second = *(const uint32_t *)b;
    return (first > second) - (first < second);
}

static void sort(struct pl_word_ids *ids)
{
    size_t count = ids->used.len;
    uint32_t highest = 0;
    if (count > 0) {
        qsort(ids->used.items, count, sizeof(uint32_t), by_number);
        highest = ids->used.items[count - 1];
    }
    ids->next = highest < HIGH ? highest + 1 : 1;
    ids->is_sorted = true;
}

uint32_t pl_word_ids_take(struct pl_word_ids *ids)
{
    if (!ids->is_sorted) {
        sort(ids);
    }
    while (ids->at < ids->used.len && ids->used.items[ids->at] <= ids->next) {
        ids->next += ids->used.items[ids->at] == ids->next;
        ids->at++;
    }
    return ids->next++;
}
