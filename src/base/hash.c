#include "base/hash.h"

#include <string.h>
#include <sys/auxv.h>

uint64_t pl_hash_seed(void)
{
    uint64_t seed = UINT64_C(0x9E3779B97F4A7C15);
    const void *random = (const void *)getauxval(AT_RANDOM);
    if (random) {
        memcpy(&seed, random, sizeof(seed));
    }
    return seed;
}
