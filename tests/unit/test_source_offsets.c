/* From each byte of a text to the byte of the file that it came from, and back,
 * whatever the encoding and the line ends. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "source_from_bytes.h"
#include "text/source.h"

static void carriage_returns_alone_keep_the_offsets(void **state)
{
    const struct pl_source *source = READ("a\rb\rc");
    for (size_t at = 0; at <= 5; at++) {
        assert_int_equal(pl_source_file_offset(source, at), at);
    }
}

static void a_line_end_is_where_it_begins_in_the_file(void **state)
{
    const struct pl_source *source = READ("a\r\nb\xE2\x80\xA9"
                                          "c\r\n");
    static const size_t expected[] = {0, 1, 3, 4, 7, 8, 10};
    assert_text_is(source, "a\nb\nc\n");
    for (size_t at = 0; at <= 6; at++) {
        assert_int_equal(pl_source_file_offset(source, at), expected[at]);
    }
}

/* Properties. A sample is code points; CRLF stands for the pair. */

enum { CRLF = 0x110000, SAMPLE = 5000 };

struct sample {
    uint32_t items[SAMPLE];
};

static struct sample *random_sample(struct pl_arena *arena,
                                    const uint32_t *choice, int count)
{
    struct sample *sample = pl_arena_alloc(arena, sizeof(*sample));
    for (size_t i = 0; i < SAMPLE; i++) {
        sample->items[i] = choice[rand() % count];
        bool pair =
            i > 0 && sample->items[i] == '\n' && sample->items[i - 1] == '\r';
        if (pair) {
            sample->items[i] = ' '; /* a pair is said as CRLF */
        }
    }
    return sample;
}

typedef void encoder(struct pl_buf *buf, uint32_t code_point);

static void add_utf8(struct pl_buf *buf, uint32_t code_point)
{
    pl_buf_add_code_point(buf, code_point);
}

static void add_unit_le(struct pl_buf *buf, uint32_t unit)
{
    pl_buf_add_char(buf, (char)(unit & 0xFF));
    pl_buf_add_char(buf, (char)(unit >> 8));
}

static void add_utf16le(struct pl_buf *buf, uint32_t code_point)
{
    if (code_point < 0x10000) {
        add_unit_le(buf, code_point);
    } else {
        add_unit_le(buf, 0xD800 + ((code_point - 0x10000) >> 10));
        add_unit_le(buf, 0xDC00 + ((code_point - 0x10000) & 0x3FF));
    }
}

static void add_utf16be(struct pl_buf *buf, uint32_t code_point)
{
    size_t start = buf->len;
    add_utf16le(buf, code_point);
    for (size_t at = start; at < buf->len; at += 2) {
        char kept = buf->data[at];
        buf->data[at] = buf->data[at + 1];
        buf->data[at + 1] = kept;
    }
}

static void add_windows_1252(struct pl_buf *buf, uint32_t code_point)
{
    uint32_t byte = code_point == 0x2013   ? 0x96
                    : code_point == 0x20AC ? 0x80
                                           : code_point;
    pl_buf_add_char(buf, (char)byte);
}

static bool is_line_end(uint32_t item)
{
    return item == '\r' || item == '\n' || item == CRLF || item == 0x85 ||
           item == 0x2028 || item == 0x2029;
}

/* Reads what `encode` makes of the sample and looks at every offset. */
static void assert_round_trip(struct pl_arena *arena, pl_str mark,
                              encoder *encode, const struct sample *sample)
{
    struct pl_buf file = pl_buf_in(arena);
    struct pl_buf text = pl_buf_in(arena);
    size_t *origins = pl_arena_array(arena, SAMPLE * 4 + 1, sizeof(*origins));
    pl_buf_add(&file, mark);
    for (size_t i = 0; i < SAMPLE; i++) {
        uint32_t item = sample->items[i];
        size_t file_start = file.len;
        size_t text_start = text.len;
        if (item == CRLF) {
            encode(&file, '\r');
            encode(&file, '\n');
        } else {
            encode(&file, item);
        }
        pl_buf_add_code_point(&text, is_line_end(item) ? '\n' : item);
        for (size_t at = text_start; at < text.len; at++) {
            bool in_step = encode == add_utf8;
            origins[at] = file_start + (in_step ? at - text_start : 0);
        }
    }
    origins[text.len] = file.len;
    const struct pl_source *source = read_bytes(arena, pl_buf_str(&file));
    assert_true(pl_str_eq(source->text, pl_buf_str(&text)));
    for (size_t at = 0; at <= text.len; at++) {
        assert_int_equal(pl_source_file_offset(source, at), origins[at]);
    }
}

static const uint32_t any[] = {'a',    ' ',    '.',  0xE9,    0x0416,   0x2013,
                               0x20AC, 0xFEFF, '\t', 0x1F600, 0x10FFFF, '\n',
                               '\r',   CRLF,   0x85, 0x2028,  0x2029};
static const uint32_t few_line_ends[] = {
    'a', 'b', 'c', 0xE9, 0x2013, 0x1F600, 'd', 'e', 'f', 'g', 'h', 'i', 'j',
    'k', 'l', 'm', 'n',  'o',    'p',     'q', 'r', 's', 't', 'u', 'v', 'w',
    'x', 'y', 'z', 'A',  'B',    'C',     'D', 'E', 'F', 'G', 'H', CRLF};
