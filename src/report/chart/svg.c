/* The map as a drawing: nothing from outside, no script, light and dark. */
#include "report/chart/svg.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/chars.h"
#include "plan/plan.h"
#include "report/chart/layout.h"
#include "report/chart/markup.h"
#include "report/chart/words.h"
#include "text/source.h"

enum {
    HUES = 6,
    PLACE_WIDTH = 130,
    MOST_GAPS = 40, /* in the description */
};

static const char style[] =
    "<style>"
    ".paper{fill:#fff}"
    "text{fill:#1f2328}"
    ".caption{font-size:15px;font-weight:600}"
    ".box rect{fill:#f6f8fa;stroke:#59636e;stroke-width:1}"
    ".head{font-weight:600}"
    ".place{fill:#59636e;font-size:10.5px}"
    ".box .bad,.missing .head{fill:#b3261e;font-weight:600}"
    ".missing rect{fill:#fff5f4;stroke:#b3261e;stroke-width:1.5;"
    "stroke-dasharray:5 3}"
    ".rest rect{fill:none;stroke:#59636e;stroke-dasharray:2 3}"
    ".hue0 .head{fill:#0b57a4}.hue0 rect{fill:#eef5fc;stroke:#0b57a4}"
    ".hue1 .head{fill:#11693a}.hue1 rect{fill:#eef8f1;stroke:#11693a}"
    ".hue2 .head{fill:#7a4b00}.hue2 rect{fill:#fdf6e7;stroke:#9a6700}"
    ".hue3 .head{fill:#6b2fa0}.hue3 rect{fill:#f7f1fc;stroke:#6b2fa0}"
    ".hue4 .head{fill:#00606b}.hue4 rect{fill:#ebf7f8;stroke:#00727f}"
    ".hue5 .head{fill:#8a2457}.hue5 rect{fill:#fcf0f5;stroke:#8a2457}"
    ".lacks rect{stroke:#b3261e;stroke-width:1.5}"
    ".path{fill:none;stroke:#8c959f;stroke-width:1.3}"
    ".path.lost{stroke:#b3261e;stroke-dasharray:5 3}"
    ".path.mention{stroke:#0969da;stroke-width:1.5}"
    ".path.naming{stroke:#0969da;stroke-width:1.2;stroke-dasharray:2 3}"
    ".tip{fill:#0969da}"
    "@media (prefers-color-scheme:dark){"
    ".paper{fill:#0d1117}"
    "text{fill:#e6edf3}"
    ".box rect{fill:#161b22;stroke:#8d96a0}"
    ".place{fill:#9198a1}"
    ".box .bad,.missing .head{fill:#ff8f85}"
    ".missing rect{fill:#2d1514;stroke:#ff8f85}"
    ".hue0 .head{fill:#79b8ff}.hue0 rect{fill:#0f2135;stroke:#4a8fd6}"
    ".hue1 .head{fill:#6fd49a}.hue1 rect{fill:#0f2a1b;stroke:#3f9b68}"
    ".hue2 .head{fill:#e3b341}.hue2 rect{fill:#2b2207;stroke:#a8842c}"
    ".hue3 .head{fill:#cfa8f5}.hue3 rect{fill:#251833;stroke:#9166bd}"
    ".hue4 .head{fill:#6ccfd9}.hue4 rect{fill:#0a282c;stroke:#3c949e}"
    ".hue5 .head{fill:#f2a0c4}.hue5 rect{fill:#301423;stroke:#b5608a}"
    ".lacks rect{stroke:#ff8f85}"
    ".path{stroke:#6e7681}"
    ".path.lost{stroke:#ff8f85}"
    ".path.mention,.path.naming{stroke:#58a6ff}"
    ".tip{fill:#58a6ff}"
    "}"
    "</style>\n";

struct drawing {
    struct pl_buf *out;
    struct pl_arena *scratch;
    const struct pl_chart_view *view;
    struct pl_chart_layout layout;
};

