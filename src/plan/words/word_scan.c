#include "plan/words/word_scan.h"

#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "base/attr.h"
#include "base/bytes.h"
#include "base/chars.h"
#include "base/utf8.h"

enum {
    BLOCK = 64, /* bytes that one mask covers */
    SOFT_HYPHEN = 0xAD,
    ZERO_WIDTH_NON_JOINER = 0x200C,
    ZERO_WIDTH_JOINER = 0x200D,
    RIGHT_QUOTE = 0x2019,
};

/* A character that belongs to a word only between two that always do. */
static bool joins_inside(uint32_t code_point)
{
    return code_point == '\'' || code_point == RIGHT_QUOTE ||
           code_point == SOFT_HYPHEN || code_point == ZERO_WIDTH_NON_JOINER ||
           code_point == ZERO_WIDTH_JOINER;
}

static bool is_wordy(uint32_t code_point)
{
    return code_point < 0x80 ? pl_is_alnum((char)code_point)
                             : pl_utf8_is_letter(code_point);
}

/* The end of the word that goes on at `at`, one character after the other. */
static size_t word_end(const struct pl_word_scan *scan, size_t at)
{
    size_t len = 0;
    while (at < scan->end) {
        uint32_t code_point = pl_utf8_decode(scan->text, at, &len);
        if (is_wordy(code_point)) {
            at += len;
            continue;
        }
        size_t after = at + len;
        if (!joins_inside(code_point) || after >= scan->end ||
            !is_wordy(pl_utf8_decode(scan->text, after, &len))) {
            return at;
        }
        at = after + len;
    }
    return at;
}

/* One bit for each byte of a block: the first byte is the lowest bit. */
struct masks {
    uint64_t wordy;  /* ASCII letters and digits */
    uint64_t wide;   /* bytes outside ASCII */
    uint64_t quotes; /* apostrophes */
};

#if defined(__SSE2__)

/* The bits of sixteen bytes. */
static void add_16(struct masks *masks, const char *bytes, unsigned shift)
{
    __m128i all = _mm_loadu_si128((const __m128i *)(const void *)bytes);
    __m128i lower = _mm_or_si128(all, _mm_set1_epi8(0x20));
    __m128i letters =
        _mm_and_si128(_mm_cmpgt_epi8(lower, _mm_set1_epi8('a' - 1)),
                      _mm_cmplt_epi8(lower, _mm_set1_epi8('z' + 1)));
    __m128i digits = _mm_and_si128(_mm_cmpgt_epi8(all, _mm_set1_epi8('0' - 1)),
                                   _mm_cmplt_epi8(all, _mm_set1_epi8('9' + 1)));
    int wordy = _mm_movemask_epi8(_mm_or_si128(letters, digits));
    int quotes = _mm_movemask_epi8(_mm_cmpeq_epi8(all, _mm_set1_epi8('\'')));
    masks->wordy |= (uint64_t)(unsigned)wordy << shift;
    masks->wide |= (uint64_t)(unsigned)_mm_movemask_epi8(all) << shift;
    masks->quotes |= (uint64_t)(unsigned)quotes << shift;
}

static void add_block(struct masks *masks, const char *bytes)
{
    for (unsigned i = 0; i < BLOCK; i += 16) {
        add_16(masks, bytes + i, i);
    }
}

#else

/* The high bit of each byte that is at least `low` and at most `high`; all
 * bytes of `x` are ASCII, so that no sum reaches the next byte. */
PL_ALWAYS_INLINE uint64_t between(uint64_t x, uint64_t low, uint64_t high)
{
    return (x + PL_EACH_BYTE(0x80 - low)) & ~(x + PL_EACH_BYTE(0x7F - high)) &
           PL_EACH_BYTE(0x80);
}

/* Bit i is the high bit of byte i. */
PL_ALWAYS_INLINE uint64_t gather_high_bits(uint64_t x)
{
    return ((x >> 7) * UINT64_C(0x0102040810204080)) >> 56;
}

static void add_8(struct masks *masks, uint64_t bytes, unsigned shift)
{
    uint64_t wide = bytes & PL_EACH_BYTE(0x80);
    uint64_t ascii = bytes & PL_EACH_BYTE(0x7F);
    uint64_t letters = between(ascii | PL_EACH_BYTE(0x20), 'a', 'z');
    uint64_t wordy = (letters | between(ascii, '0', '9')) & ~wide;
    uint64_t quotes = between(ascii, '\'', '\'') & ~wide;
    masks->wordy |= gather_high_bits(wordy) << shift;
    masks->wide |= gather_high_bits(wide) << shift;
    masks->quotes |= gather_high_bits(quotes) << shift;
}

static void add_block(struct masks *masks, const char *bytes)
{
    for (unsigned i = 0; i < BLOCK; i += 8) {
        add_8(masks, pl_bytes_load_in_order(bytes + i), i);
    }
}

#endif

