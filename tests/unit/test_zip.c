#include "text/package/zip.h"

#include <string.h>

#include "base/array.h"
#include "base/buf.h"
#include "cmocka_wrap.h"
#include "plan_from_text.h"
#include "zip_maker.h"

enum { LOCAL_FLAGS = 6, LOCAL_METHOD = 8, LOCAL_SIZE = 22, LOCAL_NAME = 30 };
enum { CENTRAL_FLAGS = 8, CENTRAL_METHOD = 10, CENTRAL_SUM = 16 };
enum { CENTRAL_PACKED = 20, CENTRAL_SIZE = 24, CENTRAL_OFFSET = 42 };

static struct zip_made make_two(struct pl_arena *arena)
{
    static const struct zip_entry entries[] = {
        {"a.xml", PL_STR("the first")},
        {"b/c.xml", PL_STR("the second")},
    };
    return zip_make(arena, entries, PL_COUNT(entries));
}

static void require_refused(struct pl_arena *arena, struct zip_made made,
                            const char *why)
{
    struct pl_zip *zip;
    struct pl_error error = {.message = ""};
    assert_false(pl_zip_open(arena, "t.zip", (pl_str){made.bytes, made.len},
                             &zip, &error));
    if (pl_str_find(pl_str_from(error.message), pl_str_from(why), 0) ==
        PL_NOWHERE) {
        fail_msg("\"%s\" does not say \"%s\"", error.message, why);
    }
}

static struct pl_zip *open_zip(struct pl_arena *arena, pl_str bytes)
{
    struct pl_zip *zip;
    struct pl_error error;
    if (!pl_zip_open(arena, "t.zip", bytes, &zip, &error)) {
        fail_msg("%s", error.message);
    }
    return zip;
}

static void require_unreadable(struct pl_arena *arena, struct zip_made made)
{
    struct pl_zip *zip = open_zip(arena, (pl_str){made.bytes, made.len});
    struct pl_error error;
    pl_str data;
    assert_false(pl_zip_read(arena, zip, 0, &data, &error));
}

static void entries_are_found_in_any_capitals(void **state)
{
    struct zip_made made = make_two(*state);
    struct pl_zip *zip = open_zip(*state, (pl_str){made.bytes, made.len});
    struct pl_error error;
    pl_str data;
    assert_int_equal(pl_zip_count(zip), 2);
    assert_int_equal(pl_zip_find(zip, (pl_str)PL_STR("B/C.xml")), 1);
    assert_int_equal(pl_zip_find(zip, (pl_str)PL_STR("c.xml")), PL_NOWHERE);
    assert_true(pl_zip_read(*state, zip, 1, &data, &error));
    assert_true(pl_str_eq(data, (pl_str)PL_STR("the second")));
}

static void names_that_differ_by_capitals_are_refused(void **state)
{
    static const struct zip_entry entries[] = {{"word/a.xml", PL_STR("1")},
                                               {"WORD/A.xml", PL_STR("2")}};
    require_refused(*state, zip_make(*state, entries, 2), "the same name");
}

static void names_that_lead_elsewhere_are_refused(void **state)
{
    static const char *const names[] = {
        "../a.xml", "a/../../b.xml", "/etc/passwd", "a\\b.xml",
        "./a.xml",  "a\nb.xml",      "\xFF.xml",    ""};
    for (size_t i = 0; i < PL_COUNT(names); i++) {
        struct zip_entry entry = {names[i], PL_STR("x")};
        require_refused(*state, zip_make(*state, &entry, 1), "not allowed");
    }
}

static void local_and_central_records_agree(void **state)
{
    static const struct {
        size_t at;
        unsigned value;
    } damages[] = {{LOCAL_METHOD, 8}, {LOCAL_SIZE, 3}, {LOCAL_FLAGS, 1}};
    for (size_t i = 0; i < PL_COUNT(damages); i++) {
        struct zip_made made = make_two(*state);
        zip_put16(made.bytes, made.locals[1] + damages[i].at, damages[i].value);
        require_refused(*state, made, "the directory differ");
    }
    struct zip_made made = make_two(*state);
    made.bytes[made.locals[0] + LOCAL_NAME] = 'z';
    require_refused(*state, made, "the directory differ");
}

