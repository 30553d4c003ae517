/* The map for people:
 *
 *    58  1  Complete Coastal Observation               2.4, para 11
 *             mentioned in 2.5, para 13
 *    64    1.1  Every inhabited coast within …    2.5, table row 2
 *     !    1.2  missing */
#include "base/arena.h"
#include "base/utf8.h"
#include "plan/plan.h"
#include "report/chart/view.h"
#include "report/chart/words.h"
#include "report/margin.h"
#include "report/visible.h"
#include "text/source.h"

enum {
    LEVEL_COLUMNS = 2,
    PLACE_COLUMNS = 24, /* of an address beside a name */
    NAME_COLUMNS = 24,  /* an address leaves a name that much room */
    MOST_PLACES = 6,    /* that are listed in one line */
};

struct sheet {
    struct pl_page *page;
    struct pl_arena *scratch;
    const struct pl_chart *chart;
    struct pl_chart_view view;
};

static size_t column_of(unsigned depth)
{
    return PL_MARGIN_TEXT + LEVEL_COLUMNS * (size_t)depth;
}

static void add_mark(const struct sheet *sheet)
{
    pl_page_pad(sheet->page, PL_MARGIN_END - 1);
    pl_page_add_text(sheet->page, PL_STYLE_BAD, "!");
}

/* The number; with its kind where those of several kinds stand together. */
static void add_label(const struct sheet *sheet,
                      const struct pl_chart_node *node, enum pl_style style)
{
    bool is_mixed =
        node->parent != PL_NONE && sheet->view.is_mixed[node->parent];
    if (is_mixed) {
        pl_page_add_text(sheet->page, style, pl_chart_kind_name(node->kind));
        pl_page_add_text(sheet->page, style, " ");
    }
    if (node->label.count > 0) {
        pl_page_add(sheet->page, style,
                    pl_label_text(sheet->scratch, node->label));
    }
    if (is_mixed || node->label.count > 0) {
        pl_page_pad(sheet->page, sheet->page->column + 2);
    }
}

/* The name, cut so that the address ends where the page does. */
static void add_name(const struct sheet *sheet, pl_str name, pl_str address)
{
    struct pl_page *page = sheet->page;
    pl_str rest = pl_chart_words_visible(sheet->scratch, address);
    struct pl_chart_line line =
        pl_chart_words_line(&rest, PL_CHART_UNIT_COLUMN, PLACE_COLUMNS, true);
    size_t columns =
        pl_visible_text_width(line.text) + (line.is_cut ? 1 : 0) + 2;
    size_t width = page->width;
    bool has_room = width > page->column + NAME_COLUMNS + columns;
    page->width -= has_room ? columns : 0;
    pl_page_add_cropped(page, PL_STYLE_PLAIN, name);
    page->width = width;
    if (has_room && line.text.len > 0) {
        pl_page_pad(page, width - columns + 2);
        pl_page_add(page, PL_STYLE_DIM, line.text);
        pl_page_add_text(page, PL_STYLE_DIM, line.is_cut ? "…" : "");
    }
    pl_page_end_line(page);
}

/* What is wrong with a node that is there. */
static void add_gaps(const struct sheet *sheet, uint32_t node, size_t column)
{
    for (uint32_t at = sheet->view.first_gap[node]; at != PL_NONE;
         at = sheet->view.next_gap[at]) {
        add_mark(sheet);
        pl_page_pad(sheet->page, column);
        pl_page_add(sheet->page, PL_STYLE_BAD,
                    sheet->chart->gaps[at].shorthand);
        pl_page_end_line(sheet->page);
    }
}

/* A list in one clause: "mentioned in a; b; and 3 more". */
struct clause {
    const struct sheet *sheet;
    const char *lead;
    const char *separator;
    size_t column;
    uint32_t count;
};

