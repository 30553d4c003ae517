#include "plan/plan.h"
#include "report/entity_tree.h"
#include "report/outline_json.h"

enum { MOST_NESTED = 4 }; /* deeper ones would be no plan's */

/* Key of the children of an entity: they are of one kind. */
static const char *children_key(const struct pl_entity_tree *tree,
                                uint32_t first)
{
    return pl_entity_plural(tree->plan->entities[first].kind);
}

static void write_entities(const struct pl_outline_writer *outline,
                           const struct pl_entity_tree *tree, const char *key,
                           uint32_t first, unsigned depth)
{
    pl_write_array(outline->to, key, PL_JSON_LAID_OUT);
    for (uint32_t at = first; at != PL_NONE; at = tree->next[at]) {
        const struct pl_entity *it = &outline->plan->entities[at];
        uint32_t child = tree->first_child[at];
        pl_write_object(outline->to, NULL,
                        child == PL_NONE ? PL_JSON_INLINE : PL_JSON_LAID_OUT);
        pl_outline_write_label(outline, "label", it->label);
        pl_outline_write_range(outline, "typed", it->number);
        pl_outline_write_range(outline, "name", it->name);
        pl_outline_write_line(outline, "line", it->range.start);
        if (child != PL_NONE && depth < MOST_NESTED) {
            write_entities(outline, tree, children_key(tree, child), child,
                           depth + 1);
        }
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
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
        enum pl_entity_kind kind = (enum pl_entity_kind)i;
        write_entities(outline, &tree, pl_entity_plural(kind),
                       tree.first_root[i], 0);
    }
    write_mentions(outline);
}