static const uint32_t ascii[] = {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h',
                                 'i', 'j', 'k', 'l', 'm', 'n', 'o', CRLF};

static void offsets_lead_back_into_utf8(void **state)
{
    pl_str mark = PL_STR("\xEF\xBB\xBF");
    srand(1);
    assert_round_trip(*state, (pl_str){0}, add_utf8,
                      random_sample(*state, any, 17));
    assert_round_trip(*state, mark, add_utf8, random_sample(*state, any, 17));
    assert_round_trip(*state, mark, add_utf8,
                      random_sample(*state, few_line_ends, 38));
    assert_round_trip(*state, (pl_str){0}, add_utf8,
                      random_sample(*state, ascii, 16));
}

static void offsets_lead_back_into_utf16(void **state)
{
    pl_str little = PL_STR("\xFF\xFE");
    pl_str big = PL_STR("\xFE\xFF");
    srand(2);
    assert_round_trip(*state, little, add_utf16le,
                      random_sample(*state, any, 17));
    assert_round_trip(*state, big, add_utf16be, random_sample(*state, any, 17));
    assert_round_trip(*state, big, add_utf16be,
                      random_sample(*state, few_line_ends, 37));
    assert_round_trip(*state, little, add_utf16le,
                      random_sample(*state, ascii, 15));
}

static void offsets_lead_back_into_windows_1252(void **state)
{
    static const uint32_t western[] = {'a', 0x2013, 'b', 'c', 0xE9,
                                       'd', 0x20AC, ' ', '.', CRLF};
    srand(3);
    struct sample *sample = random_sample(*state, western, 10);
    for (size_t i = 1; i < SAMPLE; i++) {
        if (sample->items[i] > 0x7F && sample->items[i] != CRLF &&
            sample->items[i - 1] > 0x7F && sample->items[i - 1] != CRLF) {
            sample->items[i] = 'x'; /* two might look like UTF-8 */
        }
    }
    assert_round_trip(*state, (pl_str){0}, add_windows_1252, sample);
}

static void origins_of_other_encodings_are_sparse(void **state)
{
    struct pl_buf file = pl_buf_in(*state);
    add_utf16le(&file, 0xFEFF);
    for (int i = 0; i < 100000; i++) {
        add_utf16le(&file, 0x0416);
    }
    const struct pl_source *source = read_bytes(*state, pl_buf_str(&file));
    assert_int_equal(source->text.len, 200000);
    assert_in_range(source->origin_count, 190, 200);
}

/* Whatever is read is valid UTF-8 with no other line end. */
static void any_bytes_are_read_or_refused(void **state)
{
    static const char alphabet[] =
        "a\n\r\0\xC2\x85\xE2\x80\xA8\xFF\xFE\xE9\xD8";
    srand(4);
    for (int round = 0; round < 20000; round++) {
        char bytes[24];
        size_t len = (size_t)rand() % sizeof(bytes);
        for (size_t i = 0; i < len; i++) {
            bytes[i] = alphabet[(size_t)rand() % (sizeof(alphabet) - 1)];
        }
        struct pl_source *source = NULL;
        struct pl_error error = {.line = 0};
        if (!pl_source_read(*state, "p", (pl_str){bytes, len}, NULL, &source,
                            &error)) {
            assert_memory_equal(error.message, "p:", 2);
            continue;
        }
        assert_int_equal(pl_utf8_validate(source->text), source->text.len);
        assert_int_equal(pl_str_find_char(source->text, '\r', 0), PL_NOWHERE);
        assert_int_equal(pl_source_file_offset(source, source->text.len), len);
        for (size_t at = 1; at <= source->text.len; at++) {
            assert_true(pl_source_file_offset(source, at) >=
                        pl_source_file_offset(source, at - 1));
        }
    }
}

static void places_of_the_file_lead_back_to_the_text(void **state)
{
    const struct pl_source *source = READ("\xEF\xBB\xBF"
                                          "ab\r\nc\rd\xE2\x80\xA8"
                                          "e\r\n");
    assert_text_is(source, "ab\nc\nd\ne\n");
    for (size_t at = 0; at <= source->text.len; at++) {
        size_t there = pl_source_file_offset(source, at);
        assert_int_equal(pl_source_text_offset(source, there), at);
    }
    assert_int_equal(pl_source_text_offset(source, 0), 0);
    assert_int_equal(pl_source_text_offset(source, 1), 0);
    assert_int_equal(pl_source_text_offset(source, 6), 3); /* in CR LF */
    assert_int_equal(pl_source_text_offset(source, 999), source->text.len);
    assert_int_equal(pl_source_text_offset(READ("abc"), 2), 2);
    assert_int_equal(pl_source_text_offset(READ("abc"), 9), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(carriage_returns_alone_keep_the_offsets),
        ARENA_TEST(a_line_end_is_where_it_begins_in_the_file),
        ARENA_TEST(offsets_lead_back_into_utf8),
        ARENA_TEST(offsets_lead_back_into_utf16),
        ARENA_TEST(offsets_lead_back_into_windows_1252),
        ARENA_TEST(origins_of_other_encodings_are_sparse),
        ARENA_TEST(any_bytes_are_read_or_refused),
        ARENA_TEST(places_of_the_file_lead_back_to_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
