/* The map as a page: what is missing, the drawing, the matrix, all parts.
 * Nothing from outside, no script, light and dark; well-formed as XML, too. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "plan/plan.h"
#include "report/chart/markup.h"
#include "report/chart/matrix.h"
#include "report/chart/svg.h"
#include "report/chart/words.h"
#include "text/source.h"

enum {
    MOST_PLACES = 4,   /* in a cell */
    MOST_MENTIONS = 8, /* of a part */
};

static const char style[] =
    "<style>"
    ":root{color-scheme:light dark}"
    "body{margin:0 auto;padding:1.5rem;max-width:110rem;color:#1f2328;"
    "background:#fff;font:15px/1.5 system-ui,\"Segoe UI\",\"Helvetica Neue\","
    "Arial,sans-serif}"
    "h1{font-size:1.5rem;margin:0;overflow-wrap:anywhere}"
    "h2{font-size:1.15rem;margin:2rem 0 .5rem}"
    "h3{font-size:1rem;margin:1rem 0 .25rem}"
    "ul.tree strong{font-weight:600}"
    "header p{margin:.25rem 0 0;color:#59636e}"
    ".at{color:#59636e;font-size:.87em;margin-left:.5em}"
    ".lack{color:#b3261e;font-weight:600}"
    ".scroll{overflow:auto;border:1px solid #d1d9e0;border-radius:6px}"
    ".scroll svg{display:block}"
    ".gaps{border-left:4px solid #b3261e;margin:0;padding:.25rem 0 .25rem "
    "2rem}"
    "table{border-collapse:collapse;font-size:.87em}"
    "th,td{border:1px solid #d1d9e0;padding:.3rem .5rem;text-align:left;"
    "vertical-align:top}"
    "thead th{vertical-align:bottom;min-width:6rem;max-width:12rem;"
    "font-weight:600}"
    "tbody th{font-weight:400;min-width:14rem;max-width:22rem}"
    "td{white-space:nowrap}"
    "td em{color:#59636e}"
    "tr.child th{padding-left:1.75rem}"
    "ul.tree,ul.tree ul{list-style:none;padding-left:1.25rem;margin:.15rem 0}"
    "ul.tree{padding-left:0}"
    "ul.tree li{margin:.15rem 0}"
    ".links{color:#59636e;font-size:.87em;display:block;padding-left:1.25rem}"
    "@media (prefers-color-scheme:dark){"
    "body{color:#e6edf3;background:#0d1117}"
    "header p,.at,.links,td em{color:#9198a1}"
    ".lack{color:#ff8f85}.gaps{border-color:#ff8f85}"
    ".scroll,th,td{border-color:#3d444d}"
    "}"
    "@media print{.scroll{overflow:visible;border:0}.scroll svg{width:100%;"
    "height:auto}}"
    "</style>\n";

struct page {
    struct pl_buf *out;
    struct pl_arena *scratch;
    const struct pl_chart *chart;
    struct pl_chart_view view;
};

static void add(const struct page *page, const char *markup)
{
    pl_buf_add_text(page->out, markup);
}

/* A title as a sentence begins. */
static void add_title(const struct page *page, uint32_t node)
{
    pl_str title = pl_chart_node_title(page->scratch, page->chart, node);
    char first = pl_to_upper(title.data[0]);
    pl_markup_add(page->out, (pl_str){&first, 1});
    pl_markup_add(page->out, pl_str_slice(title, 1, title.len));
}

static void add_address(const struct page *page, pl_str address,
                        uint32_t offset)
{
    const struct pl_lines *lines = &page->chart->plan->source->lines;
    add(page, "<span class=\"at\">");
    pl_markup_add(page->out, address);
    pl_buf_addf(page->out, "%sline %zu</span>", address.len > 0 ? ", " : "",
                pl_lines_position(lines, offset).line);
}

static void add_place(const struct page *page, uint32_t offset)
{
    add_address(page, pl_plan_address(page->scratch, page->chart->plan, offset),
                offset);
}

/* ----- what is missing ----- */

static void add_gaps(const struct page *page, bool doubts, const char *title)
{
    const struct pl_chart *chart = page->chart;
    uint32_t count = pl_chart_view_gaps(chart, doubts);
    if (count == 0) {
        return;
    }
    pl_buf_addf(page->out, "<section>\n<h2>%u %s</h2>\n<ul class=\"gaps\">\n",
                (unsigned)count, title);
    for (uint32_t i = 0; i < chart->gaps_count; i++) {
        const struct pl_chart_gap *gap = &chart->gaps[i];
        if (pl_chart_gap_is_doubt(gap->kind) == doubts) {
            add(page, "<li>");
            pl_markup_add(page->out, gap->message);
            add_place(page, gap->offset);
            add(page, "</li>\n");
        }
    }
    add(page, "</ul>\n</section>\n");
}

/* ----- the matrix ----- */

