/* Reading a document: encodings, line ends, refusals. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "base/buf.h"
#include "source_from_bytes.h"
#include "text/source.h"

static void assert_refused_bytes(struct pl_arena *arena, pl_str bytes,
                                 const char *message)
{
    struct pl_source *source = NULL;
    struct pl_error error;
    assert_false(pl_source_read(arena, "p.txt", bytes, NULL, &source, &error));
    assert_string_equal(error.message, message);
}

#define REFUSED(literal, message) \
    assert_refused_bytes(*state, (pl_str)PL_STR(literal), (message))

/* What is read as it is. */

static void clean_text_is_the_files_own_bytes(void **state)
{
    pl_str bytes =
        PL_STR("1 Caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\x98\x80\n\n2 B\n");
    const struct pl_source *source = read_bytes(*state, bytes);
    assert_ptr_equal(source->text.data, bytes.data);
    assert_int_equal(source->text.len, bytes.len);
    assert_null(source->origins);
    assert_int_equal(source->encoding, PL_ENCODING_UTF8);
    assert_int_equal(source->lines.count, 4);
    assert_int_equal(pl_source_file_offset(source, 5), 5);
    assert_int_equal(pl_source_file_offset(source, 999), bytes.len);
}

static void an_empty_file_is_an_empty_text(void **state)
{
    const struct pl_source *source = read_bytes(*state, (pl_str){0});
    assert_int_equal(source->text.len, 0);
    assert_int_equal(source->lines.count, 1);
    assert_int_equal(pl_source_file_offset(source, 0), 0);
    assert_int_equal(READ("\xEF\xBB\xBF")->text.len, 0);
    assert_int_equal(READ("\xFF\xFE")->text.len, 0);
}

static void characters_that_are_no_line_end_stay(void **state)
{
    assert_text_is(READ("a\vb\fc\x01"
                        "d\xC2\xA0"
                        "e\xEF\xBB\xBF"
                        "f"),
                   "a\vb\fc\x01"
                   "d\xC2\xA0"
                   "e\xEF\xBB\xBF"
                   "f");
    assert_text_is(READ("\xC2\xAB\xE2\x80\x9C\xE2\x81\xA8\xE2"
                        "\x80\xAA"),
                   "\xC2\xAB\xE2\x80\x9C\xE2\x81\xA8\xE2\x80\xAA");
}

static void a_byte_order_mark_is_no_text(void **state)
{
    pl_str bytes = PL_STR("\xEF\xBB\xBF"
                          "1 A\n");
    const struct pl_source *source = read_bytes(*state, bytes);
    assert_text_is(source, "1 A\n");
    assert_ptr_equal(source->text.data, bytes.data + 3);
    assert_int_equal(pl_source_file_offset(source, 0), 3);
    assert_int_equal(pl_source_file_offset(source, 4), 7);
    assert_text_is(READ("\xEF\xBB\xBF\xEF\xBB\xBF"), "\xEF\xBB\xBF");
}

static void the_format_can_be_forced(void **state)
{
    struct pl_source *source = NULL;
    struct pl_error error;
    enum pl_format format = PL_FORMAT_WORD_TEXT;
    assert_true(pl_source_read(*state, "p.md", (pl_str)PL_STR("# A\n\n# B\n"),
                               &format, &source, &error));
    assert_int_equal(source->format, PL_FORMAT_WORD_TEXT);
    assert_int_equal(READ("# A\n\n# B\n")->format, PL_FORMAT_MARKDOWN);
}

/* Line ends. */

static void every_line_end_becomes_a_line_feed(void **state)
{
    assert_text_is(READ("a\r\nb\rc\nd\xC2\x85"
                        "e\xE2\x80\xA8"
                        "f\xE2\x80\xA9"),
                   "a\nb\nc\nd\ne\nf\n");
    assert_text_is(READ("\n\r"), "\n\n");
    assert_text_is(READ("\r\r\n\n"), "\n\n\n");
    assert_text_is(READ("\r"), "\n");
}

/* UTF-16. */

static void utf16_is_read_in_both_byte_orders(void **state)
{
    const struct pl_source *little = READ("\xFF\xFE"
                                          "a\0\xE9\0\x13\x20\x3D\xD8\x00\xDE"
                                          "z\0");
    assert_text_is(little, "a\xC3\xA9\xE2\x80\x93\xF0\x9F\x98\x80z");
    assert_int_equal(little->encoding, PL_ENCODING_UTF16LE);
    const struct pl_source *big = READ("\xFE\xFF"
                                       "\0a\0\xE9\x20\x13\xD8\x3D\xDE\x00\0z");
    assert_text_is(big, "a\xC3\xA9\xE2\x80\x93\xF0\x9F\x98\x80z");
    assert_int_equal(big->encoding, PL_ENCODING_UTF16BE);
    assert_int_equal(pl_source_file_offset(big, 6), 8);
    assert_int_equal(pl_source_file_offset(big, 8), 8);
    assert_int_equal(pl_source_file_offset(big, 10), 12);
}