static void add_to_clause(struct clause *clause, pl_str text)
{
    clause->count++;
    if (clause->count > MOST_PLACES) {
        return;
    }
    struct pl_page *page = clause->sheet->page;
    bool is_first = clause->count == 1;
    pl_page_pad(page, clause->column);
    pl_page_add_text(page, PL_STYLE_DIM,
                     is_first ? clause->lead : clause->separator);
    const char *joined =
        pl_arena_printf(clause->sheet->scratch, " %.*s", PL_STR_ARG(text));
    size_t columns = pl_visible_text_width(pl_str_from(joined));
    if (page->column + columns > page->width && !is_first) {
        pl_page_end_line(page);
        pl_page_pad(page, clause->column + LEVEL_COLUMNS);
        joined++;
    }
    pl_page_add_text(page, PL_STYLE_DIM, joined);
}

static void end_clause(const struct clause *clause)
{
    struct pl_page *page = clause->sheet->page;
    if (clause->count > MOST_PLACES) {
        const char *more = pl_arena_printf(
            clause->sheet->scratch, "%s and %u more", clause->separator,
            (unsigned)(clause->count - MOST_PLACES));
        pl_page_add_text(page, PL_STYLE_DIM, more);
    }
    if (clause->count > 0) {
        pl_page_end_line(page);
    }
}

/* Where a node is mentioned; a place that two links share stands once. */
static void add_places(const struct sheet *sheet, uint32_t node,
                       enum pl_chart_link_kind kind, struct clause clause)
{
    struct pl_chart_places places =
        pl_chart_view_places(sheet->scratch, &sheet->view, node, kind);
    for (uint32_t i = 0; i < places.count; i++) {
        add_to_clause(&clause, places.addresses[i]);
    }
    end_clause(&clause);
}

static void add_mentioned(const struct sheet *sheet, uint32_t node,
                          size_t column)
{
    struct clause mentioned = {sheet, "mentioned in", ";", column, 0};
    struct clause named = {sheet, "named in", ";", column, 0};
    add_places(sheet, node, PL_CHART_MENTION, mentioned);
    add_places(sheet, node, PL_CHART_NAMING, named);
}

static void add_out(const struct sheet *sheet, uint32_t node,
                    enum pl_chart_link_kind kind, struct clause clause)
{
    uint32_t last = PL_NONE;
    for (uint32_t at = sheet->view.first_out[node]; at != PL_NONE;
         at = sheet->view.next_out[at]) {
        const struct pl_chart_link *link = &sheet->chart->links[at];
        if (link->kind == kind && link->to != last) {
            last = link->to;
            add_to_clause(&clause, pl_chart_node_title(sheet->scratch,
                                                       sheet->chart, last));
        }
    }
    end_clause(&clause);
}

/* What a node mentions. */
static void add_mentions(const struct sheet *sheet, uint32_t node,
                         size_t column)
{
    struct clause mentions = {sheet, "mentions", ",", column, 0};
    struct clause names = {sheet, "names", ",", column, 0};
    struct clause about = {sheet, "described in", ",", column, 0};
    add_out(sheet, node, PL_CHART_ABOUT, about);
    add_out(sheet, node, PL_CHART_MENTION, mentions);
    add_out(sheet, node, PL_CHART_NAMING, names);
}

static void add_missing(const struct sheet *sheet, uint32_t node,
                        unsigned depth)
{
    add_mark(sheet);
    pl_page_pad(sheet->page, column_of(depth));
    const struct pl_chart_node *it = &sheet->chart->nodes[node];
    add_label(sheet, it, PL_STYLE_BAD);
    pl_page_add(sheet->page, PL_STYLE_BAD, pl_chart_view_name(it));
    pl_page_end_line(sheet->page);
}

static void add_node(const struct sheet *sheet, uint32_t node, unsigned depth)
{
    const struct pl_chart_node *it = &sheet->chart->nodes[node];
    size_t column = column_of(depth);
    if (it->is_missing) {
        add_missing(sheet, node, depth);
        column = column_of(depth + 1);
        add_mentioned(sheet, node, column);
        return;
    }
    pl_margin_add_line(sheet->page, sheet->chart->plan, it->offset);
    pl_page_pad(sheet->page, column);
    add_label(sheet, it, PL_STYLE_HEADING);
    size_t name_column = sheet->page->column;
    add_name(sheet, it->name,
             pl_chart_view_place(sheet->scratch, sheet->chart, node));
    add_gaps(sheet, node, name_column);
    add_mentioned(sheet, node, name_column);
    add_mentions(sheet, node, name_column);
}

