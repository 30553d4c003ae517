#include "report/chart.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/chars.h"
#include "base/order.h"
#include "base/utf8.h"
#include "plan/plan.h"
#include "report/chart/draft.h"

enum {
    LONGEST_TITLE = 60, /* bytes of a name in a title */
    LONGEST_WORD = 40,  /* bytes of "Strategic objective 1.2" */
};

const char *pl_chart_kind_name(uint32_t kind)
{
    return kind == PL_CHART_SECTION ? "section"
                                    : pl_entity_name((enum pl_entity_kind)kind);
}

const char *pl_chart_kind_plural(uint32_t kind)
{
    return kind == PL_CHART_SECTION
               ? "sections"
               : pl_entity_plural((enum pl_entity_kind)kind);
}

static const struct {
    const char *name;
    bool is_doubt;
} gap_kinds[] = {
#define PL_CHART_GAP(constant, name, is_doubt) \
    [PL_CHART_GAP_##constant] = {name, is_doubt},
#include "report/chart/gap.def"
#undef PL_CHART_GAP
};

const char *pl_chart_gap_name(enum pl_chart_gap_kind kind)
{
    return gap_kinds[kind].name;
}

bool pl_chart_gap_is_doubt(enum pl_chart_gap_kind kind)
{
    return gap_kinds[kind].is_doubt;
}

bool pl_chart_is_empty(const struct pl_chart *chart)
{
    return chart->nodes_count == 0;
}

/* ----- what a node is called ----- */

static void add_cropped(struct pl_buf *out, pl_str name)
{
    size_t end = name.len;
    if (end > LONGEST_TITLE) {
        end = pl_utf8_start(name, LONGEST_TITLE);
        size_t word = end;
        while (word > 0 && name.data[word] != ' ') {
            word--;
        }
        end = word > 0 ? word : end;
    }
    pl_buf_add(out, pl_str_slice(name, 0, end));
    pl_buf_add_text(out, end < name.len ? "…" : "");
}

/* "Strategic objective 1.2" as it is typed; empty when that is no phrase. */
static pl_str typed_title(const struct pl_plan *plan,
                          const struct pl_entity *entity)
{
    pl_str typed =
        pl_str_slice(plan->text, entity->range.start, entity->number.end);
    bool has_noun = entity->number.start > entity->range.start &&
                    typed.len <= LONGEST_WORD && pl_is_letter(typed.data[0]);
    for (size_t i = 0; i < typed.len && has_noun; i++) {
        has_noun = typed.data[i] == ' ' || typed.data[i] == '.' ||
                   pl_is_alnum(typed.data[i]);
    }
    return has_noun ? typed : (pl_str){0};
}

static bool add_typed(struct pl_buf *out, const struct pl_chart *chart,
                      uint32_t node)
{
    const struct pl_plan *plan = chart->plan;
    pl_str typed = node < plan->entities_count
                       ? typed_title(plan, &plan->entities[node])
                       : (pl_str){0};
    if (typed.len < 2) {
        return false;
    }
    bool is_acronym = pl_is_upper(typed.data[1]);
    pl_buf_add_char(out,
                    is_acronym ? typed.data[0] : pl_to_lower(typed.data[0]));
    pl_buf_add(out, pl_str_slice(typed, 1, typed.len));
    return true;
}

pl_str pl_chart_node_title(struct pl_arena *arena, const struct pl_chart *chart,
                           uint32_t node)
{
    const struct pl_chart_node *it = &chart->nodes[node];
    struct pl_buf out = pl_buf_in(arena);
    if (it->label.count == 0 || !add_typed(&out, chart, node)) {
        pl_buf_add_text(&out, pl_chart_kind_name(it->kind));
        pl_buf_add_text(&out, it->label.count > 0 ? " " : "");
        pl_label_write(&out, it->label);
    }
    bool is_named = it->kind == PL_CHART_SECTION || it->label.count == 0;
    if (is_named && it->name.len > 0) {
        pl_buf_add_text(&out, " \"");
        add_cropped(&out, it->name);
        pl_buf_add_char(&out, '"');
    }
    return pl_buf_str(&out);
}

static int by_ends(const void *a, const void *b)
{
    const struct pl_chart_link *left = a;
    const struct pl_chart_link *right = b;
    int order = pl_order(left->to, right->to);
    order = order ? order : pl_order(left->from, right->from);
    order = order ? order : pl_order(left->kind, right->kind);
    return order ? order : pl_order(left->offset, right->offset);
}

static int by_place(const void *a, const void *b)
{
    const struct pl_chart_gap *left = a;
    const struct pl_chart_gap *right = b;
    int order = pl_order(left->offset, right->offset);
    order = order ? order : pl_order(left->kind, right->kind);
    return order ? order : pl_order(left->node, right->node);
}

static void sort(struct pl_chart_draft *draft)
{
    if (draft->links.len > 1) {
        qsort(draft->links.items, draft->links.len,
              sizeof(struct pl_chart_link), by_ends);
    }
    if (draft->gaps.len > 1) {
        qsort(draft->gaps.items, draft->gaps.len, sizeof(struct pl_chart_gap),
              by_place);
    }
}

static struct pl_chart *finish(struct pl_chart_draft *draft)
{
    struct pl_chart *chart = pl_arena_alloc(draft->arena, sizeof(*chart));
    chart->plan = draft->plan;
    pl_chart_draft_build_tree(draft, chart);
    sort(draft);
    chart->nodes = draft->nodes.items;
    chart->nodes_count = (uint32_t)draft->nodes.len;
    chart->links = draft->links.items;
    chart->links_count = (uint32_t)draft->links.len;
    chart->gaps = draft->gaps.items;
    chart->gaps_count = (uint32_t)draft->gaps.len;
    for (uint32_t i = 0; i < chart->nodes_count; i++) {
        chart->count[chart->nodes[i].kind] += !chart->nodes[i].is_missing;
    }
    return chart;
}

const struct pl_chart *pl_chart_build(struct pl_arena *arena,
                                      const struct pl_plan *plan)
{
    struct pl_arena *scratch = pl_arena_new();
    struct pl_chart_draft draft = pl_chart_draft_begin(arena, scratch, plan);
    if (plan->entities_count > 0) {
        pl_chart_draft_link_mentions(&draft);
        pl_chart_draft_link_names(&draft);
        pl_chart_draft_find_parents(&draft);
        pl_chart_draft_find_numbers(&draft);
        pl_chart_draft_find_childless(&draft);
        pl_chart_draft_find_sections(&draft);
    }
    struct pl_chart *chart = finish(&draft);
    pl_arena_free(scratch);
    return chart;
}