static void add_columns(const struct page *page,
                        const struct pl_chart_matrix *matrix)
{
    add(page, "<thead><tr><td></td>");
    for (uint32_t i = 0; i < matrix->columns.count; i++) {
        add(page, "<th scope=\"col\">");
        add_title(page, matrix->columns.items[i]);
        add(page, "</th>");
    }
    add(page, "</tr></thead>\n");
}

static void add_mention(const struct page *page,
                        const struct pl_chart_link *link, uint32_t column)
{
    bool is_named = link->kind == PL_CHART_NAMING;
    add(page, is_named ? "<em>" : "");
    if (link->from != column) {
        add_title(page, link->from);
        add(page, ": ");
    }
    pl_str address =
        pl_plan_address(page->scratch, page->chart->plan, link->offset);
    pl_markup_add(page->out, address);
    add(page, is_named ? "</em>" : "");
}

static void add_cell(const struct page *page,
                     const struct pl_chart_matrix *matrix, uint32_t column)
{
    uint32_t count = 0;
    add(page, "<td>");
    for (uint32_t at = matrix->first[column]; at != PL_NONE;
         at = matrix->next[at]) {
        if (++count <= MOST_PLACES) {
            add(page, count > 1 ? "<br/>" : "");
            add_mention(page, &page->chart->links[at],
                        matrix->columns.items[column]);
        }
    }
    if (count > MOST_PLACES) {
        pl_buf_addf(page->out, "<br/>and %u more",
                    (unsigned)(count - MOST_PLACES));
    }
    add(page, "</td>");
}

static void add_row(const struct page *page, struct pl_chart_matrix *matrix,
                    uint32_t row)
{
    const struct pl_chart_node *it =
        &page->chart->nodes[matrix->rows.items[row]];
    pl_chart_matrix_read_row(matrix, row);
    add(page, it->parent == PL_NONE ? "<tr><th scope=\"row\">"
                                    : "<tr class=\"child\"><th scope=\"row\">");
    add_title(page, matrix->rows.items[row]);
    if (it->label.count > 0) {
        add(page, it->is_missing ? " <span class=\"lack\">" : " ");
        pl_markup_add(page->out, pl_chart_words_visible(
                                     page->scratch, pl_chart_view_name(it)));
        add(page, it->is_missing ? "</span>" : "");
    }
    add(page, "</th>");
    for (uint32_t i = 0; i < matrix->columns.count; i++) {
        add_cell(page, matrix, i);
    }
    add(page, "</tr>\n");
}

static void add_hidden(const struct page *page, uint32_t count,
                       const char *what)
{
    if (count > 0) {
        pl_buf_addf(page->out, "<p>%u more %s are left out.</p>\n",
                    (unsigned)count, what);
    }
}

/* "Not mentioned: target 1.3, target 1.4." */
static void add_others(const struct page *page,
                       const struct pl_chart_nodes *nodes, const char *lead)
{
    if (nodes->count == 0) {
        return;
    }
    pl_buf_addf(page->out, "<p>%s", lead);
    for (uint32_t i = 0; i < nodes->count; i++) {
        add(page, i > 0 ? ", " : " ");
        pl_markup_add(page->out, pl_chart_node_title(page->scratch, page->chart,
                                                     nodes->items[i]));
    }
    if (nodes->hidden > 0) {
        pl_buf_addf(page->out, " and %u more", (unsigned)nodes->hidden);
    }
    add(page, ".</p>\n");
}

static void add_matrix(const struct page *page)
{
    struct pl_chart_matrix matrix =
        pl_chart_matrix_of(page->scratch, &page->view);
    add(page, "<section>\n<h2 id=\"matrix\">What is mentioned where</h2>\n");
    if (matrix.rows.count == 0 || matrix.columns.count == 0) {
        add(page, "<p>No part of the plan mentions another.</p>\n</section>\n");
        return;
    }
    add(page, "<p>Where only a name stands, without a number, the place is in "
              "<em>italics</em>.</p>\n<div class=\"scroll\" tabindex=\"0\" "
              "role=\"region\" aria-labelledby=\"matrix\">\n<table>\n");
    add_columns(page, &matrix);
    add(page, "<tbody>\n");
    for (uint32_t i = 0; i < matrix.rows.count; i++) {
        add_row(page, &matrix, i);
    }
    add(page, "</tbody>\n</table>\n</div>\n");
    add_hidden(page, matrix.rows.hidden, "rows");
    add_hidden(page, matrix.columns.hidden, "columns");
    add_others(page, &matrix.unmentioned, "Not mentioned:");
    add_others(page, &matrix.silent, "Without a mention of another part:");
    add(page, "</section>\n");
}

/* ----- all parts ----- */

/* What a node mentions, or of a component the section about it. */
static void add_mentions(const struct page *page, uint32_t node)
{
    uint32_t last = PL_NONE;
    uint32_t count = 0;
    for (uint32_t at = page->view.first_out[node]; at != PL_NONE;
         at = page->view.next_out[at]) {
        const struct pl_chart_link *link = &page->chart->links[at];
        if (link->to != last && ++count <= MOST_MENTIONS) {
            const char *lead =
                link->kind == PL_CHART_ABOUT ? "described in " : "mentions ";
            add(page, count == 1 ? "<span class=\"links\">" : ", ");
            add(page, count == 1 ? lead : "");
            pl_markup_add(page->out, pl_chart_node_title(
                                         page->scratch, page->chart, link->to));
        }
        last = link->to;
    }
    if (count > MOST_MENTIONS) {
        pl_buf_addf(page->out, " and %u more",
                    (unsigned)(count - MOST_MENTIONS));
    }
    add(page, count > 0 ? "</span>" : "");
}

