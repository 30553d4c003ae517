/* The map for programs, as rules/schema/map.schema.json says. */
#include "plan/plan.h"
#include "report/chart/view.h"
#include "report/json_writer.h"
#include "text/source.h"

enum { FORM_VERSION = 1 };

struct writer {
    struct pl_json_writer *to;
    struct pl_arena *scratch;
    const struct pl_chart *chart;
};

static void write_label(const struct writer *writer, struct pl_label label)
{
    if (label.count == 0) {
        pl_write_null(writer->to, "label");
    } else {
        pl_write_str(writer->to, "label",
                     pl_label_text(writer->scratch, label));
    }
}

static void write_place(const struct writer *writer, uint32_t offset)
{
    const struct pl_plan *plan = writer->chart->plan;
    if (offset == PL_NONE) {
        pl_write_null(writer->to, "line");
        pl_write_null(writer->to, "address");
        return;
    }
    pl_write_size(writer->to, "line",
                  pl_lines_position(&plan->source->lines, offset).line);
    pl_write_str(writer->to, "address",
                 pl_plan_address(writer->scratch, plan, offset));
}

static void write_nodes(const struct writer *writer)
{
    const struct pl_chart *chart = writer->chart;
    pl_write_array(writer->to, "nodes", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < chart->nodes_count; i++) {
        const struct pl_chart_node *it = &chart->nodes[i];
        pl_write_object(writer->to, NULL, PL_JSON_INLINE);
        pl_write_size(writer->to, "id", i);
        pl_write_text(writer->to, "kind", pl_chart_kind_name(it->kind));
        write_label(writer, it->label);
        pl_write_str(writer->to, "name", it->name);
        pl_write_bool(writer->to, "missing", it->is_missing);
        write_place(writer, it->offset);
        pl_write_end(writer->to);
    }
    pl_write_end(writer->to);
}

static void begin_edge(const struct writer *writer, const char *kind,
                       uint32_t from, uint32_t to)
{
    pl_write_object(writer->to, NULL, PL_JSON_INLINE);
    pl_write_text(writer->to, "kind", kind);
    pl_write_size(writer->to, "from", from);
    pl_write_size(writer->to, "to", to);
}

static void write_parents(const struct writer *writer)
{
    const struct pl_chart *chart = writer->chart;
    for (uint32_t i = 0; i < chart->nodes_count; i++) {
        if (chart->nodes[i].parent != PL_NONE) {
            begin_edge(writer, "parent", chart->nodes[i].parent, i);
            write_place(writer, chart->nodes[i].offset);
            pl_write_end(writer->to);
        }
    }
}

static void write_links(const struct writer *writer)
{
    static const char *const kinds[] = {
        [PL_CHART_MENTION] = "mention",
        [PL_CHART_NAMING] = "name",
        [PL_CHART_ABOUT] = "section",
    };
    for (uint32_t i = 0; i < writer->chart->links_count; i++) {
        const struct pl_chart_link *it = &writer->chart->links[i];
        begin_edge(writer, kinds[it->kind], it->from, it->to);
        write_place(writer, it->offset);
        pl_write_end(writer->to);
    }
}

static void write_gaps(const struct writer *writer, const char *key,
                       bool doubts)
{
    const struct pl_chart *chart = writer->chart;
    pl_write_array(writer->to, key, PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < chart->gaps_count; i++) {
        const struct pl_chart_gap *it = &chart->gaps[i];
        if (pl_chart_gap_is_doubt(it->kind) == doubts) {
            pl_write_object(writer->to, NULL, PL_JSON_INLINE);
            pl_write_text(writer->to, "kind", pl_chart_gap_name(it->kind));
            pl_write_size(writer->to, "node", it->node);
            pl_write_str(writer->to, "message", it->message);
            write_place(writer, it->offset);
            pl_write_end(writer->to);
        }
    }
    pl_write_end(writer->to);
}

static void write_period(const struct writer *writer)
{
    const struct pl_years *period = &writer->chart->plan->period;
    if (period->from == 0) {
        pl_write_null(writer->to, "period");
        return;
    }
    pl_write_object(writer->to, "period", PL_JSON_INLINE);
    pl_write_size(writer->to, "from", period->from);
    pl_write_size(writer->to, "to", period->to);
    pl_write_end(writer->to);
}

void pl_chart_json(struct pl_buf *out, struct pl_arena *scratch,
                   const struct pl_chart *chart)
{
    struct pl_json_writer to = pl_json_writer_to(out);
    struct writer writer = {&to, scratch, chart};
    const struct pl_source *source = chart->plan->source;
    pl_write_object(&to, NULL, PL_JSON_LAID_OUT);
    pl_write_size(&to, "version", FORM_VERSION);
    pl_write_text(&to, "path", source->path);
    pl_write_text(&to, "format", pl_format_name(source->format));
    write_period(&writer);
    write_nodes(&writer);
    pl_write_array(&to, "edges", PL_JSON_LAID_OUT);
    write_parents(&writer);
    write_links(&writer);
    pl_write_end(&to);
    write_gaps(&writer, "missing", false);
    write_gaps(&writer, "doubtful", true);
    pl_write_end(&to);
    pl_buf_add_char(out, '\n');
}
