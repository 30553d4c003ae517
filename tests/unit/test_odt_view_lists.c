/* The numbers of lists of an OpenDocument text. */
#include "cmocka_wrap.h"
#include "odt_views.h"
#include "plan_from_text.h"

static void lists_count_level_by_level(void **state)
{
    ASSERT_ODT_VIEW(
        state,
        ODT_LIST(
            ODT_NUMBERS,
            ODT_ITEM(ODT_P("one") ODT_P("goes on") ODT_LIST(
                "", ODT_ITEM(ODT_P("below")) ODT_ITEM(
                        ODT_P("again") ODT_LIST("", ODT_ITEM(ODT_P("deep"))))))
                ODT_ITEM(ODT_P("two") ODT_LIST("", ODT_ITEM(ODT_P("anew"))))),
        "1.\tone\ngoes on\n1.1\tbelow\n1.2\tagain\n(a)\tdeep\n2.\ttwo\n"
        "2.1\tanew\n");
}

static void a_list_goes_on_where_it_says_so(void **state)
{
    ASSERT_ODT_VIEW(
        state,
        ODT_LIST(ODT_NUMBERS " xml:id=\"a\"", ODT_ITEM(ODT_P("one")))
            ODT_LIST(ODT_NUMBERS, ODT_ITEM(ODT_P("another"))) ODT_LIST(
                ODT_NUMBERS " text:continue-list=\"a\"", ODT_ITEM(ODT_P("two")))
                ODT_LIST(ODT_NUMBERS " text:continue-numbering=\"true\"",
                         ODT_ITEM(ODT_P("three"))),
        "1.\tone\n1.\tanother\n2.\ttwo\n3.\tthree\n");
}

static void an_item_may_have_a_number_given_or_none(void **state)
{
    ASSERT_ODT_VIEW(
        state,
        ODT_LIST(
            ODT_NUMBERS,
            "<text:list-header>" ODT_P(
                "none") "</text:list-header><text:list-item text:start-value="
                        "\"4\">" ODT_P("four") "</text:list-item>" ODT_ITEM(
                            ODT_P("five"))),
        "none\n4.\tfour\n5.\tfive\n");
}

static void a_level_that_nothing_counted_begins_with_its_start(void **state)
{
    ASSERT_ODT_VIEW(state,
                    ODT_LIST(ODT_NUMBERS,
                             ODT_ITEM(ODT_LIST("", ODT_ITEM(ODT_P("inner"))))
                                 ODT_ITEM(ODT_P("outer"))),
                    "1.1\tinner\n2.\touter\n");
}

static void bullets_are_no_numbers(void **state)
{
    ASSERT_ODT_VIEW(state,
                    ODT_LIST("text:style-name=\"Bullets\"",
                             ODT_ITEM(ODT_P("one")) ODT_ITEM(ODT_P("two"))),
                    "\xE2\x80\xA2\tone\n\xE2\x80\xA2\ttwo\n");
}

static void the_style_of_a_paragraph_may_have_the_list(void **state)
{
    assert_odt_view(
        *state,
        (struct odt_file_parts){
            .text = ODT_LIST("", ODT_ITEM("<text:p text:style-name=\"P1\">one"
                                          "</text:p>")),
            .automatic = "<style:style style:name=\"P1\" style:family="
                         "\"paragraph\" style:parent-style-name=\"Para\"/>",
            .styles = "<style:style style:name=\"Para\" style:family="
                      "\"paragraph\" "
                      "style:list-style-name=\"Numbers\"/>" ODT_LIST_STYLES},
        "1.\tone\n");
}

static void a_pattern_writes_the_levels_that_it_names(void **state)
{
    assert_odt_view(
        *state,
        (struct odt_file_parts){
            .text = ODT_LIST(
                ODT_NUMBERS,
                ODT_ITEM(ODT_P("one") ODT_LIST(
                    "", ODT_ITEM(ODT_P("below")) ODT_ITEM(ODT_P("again"))))),
            .styles = "<text:list-style style:name=\"Numbers\">" ODT_LEVEL(
                "1", "I", "loext:num-list-format=\"Part %1%\"")
                ODT_LEVEL(
                    "2", "a",
                    "loext:num-list-format=\"%1%-%2%)\"") "</text:list-style>"},
        "Part I one\nI-a)\tbelow\nI-b)\tagain\n");
}

static void assert_twenty_seventh(struct pl_arena *arena, const char *sync,
                                  const char *expected)
{
    const char *styles = pl_arena_printf(
        arena,
        "<text:list-style style:name=\"Numbers\">"
        "<text:list-level-style-number text:level=\"1\" style:num-format=\"a\""
        " style:num-suffix=\")\" style:num-letter-sync=\"%s\" "
        "text:start-value=\"28\"/></text:list-style>",
        sync);
    assert_odt_view(arena,
                    (struct odt_file_parts){
                        .text = ODT_LIST(ODT_NUMBERS, ODT_ITEM(ODT_P("one"))),
                        .styles = styles},
                    expected);
}

static void letters_after_z_are_doubled_or_go_on(void **state)
{
    assert_twenty_seventh(*state, "false", "ab)\tone\n");
    assert_twenty_seventh(*state, "true", "bb)\tone\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lists_count_level_by_level),
        ARENA_TEST(a_list_goes_on_where_it_says_so),
        ARENA_TEST(an_item_may_have_a_number_given_or_none),
        ARENA_TEST(a_level_that_nothing_counted_begins_with_its_start),
        ARENA_TEST(bullets_are_no_numbers),
        ARENA_TEST(the_style_of_a_paragraph_may_have_the_list),
        ARENA_TEST(a_pattern_writes_the_levels_that_it_names),
        ARENA_TEST(letters_after_z_are_doubled_or_go_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
