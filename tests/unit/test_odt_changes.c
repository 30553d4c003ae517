/* Tracked changes of an OpenDocument text, in each state. */
#include "cmocka_wrap.h"
#include "odt_file.h"
#include "plan_from_text.h"
#include "text/word/model.h"
#include "text/word/view/view.h"

static pl_str view_of(struct pl_arena *arena, const char *body,
                      enum pl_word_view_kind kind)
{
    struct odt_file_parts parts = {.text = body,
                                   .styles = ODT_LIST_STYLES ODT_OUTLINE};
    return pl_word_view_make(arena, odt_file_read(arena, parts), kind)->text;
}

static void assert_views(struct pl_arena *arena, const char *body,
                         const char *final, const char *original)
{
    static const enum pl_word_view_kind kinds[] = {PL_WORD_VIEW_FINAL,
                                                   PL_WORD_VIEW_ORIGINAL};
    const char *expected[] = {final, original};
    for (int i = 0; i < 2; i++) {
        pl_str text = view_of(arena, body, kinds[i]);
        if (!pl_str_eq(text, pl_str_from(expected[i]))) {
            fail_msg("\"%.*s\" is not \"%s\"", PL_STR_ARG(text), expected[i]);
        }
    }
}

#define ASSERT_VIEWS(state, body, final, original) \
    assert_views(*(state), body, final, original)

#define CELL(content) "<table:table-cell>" content "</table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define TABLE(rows) "<table:table>" rows "</table:table>"
#define SMALL_TABLE TABLE(ROW(CELL(ODT_P("a")) CELL(ODT_P("b"))))

static void text_is_inserted_between_two_marks(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_INSERTION("a"))
                     ODT_P("Reach " ODT_START("a") "all " ODT_END("a") "ports"),
                 "Reach all ports\n", "Reach ports\n");
}

static void deleted_text_stands_where_its_mark_is(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_DELETION("a", ODT_P("all ")))
                     ODT_P("Reach " ODT_CHANGE("a") "ports"),
                 "Reach ports\n", "Reach all ports\n");
}

static void a_deleted_insertion_is_in_neither_state(void **state)
{
    const char *body = ODT_TRACKED(
        "<text:changed-region xml:id=\"a\"><text:deletion>" ODT_BY ODT_P(
            "all ") "</text:deletion><text:insertion>" ODT_BY
                    "</text:insertion></text:changed-region>")
        ODT_P("Reach " ODT_CHANGE("a") "ports");
    ASSERT_VIEWS(state, body, "Reach ports\n", "Reach ports\n");
}

/* ----- paragraphs ----- */

static void an_inserted_paragraph_is_gone_from_the_original(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_INSERTION("a")) ODT_P("one" ODT_START("a"))
                     ODT_P("new" ODT_END("a")) ODT_P("two"),
                 "one\nnew\ntwo\n", "one\ntwo\n");
}

static void paragraphs_that_were_joined_are_two(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_DELETION("a", ODT_P(" end") ODT_P("Begin ")))
                     ODT_P("one" ODT_CHANGE("a") "two"),
                 "onetwo\n", "one end\nBegin two\n");
}

static void a_deleted_paragraph_is_there_in_the_original(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_DELETION("a", ODT_P("gone") ODT_P("")))
                     ODT_P("one") ODT_P(ODT_CHANGE("a") "two"),
                 "one\ntwo\n", "one\ngone\ntwo\n");
}

static void deleted_headings_are_headings(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_DELETION("a", ODT_H("1", "Gone") ODT_P("")))
                     ODT_H("1", "Aims") ODT_P(ODT_CHANGE("a") "Text."),
                 "# 1 Aims\n\nText.\n", "# 1 Aims\n\n# 2 Gone\n\nText.\n");
}

static void a_paragraph_inserted_after_a_heading_leaves_it_one(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_INSERTION("a"))
                     ODT_H("1", "Aims" ODT_START("a"))
                         ODT_P("New." ODT_END("a")) ODT_P("Text."),
                 "# 1 Aims\n\nNew.\nText.\n", "# 1 Aims\n\nText.\n");
}

static void what_is_left_of_a_deleted_heading_does_not_count(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_DELETION("a", ODT_H("1", "Gone") ODT_P("")))
                     ODT_H("1", "Aims") ODT_H("1", ODT_CHANGE("a"))
                         SMALL_TABLE ODT_H("1", "Means"),
                 "# 1 Aims\n\n| a | b |\n\n# 2 Means\n\n",
                 "# 1 Aims\n\n# 2 Gone\n\n| a | b |\n\n# 3 Means\n\n");
}

/* ----- lists ----- */

#define LIST_GOES_ON " text:continue-numbering=\"true\""

static void an_inserted_item_counts_in_the_final_state_alone(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_INSERTION("a")) ODT_LIST(
                     ODT_NUMBERS, ODT_ITEM(ODT_P("one" ODT_START("a")))
                                      ODT_ITEM(ODT_P("new" ODT_END("a")))
                                          ODT_ITEM(ODT_P("two"))),
                 "1.\tone\n2.\tnew\n3.\ttwo\n", "1.\tone\n2.\ttwo\n");
}

