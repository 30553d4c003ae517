/* generate.h - a made-up plan of any size, always the same for that size.
 *
 * Annexes of eight chapters of about 40 KB, shaped like the strategic plan of
 * an international organization, one after the other, no two sentences alike:
 * numbered sections and paragraphs, goals with targets, priorities with
 * outcomes, lists in lines and inline, tables, footnotes, comments, acronyms
 * and references that resolve. About one slip in ten kilobytes. */
#ifndef PLANLINT_BENCH_GENERATE_H
#define PLANLINT_BENCH_GENERATE_H

#include <stddef.h>

#include "base/str.h"

struct pl_arena;

/* About `bytes` long; in the arena. */
pl_str pl_generate_plan(struct pl_arena *arena, size_t bytes);

#endif
