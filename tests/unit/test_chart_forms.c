/* The forms of a map: whatever the names are, what is written is well-formed,
 * bounded, and draws nothing over anything else. */
#include "cmocka_wrap.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "plan_from_text.h"
#include "report/chart.h"
#include "report/chart/layout.h"

typedef void write_form(struct pl_buf *out, struct pl_arena *scratch,
                        const struct pl_chart *chart);

#define HOSTILE                                                                \
    "\"Quoted\" <b onload='x'>&amp; & ]]> --> </svg> \\ \\\" \\n {|} \x01\x02" \
    "\x7f \xe2\x80\xae \xe6\xbc\xa2\xe5\xad\x97 %s %n"

static const struct pl_chart *map_of(struct pl_arena *arena,
                                     const char *markdown)
{
    return pl_chart_build(arena, plan_from_markdown(arena, markdown));
}

/* Goals with `targets` targets each, one of which is left out, and as many
 * mentions. */
static const struct pl_chart *large_map(struct pl_arena *arena, unsigned goals,
                                        unsigned targets, const char *name)
{
    struct pl_buf text = pl_buf_in(arena);
    pl_buf_add_text(&text, "# Plan\n\n## Goals\n\n");
    for (unsigned goal = 1; goal <= goals; goal++) {
        pl_buf_addf(&text, "### Goal %u: ", goal);
        pl_buf_add_text(&text, name);
        pl_buf_add_text(&text, "\n\n");
        for (unsigned target = 1; target <= targets; target++) {
            if (target != 2 || goal % 2 == 0) {
                pl_buf_addf(&text, "Target %u.%u: ", goal, target);
                pl_buf_add_text(&text, name);
                pl_buf_add_text(&text, "\n\n");
            }
        }
    }
    for (unsigned goal = 1; goal <= goals; goal++) {
        pl_buf_addf(&text, "## Part %u\n\nSee Goal %u and Target %u.1.\n\n",
                    goal, goals - goal + 1, goal);
    }
    pl_buf_add_char(&text, '\0');
    return map_of(arena, text.data);
}

static pl_str form_of(struct pl_arena *arena, const struct pl_chart *chart,
                      write_form *write)
{
    struct pl_buf out = pl_buf_in(arena);
    write(&out, arena, chart);
    return pl_buf_str(&out);
}

static void write_text(struct pl_buf *out, struct pl_arena *scratch,
                       const struct pl_chart *chart)
{
    struct pl_page page = {.out = out, .width = 80};
    pl_chart_text(&page, scratch, chart);
}

/* ----- well-formed markup ----- */

enum { MOST_OPEN = 64 };

struct markup {
    pl_str text;
    size_t at;
    pl_str open[MOST_OPEN];
    size_t open_count;
};

static bool looking_at(const struct markup *markup, const char *what)
{
    pl_str rest = pl_str_slice(markup->text, markup->at, markup->text.len);
    return pl_str_starts(rest, pl_str_from(what));
}

/* Fails for "&" but at the five entities that are written. */
static void check_character(const struct markup *markup)
{
    char c = markup->text.data[markup->at];
    if (c == '&' && !looking_at(markup, "&amp;") &&
        !looking_at(markup, "&lt;") && !looking_at(markup, "&gt;") &&
        !looking_at(markup, "&quot;")) {
        fail_msg("a bare & at %zu", markup->at);
    }
    if ((unsigned char)c < ' ' && c != '\n') {
        fail_msg("a control at %zu", markup->at);
    }
}

static pl_str read_name(struct markup *markup)
{
    size_t start = markup->at;
    while (pl_is_alnum(markup->text.data[markup->at]) ||
           markup->text.data[markup->at] == '-') {
        markup->at++;
    }
    assert_true(markup->at > start);
    return pl_str_slice(markup->text, start, markup->at);
}

static void read_attribute(struct markup *markup)
{
    read_name(markup);
    assert_true(looking_at(markup, "=\""));
    for (markup->at += 2; markup->text.data[markup->at] != '"'; markup->at++) {
        assert_int_not_equal(markup->text.data[markup->at], '<');
        check_character(markup);
    }
    markup->at++;
}

static void read_tag(struct markup *markup)
{
    markup->at++;
    bool is_end = looking_at(markup, "/");
    markup->at += is_end;
    pl_str name = read_name(markup);
    if (is_end) {
        assert_true(markup->open_count > 0);
        assert_true(pl_str_eq(markup->open[--markup->open_count], name));
    }
    while (looking_at(markup, " ")) {
        markup->at++;
        read_attribute(markup);
    }
    if (looking_at(markup, "/>")) {
        markup->at += 2;
        return;
    }
    assert_true(looking_at(markup, ">"));
    markup->at++;
    if (!is_end) {
        assert_true(markup->open_count < MOST_OPEN);
        markup->open[markup->open_count++] = name;
    }
}

