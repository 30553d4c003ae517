/* Entities and their mentions in the outline in JSON. */
#include "plan/plan.h"
#include "report/entity_tree.h"
#include "report/outline_json.h"

enum { MOST_NESTED = 6 }; /* deeper ones would be no plan's */

/* Those of a list, in an array for each kind. */
static void write_entities(const struct pl_outline_writer *outline,
                           const struct pl_entity_tree *tree, uint32_t first,
                           unsigned depth)
{
    const struct pl_entity *entities = outline->plan->entities;
    enum pl_entity_kind kind = PL_ENTITY_KIND_COUNT;
    for (uint32_t at = first; at != PL_NONE; at = tree->next[at]) {
        const struct pl_entity *it = &entities[at];
        uint32_t child = depth < MOST_NESTED ? tree->first_child[at] : PL_NONE;
        if (it->kind != kind) {
            kind = it->kind;
            pl_write_array(outline->to, pl_entity_plural(kind),
                           PL_JSON_LAID_OUT);
        }
        pl_write_object(outline->to, NULL,
                        child == PL_NONE ? PL_JSON_INLINE : PL_JSON_LAID_OUT);
        pl_outline_write_label(outline, "label", it->label);
        pl_outline_write_range(outline, "typed", it->number);
        pl_outline_write_range(outline, "name", it->name);
        pl_outline_write_line(outline, "line", it->range.start);
        write_entities(outline, tree, child, depth + 1);
        pl_write_end(outline->to);
        uint32_t next = tree->next[at];
        if (next == PL_NONE || entities[next].kind != kind) {
            pl_write_end(outline->to);
        }
    }
}

/* The outermost ones of a kind; an empty array when there are none. */
static void write_roots(const struct pl_outline_writer *outline,
                        const struct pl_entity_tree *tree,
                        enum pl_entity_kind kind)
{
    if (tree->first_root[kind] == PL_NONE) {
        pl_write_array(outline->to, pl_entity_plural(kind), PL_JSON_LAID_OUT);
        pl_write_end(outline->to);
        return;
    }
    write_entities(outline, tree, tree->first_root[kind], 0);
}

static void write_mentions(const struct pl_outline_writer *outline)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "mentions", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->mentions_count; i++) {
        const struct pl_mention *it = &plan->mentions[i];
        pl_write_object(outline->to, NULL, PL_JSON_INLINE);
        pl_write_text(outline->to, "kind", pl_entity_name(it->kind));
        pl_outline_write_label(outline, "label", it->label);
        pl_outline_write_range(outline, "name", it->name);
        pl_outline_write_line(outline, "line", it->range.start);
        pl_write_bool(outline->to, "found", it->entity != PL_NONE);
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
}

void pl_outline_write_entities(const struct pl_outline_writer *outline)
{
    struct pl_entity_tree tree =
        pl_entity_tree_build(outline->scratch, outline->plan);
    for (size_t i = 0; i < PL_ENTITY_KIND_COUNT; i++) {
        write_roots(outline, &tree, (enum pl_entity_kind)i);
    }
    write_mentions(outline);
}
