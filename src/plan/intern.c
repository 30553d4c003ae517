#include "plan/intern.h"

#include <string.h>
#include <sys/auxv.h>

#include "base/arena.h"
#include "base/attr.h"

enum { FIRST_SLOTS = 2048, HEAD = 8 };

/* Open addressing with linear probing; at most half of the slots are used. */
struct slot {
    uint64_t head;   /* the first eight bytes, zeros after the end */
    uint32_t length; /* 0: empty */
    uint32_t number;
};

struct pl_intern {
    struct pl_arena *arena;
    struct slot *slots;
    const char **spellings; /* by number; only those longer than a head */
    size_t capacity;        /* of `spellings` */
    uint32_t mask;
    uint32_t count;
    uint64_t seed; /* random in each process: no text can aim at long probes */
};

static uint64_t process_seed(void)
{
    uint64_t seed = UINT64_C(0x9E3779B97F4A7C15);
    const void *random = (const void *)getauxval(AT_RANDOM);
    if (random) {
        memcpy(&seed, random, sizeof(seed));
    }
    return seed;
}

static uint64_t mix(uint64_t a)
{
    __extension__ unsigned __int128 product =
        (unsigned __int128)a * UINT64_C(0xA0761D6478BD642F);
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t head_of(pl_str s, const char *readable_end)
{
    uint64_t head = 0;
    if (s.len >= HEAD) {
        memcpy(&head, s.data, HEAD);
    } else if (PL_LIKELY(readable_end - s.data >= HEAD)) {
        memcpy(&head, s.data, HEAD);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        head &= (UINT64_C(1) << (s.len * 8)) - 1;
#else
        head &= ~(UINT64_MAX >> (s.len * 8));
#endif
    } else {
        memcpy(&head, s.data, s.len);
    }
    return head;
}

static uint64_t hash_of(const struct pl_intern *table, pl_str s, uint64_t head)
{
    uint64_t hash = mix(head ^ table->seed ^ s.len);
    for (size_t at = HEAD; at < s.len; at += HEAD) {
        uint64_t next = 0;
        size_t rest = s.len - at;
        memcpy(&next, s.data + at, rest < HEAD ? rest : HEAD);
        hash = mix(hash ^ next);
    }
    return hash;
}

static bool holds(const struct pl_intern *table, const struct slot *slot,
                  pl_str s, uint64_t head)
{
    return slot->head == head && slot->length == s.len &&
           (s.len <= HEAD ||
            memcmp(table->spellings[slot->number], s.data, s.len) == 0);
}

static struct slot *slot_of(const struct pl_intern *table, pl_str s,
                            uint64_t head)
{
    uint32_t at = (uint32_t)hash_of(table, s, head) & table->mask;
    while (table->slots[at].length != 0 &&
           !holds(table, &table->slots[at], s, head)) {
        at = (at + 1) & table->mask;
    }
    return &table->slots[at];
}

struct pl_intern *pl_intern_new(struct pl_arena *arena)
{
    struct pl_intern *table = pl_arena_alloc(arena, sizeof(*table));
    table->arena = arena;
    table->slots = pl_arena_array(arena, FIRST_SLOTS, sizeof(struct slot));
    table->mask = FIRST_SLOTS - 1;
    table->seed = process_seed();
    return table;
}

static void grow(struct pl_intern *table)
{
    struct slot *old = table->slots;
    uint32_t old_count = table->mask + 1;
    table->mask = old_count * 2 - 1;
    table->slots =
        pl_arena_array(table->arena, old_count * 2, sizeof(struct slot));
    for (uint32_t i = 0; i < old_count; i++) {
        if (old[i].length) {
            pl_str s = {(const char *)&old[i].head, old[i].length};
            if (s.len > HEAD) {
                s.data = table->spellings[old[i].number];
            }
            *slot_of(table, s, old[i].head) = old[i];
        }
    }
}

static void remember(struct pl_intern *table, uint32_t number, pl_str s)
{
    if (number >= table->capacity) {
        size_t capacity = table->capacity ? table->capacity * 2 : FIRST_SLOTS;
        table->spellings =
            pl_arena_grow(table->arena, table->spellings,
                          table->capacity * sizeof(*table->spellings),
                          capacity * sizeof(*table->spellings));
        table->capacity = capacity;
    }
    table->spellings[number] = s.data;
}

uint32_t pl_intern_add(struct pl_intern *table, pl_str spelling,
                       const char *readable_end)
{
    uint64_t head = head_of(spelling, readable_end);
    struct slot *slot = slot_of(table, spelling, head);
    if (PL_LIKELY(slot->length != 0)) {
        return slot->number;
    }
    if (table->count * 2 > table->mask) {
        grow(table);
        slot = slot_of(table, spelling, head);
    }
    uint32_t number = table->count++;
    *slot = (struct slot){head, (uint32_t)spelling.len, number};
    remember(table, number, spelling);
    return number;
}

uint32_t pl_intern_find(const struct pl_intern *table, pl_str spelling)
{
    if (spelling.len == 0) {
        return UINT32_MAX;
    }
    uint64_t head = head_of(spelling, spelling.data + spelling.len);
    const struct slot *slot = slot_of(table, spelling, head);
    return slot->length ? slot->number : UINT32_MAX;
}

uint32_t pl_intern_count(const struct pl_intern *table)
{
    return table->count;
}