/* Sections that only components are about say nothing more. */
static bool is_shown(const struct sheet *sheet, uint32_t node)
{
    return sheet->chart->nodes[node].kind != PL_CHART_SECTION ||
           sheet->view.first_out[node] != PL_NONE ||
           sheet->view.first_gap[node] != PL_NONE;
}

static void add_kind(const struct sheet *sheet, uint32_t kind)
{
    const struct pl_chart *chart = sheet->chart;
    uint32_t node = chart->first_root[kind];
    if (node == PL_NONE) {
        return;
    }
    uint32_t roots = 0;
    for (uint32_t at = node; at != PL_NONE; at = chart->nodes[at].next) {
        roots += !chart->nodes[at].is_missing && is_shown(sheet, at);
    }
    if (roots == 0 && kind == PL_CHART_SECTION) {
        return;
    }
    pl_page_end_line(sheet->page);
    if (kind == PL_CHART_SECTION) {
        pl_page_add_number(sheet->page, PL_STYLE_HEADING, roots);
        pl_page_add_text(sheet->page, PL_STYLE_HEADING,
                         roots == 1 ? " other section" : " other sections");
    } else {
        pl_page_add(sheet->page, PL_STYLE_HEADING,
                    pl_chart_view_count(sheet->scratch, kind, roots));
    }
    pl_page_end_line(sheet->page);
    for (unsigned depth = 0; node != PL_NONE;
         node = pl_chart_view_next(&sheet->view, node, &depth)) {
        if (is_shown(sheet, node)) {
            add_node(sheet, node, depth);
        }
    }
}

static void add_list(const struct sheet *sheet, bool doubts, const char *title)
{
    const struct pl_chart *chart = sheet->chart;
    uint32_t count = pl_chart_view_gaps(chart, doubts);
    if (count == 0) {
        return;
    }
    pl_page_end_line(sheet->page);
    pl_page_add_number(sheet->page, PL_STYLE_HEADING, count);
    pl_page_add_text(sheet->page, PL_STYLE_HEADING, title);
    pl_page_end_line(sheet->page);
    for (uint32_t i = 0; i < chart->gaps_count; i++) {
        const struct pl_chart_gap *gap = &chart->gaps[i];
        if (pl_chart_gap_is_doubt(gap->kind) == doubts) {
            pl_margin_add_line(sheet->page, sheet->chart->plan, gap->offset);
            pl_page_pad(sheet->page, PL_MARGIN_TEXT);
            pl_page_wrap(sheet->page, PL_STYLE_BAD, PL_MARGIN_TEXT,
                         gap->message);
            pl_page_end_line(sheet->page);
        }
    }
}

static void add_title(const struct sheet *sheet)
{
    const struct pl_plan *plan = sheet->chart->plan;
    struct pl_page *page = sheet->page;
    pl_page_add_text(page, PL_STYLE_PATH, plan->source->path);
    if (plan->period.from != 0) {
        pl_page_add_text(page, PL_STYLE_DIM, "  period ");
        pl_page_add_number(page, PL_STYLE_DIM, plan->period.from);
        pl_page_add_text(page, PL_STYLE_DIM, "-");
        pl_page_add_number(page, PL_STYLE_DIM, plan->period.to);
    }
    pl_page_end_line(page);
    pl_str counts = pl_chart_view_counts(sheet->scratch, sheet->chart);
    if (counts.len == 0) {
        counts = pl_str_from(pl_chart_view_nothing);
    }
    pl_page_wrap(page, PL_STYLE_PLAIN, 0, counts);
    pl_page_end_line(page);
}

void pl_chart_text(struct pl_page *page, struct pl_arena *scratch,
                   const struct pl_chart *chart)
{
    struct sheet sheet = {page, scratch, chart,
                          pl_chart_view_of(scratch, chart)};
    add_title(&sheet);
    for (uint32_t kind = 0; kind < PL_CHART_KIND_COUNT; kind++) {
        add_kind(&sheet, kind);
    }
    add_list(&sheet, false, " missing");
    add_list(&sheet, true, " doubtful");
}
