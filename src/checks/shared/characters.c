#include "checks/shared/characters.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "lint/check.h"
#include "lint/shared.h"
#include "plan/plan.h"

enum {
    STEP = 64, /* bytes that are looked at together */
    WORD_BITS = 64,
    CODE_POINTS = 0x110000,
    PRINTABLE = 0x20, /* to 0x7E */
    DELETE = 0x7F,
    FIRST_LEAD = 0xC0, /* first byte of a wide character, or above */
};

struct pl_characters {
    uint64_t bits[CODE_POINTS / WORD_BITS];
};

/* Anything but printable ASCII, tabs and line ends; without a branch. */
static uint8_t is_rare(unsigned char c)
{
    return (uint8_t)((c >= DELETE) | ((c < PRINTABLE) & (c != '\t') &
                                      (c != '\n') & (c != '\r')));
}

static void add(struct pl_characters *characters, uint32_t code_point)
{
    characters->bits[code_point / WORD_BITS] |= UINT64_C(1)
                                                << (code_point % WORD_BITS);
}

static void add_piece(struct pl_characters *characters, pl_str text,
                      size_t start, size_t end)
{
    for (size_t at = start; at < end; at++) {
        unsigned char c = (unsigned char)text.data[at];
        bool begins = c <= DELETE || c >= FIRST_LEAD;
        if (begins && is_rare(c)) {
            size_t len;
            add(characters, pl_utf8_decode(text, at, &len));
        }
    }
}

static const void *read_text(struct pl_run *run)
{
    struct pl_characters *found = pl_arena_alloc(run->arena, sizeof(*found));
    pl_str text = run->plan->text;
    size_t at = 0;
    for (; at + STEP <= text.len; at += STEP) {
        uint8_t rare = 0;
        for (size_t i = 0; i < STEP; i++) {
            rare |= is_rare((unsigned char)text.data[at + i]);
        }
        if (rare) {
            add_piece(found, text, at, at + STEP);
        }
    }
    add_piece(found, text, at, text.len);
    return found;
}

const struct pl_characters *pl_characters_of(struct pl_run *run)
{
    return pl_run_share(run, read_text);
}

static bool is_counted(uint32_t first, uint32_t last)
{
    return first >= DELETE || (first > '\r' && last < PRINTABLE) ||
           last < '\t' || (first > '\n' && last < '\r');
}

bool pl_characters_have(const struct pl_characters *characters, uint32_t first,
                        uint32_t last)
{
    for (uint32_t i = first; i <= last && is_counted(first, last); i++) {
        uint64_t word = characters->bits[i / WORD_BITS] >> (i % WORD_BITS);
        if (word & 1) {
            return true;
        }
        if (word == 0) {
            i |= WORD_BITS - 1; /* nor any of the others of this word */
        }
    }
    return !is_counted(first, last);
}