static void add_part(const struct page *page, uint32_t node)
{
    const struct pl_chart_node *it = &page->chart->nodes[node];
    bool is_numbered = it->label.count > 0 && it->kind != PL_CHART_SECTION;
    bool is_bare = it->is_missing && !is_numbered; /* "no targets" */
    add(page, it->is_missing ? "<span class=\"lack\">" : "");
    if (!is_bare) {
        add(page, "<strong>");
        add_title(page, node);
        add(page, is_numbered ? "</strong> " : "</strong>");
    }
    if (is_numbered || is_bare) {
        pl_markup_add(page->out, pl_chart_words_visible(
                                     page->scratch, pl_chart_view_name(it)));
    }
    add(page, it->is_missing ? "</span>" : "");
    if (!it->is_missing) {
        add_address(page, pl_chart_view_place(page->scratch, page->chart, node),
                    it->offset);
    }
    for (uint32_t at = page->view.first_gap[node];
         at != PL_NONE && !it->is_missing; at = page->view.next_gap[at]) {
        add(page, " <span class=\"lack\">");
        pl_markup_add(page->out, page->chart->gaps[at].shorthand);
        add(page, "</span>");
    }
    add_mentions(page, node);
}

static void close_lists(const struct page *page, unsigned from, unsigned to)
{
    for (unsigned depth = from; depth > to; depth--) {
        add(page, "</li>\n</ul>\n");
    }
}

static void add_tree(const struct page *page, uint32_t kind)
{
    uint32_t node = page->chart->first_root[kind];
    unsigned depth = 0;
    unsigned last = 0;
    uint32_t roots = 0;
    for (uint32_t at = node; at != PL_NONE; at = page->chart->nodes[at].next) {
        roots += !page->chart->nodes[at].is_missing;
    }
    add(page, "<h3>");
    pl_markup_add(page->out, pl_chart_view_count(page->scratch, kind, roots));
    add(page, "</h3>\n<ul class=\"tree\">\n");
    for (bool is_first = true; node != PL_NONE; is_first = false) {
        if (depth > last) {
            add(page, "\n<ul>\n");
        } else {
            close_lists(page, last, depth);
            add(page, is_first ? "" : "</li>\n");
        }
        add(page, "<li>");
        add_part(page, node);
        last = depth;
        node = pl_chart_view_next(&page->view, node, &depth);
    }
    close_lists(page, last, 0);
    add(page, "</li>\n</ul>\n");
}

static void add_parts(const struct page *page)
{
    add(page, "<section>\n<h2>All parts</h2>\n");
    for (uint32_t kind = 0; kind < PL_CHART_SECTION; kind++) {
        if (page->chart->first_root[kind] != PL_NONE) {
            add_tree(page, kind);
        }
    }
    add(page, "</section>\n");
}

/* ----- the page ----- */

static void add_head(const struct page *page)
{
    const struct pl_plan *plan = page->chart->plan;
    add(page, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
              "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" "
              "content=\"width=device-width, initial-scale=1\"/>\n"
              "<title>Map of ");
    pl_markup_add_text(page->out, plan->source->path);
    add(page, "</title>\n");
    add(page, style);
    add(page, "</head>\n<body>\n<header>\n<h1>Map of ");
    pl_markup_add_text(page->out, plan->source->path);
    add(page, "</h1>\n<p>");
    pl_str counts = pl_chart_view_counts(page->scratch, page->chart);
    pl_markup_add(page->out,
                  counts.len > 0 ? counts : pl_str_from(pl_chart_view_nothing));
    if (plan->period.from != 0) {
        pl_buf_addf(page->out, "; period %u-%u", (unsigned)plan->period.from,
                    (unsigned)plan->period.to);
    }
    add(page, "</p>\n</header>\n<main>\n");
}

static void add_drawing(const struct page *page)
{
    add(page, "<section>\n<h2 id=\"graph\">How it hangs together</h2>\n"
              "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
              "aria-labelledby=\"graph\">\n");
    pl_chart_svg_add(page->out, page->scratch, &page->view);
    add(page, "</div>\n</section>\n");
}

void pl_chart_html(struct pl_buf *out, struct pl_arena *scratch,
                   const struct pl_chart *chart)
{
    struct page page = {out, scratch, chart, pl_chart_view_of(scratch, chart)};
    add_head(&page);
    if (!pl_chart_is_empty(chart)) {
        add_gaps(&page, false, "missing");
        add_gaps(&page, true, "doubtful");
        add_drawing(&page);
        add_matrix(&page);
        add_parts(&page);
    }
    add(&page, "</main>\n</body>\n</html>\n");
}
