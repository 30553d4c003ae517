#include "base/nearest.h"

#include "base/chars.h"

enum { LONGEST = 64 }; /* bytes; longer words have no near ones */

struct pl_nearest pl_nearest_to(pl_str word)
{
    size_t allowed = word.len < 4 ? 1 : (word.len < 8 ? 2 : 3);
    return (struct pl_nearest){.word = word, .best_distance = allowed + 1};
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Edits (insert, remove, replace a byte) from `a` to `b`, case aside. */
static size_t distance(pl_str a, pl_str b)
{
    size_t row[LONGEST + 1];
    for (size_t j = 0; j <= b.len; j++) {
        row[j] = j;
    }
    for (size_t i = 0; i < a.len; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < b.len; j++) {
            bool same = pl_to_lower(a.data[i]) == pl_to_lower(b.data[j]);
            size_t replaced = diagonal + (same ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = smaller(replaced, smaller(row[j], diagonal) + 1);
        }
    }
    return row[b.len];
}

void pl_nearest_offer(struct pl_nearest *nearest, pl_str candidate)
{
    if (nearest->word.len > LONGEST || candidate.len > LONGEST) {
        return;
    }
    size_t edits = distance(nearest->word, candidate);
    if (edits < nearest->best_distance) {
        nearest->best = candidate;
        nearest->best_distance = edits;
    }
}