/* Bytes after the end count as blanks. */
static struct masks masks_at(const struct pl_word_scan *scan, size_t at)
{
    struct masks masks = {0, 0, 0};
    const char *bytes = scan->text.data + at;
    char last[BLOCK] = {0};
    size_t left = scan->end - at;
    if (PL_UNLIKELY(scan->text.len - at < BLOCK)) {
        memcpy(last, bytes, left);
        bytes = last;
    }
    add_block(&masks, bytes);
    if (left < BLOCK) {
        uint64_t inside = (UINT64_C(1) << left) - 1;
        masks.wordy &= inside;
        masks.wide &= inside;
        masks.quotes &= inside;
    }
    return masks;
}

/* The first bit at or after `from` < 64 that is set, or 64. */
PL_ALWAYS_INLINE size_t next_set(uint64_t mask, size_t from)
{
    uint64_t rest = mask >> from;
    return rest ? from + PL_LOWEST_BIT(rest) : BLOCK;
}

/* The end of the word that begins at `start`, whose ASCII letters reach to
 * `plain_end`. */
PL_ALWAYS_INLINE size_t finish_word(const struct pl_word_scan *scan,
                                    size_t plain_end, size_t block_end)
{
    bool is_done = plain_end < block_end && plain_end < scan->end &&
                   !pl_is_wide(scan->text.data[plain_end]) &&
                   scan->text.data[plain_end] != '\'';
    return PL_LIKELY(is_done) ? plain_end : word_end(scan, plain_end);
}

/* The first character of a word at or after the wide byte at `at`, or where
 * the wide characters end. */
static size_t skip_wide(const struct pl_word_scan *scan, size_t at,
                        bool *is_word)
{
    size_t len = 0;
    *is_word = false;
    while (at < scan->end && pl_is_wide(scan->text.data[at])) {
        if (is_wordy(pl_utf8_decode(scan->text, at, &len))) {
            *is_word = true;
            return at;
        }
        at += len;
    }
    return at;
}

/* The words of which both begin and end are in the block at `base`. */
PL_ALWAYS_INLINE size_t take_words(size_t base, uint64_t *starts, uint64_t ends,
                                   struct pl_range *found)
{
    size_t count = 0;
    for (; ends; ends &= ends - 1, *starts &= *starts - 1) {
        found[count++] =
            (struct pl_range){(uint32_t)(base + PL_LOWEST_BIT(*starts)),
                              (uint32_t)(base + PL_LOWEST_BIT(ends))};
    }
    return count;
}

/* The words of a block that is all ASCII; as below. The one that may go on
 * after the block is read with the next, unless it fills this one. */
static size_t scan_ascii_block(struct pl_word_scan *scan,
                               const struct masks *masks,
                               struct pl_range *found)
{
    size_t base = scan->at;
    uint64_t starts = masks->wordy & ~(masks->wordy << 1);
    uint64_t ends = ~masks->wordy & masks->wordy << 1;
    uint64_t joined = ends & masks->quotes;
    /* Only the words before the first apostrophe are known to end. */
    size_t count = take_words(
        base, &starts, joined ? ends & ((joined & -joined) - 1) : ends, found);
    scan->at = base + BLOCK < scan->end ? base + BLOCK : scan->end;
    if (starts) {
        size_t start = base + PL_LOWEST_BIT(starts);
        bool is_cut = !joined && start > base && scan->at < scan->end;
        size_t end = is_cut ? start : word_end(scan, start);
        scan->at = end;
        if (!is_cut) {
            found[count++] = (struct pl_range){(uint32_t)start, (uint32_t)end};
        }
    }
    return count;
}

/* Finds the words that begin in the block at scan->at and moves past it, or
 * past the last of them where that ends later or needs a closer look. */
static size_t scan_block(struct pl_word_scan *scan, struct pl_range *found)
{
    struct masks masks = masks_at(scan, scan->at);
    if (PL_LIKELY(masks.wide == 0)) {
        return scan_ascii_block(scan, &masks, found);
    }
    uint64_t begins = masks.wordy | masks.wide;
    size_t base = scan->at;
    size_t count = 0;
    size_t bit = next_set(begins, 0);
    while (bit < BLOCK) {
        size_t start = base + bit;
        size_t end = 0;
        bool is_word = true;
        if (masks.wide >> bit & 1) {
            start = skip_wide(scan, start, &is_word);
            end = is_word ? word_end(scan, start) : start;
        } else {
            end = finish_word(scan, base + next_set(~masks.wordy, bit),
                              base + BLOCK);
        }
        if (is_word) {
            found[count++] = (struct pl_range){(uint32_t)start, (uint32_t)end};
        }
        if (end - base >= BLOCK) {
            scan->at = end;
            return count;
        }
        bit = next_set(begins, end - base);
    }
    scan->at = base + BLOCK < scan->end ? base + BLOCK : scan->end;
    return count;
}

size_t pl_word_scan_next(struct pl_word_scan *scan, struct pl_range *found)
{
    size_t count = 0;
    while (scan->at < scan->end && count + BLOCK / 2 <= PL_WORD_BATCH) {
        count += scan_block(scan, found + count);
    }
    return count;
}
