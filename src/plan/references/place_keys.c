#include "plan/references/place_keys.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "plan/roman.h"

enum {
    PACKED_PARTS = 3,
    PACKED_SIZE = 2 + 2 * PACKED_PARTS, /* bytes */
    PACKED_LETTER = 0xFF00,             /* plus the letter; less: a figure */
    LETTERS = 26,
};

/* Numbers of one small part, and those of none, have their index in a table;
 * the others are in the map. */
enum {
    NEAR_FIGURES = 1024,
    NEAR_LETTERS = 128,
    NEAR_NONE = NEAR_FIGURES + NEAR_LETTERS,
    NEAR_COUNT,
};

struct pl_place_keys {
    struct pl_arena *arena;
    struct pl_map *map;
    struct pl_buf buf; /* a key being written */
    /* One more than the index; 0: not there. NULL: none of that kind yet. */
    uint32_t *near[PL_SPACE_COUNT][PL_PLACE_KIND_COUNT];
};

static bool ignores_case(enum pl_place_kind kind)
{
    return kind != PL_PLACE_ITEM && kind != PL_PLACE_PARAGRAPH;
}

/* The letter that a number in letters or in Roman is written with, small; NUL
 * when it is not a single one. */
static char single_letter(struct pl_label_part part)
{
    static const char letters[] = "zabcdefghijklmnopqrstuvwxyz";
    bool is_roman = part.style == PL_LABEL_LOWER_ROMAN ||
                    part.style == PL_LABEL_UPPER_ROMAN;
    if (is_roman) {
        return pl_roman_letter(part.value);
    }
    return part.value <= LETTERS ? letters[part.value] : '\0';
}

/* Two bytes that stand for what one part is written like. */
static bool pack_part(struct pl_label_part part, bool ignores_case,
                      uint32_t *packed)
{
    if (part.letter || part.bis) {
        return false;
    }
    if (part.style == PL_LABEL_DECIMAL) {
        *packed = part.value;
        return part.value < PACKED_LETTER;
    }
    char letter = single_letter(part);
    bool is_upper =
        part.style == PL_LABEL_UPPER || part.style == PL_LABEL_UPPER_ROMAN;
    letter = is_upper && !ignores_case ? pl_to_upper(letter) : letter;
    *packed = PACKED_LETTER | (unsigned char)letter;
    return letter != '\0';
}

/* The key of most numbers, quickly: a byte that no written key begins with,
 * kind and parts. False when there are too many parts or other letters. */
static bool pack_key(char *key, struct pl_place_number number)
{
    if (number.count > PACKED_PARTS) {
        return false;
    }
    *key++ = (char)(number.space | 0x80);
    *key++ = (char)(number.kind * (PACKED_PARTS + 1) + number.count);
    for (size_t i = 0; i < PACKED_PARTS; i++) {
        uint32_t packed = 0;
        if (i < number.count &&
            !pack_part(number.label->parts[i], ignores_case(number.kind),
                       &packed)) {
            return false;
        }
        *key++ = (char)(packed & 0xFF);
        *key++ = (char)(packed >> 8);
    }
    return true;
}

/* Writes a key to keys->buf. */
static pl_str write_key(struct pl_place_keys *keys,
                        struct pl_place_number number)
{
    keys->buf.len = 0;
    if (pack_key(pl_buf_reserve(&keys->buf, PACKED_SIZE), number)) {
        return (pl_str){keys->buf.data, PACKED_SIZE};
    }
    struct pl_label label = *number.label;
    label.count = number.count;
    pl_buf_add_char(&keys->buf, (char)('A' + number.space));
    pl_buf_add_char(&keys->buf, (char)('A' + number.kind));
    size_t from = keys->buf.len;
    pl_label_write(&keys->buf, label);
    for (size_t i = from; ignores_case(number.kind) && i < keys->buf.len; i++) {
        keys->buf.data[i] = pl_to_lower(keys->buf.data[i]);
    }
    return pl_buf_str(&keys->buf);
}

/* The entry of the table that a number has; NULL: it is for the map. */
static uint32_t *near_entry(struct pl_place_keys *keys,
                            struct pl_place_number number)
{
    uint32_t at = NEAR_NONE;
    if (number.count > 1) {
        return NULL;
    }
    if (number.count == 1) {
        if (!pack_part(number.label->parts[0], ignores_case(number.kind),
                       &at) ||
            (at >= NEAR_FIGURES && at < PACKED_LETTER)) {
            return NULL;
        }
        at = at < PACKED_LETTER ? at : NEAR_FIGURES + at - PACKED_LETTER;
    }
    uint32_t **near = &keys->near[number.space][number.kind];
    if (!*near) {
        *near = pl_arena_array(keys->arena, NEAR_COUNT, sizeof(**near));
    }
    return *near + at;
}

struct pl_place_keys *pl_place_keys_new(struct pl_arena *arena)
{
    struct pl_place_keys *keys = pl_arena_alloc(arena, sizeof(*keys));
    keys->arena = arena;
    keys->map = pl_map_new(arena, 256);
    keys->buf = pl_buf_in(arena);
    return keys;
}

uint32_t pl_place_keys_find(struct pl_place_keys *keys,
                            struct pl_place_number number)
{
    const uint32_t *near = near_entry(keys, number);
    return near ? *near - 1 : pl_map_get(keys->map, write_key(keys, number));
}

uint32_t pl_place_keys_find_or_add(struct pl_place_keys *keys,
                                   struct pl_place_number number, uint32_t next)
{
    uint32_t *near = near_entry(keys, number);
    if (near) {
        *near = *near == 0 ? next + 1 : *near;
        return *near - 1;
    }
    pl_str written = write_key(keys, number);
    uint32_t found = pl_map_get(keys->map, written);
    if (found == PL_NONE) {
        pl_map_put(keys->map, pl_arena_copy(keys->arena, written), next);
        found = next;
    }
    return found;
}
