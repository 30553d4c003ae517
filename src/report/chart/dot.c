/* The map for Graphviz: dot -Tsvg. */
#include "base/buf.h"
#include "plan/plan.h"
#include "report/chart/view.h"
#include "report/chart/words.h"
#include "text/source.h"

enum { COLUMNS = 30, MOST_LINES = 4 };

struct writer {
    struct pl_buf *out;
    struct pl_arena *scratch;
    const struct pl_chart *chart;
    struct pl_chart_view view;
};

/* Inside quotes; Graphviz reads entities there, too. */
static void add_escaped(struct pl_buf *out, pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '"' || c == '\\') {
            pl_buf_add_char(out, '\\');
        }
        if (c == '&') {
            pl_buf_add_text(out, "&amp;");
        } else {
            pl_buf_add_char(out, c);
        }
    }
}

/* A name in a few lines. */
static void add_wrapped(const struct writer *writer, pl_str text)
{
    pl_str rest = pl_chart_words_visible(writer->scratch, text);
    for (uint32_t i = 0; i < MOST_LINES && rest.len > 0; i++) {
        bool is_last = i + 1 == MOST_LINES;
        struct pl_chart_line line =
            pl_chart_words_line(&rest, PL_CHART_UNIT_COLUMN, COLUMNS, is_last);
        pl_buf_add_text(writer->out, i > 0 ? "\\n" : "");
        add_escaped(writer->out, line.text);
        pl_buf_add_text(writer->out, line.is_cut ? "…" : "");
    }
}

static void add_address(const struct writer *writer, uint32_t offset)
{
    pl_str address =
        pl_plan_address(writer->scratch, writer->chart->plan, offset);
    add_escaped(writer->out, pl_chart_words_visible(writer->scratch, address));
}

static void add_node(const struct writer *writer, uint32_t node)
{
    const struct pl_chart_node *it = &writer->chart->nodes[node];
    struct pl_buf *out = writer->out;
    pl_buf_addf(out, "    n%u [label=\"%s", (unsigned)node,
                pl_chart_kind_name(it->kind));
    if (it->label.count > 0) {
        pl_buf_add_char(out, ' ');
        pl_label_write(out, it->label);
    }
    pl_buf_add_text(out, "\\n");
    if (it->is_missing) {
        add_wrapped(writer, pl_chart_view_name(it));
        pl_buf_add_text(out, "\", class=\"missing\", style=\"dashed\", "
                             "color=\"#b3261e\", fontcolor=\"#b3261e\"];\n");
        return;
    }
    add_wrapped(writer, it->name);
    pl_buf_add_text(out, "\", tooltip=\"");
    add_address(writer, it->offset);
    pl_buf_addf(out, "\", class=\"%s\"];\n", pl_chart_kind_name(it->kind));
}

/* What is wrong with a node that is there is a node of its own. */
static void add_gap(const struct writer *writer, uint32_t gap)
{
    const struct pl_chart_gap *it = &writer->chart->gaps[gap];
    if (writer->chart->nodes[it->node].is_missing) {
        return;
    }
    pl_buf_addf(writer->out, "  g%u [label=\"", (unsigned)gap);
    add_escaped(writer->out,
                pl_chart_words_visible(writer->scratch, it->shorthand));
    pl_buf_add_text(writer->out, "\", class=\"missing\", shape=plain, "
                                 "fontcolor=\"#b3261e\"];\n");
    pl_buf_addf(writer->out,
                "  n%u -> g%u [style=dashed, color=\"#b3261e\", "
                "arrowhead=none];\n",
                (unsigned)it->node, (unsigned)gap);
}

static void add_kind(const struct writer *writer, uint32_t kind)
{
    const struct pl_chart *chart = writer->chart;
    bool is_open = false;
    for (uint32_t i = 0; i < chart->nodes_count; i++) {
        if (chart->nodes[i].kind != kind) {
            continue;
        }
        if (!is_open) {
            pl_buf_addf(writer->out, "  subgraph \"%s\" {\n    rank=same;\n",
                        pl_chart_kind_plural(kind));
            is_open = true;
        }
        add_node(writer, i);
    }
    pl_buf_add_text(writer->out, is_open ? "  }\n" : "");
}

static void add_parents(const struct writer *writer)
{
    const struct pl_chart *chart = writer->chart;
    for (uint32_t i = 0; i < chart->nodes_count; i++) {
        if (chart->nodes[i].parent != PL_NONE) {
            pl_buf_addf(writer->out, "  n%u -> n%u%s;\n",
                        (unsigned)chart->nodes[i].parent, (unsigned)i,
                        chart->nodes[i].is_missing
                            ? " [style=dashed, color=\"#b3261e\"]"
                            : "");
        }
    }
}

/* One edge for all places where one node mentions another. */
static void add_links(const struct writer *writer)
{
    static const char *const styles[] = {
        [PL_CHART_MENTION] = "dashed",
        [PL_CHART_NAMING] = "dotted",
        [PL_CHART_ABOUT] = "solid",
    };
    const struct pl_chart *chart = writer->chart;
    for (uint32_t i = 0; i < chart->links_count;) {
        const struct pl_chart_link *it = &chart->links[i];
        pl_buf_addf(writer->out,
                    "  n%u -> n%u [style=%s, constraint=false, "
                    "color=\"#3b6ea5\", tooltip=\"",
                    (unsigned)it->from, (unsigned)it->to, styles[it->kind]);
        add_address(writer, it->offset);
        uint32_t first = i;
        while (i < chart->links_count && chart->links[i].from == it->from &&
               chart->links[i].to == it->to) {
            i++;
        }
        if (i - first > 1) {
            pl_buf_addf(writer->out, " and %u more", (unsigned)(i - first - 1));
        }
        pl_buf_add_text(writer->out, "\"];\n");
    }
}

static void add_all(const struct writer *writer)
{
    const struct pl_chart *chart = writer->chart;
    for (uint32_t kind = 0; kind < PL_CHART_KIND_COUNT; kind++) {
        add_kind(writer, kind);
    }
    for (uint32_t i = 0; i < chart->gaps_count; i++) {
        add_gap(writer, i);
    }
    add_parents(writer);
    add_links(writer);
}

void pl_chart_dot(struct pl_buf *out, struct pl_arena *scratch,
                  const struct pl_chart *chart)
{
    struct writer writer = {out, scratch, chart,
                            pl_chart_view_of(scratch, chart)};
    pl_str path = pl_str_from(chart->plan->source->path);
    pl_buf_add_text(out, "digraph plan {\n  label=\"");
    add_escaped(out, pl_chart_words_visible(scratch, path));
    pl_buf_add_text(out, "\";\n  labelloc=t;\n  rankdir=LR;\n  ranksep=0.8;\n"
                         "  node [shape=box, fontname=\"sans-serif\", "
                         "fontsize=10];\n  edge [arrowsize=0.6];\n");
    if (pl_chart_is_empty(chart)) {
        pl_buf_addf(out, "  nothing [shape=plain, label=\"%s\"];\n",
                    pl_chart_view_nothing);
    }
    add_all(&writer);
    pl_buf_add_text(out, "}\n");
}