static void add_label(const struct drawing *drawing, const char *x, int from,
                      int y, const char *class)
{
    pl_buf_addf(drawing->out, "<text x=\"%d\" y=\"%d\" class=\"%s\"%s>", from,
                y, class, x);
}

/* ----- lines ----- */

static void add_curve(struct pl_buf *out, struct pl_chart_point a,
                      struct pl_chart_point b)
{
    int middle = (a.x + b.x) / 2;
    pl_buf_addf(out, "C%d %d %d %d %d %d", middle, a.y, middle, b.y, b.x, b.y);
}

/* Out to the right and back: between boxes of one column. */
static void add_bow(struct pl_buf *out, struct pl_chart_point a,
                    struct pl_chart_point b)
{
    int distance = a.y < b.y ? b.y - a.y : a.y - b.y;
    int width = 16 + distance / 12;
    int x = a.x + (width < 46 ? width : 46);
    pl_buf_addf(out, "C%d %d %d %d %d %d", x, a.y, x, b.y, b.x, b.y);
}

static void add_path(const struct drawing *drawing,
                     const struct pl_chart_path *path)
{
    static const char *const classes[] = {
        [PL_CHART_PATH_PARENT] = "path",
        [PL_CHART_PATH_MISSING] = "path lost",
        [PL_CHART_PATH_MENTION] = "path mention",
        [PL_CHART_PATH_NAMING] = "path naming",
    };
    const struct pl_chart_point *points =
        drawing->layout.points + path->first_point;
    struct pl_buf *out = drawing->out;
    bool has_tip = path->kind == PL_CHART_PATH_MENTION ||
                   path->kind == PL_CHART_PATH_NAMING;
    pl_buf_addf(out, "<path class=\"%s\"%s d=\"M%d %d", classes[path->kind],
                has_tip ? " marker-end=\"url(#tip)\"" : "", points[0].x,
                points[0].y);
    for (uint32_t i = 1; i < path->point_count; i++) {
        if (i % 2 == 0) {
            pl_buf_addf(out, "H%d", points[i].x);
        } else if (points[i].x == points[i - 1].x) {
            add_bow(out, points[i - 1], points[i]);
        } else {
            add_curve(out, points[i - 1], points[i]);
        }
    }
    pl_buf_add_text(out, "\"/>\n");
}

/* ----- boxes ----- */

static void add_title(const struct drawing *drawing,
                      const struct pl_chart_node *node)
{
    struct pl_buf *out = drawing->out;
    pl_buf_add_text(out, "<title>");
    pl_markup_add(out, pl_chart_words_visible(drawing->scratch, node->name));
    if (node->offset != PL_NONE) {
        pl_buf_add_text(out, node->name.len > 0 ? "\n" : "");
        pl_markup_add(out, pl_plan_address(drawing->scratch,
                                           drawing->view->chart->plan,
                                           node->offset));
    }
    pl_buf_add_text(out, "</title>");
}

/* "Target 1.2" */
static void add_head(const struct drawing *drawing,
                     const struct pl_chart_box *box)
{
    struct pl_buf *out = drawing->out;
    add_label(drawing, "", box->x + PL_CHART_BOX_PAD, box->y + 17, "head");
    if (box->node == PL_NONE) {
        pl_buf_addf(out, "and %u more", (unsigned)box->hidden);
    } else {
        const struct pl_chart_node *node =
            &drawing->view->chart->nodes[box->node];
        const char *kind = pl_chart_kind_name(node->kind);
        pl_buf_add_char(out, pl_to_upper(kind[0]));
        pl_buf_add_text(out, kind + 1);
        pl_buf_add_text(out, node->label.count > 0 ? " " : "");
        pl_label_write(out, node->label);
    }
    pl_buf_add_text(out, "</text>");
}

