#include "base/map.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/hash.h"

/* Open addressing with linear probing; at most half of the slots are used. A
 * slot keeps the hash so that growing and most misses never touch a key. */
struct slot {
    const char *key;
    uint32_t key_len;
    uint32_t value;
    uint64_t hash; /* 0: empty */
};

struct pl_map {
    struct pl_arena *arena;
    struct slot *slots;
    size_t mask; /* number of slots, a power of two, less one */
    size_t used;
    uint64_t seed;
};

static uint64_t read_tail(const char *p, size_t len)
{
    uint64_t word = 0;
    memcpy(&word, p, len);
    return word;
}

static uint64_t hash_of(uint64_t seed, pl_str s)
{
    static const uint64_t prime = PL_HASH_ODD_1;
    uint64_t hash = seed ^ (s.len * prime);
    size_t at = 0;
    for (; s.len - at >= 8; at += 8) {
        hash = pl_hash_mix(hash ^ pl_bytes_load(s.data + at), prime);
    }
    if (at < s.len) {
        hash = pl_hash_mix(hash ^ read_tail(s.data + at, s.len - at), prime);
    }
    return pl_hash_mix(hash, PL_HASH_ODD_2) | 1;
}

static size_t slots_for(size_t keys)
{
    size_t slots = 16;
    while (slots < keys * 2) {
        slots *= 2;
    }
    return slots;
}

struct pl_map *pl_map_new(struct pl_arena *arena, size_t expected)
{
    struct pl_map *map = pl_arena_alloc(arena, sizeof(*map));
    size_t slots = slots_for(expected);
    map->arena = arena;
    map->slots = pl_arena_array(arena, slots, sizeof(struct slot));
    map->mask = slots - 1;
    map->seed = pl_hash_seed();
    return map;
}

static bool holds(const struct slot *slot, uint64_t hash, pl_str key)
{
    return slot->hash == hash && slot->key_len == key.len &&
           (key.len == 0 || memcmp(slot->key, key.data, key.len) == 0);
}

static struct slot *slot_of(const struct pl_map *map, uint64_t hash, pl_str key)
{
    size_t at = (size_t)hash & map->mask;
    while (map->slots[at].hash != 0 && !holds(&map->slots[at], hash, key)) {
        at = (at + 1) & map->mask;
    }
    return &map->slots[at];
}

static void grow(struct pl_map *map)
{
    struct slot *old = map->slots;
    size_t old_slots = map->mask + 1;
    map->slots = pl_arena_array(map->arena, old_slots * 2, sizeof(*old));
    map->mask = old_slots * 2 - 1;
    for (size_t i = 0; i < old_slots; i++) {
        if (old[i].hash != 0) {
            pl_str key = {old[i].key, old[i].key_len};
            *slot_of(map, old[i].hash, key) = old[i];
        }
    }
}

static struct slot *find_or_add(struct pl_map *map, pl_str key, uint32_t value)
{
    assert(key.len < UINT32_MAX);
    uint64_t hash = hash_of(map->seed, key);
    struct slot *slot = slot_of(map, hash, key);
    if (slot->hash != 0) {
        return slot;
    }
    if (map->used * 2 > map->mask) {
        grow(map);
        slot = slot_of(map, hash, key);
    }
    map->used++;
    *slot = (struct slot){.key = key.data,
                          .key_len = (uint32_t)key.len,
                          .value = value,
                          .hash = hash};
    return slot;
}

uint32_t pl_map_get(const struct pl_map *map, pl_str key)
{
    const struct slot *slot = slot_of(map, hash_of(map->seed, key), key);
    return slot->hash != 0 ? slot->value : PL_NONE;
}

uint32_t pl_map_get_or_add(struct pl_map *map, pl_str key, uint32_t value)
{
    return find_or_add(map, key, value)->value;
}

void pl_map_put(struct pl_map *map, pl_str key, uint32_t value)
{
    find_or_add(map, key, value)->value = value;
}

size_t pl_map_count(const struct pl_map *map)
{
    return map->used;
}
