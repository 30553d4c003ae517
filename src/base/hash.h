/* hash.h - what hash tables mix their keys with. */
#ifndef PLANLINT_BASE_HASH_H
#define PLANLINT_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Random in each process, so that no input can aim at long probe runs; what
 * is printed must never depend on it. */
uint64_t pl_hash_seed(void);

/* Every bit of the product depends on every bit of both. */
static inline uint64_t pl_hash_mix(uint64_t a, uint64_t b)
{
    __extension__ unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Quicker and without a seed: for what may collide at no cost but a look. */
static inline uint32_t pl_hash_mix_32(uint32_t hash, uint32_t value)
{
    hash = (hash ^ value) * UINT32_C(0x9E3779B1);
    return hash ^ hash >> 15;
}

/* Odd constants with as many ones as zeros. */
#define PL_HASH_ODD_1 UINT64_C(0xA0761D6478BD642F)
#define PL_HASH_ODD_2 UINT64_C(0xE7037ED1A0B428DB)

/* Of any bytes, for names by which the same process knows them again. */
static inline uint64_t pl_hash_bytes(const char *data, size_t len)
{
    uint64_t hash = PL_HASH_ODD_1 ^ len;
    for (size_t at = 0; at < len; at += 8) {
        uint64_t part = 0;
        memcpy(&part, data + at, len - at < 8 ? len - at : 8);
        hash = pl_hash_mix(hash ^ part, PL_HASH_ODD_2);
    }
    return hash;
}

#endif