/* The last entry's sizes in 64 bits, as writers have them that do not know
 * beforehand how much will come. */
static struct zip_made with_large_sizes(struct pl_arena *arena,
                                        struct zip_made made, unsigned packed)
{
    enum { FIELD = 20, END_DIRECTORY = 16 };
    unsigned size = (unsigned char)made.bytes[made.locals[1] + LOCAL_SIZE];
    size_t name_len = strlen("b/c.xml");
    size_t at = made.locals[1] + LOCAL_NAME + name_len;
    char *bytes = pl_arena_alloc(arena, made.len + FIELD);
    memcpy(bytes, made.bytes, at);
    memset(bytes + at, 0, FIELD);
    memcpy(bytes + at + FIELD, made.bytes + at, made.len - at);
    zip_put32(bytes, made.locals[1] + LOCAL_SIZE - 4, 0xFFFFFFFF);
    zip_put32(bytes, made.locals[1] + LOCAL_SIZE, 0xFFFFFFFF);
    zip_put16(bytes, made.locals[1] + LOCAL_NAME - 2, FIELD);
    zip_put16(bytes, at, 1);
    zip_put16(bytes, at + 2, FIELD - 4);
    zip_put32(bytes, at + 4, size);
    zip_put32(bytes, at + 12, packed);
    zip_put32(bytes, made.end + FIELD + END_DIRECTORY,
              (unsigned long)(made.centrals[0] + FIELD));
    return (struct zip_made){.bytes = bytes, .len = made.len + FIELD};
}

static void sizes_may_be_written_in_64_bits(void **state)
{
    static const pl_str second = PL_STR("the second");
    struct zip_made made = with_large_sizes(*state, make_two(*state), 10);
    struct pl_zip *zip = open_zip(*state, (pl_str){made.bytes, made.len});
    struct pl_error error;
    pl_str data;
    assert_true(pl_zip_read(*state, zip, 1, &data, &error));
    assert_true(pl_str_eq(data, second));
    require_refused(*state, with_large_sizes(*state, make_two(*state), 11),
                    "the directory differ");
}

static void entries_of_more_than_32_bits_are_refused(void **state)
{
    struct zip_made made = make_two(*state);
    zip_put32(made.bytes, made.centrals[1] + CENTRAL_SIZE, 0xFFFFFFFF);
    require_refused(*state, made, "b/c.xml is larger than is read");
}

static void entries_that_overlap_are_refused(void **state)
{
    struct zip_made made = make_two(*state);
    zip_put32(made.bytes, made.centrals[0] + CENTRAL_SIZE, 20);
    zip_put32(made.bytes, made.centrals[0] + CENTRAL_PACKED, 20);
    zip_put32(made.bytes, made.locals[0] + LOCAL_SIZE, 20);
    zip_put32(made.bytes, made.locals[0] + LOCAL_SIZE - 4, 20);
    require_refused(*state, made, "overlap");
}

static void entries_outside_of_the_file_are_refused(void **state)
{
    struct zip_made made = make_two(*state);
    zip_put32(made.bytes, made.centrals[1] + CENTRAL_OFFSET, 0xFFFFFFFF);
    require_refused(*state, made, "not where the directory says");
    made = make_two(*state);
    zip_put32(made.bytes, made.centrals[1] + CENTRAL_OFFSET, 1);
    require_refused(*state, made, "not where the directory says");
}

static void encrypted_entries_are_refused(void **state)
{
    struct zip_made made = make_two(*state);
    zip_put16(made.bytes, made.centrals[0] + CENTRAL_FLAGS, 1);
    require_refused(*state, made, "is encrypted");
}

static void other_ways_of_packing_are_refused(void **state)
{
    struct zip_made made = make_two(*state);
    zip_put16(made.bytes, made.centrals[0] + CENTRAL_METHOD, 12);
    require_refused(*state, made, "(12)");
}

static void files_that_are_cut_off_are_refused(void **state)
{
    struct zip_made made = make_two(*state);
    for (size_t len = 0; len < made.len; len++) {
        struct pl_zip *zip;
        struct pl_error error;
        assert_false(pl_zip_open(*state, "t.zip", (pl_str){made.bytes, len},
                                 &zip, &error));
    }
}

