#include "checks/shared/repeated.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/range.h"
#include "plan/words.h"

enum {
    SEEN = 1,
    SEEN_AGAIN = 2,
    CELLS_EACH = 8, /* at least, for each number */
    LEAST_BITS = 9,
    MOST_BITS = 31,
    CELLS_IN_WORD = 32,
};

/* A sum, so that no word waits for the one before it. */
uint32_t pl_repeated_hash(const struct pl_words *words, uint32_t first,
                          uint32_t end)
{
    uint64_t sum = end - first;
    for (uint32_t at = first; at < end; at++) {
        uint64_t factor = PL_HASH_ODD_1 + 2 * (uint64_t)(at - first);
        sum += (words->items[at].form + PL_HASH_ODD_2) * factor;
    }
    return (uint32_t)(sum ^ sum >> 32);
}

/* Two bits for each value that numbers are cut down to. */
struct cells {
    uint64_t *words;
    uint32_t shift;
    uint32_t factor;
};

static struct cells new_cells(struct pl_arena *arena, size_t count,
                              uint32_t factor)
{
    uint32_t bits = LEAST_BITS;
    while (bits < MOST_BITS && (UINT64_C(1) << bits) < count * CELLS_EACH) {
        bits++;
    }
    size_t words = ((size_t)1 << bits) / CELLS_IN_WORD;
    return (struct cells){pl_arena_array(arena, words, sizeof(uint64_t)),
                          32 - bits, factor};
}

static uint32_t cell_of(const struct cells *cells, uint32_t number)
{
    number = (number ^ number >> 16) * cells->factor;
    return (number ^ number << 13) * UINT32_C(0x9E3779B1) >> cells->shift;
}

static void mark(const struct cells *cells, uint32_t number)
{
    uint32_t cell = cell_of(cells, number);
    uint64_t *word = &cells->words[cell / CELLS_IN_WORD];
    uint32_t at = 2 * (cell % CELLS_IN_WORD);
    *word |= ((*word >> at & SEEN) * SEEN_AGAIN | SEEN) << at;
}

static bool is_seen_again(const struct cells *cells, uint32_t number)
{
    uint32_t cell = cell_of(cells, number);
    uint64_t word = cells->words[cell / CELLS_IN_WORD];
    return word >> 2 * (cell % CELLS_IN_WORD) & SEEN_AGAIN;
}

static struct pl_repeated find_in_all(struct pl_arena *arena,
                                      const uint32_t *numbers, size_t count)
{
    struct cells cells = new_cells(arena, count, UINT32_C(0x85EBCA6B));
    PL_VEC(uint32_t) found = {0};
    for (size_t i = 0; i < count; i++) {
        mark(&cells, numbers[i]);
    }
    for (size_t i = 0; i < count; i++) {
        if (is_seen_again(&cells, numbers[i])) {
            *PL_VEC_PUSH(arena, &found) = (uint32_t)i;
        }
    }
    return (struct pl_repeated){found.items, found.len};
}

struct pl_repeated pl_repeated_find(struct pl_arena *arena,
                                    const uint32_t *numbers, size_t count)
{
    struct pl_repeated found = find_in_all(arena, numbers, count);
    struct cells cells = new_cells(arena, found.count, UINT32_C(0xC2B2AE35));
    size_t kept = 0;
    for (size_t i = 0; i < found.count; i++) {
        mark(&cells, numbers[found.indexes[i]]);
    }
    for (size_t i = 0; i < found.count; i++) {
        if (is_seen_again(&cells, numbers[found.indexes[i]])) {
            found.indexes[kept++] = found.indexes[i];
        }
    }
    found.count = kept;
    return found;
}

uint32_t pl_last_seen_put(struct pl_last_seen *seen, uint32_t number,
                          uint32_t value)
{
    seen->numbers.arena = seen->arena;
    uint32_t at = pl_pairs_add(&seen->numbers, (struct pl_pair){number, 0});
    if (at == seen->values.len) {
        *PL_VEC_PUSH(seen->arena, &seen->values) = PL_NONE;
    }
    uint32_t before = seen->values.items[at];
    seen->values.items[at] = value;
    return before;
}
