/* memory.h - how much memory a document takes on its way. */
#ifndef PLANLINT_BENCH_MEMORY_H
#define PLANLINT_BENCH_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

struct pl_subject;

struct pl_memory {
    size_t peak;  /* bytes that the process grew by, the text included */
    size_t arena; /* of these, bytes that live in arenas at the end */
};

/* Runs in a process of its own; false when that failed. */
bool pl_memory_measure(const struct pl_subject *subject,
                       struct pl_memory *memory);

/* The same until the text has been read, no further; of the file, whose bytes
 * are there before, nothing is counted. */
bool pl_memory_measure_reading(const struct pl_subject *subject,
                               struct pl_memory *memory);

#endif
