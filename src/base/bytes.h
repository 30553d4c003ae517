/* bytes.h - eight bytes of a text at once, as one number. */
#ifndef PLANLINT_BASE_BYTES_H
#define PLANLINT_BASE_BYTES_H

#include <stdint.h>
#include <string.h>

#include "base/attr.h"

/* `value`, at most 0xFF, in each of the eight bytes. */
#define PL_EACH_BYTE(value) (UINT64_C(0x0101010101010101) * (value))

/* In the order of the machine. */
static inline uint64_t pl_bytes_load(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof(word));
    return word;
}

/* The first byte is the lowest, on every machine. */
static inline uint64_t pl_bytes_load_in_order(const char *bytes)
{
    uint64_t word = pl_bytes_load(bytes);
    return PL_LITTLE_ENDIAN ? word : __builtin_bswap64(word);
}

#endif
