/* First and next: the tree of a map, in document order. */
#include "base/arena.h"
#include "plan/plan.h"
#include "report/chart/draft.h"

struct tree {
    struct pl_chart_node *nodes;
    struct pl_chart *chart;
    uint32_t *last_child; /* of each node */
    uint32_t last_root[PL_CHART_KIND_COUNT];
    bool *is_placed;
};

static void insert_after(struct tree *tree, uint32_t node, uint32_t before,
                         uint32_t *last)
{
    tree->nodes[node].next = tree->nodes[before].next;
    tree->nodes[before].next = node;
    *last = *last == before ? node : *last;
}

static void place(struct tree *tree, uint32_t node)
{
    struct pl_chart_node *nodes = tree->nodes;
    uint32_t parent = nodes[node].parent;
    uint32_t kind = nodes[node].kind;
    uint32_t *first = parent == PL_NONE ? &tree->chart->first_root[kind]
                                        : &nodes[parent].first_child;
    uint32_t *last =
        parent == PL_NONE ? &tree->last_root[kind] : &tree->last_child[parent];
    uint32_t before = nodes[node].before;
    tree->is_placed[node] = true;
    if (*first == PL_NONE) {
        *first = node;
        *last = node;
    } else if (before == PL_CHART_FIRST) {
        nodes[node].next = *first;
        *first = node;
    } else {
        insert_after(tree, node, before == PL_NONE ? *last : before, last);
    }
}

/* After the one that it follows; such a row is short. */
static void place_missing(struct tree *tree, uint32_t node)
{
    uint32_t row[PL_CHART_ROW];
    uint32_t count = 0;
    while (node < PL_CHART_FIRST && !tree->is_placed[node] &&
           count < PL_CHART_ROW) {
        row[count++] = node;
        node = tree->nodes[node].before;
    }
    while (count > 0) {
        place(tree, row[--count]);
    }
}

static void place_sections(const struct pl_chart_draft *draft,
                           struct tree *tree)
{
    if (draft->beginning != PL_NONE) {
        place(tree, draft->beginning);
    }
    for (uint32_t i = 0; i < draft->plan->sections_count; i++) {
        if (draft->section_nodes[i] != PL_NONE) {
            place(tree, draft->section_nodes[i]);
        }
    }
}

void pl_chart_draft_build_tree(struct pl_chart_draft *draft,
                               struct pl_chart *chart)
{
    size_t count = draft->nodes.len;
    struct tree tree = {
        .nodes = draft->nodes.items,
        .chart = chart,
        .last_child = pl_arena_array(draft->scratch, count, sizeof(uint32_t)),
        .is_placed = pl_arena_array(draft->scratch, count, sizeof(bool)),
    };
    for (uint32_t i = 0; i < PL_CHART_KIND_COUNT; i++) {
        chart->first_root[i] = PL_NONE;
    }
    for (size_t i = 0; i < count; i++) {
        tree.nodes[i].first_child = PL_NONE;
        tree.nodes[i].next = PL_NONE;
    }
    for (uint32_t i = 0; i < draft->plan->entities_count; i++) {
        place(&tree, i);
    }
    place_sections(draft, &tree);
    for (uint32_t i = draft->plan->entities_count; i < count; i++) {
        if (tree.nodes[i].is_missing) {
            place_missing(&tree, i);
        }
    }
}