static void add_place(const struct drawing *drawing,
                      const struct pl_chart_box *box)
{
    pl_str place =
        pl_chart_view_place(drawing->scratch, drawing->view->chart, box->node);
    if (place.len == 0) {
        return;
    }
    pl_str rest = pl_chart_words_visible(drawing->scratch, place);
    struct pl_chart_line line =
        pl_chart_words_line(&rest, PL_CHART_UNIT_PIXEL, PLACE_WIDTH, true);
    add_label(drawing, " text-anchor=\"end\"",
              box->x + PL_CHART_BOX_WIDTH - PL_CHART_BOX_PAD, box->y + 17,
              "place");
    pl_markup_add(drawing->out, line.text);
    pl_buf_add_text(drawing->out, line.is_cut ? "…</text>" : "</text>");
}

static void add_lines(const struct drawing *drawing,
                      const struct pl_chart_box *box)
{
    for (uint32_t i = 0; i < box->line_count; i++) {
        bool is_bad = i + box->bad_count >= box->line_count;
        int y = box->y + PL_CHART_HEAD_LINE + 10 + PL_CHART_TEXT_LINE * (int)i;
        add_label(drawing, "", box->x + PL_CHART_BOX_PAD, y,
                  is_bad ? "bad" : "name");
        pl_markup_add(drawing->out, drawing->layout.lines[box->first_line + i]);
        pl_buf_add_text(drawing->out, "</text>");
    }
}

static const char *class_of(const struct drawing *drawing,
                            const struct pl_chart_box *box)
{
    if (box->node == PL_NONE) {
        return "rest";
    }
    if (drawing->view->chart->nodes[box->node].is_missing) {
        return "missing";
    }
    const char *lacks = box->bad_count > 0 ? " lacks" : "";
    if (box->kind == PL_CHART_SECTION) {
        return box->bad_count > 0 ? "lacks" : "section";
    }
    return pl_arena_printf(drawing->scratch, "hue%u%s",
                           (unsigned)(box->hue % HUES), lacks);
}

static void add_box(const struct drawing *drawing,
                    const struct pl_chart_box *box)
{
    struct pl_buf *out = drawing->out;
    pl_buf_addf(out, "<g class=\"box %s\">", class_of(drawing, box));
    if (box->node != PL_NONE) {
        add_title(drawing, &drawing->view->chart->nodes[box->node]);
    }
    pl_buf_addf(out,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" "
                "rx=\"5\"/>",
                box->x, box->y, PL_CHART_BOX_WIDTH, box->height);
    add_head(drawing, box);
    if (box->node != PL_NONE) {
        add_place(drawing, box);
    }
    add_lines(drawing, box);
    pl_buf_add_text(out, "</g>\n");
}

/* ----- the whole ----- */

static bool has_path(const struct drawing *drawing,
                     enum pl_chart_path_kind kind)
{
    for (uint32_t i = 0; i < drawing->layout.paths_count; i++) {
        if (drawing->layout.paths[i].kind == kind) {
            return true;
        }
    }
    return false;
}

/* What the lines mean; only those that there are. */
static void add_legend(const struct drawing *drawing)
{
    static const struct {
        enum pl_chart_path_kind kind;
        const char *class;
        const char *text;
        int width;
    } rows[] = {
        {PL_CHART_PATH_PARENT, "path", "stands under", 130},
        {PL_CHART_PATH_MENTION, "path mention", "mentions, by number", 172},
        {PL_CHART_PATH_NAMING, "path naming", "mentions, by name alone", 194},
        {PL_CHART_PATH_MISSING, "path lost", "is missing", 120},
    };
    int x = PL_CHART_LEFT;
    int y = drawing->layout.height - 14;
    for (size_t i = 0; i < PL_COUNT(rows); i++) {
        if (!has_path(drawing, rows[i].kind)) {
            continue;
        }
        bool has_tip = rows[i].kind == PL_CHART_PATH_MENTION ||
                       rows[i].kind == PL_CHART_PATH_NAMING;
        pl_buf_addf(drawing->out, "<path class=\"%s\"%s d=\"M%d %dh28\"/>",
                    rows[i].class, has_tip ? " marker-end=\"url(#tip)\"" : "",
                    x, y - 4);
        add_label(drawing, "", x + 36, y, "place");
        pl_buf_addf(drawing->out, "%s</text>\n", rows[i].text);
        x += rows[i].width;
    }
    if (drawing->layout.hidden_links > 0) {
        add_label(drawing, "", x, y, "place");
        pl_buf_addf(drawing->out, "%u more mentions are not drawn</text>\n",
                    (unsigned)drawing->layout.hidden_links);
    }
}

