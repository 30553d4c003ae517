/* Sequences: one number out of place is one finding, whatever follows it. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "checks/shared/series_faults.h"
#include "checks/shared/typed_label.h"
#include "judge.h"
#include "plan_from_text.h"

/* ----- faults of bare numbers ----- */

enum { MAX_NUMBERS = 64 };

struct numbers {
    struct pl_series_entry entries[MAX_NUMBERS];
    struct pl_plan plan;
    struct pl_series series;
};

static const struct pl_source text_source; /* of no file */

/* A series of the numbers in `text`, which have spaces between them. */
static void read_numbers(struct numbers *numbers, const char *text)
{
    uint32_t count = 0;
    pl_str rest = pl_str_from(text);
    while (rest.len) {
        pl_str number = pl_str_split(&rest, ' ');
        uint32_t start = (uint32_t)(number.data - text);
        assert_true(pl_label_parse(number, &numbers->entries[count].label));
        numbers->entries[count++].range =
            (struct pl_range){start, start + (uint32_t)number.len};
    }
    numbers->plan = (struct pl_plan){.source = &text_source,
                                     .text = pl_str_from(text),
                                     .series_entries = numbers->entries,
                                     .series_entries_count = count};
    numbers->series = (struct pl_series){.entry_end = count};
}

static void add_number(struct pl_buf *out, const struct numbers *numbers,
                       const char *words, uint32_t index)
{
    if (index != PL_NONE) {
        pl_buf_addf(out, " %s ", words);
        pl_buf_add(out, pl_range_text(numbers->plan.text,
                                      numbers->entries[index].range));
    }
}

static void add_fault(struct pl_buf *out, const struct numbers *numbers,
                      const struct pl_fault *fault)
{
    static const char *const kinds[] = {[PL_FAULT_GAP] = "gap",
                                        [PL_FAULT_DUPLICATE] = "double",
                                        [PL_FAULT_ORDER] = "order"};
    pl_buf_add_text(out, out->len ? ", " : "");
    pl_buf_add_text(out, kinds[fault->kind]);
    add_number(out, numbers, "at", fault->entry);
    add_number(out, numbers, "with", fault->other);
    if (fault->missing.count) {
        pl_buf_add_text(out, " for ");
        pl_label_write(out, fault->missing);
    }
    if (fault->missing_count > 1) {
        pl_buf_addf(out, " and %u more", fault->missing_count - 1);
    }
}

static void assert_faults(struct pl_arena *arena, const char *text,
                          const char *expected)
{
    struct numbers numbers = {0};
    read_numbers(&numbers, text);
    struct pl_buf out = pl_buf_in(arena);
    struct pl_numbers_run run =
        pl_numbers_run_of(arena, &numbers.plan, &numbers.series, NULL);
    for (uint32_t from = 0; from < run.count;) {
        struct pl_faults faults = pl_faults_find(arena, &run, &from);
        for (size_t i = 0; i < faults.count; i++) {
            add_fault(&out, &numbers, &faults.items[i]);
        }
    }
    pl_buf_add_char(&out, '\0');
    assert_string_equal(out.data, expected);
}

static void numbers_that_follow_one_another_have_no_fault(void **state)
{
    assert_faults(*state, "1 2 3 4 5", "");
    assert_faults(*state, "7 8 9", "");
    assert_faults(*state, "9 9A 9B 10 10bis 11", "");
    assert_faults(*state, "5", "");
}

static void what_is_missing_is_one_gap(void **state)
{
    assert_faults(*state, "1 2 4 5", "gap at 4 for 3");
    assert_faults(*state, "1 2 6 7", "gap at 6 for 3 and 2 more");
    assert_faults(*state, "1 3 5 6", "gap at 3 for 2, gap at 5 for 4");
}

static void the_second_of_two_equal_numbers_is_the_double(void **state)
{
    assert_faults(*state, "1 2 3 3 4", "double at 3 with 3");
    assert_faults(*state, "1 2 2 4 5", "double at 2 with 2 for 3");
    assert_faults(*state, "1 2 4 4 5", "double at 4 with 4 for 3");
    assert_faults(*state, "1 2 2 2 3",
                  "double at 2 with 2, double at 2 with 2");
}

