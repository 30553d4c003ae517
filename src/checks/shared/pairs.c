#include "checks/shared/pairs.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/range.h"

enum { FEWEST_SLOTS = 64 };

static uint32_t hash_of(const struct pl_pairs *pairs, struct pl_pair pair)
{
    uint64_t key = (uint64_t)pair.first << 32 | pair.second;
    return (uint32_t)pl_hash_mix(key ^ pairs->seed, PL_HASH_ODD_1);
}

/* Where the pair is or would go. */
static uint32_t *slot_of(const struct pl_pairs *pairs, struct pl_pair pair)
{
    uint32_t at = hash_of(pairs, pair) & pairs->mask;
    while (pairs->slots[at] > 0) {
        const struct pl_pair *other = &pairs->items.items[pairs->slots[at] - 1];
        if (other->first == pair.first && other->second == pair.second) {
            break;
        }
        at = (at + 1) & pairs->mask;
    }
    return &pairs->slots[at];
}

static void grow(struct pl_pairs *pairs)
{
    uint32_t slots = pairs->slots ? 2 * (pairs->mask + 1) : FEWEST_SLOTS;
    pairs->slots = pl_arena_array(pairs->arena, slots, sizeof(*pairs->slots));
    pairs->mask = slots - 1;
    pairs->seed = pl_hash_seed();
    for (size_t i = 0; i < pairs->items.len; i++) {
        *slot_of(pairs, pairs->items.items[i]) = (uint32_t)i + 1;
    }
}

uint32_t pl_pairs_add(struct pl_pairs *pairs, struct pl_pair pair)
{
    if (!pairs->slots || 2 * pairs->items.len > pairs->mask) {
        grow(pairs);
    }
    uint32_t *slot = slot_of(pairs, pair);
    if (*slot == 0) {
        *PL_VEC_PUSH(pairs->arena, &pairs->items) = pair;
        *slot = (uint32_t)pairs->items.len;
    }
    return *slot - 1;
}

uint32_t pl_pairs_find(const struct pl_pairs *pairs, struct pl_pair pair)
{
    uint32_t found = pairs->slots ? *slot_of(pairs, pair) : 0;
    return found > 0 ? found - 1 : PL_NONE;
}
