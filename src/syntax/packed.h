/* packed.h - a text as the parser reads it: a run of plain words is one
 * character.
 *
 * The parser spends most of its time in going from character to character. In
 * the middle of running text the scanner does nothing but count them, so a run
 * of them is handed out as a single one: see "Packed text" in
 * grammar/README.md. The tree is that of the text, with positions in the packed
 * text, which is about a third as long. */
#ifndef PLANLINT_SYNTAX_PACKED_H
#define PLANLINT_SYNTAX_PACKED_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"

struct pl_arena;

/* Where a run ends. */
struct pl_packed_run {
    uint32_t end;    /* in the packed text */
    uint32_t origin; /* in the text */
};

struct pl_packed {
    pl_str bytes; /* valid UTF-8 */
    PL_VEC(struct pl_packed_run) runs;
};

/* `text` is valid UTF-8 and shorter than UINT32_MAX; it is not needed after. */
void pl_packed_init(struct pl_arena *arena, struct pl_packed *packed,
                    pl_str text);

/* Where the place `at` of the packed text, which is in no run, is in the text.
 * `from` of the runs are known to end before it. */
uint32_t pl_packed_origin(const struct pl_packed *packed, size_t from,
                          uint32_t at);

/* How many runs end at `at` or before it, of which `from` are known. */
size_t pl_packed_runs_before(const struct pl_packed *packed, size_t from,
                             uint32_t at);

#endif
