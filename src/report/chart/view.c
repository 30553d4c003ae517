#include "report/chart/view.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/range.h"
#include "base/vec.h"
#include "plan/plan.h"

const char pl_chart_view_nothing[] =
    "no goals, targets, priorities or other parts of a plan were found";

static uint32_t *new_list(struct pl_arena *arena, uint32_t count)
{
    uint32_t *list = pl_arena_array(arena, count, sizeof(*list));
    for (uint32_t i = 0; i < count; i++) {
        list[i] = PL_NONE;
    }
    return list;
}

static bool *find_mixed(struct pl_arena *arena, const struct pl_chart *chart)
{
    bool *is_mixed = pl_arena_array(arena, chart->nodes_count, sizeof(bool));
    for (uint32_t i = 0; i < chart->nodes_count; i++) {
        uint32_t parent = chart->nodes[i].parent;
        if (parent != PL_NONE) {
            uint32_t first = chart->nodes[parent].first_child;
            is_mixed[parent] |=
                chart->nodes[first].kind != chart->nodes[i].kind;
        }
    }
    return is_mixed;
}

struct pl_chart_view pl_chart_view_of(struct pl_arena *arena,
                                      const struct pl_chart *chart)
{
    uint32_t *first_in = new_list(arena, chart->nodes_count);
    uint32_t *first_out = new_list(arena, chart->nodes_count);
    uint32_t *next_out = new_list(arena, chart->links_count);
    uint32_t *first_gap = new_list(arena, chart->nodes_count);
    uint32_t *next_gap = new_list(arena, chart->gaps_count);
    for (uint32_t i = chart->links_count; i > 0; i--) {
        const struct pl_chart_link *link = &chart->links[i - 1];
        first_in[link->to] = i - 1;
        next_out[i - 1] = first_out[link->from];
        first_out[link->from] = i - 1;
    }
    for (uint32_t i = chart->gaps_count; i > 0; i--) {
        uint32_t node = chart->gaps[i - 1].node;
        next_gap[i - 1] = first_gap[node];
        first_gap[node] = i - 1;
    }
    return (struct pl_chart_view){
        .chart = chart,
        .first_in = first_in,
        .first_out = first_out,
        .next_out = next_out,
        .first_gap = first_gap,
        .next_gap = next_gap,
        .is_mixed = find_mixed(arena, chart),
    };
}

uint32_t pl_chart_view_next_in(const struct pl_chart_view *view, uint32_t link)
{
    const struct pl_chart *chart = view->chart;
    bool is_same = link + 1 < chart->links_count &&
                   chart->links[link + 1].to == chart->links[link].to;
    return is_same ? link + 1 : PL_NONE;
}

uint32_t pl_chart_view_next(const struct pl_chart_view *view, uint32_t node,
                            unsigned *depth)
{
    const struct pl_chart_node *nodes = view->chart->nodes;
    if (nodes[node].first_child != PL_NONE) {
        (*depth)++;
        return nodes[node].first_child;
    }
    while (nodes[node].next == PL_NONE && nodes[node].parent != PL_NONE) {
        (*depth)--;
        node = nodes[node].parent;
    }
    return nodes[node].next;
}

pl_str pl_chart_view_name(const struct pl_chart_node *node)
{
    return node->is_missing && node->name.len == 0 ? pl_str_from("missing")
                                                   : node->name;
}

/* Without its last part, when that has a given beginning. */
static pl_str without_last(pl_str address, const char *beginning)
{
    static const pl_str comma = PL_STR(", ");
    size_t last = 0;
    for (size_t at = pl_str_find(address, comma, 0); at != PL_NOWHERE;
         at = pl_str_find(address, comma, at + comma.len)) {
        last = at;
    }
    pl_str part = pl_str_slice(address, last + comma.len, address.len);
    return last > 0 && pl_str_starts(part, pl_str_from(beginning))
               ? pl_str_slice(address, 0, last)
               : address;
}

