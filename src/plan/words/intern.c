#include "plan/words/intern.h"

#include <string.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/hash.h"
#include "plan/words.h"

enum { LEAST_SLOTS = 512, HALF = 8, WHOLE = 16 };

/* What a spelling is looked up by; all of a spelling of up to 16 bytes. */
struct key {
    uint64_t head; /* its first eight bytes */
    uint64_t tail; /* its last eight bytes */
    uint64_t hash;
};

/* Open addressing with linear probing; at most half of the slots are used. */
struct slot {
    uint64_t head;
    uint64_t tail;
    uint32_t length; /* 0: empty */
    uint32_t number;
};

struct pl_intern {
    struct pl_arena *arena;
    struct slot *slots;
    const char **spellings; /* by number */
    size_t capacity;        /* of `spellings` */
    uint32_t mask;
    uint32_t count;
    uint64_t seed; /* random in each process: no text can aim at long probes */
    struct key keys[PL_INTERN_BATCH];
};

/* A slot of which the spelling is known elsewhere. */
struct place {
    uint32_t hash;  /* its upper half */
    uint32_t after; /* the number, plus one; 0: empty */
};

struct pl_spellings {
    uint32_t mask;
    uint64_t seed;
    struct place places[];
};

static uint64_t load(const char *bytes, size_t len)
{
    uint64_t word = 0;
    memcpy(&word, bytes, len);
    return word;
}

static uint64_t hash_middle(pl_str s, uint64_t hash)
{
    for (size_t at = HALF; at + HALF < s.len; at += HALF) {
        hash = pl_hash_mix(hash ^ load(s.data + at, HALF), PL_HASH_ODD_2);
    }
    return hash;
}

PL_ALWAYS_INLINE void give_hash(uint64_t seed, pl_str s, struct key *key)
{
    key->hash = pl_hash_mix(key->head ^ seed,
                            PL_HASH_ODD_1 ^ key->tail ^ (s.len << 56));
    if (PL_UNLIKELY(s.len > WHOLE)) {
        key->hash = hash_middle(s, key->hash);
    }
}

static struct key key_of(uint64_t seed, pl_str s)
{
    struct key key;
    size_t half = s.len < HALF ? s.len : HALF;
    key.head = load(s.data, half);
    key.tail = load(s.data + s.len - half, half);
    give_hash(seed, s, &key);
    return key;
}

#if PL_LITTLE_ENDIAN

/* The same for a spelling with at least HALF bytes of memory from its
 * beginning on: without a branch, for lengths cannot be foretold. */
PL_ALWAYS_INLINE struct key key_inside(uint64_t seed, pl_str s)
{
    struct key key;
    size_t half = s.len < HALF ? s.len : HALF;
    uint64_t mask = UINT64_MAX >> (64 - 8 * half);
    key.head = load(s.data, HALF) & mask;
    key.tail = load(s.data + s.len - half, HALF) & mask;
    give_hash(seed, s, &key);
    return key;
}

#endif

PL_ALWAYS_INLINE pl_str text_of(pl_str text, struct pl_range word)
{
    return (pl_str){text.data + word.start, word.end - word.start};
}

PL_ALWAYS_INLINE bool holds(const struct pl_intern *table,
                            const struct slot *slot, pl_str s,
                            const struct key *key)
{
    return slot->head == key->head && slot->tail == key->tail &&
           slot->length == s.len &&
           (s.len <= WHOLE ||
            memcmp(table->spellings[slot->number], s.data, s.len) == 0);
}

PL_ALWAYS_INLINE struct slot *slot_of(const struct pl_intern *table, pl_str s,
                                      const struct key *key)
{
    uint32_t at = (uint32_t)key->hash & table->mask;
    while (table->slots[at].length != 0 &&
           !holds(table, &table->slots[at], s, key)) {
        at = (at + 1) & table->mask;
    }
    return &table->slots[at];
}

/* Different words grow with the root of the length of a text. */
static uint32_t slots_for(size_t text_size)
{
    enum { SLOTS_PER_ROOT = 16 };
    uint32_t slots = LEAST_SLOTS;
    while ((uint64_t)slots * slots <
           (uint64_t)text_size * SLOTS_PER_ROOT * SLOTS_PER_ROOT) {
        slots *= 2;
    }
    return slots;
}

