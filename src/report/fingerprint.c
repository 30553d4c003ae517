#include "report/fingerprint.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"

/* FNV-1a of 64 bits. */
#define HASH_START UINT64_C(0xcbf29ce484222325)
#define HASH_FACTOR UINT64_C(0x100000001b3)

static uint64_t hash_byte(uint64_t hash, unsigned char byte)
{
    return (hash ^ byte) * HASH_FACTOR;
}

/* A NUL follows each part, so that the parts cannot run together. */
static uint64_t hash_text(uint64_t hash, pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        hash = hash_byte(hash, (unsigned char)text.data[i]);
    }
    return hash_byte(hash, 0);
}

static uint64_t hash_code_point(uint64_t hash, uint32_t code_point)
{
    for (unsigned shift = 0; shift < 24; shift += 8) {
        hash = hash_byte(hash, (unsigned char)(code_point >> shift));
    }
    return hash;
}

static uint64_t hash_folded(uint64_t hash, pl_str text)
{
    bool after_space = true;
    size_t len;
    for (size_t at = 0; at < text.len; at += len) {
        uint32_t code_point = pl_utf8_decode(text, at, &len);
        bool is_space = pl_utf8_is_space(code_point);
        if (!is_space) {
            hash = hash_code_point(hash, pl_utf8_to_lower(code_point));
        } else if (!after_space) {
            hash = hash_code_point(hash, ' ');
        }
        after_space = is_space;
    }
    return hash_byte(hash, 0);
}

static pl_str in_hex(struct pl_arena *arena, uint64_t hash)
{
    char *digits = pl_arena_alloc(arena, PL_FINGERPRINT_LEN);
    for (size_t i = PL_FINGERPRINT_LEN; i > 0; i--) {
        digits[i - 1] = "0123456789abcdef"[hash & 15];
        hash >>= 4;
    }
    return (pl_str){digits, PL_FINGERPRINT_LEN};
}

struct pl_fingerprints pl_fingerprints_new(struct pl_arena *arena)
{
    return (struct pl_fingerprints){arena, pl_map_new(arena, 64)};
}

pl_str pl_fingerprints_next(struct pl_fingerprints *all, pl_str rule_id,
                            pl_str address, pl_str place_text)
{
    uint64_t hash = hash_text(HASH_START, rule_id);
    hash = hash_text(hash, address);
    hash = hash_folded(hash, place_text);
    pl_str first = in_hex(all->arena, hash);
    uint32_t ordinal = pl_map_get_or_add(all->seen, first, 0);
    pl_map_put(all->seen, first, ordinal + 1);
    return ordinal == 0 ? first
                        : in_hex(all->arena, hash_code_point(hash, ordinal));
}
