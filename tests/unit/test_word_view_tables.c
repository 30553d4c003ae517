#include "word_views.h"

#include "cmocka_wrap.h"
#include "plan_from_text.h"

#define CELL(content) "<w:tc>" content "</w:tc>"
#define ROW(content) "<w:tr>" content "</w:tr>"
#define LOST_ROW(content) \
    "<w:tr><w:trPr><w:del " WORD_BY "/></w:trPr>" content "</w:tr>"

static void rows_are_lines_of_cells(void **state)
{
    ASSERT_WORD_VIEW(
        state, FINAL,
        WORD_PARA("above") "<w:tbl>" ROW(CELL(WORD_PARA("a|b") WORD_PARA("c"))
                                             CELL(WORD_PARA("d")))
            LOST_ROW(CELL(WORD_PARA("x")) CELL(WORD_PARA("y"))) ROW(CELL(
                WORD_P("")) CELL(WORD_PARA("e"))) "</w:tbl>" WORD_PARA("below"),
        "above\n\n| a\\|b\tc | d |\n|  | e |\n\nbelow\n");
}

#define CELL_OF(properties, content) \
    "<w:tc><w:tcPr>" properties "</w:tcPr>" WORD_PARA(content) "</w:tc>"
#define SPAN(count) "<w:gridSpan w:val=\"" count "\"/>"
#define GOES_ON "<w:vMerge/>"

static void cells_stand_under_their_headings(void **state)
{
    struct word_file_parts parts = {
        .document = "<w:tbl>" ROW(
            CELL_OF("", "a") CELL_OF("<w:vMerge w:val=\"restart\"/>", "b")
                CELL_OF("", "c") CELL_OF("", "d"))
            ROW(CELL_OF("", "e") CELL_OF(GOES_ON, "") CELL_OF("", "")
                    CELL_OF("", "f"))
                ROW(CELL_OF(SPAN("2"), "g") CELL_OF("", "h") CELL_OF("", "i"))
                    ROW("<w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>" CELL_OF(
                        "", "k") CELL_OF("", "l")) "</w:tbl>"};
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "| a | b | c | d |\n| e |  |  | f |\n| g |  | h | i |\n"
                     "|  |  | k | l |\n\n");
}

static void a_span_that_no_other_row_parts_is_one_column(void **state)
{
    struct word_file_parts parts = {
        .document = "<w:tbl>" ROW(CELL_OF(SPAN("5"), "a") CELL_OF("", "b"))
            ROW(CELL_OF(SPAN("5"), "c") CELL_OF("", "d")) "</w:tbl>"};
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "| a | b |\n| c | d |\n\n");
}

static void a_cell_that_is_deleted_leaves_no_gap(void **state)
{
    struct word_file_parts parts = {
        .document =
            "<w:tbl>" ROW(CELL_OF("", "a") CELL_OF("", "b") CELL_OF("", "c"))
                ROW(CELL_OF("<w:cellDel " WORD_BY "/>", "d") CELL_OF("", "e")
                        CELL_OF("", "f")) "</w:tbl>"};
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "| a | b | c |\n| e | f |\n\n");
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_ORIGINAL),
                     "| a | b | c |\n| d | e | f |\n\n");
}

static void a_table_in_a_cell_is_text_of_that_cell(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL,
                     "<w:tbl>" ROW(CELL("<w:tbl>" ROW(
                         CELL(WORD_PARA("in"))) "</w:tbl>" WORD_P(""))
                                       CELL(WORD_PARA("out"))) "</w:tbl>",
                     "| in | out |\n\n");
}

static void a_table_of_one_column_only_frames_its_text(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL,
                     "<w:tbl>" ROW(CELL(WORD_PARA("one")))
                         ROW(CELL(WORD_PARA("two"))) "</w:tbl>",
                     "one\ntwo\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(rows_are_lines_of_cells),
        ARENA_TEST(cells_stand_under_their_headings),
        ARENA_TEST(a_span_that_no_other_row_parts_is_one_column),
        ARENA_TEST(a_cell_that_is_deleted_leaves_no_gap),
        ARENA_TEST(a_table_in_a_cell_is_text_of_that_cell),
        ARENA_TEST(a_table_of_one_column_only_frames_its_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