static void line_ends_of_utf16_become_line_feeds(void **state)
{
    assert_text_is(READ("\xFE\xFF\0a\0\r\0\n\0b\0\r\0\x85\x20\x28\x20\x29\0\n"),
                   "a\nb\n\n\n\n\n");
}

static void surrogates_without_a_partner_are_refused(void **state)
{
    REFUSED("\xFE\xFF\0a\0\n\0b\xD8\x3D\0c",
            "p.txt:2:2: is UTF-16, but the surrogate 0xD83D (at byte 8) has "
            "no partner");
    REFUSED("\xFE\xFF\xDE\x00\xD8\x3D",
            "p.txt:1:1: is UTF-16, but the surrogate 0xDE00 (at byte 2) has "
            "no partner");
    REFUSED("\xFF\xFE\x3D\xD8",
            "p.txt:1:1: is UTF-16, but the surrogate 0xD83D (at byte 2) has "
            "no partner");
}

static void half_a_unit_is_refused(void **state)
{
    REFUSED("\xFF\xFE"
            "a\0b",
            "p.txt:1:2: is UTF-16, but ends in half a character (byte 0x62)");
}

static void nul_in_utf16_is_refused(void **state)
{
    REFUSED("\xFE\xFF\0a\0\0",
            "p.txt:1:2: is UTF-16, but has a NUL character (at byte 4), which "
            "no text has");
}

/* Windows-1252. */

static void western_text_is_read_as_windows_1252(void **state)
{
    const struct pl_source *source =
        READ("Caf\xE9 \x93plan\x94 \x96 \x80 5\x85\r\n\xA0z");
    assert_int_equal(source->encoding, PL_ENCODING_WINDOWS_1252);
    assert_text_is(source,
                   "Caf\xC3\xA9 \xE2\x80\x9Cplan\xE2\x80\x9D "
                   "\xE2\x80\x93 \xE2\x82\xAC 5\xE2\x80\xA6\n\xC2\xA0z");
}

static void bytes_without_a_meaning_are_refused(void **state)
{
    REFUSED("a\n\xE9 \x81",
            "p.txt:2:1: byte 0xe9 is not UTF-8, it begins a character that is "
            "not complete; bytes without a meaning speak against "
            "Windows-1252");
}

static void broken_utf8_is_not_taken_for_windows_1252(void **state)
{
    REFUSED("\xC3\xA9\ncaf\xE9 bar",
            "p.txt:2:4: byte 0xe9 is not UTF-8, it begins a character that is "
            "not complete; valid UTF-8 elsewhere speaks against Windows-1252");
}

static void control_characters_speak_against_text(void **state)
{
    REFUSED("\x01\xE9",
            "p.txt:1:2: byte 0xe9 is not UTF-8, it begins a character that is "
            "not complete; control characters speak against Windows-1252");
}

static void other_alphabets_are_not_taken_for_windows_1252(void **state)
{
    REFUSED("\xEF\xEB\xE0\xED\xEE\xE2",
            "p.txt:1:1: byte 0xef is not UTF-8, it begins a character that is "
            "not complete; so many accented letters in a row are not "
            "Windows-1252, perhaps another alphabet in an old encoding");
}

/* Refusals. */