static void assert_well_formed(pl_str text, const char *prologue)
{
    assert_true(pl_str_starts(text, pl_str_from(prologue)));
    assert_int_equal(pl_utf8_validate(text), text.len);
    struct markup markup = {.text = text, .at = strlen(prologue)};
    while (markup.at < text.len) {
        if (text.data[markup.at] == '<') {
            read_tag(&markup);
        } else {
            check_character(&markup);
            markup.at++;
        }
    }
    assert_int_equal(markup.open_count, 0);
}

/* Quoted strings are closed on their line and hold no entity but one. */
static void assert_dot_is_sound(pl_str text)
{
    bool is_quoted = false;
    for (size_t i = 0; i < text.len; i++) {
        struct markup here = {.text = text, .at = i};
        if (is_quoted && text.data[i] == '\\') {
            i++;
        } else if (text.data[i] == '"') {
            is_quoted = !is_quoted;
        } else if (text.data[i] == '&') {
            assert_true(is_quoted && looking_at(&here, "&amp;"));
        } else if ((unsigned char)text.data[i] < ' ') {
            assert_true(!is_quoted && text.data[i] == '\n');
        } else if (!is_quoted) {
            assert_true((unsigned char)text.data[i] < 0x7f);
        }
    }
    assert_false(is_quoted);
}

