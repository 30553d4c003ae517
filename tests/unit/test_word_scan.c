/* Words found sixty-four bytes at a time are those found one character after
 * the other. */
#include "cmocka_wrap.h"

#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "base/utf8.h"
#include "plan/words/word_scan.h"
#include "plan_from_text.h"

/* The pieces that random texts are made of. */
static const char *const pieces[] = {
    "a",
    "word",
    " ",
    "'",
    "\xC3\xA9",
    "\xE2\x80\x99",
    "\n",
    "9",
    "-",
    ". ",
    "\xC2\xAD",
    "\xE2\x80\x93",
    "x's",
    "\t",
    "Z'",
    "abcdefgh",
    "\xD0\x96",
    "\xE2\x80\x8C",
    "\xF0\x9F\x98\x80",
    "(b) ",
};

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

static pl_str random_text(struct pl_arena *arena, uint32_t seed)
{
    struct pl_buf buf = pl_buf_in(arena);
    uint32_t length = next_random(&seed) % 400;
    while (buf.len < length) {
        size_t count = sizeof(pieces) / sizeof(pieces[0]);
        pl_buf_add_text(&buf, pieces[next_random(&seed) % count]);
    }
    return pl_buf_str(&buf);
}

static bool is_wordy(uint32_t c)
{
    return c < 0x80 ? pl_is_alnum((char)c) : pl_utf8_is_letter(c);
}

static bool is_joint(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0xAD || c == 0x200C || c == 0x200D;
}

/* The word at or after `*at`, by the definition; false at the end. */
static bool plain_next(pl_str text, size_t *at, struct pl_range *word)
{
    size_t len = 0;
    while (*at < text.len && !is_wordy(pl_utf8_decode(text, *at, &len))) {
        *at += len;
    }
    if (*at == text.len) {
        return false;
    }
    word->start = (uint32_t)*at;
    while (*at < text.len) {
        uint32_t c = pl_utf8_decode(text, *at, &len);
        size_t after = *at + len;
        size_t next_len = 0;
        bool joins = is_joint(c) && after < text.len &&
                     is_wordy(pl_utf8_decode(text, after, &next_len));
        if (!is_wordy(c) && !joins) {
            break;
        }
        *at = after + (joins ? next_len : 0);
    }
    word->end = (uint32_t)*at;
    return true;
}

static void blocks_give_the_words_of_the_definition(void **state)
{
    for (uint32_t seed = 0; seed < 5000; seed++) {
        pl_str text = random_text(*state, seed);
        struct pl_word_scan scan = {text, 0, text.len};
        struct pl_range found[PL_WORD_BATCH] = {{0}};
        struct pl_range expected = {0, 0};
        size_t at = 0;
        for (size_t count = pl_word_scan_next(&scan, found); count > 0;
             count = pl_word_scan_next(&scan, found)) {
            for (size_t i = 0; i < count; i++) {
                assert_true(plain_next(text, &at, &expected));
                assert_int_equal(found[i].start, expected.start);
                assert_int_equal(found[i].end, expected.end);
            }
        }
        assert_false(plain_next(text, &at, &expected));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(blocks_give_the_words_of_the_definition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