static void a_number_out_of_place_explains_the_gap(void **state)
{
    assert_faults(*state, "1 2 30 4 5", "order at 30 for 3");
    assert_faults(*state, "1 2 4 3 5", "order at 4");
    assert_faults(*state, "1 5 3 4 2 6", "order at 5 with 2 for 2");
    assert_faults(*state, "3 1 2 4 5", "order at 3");
}

static void a_long_way_is_not_taken_for_a_short_one(void **state)
{
    assert_faults(*state, "1 2 3 40 5 6", "order at 40 for 4");
    assert_faults(*state, "1 2 3 4 40", "gap at 40 for 5 and 34 more");
}

static void a_first_number_begins_a_new_run(void **state)
{
    assert_faults(*state, "1 2 3 1 2 3", "");
    assert_faults(*state, "1 2 3 1", "");
    assert_faults(*state, "1 1 2 3", "double at 1 with 1");
}

static void numbers_of_different_depth_are_not_compared(void **state)
{
    assert_faults(*state, "1.1 1.2 2.1 2.2", "");
    assert_faults(*state, "1.1 1.2 1.4 2.1 2.2", "gap at 1.4 for 1.3");
}

static void numbers_written_in_another_way_are_left_out(void **state)
{
    assert_faults(*state, "1. 2. 40 3. 4.", "");
    assert_faults(*state, "1 2 2. 3 4", "");
}

static void many_faults_take_no_long_time(void **state)
{
    struct pl_arena *arena = *state;
    enum { COUNT = 60000 };
    struct pl_series_entry *entries =
        pl_arena_array(arena, COUNT, sizeof(*entries));
    for (uint32_t i = 0; i < COUNT; i++) {
        uint16_t value = (uint16_t)(i % 2 ? i + 1 : COUNT - i);
        entries[i].label =
            (struct pl_label){.count = 1, .parts = {{.value = value}}};
    }
    struct pl_plan plan = {.source = &text_source,
                           .text = pl_str_from(""),
                           .series_entries = entries,
                           .series_entries_count = COUNT};
    struct pl_series series = {.entry_end = COUNT};
    struct pl_numbers_run run = pl_numbers_run_of(arena, &plan, &series, NULL);
    uint32_t from = 0;
    struct pl_faults faults = pl_faults_find(arena, &run, &from);
    assert_true(faults.count > COUNT / 4);
    assert_int_equal(from, COUNT);
}

/* ----- numbers in the bare text ----- */

static bool is_typed(struct pl_arena *arena, const char *text,
                     const char *keyword, const char *number)
{
    const struct pl_plan *plan = plan_from_text(arena, text);
    struct pl_typed_query query = {.piece = {0, (uint32_t)strlen(text)},
                                   .keyword = pl_str_from(keyword)};
    assert_true(pl_label_parse(pl_str_from(number), &query.label));
    return pl_label_is_typed(arena, plan, &query);
}

static void a_number_at_the_beginning_of_a_line_is_typed(void **state)
{
    assert_true(is_typed(*state, "Ships.\n9.4 of them\n", "", "9.4"));
    assert_true(is_typed(*state, "Ships.\n  **9.4** all\n", "", "9.4"));
    assert_true(is_typed(*state, "Ships\t9.4 all\n", "", "9.4"));
    assert_true(is_typed(*state, "Ships.\nTable 04: all\n", "Table", "4"));
    assert_true(is_typed(*state, "Ships.\nFigure C-4 all\n", "figure", "C.4"));
}

static void a_number_inside_a_sentence_is_not_typed(void **state)
{
    assert_false(is_typed(*state, "All 9.4 of them\n", "", "9.4"));
    assert_false(is_typed(*state, "Ships.\n9.41 of them\n", "", "9.4"));
    assert_false(is_typed(*state, "Ships.\n9.4.1 of them\n", "", "9.4"));
    assert_false(is_typed(*state, "Ships.\nTable 4\n", "Figure", "4"));
}

/* ----- whole documents ----- */

static const struct judge gap = {
    "sequence", "{\"series\": \"paragraph\", \"fault\": \"gap\"}",
    "after {place}: {missing}"};