static void a_deleted_item_counts_in_the_original_alone(void **state)
{
    ASSERT_VIEWS(
        state,
        ODT_TRACKED(ODT_DELETION("a", ODT_LIST(ODT_NUMBERS " xml:id=\"k\"",
                                               ODT_ITEM(ODT_P("gone"))
                                                   ODT_ITEM(ODT_P("")))))
            ODT_LIST(ODT_NUMBERS LIST_GOES_ON, ODT_ITEM(ODT_P("one")) ODT_ITEM(
                                                   ODT_P(ODT_CHANGE("a") "two"))
                                                   ODT_ITEM(ODT_P("three"))),
        "1.\tone\n2.\ttwo\n3.\tthree\n",
        "1.\tone\n2.\tgone\n3.\ttwo\n4.\tthree\n");
}

/* ----- tables ----- */

static void a_deleted_table_is_there_in_the_original(void **state)
{
    ASSERT_VIEWS(
        state,
        ODT_TRACKED(ODT_DELETION("a", ODT_P(" end") SMALL_TABLE ODT_P("")))
            ODT_P("one" ODT_CHANGE("a") "two"),
        "one\ntwo\n", "one end\n\n| a | b |\n\ntwo\n");
}

static void a_table_deleted_at_the_end_leaves_what_follows(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_DELETION("a", SMALL_TABLE))
                     ODT_P("one " ODT_CHANGE("a") "two"),
                 "one\ntwo\n", "one\n\n| a | b |\n\ntwo\n");
}

static void an_inserted_table_is_gone_from_the_original(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_INSERTION("a")) ODT_P("one") ODT_START("a")
                     SMALL_TABLE ODT_END("a") ODT_P("two"),
                 "one\n\n| a | b |\n\ntwo\n", "one\ntwo\n");
}

static void a_note_that_was_deleted_is_in_the_original(void **state)
{
    ASSERT_VIEWS(
        state,
        ODT_TRACKED(ODT_DELETION(
            "a", ODT_P("<text:note text:note-class=\"footnote\">"
                       "<text:note-citation>1</text:note-citation>"
                       "<text:note-body>" ODT_P("All.") "</text:note-body>"
                                                        "</text:note>")))
            ODT_P("Reach" ODT_CHANGE("a") " ports"),
        "Reach ports\n", "Reach[^1] ports\n\n[^1]: All.\n");
}

/* ----- who, and what is damaged ----- */

static void a_change_has_its_author_and_date(void **state)
{
    struct odt_file_parts parts = {
        .text = ODT_TRACKED(ODT_INSERTION("a"))
            ODT_P("Reach " ODT_START("a") "all" ODT_END("a"))};
    const struct pl_word_file *word = odt_file_read(*state, parts);
    const struct pl_word_view *view =
        pl_word_view_make(*state, word, PL_WORD_VIEW_FINAL);
    uint32_t change = pl_word_view_change(view, (struct pl_range){6, 9});
    assert_int_not_equal(change, PL_NONE);
    const struct pl_word_change *it = &word->changes[change];
    assert_int_equal(it->kind, PL_WORD_INSERTED);
    assert_true(pl_str_eq(it->author, (pl_str)PL_STR("A. Drafter")));
    assert_true(pl_str_eq(it->date, (pl_str)PL_STR("2026-05-04T09:30:00")));
}

static void a_deletion_is_read_once(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_DELETION("a", ODT_P("x" ODT_CHANGE("a"))))
                     ODT_P("one" ODT_CHANGE("a") ODT_CHANGE("a")),
                 "one\n", "onex\n");
}

static void marks_of_no_change_are_nothing(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_INSERTION("a") ODT_DELETION("b", ""))
                     ODT_END("a") ODT_CHANGE("a") ODT_START("b")
                         ODT_P("one" ODT_START("c") ODT_CHANGE("c")
                                   ODT_CHANGE("b") ODT_END("b")),
                 "one\n", "one\n");
}

static void an_insertion_without_an_end_goes_on_to_the_end(void **state)
{
    ASSERT_VIEWS(state,
                 ODT_TRACKED(ODT_INSERTION("a"))
                     ODT_P("one" ODT_START("a") ODT_START("a")) ODT_P("two"),
                 "one\ntwo\n", "one\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(text_is_inserted_between_two_marks),
        ARENA_TEST(deleted_text_stands_where_its_mark_is),
        ARENA_TEST(a_deleted_insertion_is_in_neither_state),
        ARENA_TEST(an_inserted_paragraph_is_gone_from_the_original),
        ARENA_TEST(paragraphs_that_were_joined_are_two),
        ARENA_TEST(a_deleted_paragraph_is_there_in_the_original),
        ARENA_TEST(deleted_headings_are_headings),
        ARENA_TEST(a_paragraph_inserted_after_a_heading_leaves_it_one),
        ARENA_TEST(what_is_left_of_a_deleted_heading_does_not_count),
        ARENA_TEST(an_inserted_item_counts_in_the_final_state_alone),
        ARENA_TEST(a_deleted_item_counts_in_the_original_alone),
        ARENA_TEST(a_deleted_table_is_there_in_the_original),
        ARENA_TEST(a_table_deleted_at_the_end_leaves_what_follows),
        ARENA_TEST(an_inserted_table_is_gone_from_the_original),
        ARENA_TEST(a_note_that_was_deleted_is_in_the_original),
        ARENA_TEST(a_change_has_its_author_and_date),
        ARENA_TEST(a_deletion_is_read_once),
        ARENA_TEST(marks_of_no_change_are_nothing),
        ARENA_TEST(an_insertion_without_an_end_goes_on_to_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