static void faults_of_utf8_are_named(void **state)
{
    static const struct {
        const char *bytes;
        const char *fault;
    } cases[] = {
        {"a\x80", "continues a character that did not begin"},
        {"a\xC0\xAF", "begins a character that is written too long"},
        {"a\xE0\x80\xAF", "begins a character that is written too long"},
        {"a\xF0\x80\x80\xAF", "begins a character that is written too long"},
        {"a\xED\xA0\x80", "begins a surrogate of UTF-16"},
        {"a\xF4\x90\x80\x80", "would be beyond U+10FFFF"},
        {"a\xFF", "would be beyond U+10FFFF"},
        {"a\xE2\x80", "begins a character that is not complete"},
        {"a\xF4", "begins a character that is not complete"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct pl_buf bytes = pl_buf_in(*state);
        pl_buf_addf(&bytes, "\xC3\xA9\n%s", cases[i].bytes);
        const char *message = pl_arena_printf(
            *state,
            "p.txt:2:2: byte 0x%02x is not UTF-8, it %s; valid UTF-8 elsewhere "
            "speaks against Windows-1252",
            (unsigned)(unsigned char)cases[i].bytes[1], cases[i].fault);
        assert_refused_bytes(*state, pl_buf_str(&bytes), message);
    }
}

static void nul_is_refused_where_it_stands(void **state)
{
    REFUSED("a\r\nb\rc\xC2\x85\xC3\xA9\0z",
            "p.txt:4:2: has a NUL byte (0x00, at byte 10), which no text has");
}

static void utf16_without_a_mark_is_named(void **state)
{
    REFUSED("P\0l\0a\0n\0\n\0",
            "p.txt:1:2: has a NUL byte (0x00, at byte 1), like UTF-16 without "
            "a byte order mark");
}

static void known_files_that_are_not_text_are_named(void **state)
{
    static const struct {
        pl_str bytes;
        const char *what;
    } cases[] = {
        {PL_STR("%PDF-1.7\n"), "a PDF document"},
        {PL_STR("\x1F\x8B\x08"), "a gzip archive"},
        {PL_STR("PK\x03\x04....mimetypeapplication/"
                "vnd.oasis.opendocument.spreadsheet"),
         "an OpenDocument spreadsheet (.ods)"},
        {PL_STR("\xFF\xFE\0\0a\0\0\0"), "UTF-32 text"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        const char *message = pl_arena_printf(
            *state, "p.txt: is %s, which this version does not read as text",
            cases[i].what);
        assert_refused_bytes(*state, cases[i].bytes, message);
    }
}

static void files_of_word_are_known_by_their_first_bytes(void **state)
{
    assert_refused_bytes(*state, (pl_str)PL_STR("PK\x03\x04....word/"),
                         "p.txt: cut off: a zip file without its directory");
    assert_refused_bytes(*state,
                         (pl_str)PL_STR("PK\x03\x04....mimetypeapplication/"
                                        "vnd.oasis.opendocument.text"),
                         "p.txt: cut off: a zip file without its directory");
    assert_refused_bytes(
        *state, (pl_str)PL_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"),
        "p.txt: a file of Word before 2007 (.doc); save it as .docx to have it "
        "checked");
}

static void what_can_become_a_file_of_word_is_told_how(void **state)
{
    static const struct {
        pl_str bytes;
        const char *what;
    } cases[] = {
        {PL_STR("{\\rtf1\\ansi"), "a Rich Text document (.rtf)"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        const char *message = pl_arena_printf(
            *state,
            "p.txt: is %s; LibreOffice makes a .docx file of it that keeps its "
            "tracked changes: soffice --headless --convert-to docx FILE",
            cases[i].what);
        assert_refused_bytes(*state, cases[i].bytes, message);
    }
}

static void files_beyond_the_limit_are_refused(void **state)
{
    static const char byte = 'a'; /* never looked at */
    assert_refused_bytes(*state, (pl_str){&byte, (size_t)PL_SOURCE_MAX + 1},
                         "p.txt: has 268435457 bytes; more than 268435456 are "
                         "not read");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(clean_text_is_the_files_own_bytes),
        ARENA_TEST(an_empty_file_is_an_empty_text),
        ARENA_TEST(characters_that_are_no_line_end_stay),
        ARENA_TEST(a_byte_order_mark_is_no_text),
        ARENA_TEST(the_format_can_be_forced),
        ARENA_TEST(every_line_end_becomes_a_line_feed),
        ARENA_TEST(utf16_is_read_in_both_byte_orders),
        ARENA_TEST(line_ends_of_utf16_become_line_feeds),
        ARENA_TEST(surrogates_without_a_partner_are_refused),
        ARENA_TEST(half_a_unit_is_refused),
        ARENA_TEST(nul_in_utf16_is_refused),
        ARENA_TEST(western_text_is_read_as_windows_1252),
        ARENA_TEST(bytes_without_a_meaning_are_refused),
        ARENA_TEST(broken_utf8_is_not_taken_for_windows_1252),
        ARENA_TEST(control_characters_speak_against_text),
        ARENA_TEST(other_alphabets_are_not_taken_for_windows_1252),
        ARENA_TEST(faults_of_utf8_are_named),
        ARENA_TEST(nul_is_refused_where_it_stands),
        ARENA_TEST(utf16_without_a_mark_is_named),
        ARENA_TEST(known_files_that_are_not_text_are_named),
        ARENA_TEST(files_of_word_are_known_by_their_first_bytes),
        ARENA_TEST(what_can_become_a_file_of_word_is_told_how),
        ARENA_TEST(files_beyond_the_limit_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