static const struct judge duplicate = {
    "sequence", "{\"series\": \"paragraph\", \"fault\": \"duplicate\"}",
    "twice{hint}"};
static const struct judge item_gap = {
    "sequence", "{\"series\": \"item\", \"fault\": \"gap\", \"regular\": 60}",
    "after {place}: {missing}"};

static void an_irregular_space_of_numbers_is_left_alone(void **state)
{
    assert_findings(*state, gap,
                    "1 Ships.\n2 Boats.\n5 Rafts.\n9 Buoys.\n14 Lights.\n", "");
}

static void a_wide_gap_is_taken_to_be_meant(void **state)
{
    assert_findings(*state, gap,
                    "1 Ships sail.\n2 Boats sail.\n3 Rafts drift.\n"
                    "4 Buoys float.\n5 Lights shine.\n60 Horns sound.\n"
                    "61 Bells ring.\n62 Birds sing.\n",
                    "");
}

static void a_number_that_lost_its_line_is_not_missing(void **state)
{
    assert_findings(*state, gap,
                    "1 Ships sail.\n2 Boats sail.\n3 Rafts drift.\n"
                    "   4\tBuoys float.\n5 Lights shine.\n6 Horns sound.\n"
                    "7 Bells ring.\n8 Birds sing.\n",
                    "");
}

static void an_item_is_not_the_paragraph_that_is_missing(void **state)
{
    assert_findings(*state, gap,
                    "1 Ships sail:\n1) at dawn;\n2) at noon;\n3) at night.\n"
                    "3 Rafts drift.\n4 Buoys float.\n5 Lights shine.\n"
                    "6 Horns sound.\n7 Bells ring.\n8 Birds sing.\n",
                    "3: after 1: 2 is missing");
}

static void two_places_of_one_number_are_one_finding(void **state)
{
    assert_findings(*state, duplicate,
                    "1 Ships sail.\n2 Boats sail.\n3 Rafts drift.\n"
                    "3 Buoys float.\n5 Lights shine.\n6 Horns sound.\n"
                    "7 Bells ring.\n",
                    "3: twice, and 4 is missing");
}

static void codes_are_no_list(void **state)
{
    assert_findings(*state, item_gap,
                    "The codes are:\n40 : ship\n41 : boat\n43 : raft\n"
                    "44 : buoy\n",
                    "");
}

static void parameters_must_make_sense(void **state)
{
    assert_refused(*state, (struct judge){"sequence", "{}", "m"},
                   "\"series\" is missing from \"params\"");
    assert_refused(
        *state, (struct judge){"sequence", "{\"series\": \"paragraphs\"}", "m"},
        "\"series\" cannot be \"paragraphs\", did you mean \"paragraph\"?");
    assert_refused(*state,
                   (struct judge){"sequence",
                                  "{\"series\": \"item\", \"fault\": \"gap\", "
                                  "\"regular\": 101}",
                                  "m"},
                   "\"regular\" cannot be more than 100");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(numbers_that_follow_one_another_have_no_fault),
        ARENA_TEST(what_is_missing_is_one_gap),
        ARENA_TEST(the_second_of_two_equal_numbers_is_the_double),
        ARENA_TEST(a_number_out_of_place_explains_the_gap),
        ARENA_TEST(a_long_way_is_not_taken_for_a_short_one),
        ARENA_TEST(a_first_number_begins_a_new_run),
        ARENA_TEST(numbers_of_different_depth_are_not_compared),
        ARENA_TEST(numbers_written_in_another_way_are_left_out),
        ARENA_TEST(many_faults_take_no_long_time),
        ARENA_TEST(a_number_at_the_beginning_of_a_line_is_typed),
        ARENA_TEST(a_number_inside_a_sentence_is_not_typed),
        ARENA_TEST(an_irregular_space_of_numbers_is_left_alone),
        ARENA_TEST(a_wide_gap_is_taken_to_be_meant),
        ARENA_TEST(a_number_that_lost_its_line_is_not_missing),
        ARENA_TEST(an_item_is_not_the_paragraph_that_is_missing),
        ARENA_TEST(two_places_of_one_number_are_one_finding),
        ARENA_TEST(codes_are_no_list),
        ARENA_TEST(parameters_must_make_sense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