/* Without the title of a section. */
static pl_str without_title(pl_str address)
{
    size_t title = pl_str_find_char(address, '"', 0);
    if (title == PL_NOWHERE) {
        return address;
    }
    return pl_str_slice(address, 0, title < 2 ? 0 : title - 2);
}

/* Whether a node stands right in the section that its parent is. */
static bool is_below_parent(const struct pl_chart *chart, uint32_t node)
{
    const struct pl_plan *plan = chart->plan;
    uint32_t parent = plan->entities[node].parent;
    uint32_t section = plan->blocks[plan->entities[node].block].section;
    return parent != PL_NONE && section != PL_NONE &&
           plan->entities[parent].section == section;
}

pl_str pl_chart_view_place(struct pl_arena *arena, const struct pl_chart *chart,
                           uint32_t node)
{
    const struct pl_chart_node *it = &chart->nodes[node];
    if (it->is_missing || it->kind == PL_CHART_SECTION) {
        return (pl_str){0};
    }
    const struct pl_entity *entity = &chart->plan->entities[node];
    pl_str address = pl_plan_address(arena, chart->plan, it->offset);
    if (entity->section != PL_NONE || is_below_parent(chart, node)) {
        address = without_title(address);
    }
    address = without_last(address, "table row ");
    address = without_last(address, "item ");
    return without_last(address, pl_chart_kind_name(it->kind));
}

static int by_offset(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

struct pl_chart_places pl_chart_view_places(struct pl_arena *arena,
                                            const struct pl_chart_view *view,
                                            uint32_t node,
                                            enum pl_chart_link_kind kind)
{
    PL_VEC(uint32_t) offsets = {0};
    for (uint32_t at = view->first_in[node]; at != PL_NONE;
         at = pl_chart_view_next_in(view, at)) {
        if (view->chart->links[at].kind == kind) {
            *PL_VEC_PUSH(arena, &offsets) = view->chart->links[at].offset;
        }
    }
    if (offsets.len > 1) {
        qsort(offsets.items, offsets.len, sizeof(uint32_t), by_offset);
    }
    struct pl_chart_places places = {
        pl_arena_array(arena, offsets.len, sizeof(pl_str)), 0};
    for (size_t i = 0; i < offsets.len; i++) {
        pl_str address =
            pl_plan_address(arena, view->chart->plan, offsets.items[i]);
        bool is_new = places.count == 0 ||
                      !pl_str_eq(places.addresses[places.count - 1], address);
        if (is_new) {
            places.addresses[places.count++] = address;
        }
    }
    return places;
}

pl_str pl_chart_view_count(struct pl_arena *arena, uint32_t kind,
                           uint32_t count)
{
    return pl_str_from(pl_arena_printf(
        arena, "%u %s", (unsigned)count,
        count == 1 ? pl_chart_kind_name(kind) : pl_chart_kind_plural(kind)));
}

uint32_t pl_chart_view_gaps(const struct pl_chart *chart, bool doubts)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < chart->gaps_count; i++) {
        count += pl_chart_gap_is_doubt(chart->gaps[i].kind) == doubts;
    }
    return count;
}

pl_str pl_chart_view_counts(struct pl_arena *arena,
                            const struct pl_chart *chart)
{
    uint32_t left = 0;
    for (uint32_t kind = 0; kind < PL_CHART_SECTION; kind++) {
        left += chart->count[kind] > 0;
    }
    struct pl_buf out = pl_buf_in(arena);
    for (uint32_t kind = 0; kind < PL_CHART_SECTION; kind++) {
        if (chart->count[kind] == 0) {
            continue;
        }
        pl_buf_add(&out, pl_chart_view_count(arena, kind, chart->count[kind]));
        left--;
        pl_buf_add_text(&out, left > 1 ? ", " : left == 1 ? " and " : "");
    }
    return pl_buf_str(&out);
}