static void a_wrong_checksum_is_noticed(void **state)
{
    struct zip_made made = make_two(*state);
    zip_put32(made.bytes, made.centrals[0] + CENTRAL_SUM, 7);
    zip_put32(made.bytes, made.locals[0] + 14, 7);
    require_unreadable(*state, made);
    made = make_two(*state);
    made.bytes[made.locals[0] + LOCAL_NAME + 5] ^= 1;
    require_unreadable(*state, made);
}

/* ----- writing ----- */

static pl_str write_zip(struct pl_arena *arena, struct pl_zip *zip,
                        const struct pl_zip_change *changes, size_t count)
{
    struct pl_buf out = pl_buf_in(arena);
    struct pl_error error;
    if (!pl_zip_write(zip, changes, count, &out, &error)) {
        fail_msg("%s", error.message);
    }
    return pl_buf_str(&out);
}

static void a_file_without_changes_is_copied_byte_for_byte(void **state)
{
    struct zip_made made = make_two(*state);
    pl_str bytes = {made.bytes, made.len};
    pl_str written = write_zip(*state, open_zip(*state, bytes), NULL, 0);
    assert_true(pl_str_eq(written, bytes));
}

static void what_does_not_change_is_copied_byte_for_byte(void **state)
{
    struct zip_made made = make_two(*state);
    pl_str bytes = {made.bytes, made.len};
    struct pl_zip_change changes[] = {
        {PL_STR("B/c.xml"), PL_STR("another second")},
        {PL_STR("d.xml"), PL_STR("a third")},
    };
    pl_str written =
        write_zip(*state, open_zip(*state, bytes), changes, PL_COUNT(changes));
    struct pl_zip *zip = open_zip(*state, written);
    assert_true(pl_str_eq(pl_str_slice(written, 0, made.locals[1]),
                          pl_str_slice(bytes, 0, made.locals[1])));
    assert_int_equal(pl_zip_count(zip), 3);
    assert_true(pl_str_eq(pl_zip_name(zip, 1), (pl_str)PL_STR("b/c.xml")));
    for (size_t i = 0; i < PL_COUNT(changes); i++) {
        pl_str data;
        struct pl_error error;
        assert_true(pl_zip_read(*state, zip, i + 1, &data, &error));
        assert_true(pl_str_eq(data, changes[i].data));
    }
}

static void what_inflates_beyond_measure_is_refused(void **state)
{
    struct pl_buf zeros = pl_buf_in(*state);
    pl_buf_add_repeated(&zeros, '\0', 8 * 1024 * 1024);
    struct pl_zip_change change = {PL_STR("a.xml"), pl_buf_str(&zeros)};
    struct zip_made made = make_two(*state);
    struct pl_zip *zip = open_zip(*state, (pl_str){made.bytes, made.len});
    pl_str written = write_zip(*state, zip, &change, 1);
    struct pl_error error;
    pl_str data;
    zip = open_zip(*state, written);
    assert_false(pl_zip_read(*state, zip, 0, &data, &error));
    assert_true(pl_str_find(pl_str_from(error.message),
                            (pl_str)PL_STR("more than is read"),
                            0) != PL_NOWHERE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(entries_are_found_in_any_capitals),
        ARENA_TEST(names_that_differ_by_capitals_are_refused),
        ARENA_TEST(names_that_lead_elsewhere_are_refused),
        ARENA_TEST(local_and_central_records_agree),
        ARENA_TEST(sizes_may_be_written_in_64_bits),
        ARENA_TEST(entries_of_more_than_32_bits_are_refused),
        ARENA_TEST(entries_that_overlap_are_refused),
        ARENA_TEST(entries_outside_of_the_file_are_refused),
        ARENA_TEST(encrypted_entries_are_refused),
        ARENA_TEST(other_ways_of_packing_are_refused),
        ARENA_TEST(files_that_are_cut_off_are_refused),
        ARENA_TEST(a_wrong_checksum_is_noticed),
        ARENA_TEST(a_file_without_changes_is_copied_byte_for_byte),
        ARENA_TEST(what_does_not_change_is_copied_byte_for_byte),
        ARENA_TEST(what_inflates_beyond_measure_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