struct pl_intern *pl_intern_new(struct pl_arena *arena, size_t text_size)
{
    struct pl_intern *table = pl_arena_alloc(arena, sizeof(*table));
    uint32_t slots = slots_for(text_size);
    table->arena = arena;
    table->slots = pl_arena_array(arena, slots, sizeof(struct slot));
    table->mask = slots - 1;
    table->capacity = slots / 2 + 1;
    table->spellings =
        pl_arena_array(arena, table->capacity, sizeof(*table->spellings));
    table->seed = pl_hash_seed();
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
            pl_str s = {table->spellings[old[i].number], old[i].length};
            struct key key = key_of(table->seed, s);
            *slot_of(table, s, &key) = old[i];
        }
    }
}

static void remember(struct pl_intern *table, uint32_t number, pl_str s)
{
    if (number >= table->capacity) {
        size_t capacity = table->capacity * 2;
        table->spellings =
            pl_arena_grow(table->arena, table->spellings,
                          table->capacity * sizeof(*table->spellings),
                          capacity * sizeof(*table->spellings));
        table->capacity = capacity;
    }
    table->spellings[number] = s.data;
}

static uint32_t add_new(struct pl_intern *table, pl_str spelling,
                        const struct key *key)
{
    if (table->count * 2 > table->mask) {
        grow(table);
    }
    uint32_t number = table->count++;
    *slot_of(table, spelling, key) =
        (struct slot){key->head, key->tail, (uint32_t)spelling.len, number};
    remember(table, number, spelling);
    return number;
}

PL_ALWAYS_INLINE uint32_t find_or_add(struct pl_intern *table, pl_str spelling,
                                      const struct key *key)
{
    const struct slot *slot = slot_of(table, spelling, key);
    return PL_LIKELY(slot->length != 0) ? slot->number
                                        : add_new(table, spelling, key);
}

uint32_t pl_intern_add(struct pl_intern *table, pl_str spelling)
{
    struct key key = key_of(table->seed, spelling);
    return find_or_add(table, spelling, &key);
}

static void find_keys(struct pl_intern *table, pl_str text,
                      const struct pl_range *words, size_t count)
{
    size_t inside = 0;
#if PL_LITTLE_ENDIAN
    for (; inside < count && words[inside].start + HALF <= text.len; inside++) {
        struct key key = key_inside(table->seed, text_of(text, words[inside]));
        PL_PREFETCH(&table->slots[(uint32_t)key.hash & table->mask]);
        table->keys[inside] = key;
    }
#endif
    for (size_t i = inside; i < count; i++) {
        table->keys[i] = key_of(table->seed, text_of(text, words[i]));
    }
}

void pl_intern_add_all(struct pl_intern *table, pl_str text,
                       const struct pl_range *words, size_t count,
                       uint32_t *numbers)
{
    find_keys(table, text, words, count);
    for (size_t i = 0; i < count; i++) {
        numbers[i] =
            find_or_add(table, text_of(text, words[i]), &table->keys[i]);
    }
}

uint32_t pl_intern_find(const struct pl_intern *table, pl_str spelling)
{
    if (spelling.len == 0) {
        return PL_NONE;
    }
    struct key key = key_of(table->seed, spelling);
    const struct slot *slot = slot_of(table, spelling, &key);
    return slot->length ? slot->number : PL_NONE;
}

static uint32_t upper_half(uint64_t hash)
{
    return (uint32_t)(hash >> 32);
}

struct pl_spellings *pl_spellings_build(struct pl_arena *arena,
                                        const struct pl_intern *table)
{
    size_t count = (size_t)table->mask + 1;
    struct pl_spellings *made =
        pl_arena_alloc(arena, sizeof(*made) + count * sizeof(struct place));
    made->mask = table->mask;
    made->seed = table->seed;
    for (size_t i = 0; i < count; i++) {
        const struct slot *slot = &table->slots[i];
        if (slot->length) {
            pl_str s = {table->spellings[slot->number], slot->length};
            struct key key = {.head = slot->head, .tail = slot->tail};
            give_hash(table->seed, s, &key);
            made->places[i] =
                (struct place){upper_half(key.hash), slot->number + 1};
        }
    }
    return made;
}

uint32_t pl_spellings_find(const struct pl_spellings *spellings,
                           const struct pl_form *forms, pl_str spelling)
{
    if (spelling.len == 0) {
        return PL_NONE;
    }
    uint64_t hash = key_of(spellings->seed, spelling).hash;
    uint32_t at = (uint32_t)hash & spellings->mask;
    for (; spellings->places[at].after; at = (at + 1) & spellings->mask) {
        struct place place = spellings->places[at];
        if (place.hash == upper_half(hash) &&
            pl_str_eq(forms[place.after - 1].text, spelling)) {
            return place.after - 1;
        }
    }
    return PL_NONE;
}