static void add_description(const struct drawing *drawing)
{
    const struct pl_chart *chart = drawing->view->chart;
    struct pl_buf *out = drawing->out;
    pl_buf_add_text(out, "<title id=\"map-title\">Map of ");
    pl_markup_add_text(out, chart->plan->source->path);
    pl_buf_add_text(out, "</title>\n<desc id=\"map-desc\">");
    pl_str counts = pl_chart_view_counts(drawing->scratch, chart);
    pl_markup_add(out,
                  counts.len > 0 ? counts : pl_str_from(pl_chart_view_nothing));
    for (uint32_t i = 0; i < chart->gaps_count && i < MOST_GAPS; i++) {
        pl_buf_add_text(out, "; ");
        pl_markup_add(out, chart->gaps[i].message);
    }
    if (chart->gaps_count > MOST_GAPS) {
        pl_buf_addf(out, "; and %u more gaps",
                    (unsigned)(chart->gaps_count - MOST_GAPS));
    }
    pl_buf_add_text(out, "</desc>\n");
}

static void add_captions(const struct drawing *drawing)
{
    for (uint32_t i = 0; i < drawing->layout.captions_count; i++) {
        const struct pl_chart_caption *it = &drawing->layout.captions[i];
        add_label(drawing, "", it->x, it->y, "caption");
        pl_markup_add(drawing->out, it->text);
        pl_buf_add_text(drawing->out, "</text>\n");
    }
    if (drawing->layout.boxes_count == 0) {
        add_label(drawing, "", PL_CHART_BOX_PAD, 32, "name");
        pl_markup_add_text(drawing->out, pl_chart_view_nothing);
        pl_buf_add_text(drawing->out, "</text>\n");
    }
}

void pl_chart_svg_add(struct pl_buf *out, struct pl_arena *scratch,
                      const struct pl_chart_view *view)
{
    struct drawing drawing = {out, scratch, view,
                              pl_chart_layout_of(scratch, view)};
    const struct pl_chart_layout *layout = &drawing.layout;
    pl_buf_addf(out,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
                "height=\"%d\" viewBox=\"0 0 %d %d\" font-size=\"12\" "
                "font-family=\"Helvetica Neue, Helvetica, Arial, Liberation "
                "Sans, sans-serif\" role=\"img\" "
                "aria-labelledby=\"map-title map-desc\">\n",
                layout->width, layout->height, layout->width, layout->height);
    add_description(&drawing);
    pl_buf_add_text(out, style);
    pl_buf_add_text(out,
                    "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" "
                    "refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
                    "markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
                    "<path class=\"tip\" d=\"M0 0L8 4L0 8z\"/></marker>"
                    "</defs>\n");
    pl_buf_addf(out, "<rect class=\"paper\" width=\"%d\" height=\"%d\"/>\n",
                layout->width, layout->height);
    for (uint32_t i = 0; i < layout->paths_count; i++) {
        add_path(&drawing, &layout->paths[i]);
    }
    for (uint32_t i = 0; i < layout->boxes_count; i++) {
        add_box(&drawing, &layout->boxes[i]);
    }
    add_captions(&drawing);
    add_legend(&drawing);
    pl_buf_add_text(out, "</svg>\n");
}

void pl_chart_svg(struct pl_buf *out, struct pl_arena *scratch,
                  const struct pl_chart *chart)
{
    struct pl_chart_view view = pl_chart_view_of(scratch, chart);
    pl_buf_add_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    pl_chart_svg_add(out, scratch, &view);
}