static void assert_all_sound(struct pl_arena *arena,
                             const struct pl_chart *chart)
{
    assert_well_formed(form_of(arena, chart, pl_chart_svg),
                       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    assert_well_formed(form_of(arena, chart, pl_chart_html),
                       "<!DOCTYPE html>\n");
    assert_dot_is_sound(form_of(arena, chart, pl_chart_dot));
}

static void hostile_names_break_no_form(void **state)
{
    const struct pl_chart *chart = large_map(*state, 3, 4, HOSTILE);
    assert_int_equal(chart->count[PL_ENTITY_GOAL], 3);
    assert_all_sound(*state, chart);
}

static void long_names_are_cut_where_they_are_drawn(void **state)
{
    char *words = pl_arena_alloc(*state, 10001);
    char *one = pl_arena_alloc(*state, 10001);
    for (size_t i = 0; i < 10000; i++) {
        words[i] = i % 5 == 4 ? ' ' : 'w';
        one[i] = 'w';
    }
    const char *const names[] = {words, one};
    for (size_t i = 0; i < 2; i++) {
        const struct pl_chart *chart = large_map(*state, 2, 3, names[i]);
        assert_all_sound(*state, chart);
        assert_true(form_of(*state, chart, pl_chart_svg).len < 32768);
        assert_true(form_of(*state, chart, pl_chart_dot).len < 32768);
        assert_true(form_of(*state, chart, write_text).len < 8192);
    }
}

static void a_drawing_of_thousands_is_no_larger_than_of_hundreds(void **state)
{
    const struct pl_chart *chart = large_map(*state, 500, 10, "Name");
    assert_true(chart->nodes_count > 5000);
    assert_true(form_of(*state, chart, pl_chart_svg).len < 262144);
    assert_all_sound(*state, chart);
}

static void a_text_without_parts_says_so_in_every_form(void **state)
{
    static const pl_str sentence =
        PL_STR("no goals, targets, priorities or other parts of a plan");
    const struct pl_chart *chart = map_of(*state, "Good morning.\n");
    write_form *const forms[] = {write_text, pl_chart_dot, pl_chart_svg,
                                 pl_chart_html};
    for (size_t i = 0; i < 4; i++) {
        pl_str form = form_of(*state, chart, forms[i]);
        assert_int_not_equal(pl_str_find(form, sentence, 0), PL_NOWHERE);
    }
    assert_all_sound(*state, chart);
}

/* ----- text ----- */

static void text_keeps_to_the_width_of_the_page(void **state)
{
    const struct pl_chart *chart =
        large_map(*state, 3, 4,
                  "A name that goes on and on and on for long "
                  "enough to be cut before the end of the line");
    pl_str rest = form_of(*state, chart, write_text);
    while (rest.len > 0) {
        assert_true(pl_utf8_width(pl_str_split(&rest, '\n')) <= 80);
    }
}

static void what_is_missing_is_marked_without_colours(void **state)
{
    const struct pl_chart *chart = large_map(*state, 3, 3, "Name");
    pl_str text = form_of(*state, chart, write_text);
    static const pl_str marked = PL_STR("     !    1.2  missing\n");
    assert_int_not_equal(pl_str_find(text, marked, 0), PL_NOWHERE);
    assert_int_equal(pl_str_find_char(text, '\x1b', 0), PL_NOWHERE);
}

/* ----- the drawing ----- */

static bool overlap(const struct pl_chart_box *a, const struct pl_chart_box *b)
{
    return a->column == b->column && a->y < b->y + b->height &&
           b->y < a->y + a->height;
}

/* Whether a line across a column runs through one of its boxes. */
static bool crosses(const struct pl_chart_layout *layout,
                    const struct pl_chart_point *from,
                    const struct pl_chart_point *to)
{
    int left = from->x < to->x ? from->x : to->x;
    for (uint32_t i = 0; i < layout->boxes_count; i++) {
        const struct pl_chart_box *box = &layout->boxes[i];
        if (box->x == left && from->y > box->y &&
            from->y < box->y + box->height) {
            return true;
        }
    }
    return false;
}

static void assert_clear(struct pl_arena *arena, const struct pl_chart *chart)
{
    struct pl_chart_view view = pl_chart_view_of(arena, chart);
    struct pl_chart_layout layout = pl_chart_layout_of(arena, &view);
    assert_true(layout.boxes_count > 0 && layout.paths_count > 0);
    for (uint32_t i = 0; i < layout.boxes_count; i++) {
        const struct pl_chart_box *box = &layout.boxes[i];
        assert_true(box->x >= 0 && box->x + PL_CHART_BOX_WIDTH <= layout.width);
        assert_true(box->y >= 0 && box->y + box->height <= layout.height);
        for (uint32_t k = i + 1; k < layout.boxes_count; k++) {
            assert_false(overlap(box, &layout.boxes[k]));
        }
    }
    for (uint32_t i = 0; i < layout.paths_count; i++) {
        const struct pl_chart_point *points =
            layout.points + layout.paths[i].first_point;
        for (uint32_t k = 1; k + 1 < layout.paths[i].point_count; k += 2) {
            assert_int_equal(points[k].y, points[k + 1].y);
            assert_false(crosses(&layout, &points[k], &points[k + 1]));
        }
    }
}

static void nothing_is_drawn_over_anything_else(void **state)
{
    assert_clear(*state, large_map(*state, 2, 3, "Name"));
    assert_clear(*state, large_map(*state, 9, 7, "A name of some words"));
    assert_clear(*state, large_map(*state, 60, 5, HOSTILE));
}

static void kinds_that_hang_together_stand_side_by_side(void **state)
{
    const struct pl_chart *chart = large_map(*state, 2, 3, "Name");
    struct pl_chart_view view = pl_chart_view_of(*state, chart);
    struct pl_chart_layout layout = pl_chart_layout_of(*state, &view);
    for (uint32_t i = 0; i < layout.boxes_count; i++) {
        uint32_t column = layout.boxes[i].kind == PL_CHART_SECTION ? 0
                          : layout.boxes[i].kind == PL_ENTITY_GOAL ? 1
                                                                   : 2;
        assert_int_equal(layout.boxes[i].column, column);
    }
}

static void what_has_no_box_is_counted(void **state)
{
    const struct pl_chart *chart = large_map(*state, 100, 4, "Name");
    struct pl_chart_view view = pl_chart_view_of(*state, chart);
    struct pl_chart_layout layout = pl_chart_layout_of(*state, &view);
    uint32_t shown = 0;
    uint32_t hidden = 0;
    for (uint32_t i = 0; i < layout.boxes_count; i++) {
        bool is_rest = layout.boxes[i].node == PL_NONE;
        shown += !is_rest;
        hidden += layout.boxes[i].hidden;
    }
    assert_true(hidden > 0);
    assert_int_equal(shown + hidden, chart->nodes_count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(hostile_names_break_no_form),
        ARENA_TEST(long_names_are_cut_where_they_are_drawn),
        ARENA_TEST(a_drawing_of_thousands_is_no_larger_than_of_hundreds),
        ARENA_TEST(a_text_without_parts_says_so_in_every_form),
        ARENA_TEST(text_keeps_to_the_width_of_the_page),
        ARENA_TEST(what_is_missing_is_marked_without_colours),
        ARENA_TEST(nothing_is_drawn_over_anything_else),
        ARENA_TEST(kinds_that_hang_together_stand_side_by_side),
        ARENA_TEST(what_has_no_box_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
