/* Who mentions whom, by number or in a sentence about it. */
#include <string.h>

#include "base/arena.h"
#include "base/search.h"
#include "plan/plan.h"
#include "report/chart/draft.h"
#include "report/visible.h"

enum {
    MOST_CELLS = 8,  /* of a row, left of a mention */
    MOST_SPAN = 100, /* entities in "targets 1.1 to 1.5" */
};

/* The entity that begins last before an offset, in the same block. */
static uint32_t entity_in_block(const struct pl_plan *plan, uint32_t block,
                                uint32_t offset)
{
    uint32_t after = PL_FIRST_FROM(plan->entities, plan->entities_count,
                                   range.start, offset + 1);
    return after > 0 && plan->entities[after - 1].block == block ? after - 1
                                                                 : PL_NONE;
}

/* Of a table, the entity that the row is about: in a cell further left. */
static uint32_t entity_in_row(const struct pl_plan *plan, uint32_t block)
{
    const struct pl_block *it = &plan->blocks[block];
    if (it->kind != PL_BLOCK_CELL || it->detail == PL_NONE) {
        return PL_NONE;
    }
    const struct pl_cell *cell = &plan->cells[it->detail];
    for (uint32_t i = 1; i <= cell->column && i <= MOST_CELLS; i++) {
        uint32_t other = plan->cells[it->detail - i].block;
        uint32_t found =
            entity_in_block(plan, other, plan->blocks[other].range.end);
        if (found != PL_NONE) {
            return found;
        }
    }
    return PL_NONE;
}

uint32_t pl_chart_draft_section(struct pl_chart_draft *draft, uint32_t section)
{
    const struct pl_plan *plan = draft->plan;
    uint32_t *node =
        section == PL_NONE ? &draft->beginning : &draft->section_nodes[section];
    if (*node != PL_NONE) {
        return *node;
    }
    *node = (uint32_t)draft->nodes.len;
    struct pl_chart_node *added = PL_VEC_PUSH(draft->arena, &draft->nodes);
    *added = (struct pl_chart_node){
        .kind = PL_CHART_SECTION,
        .section = section,
        .parent = PL_NONE,
        .before = PL_NONE,
    };
    if (section == PL_NONE) {
        added->name = pl_str_from("before the first section");
        return *node;
    }
    const struct pl_section *it = &plan->sections[section];
    struct pl_range title =
        pl_range_is_empty(it->title) ? it->subtitle : it->title;
    added->label = it->label;
    added->name =
        pl_visible_one_line(draft->arena, pl_range_text(plan->text, title));
    added->offset = plan->blocks[it->heading].range.start;
    return *node;
}

uint32_t pl_chart_draft_node_at(struct pl_chart_draft *draft, uint32_t offset)
{
    const struct pl_plan *plan = draft->plan;
    uint32_t block = pl_plan_block_at(plan, offset);
    if (block == PL_NONE) {
        return pl_chart_draft_section(draft, PL_NONE);
    }
    uint32_t entity = entity_in_block(plan, block, offset);
    if (entity == PL_NONE) {
        entity = entity_in_row(plan, block);
    }
    uint32_t section = plan->blocks[block].section;
    if (entity == PL_NONE && section != PL_NONE) {
        entity = draft->owners[section];
    }
    return entity == PL_NONE ? pl_chart_draft_section(draft, section) : entity;
}

bool pl_chart_draft_is_kin(const struct pl_chart_draft *draft, uint32_t a,
                           uint32_t b)
{
    for (uint32_t at = a; at != PL_NONE; at = draft->nodes.items[at].parent) {
        if (at == b) {
            return true;
        }
    }
    for (uint32_t at = b; at != PL_NONE; at = draft->nodes.items[at].parent) {
        if (at == a) {
            return true;
        }
    }
    return false;
}

void pl_chart_draft_add_link(struct pl_chart_draft *draft, uint32_t to,
                             enum pl_chart_link_kind kind, uint32_t offset)
{
    uint32_t from = pl_chart_draft_node_at(draft, offset);
    if (!pl_chart_draft_is_kin(draft, from, to)) {
        *PL_VEC_PUSH(draft->arena, &draft->links) =
            (struct pl_chart_link){from, to, kind, offset};
    }
}

/* Whether the numbers of a kind begin in this document: a part of a plan may
 * have actions 7 to 11 alone. */
static bool begins_here(const struct pl_chart_draft *draft, uint32_t kind)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        struct pl_label label = plan->entities[i].label;
        if (plan->entities[i].kind == kind && label.count > 0 &&
            label.parts[label.count - 1].value <= 1) {
            return true;
        }
    }
    return false;
}

/* A mention of what is not there. */
static void add_absent(struct pl_chart_draft *draft, uint32_t kind,
                       struct pl_label label, uint32_t offset)
{
    if (!draft->begins[kind]) {
        return;
    }
    uint32_t found = pl_chart_draft_find(draft, kind, label);
    uint32_t node = pl_chart_draft_add_missing(draft, kind, label);
    pl_chart_draft_add_link(draft, node, PL_CHART_MENTION, offset);
    if (found != PL_NONE) {
        return;
    }
    pl_str number = pl_label_text(draft->scratch, label);
    const char *message = pl_arena_printf(
        draft->scratch, "%s %.*s is mentioned and does not exist",
        pl_chart_kind_name(kind), PL_STR_ARG(number));
    pl_chart_draft_add_gap(draft, (struct pl_chart_gap){
                                      .kind = PL_CHART_GAP_MENTIONED,
                                      .node = node,
                                      .offset = offset,
                                      .message = pl_str_from(message),
                                      .shorthand = pl_str_from("missing"),
                                  });
}

static void link_mention(struct pl_chart_draft *draft,
                         const struct pl_mention *it)
{
    if (it->entity != PL_NONE) {
        pl_chart_draft_add_link(draft, it->entity, PL_CHART_MENTION,
                                it->range.start);
    } else if (it->label.count > 0) {
        add_absent(draft, it->kind, it->label, it->range.start);
    }
}

/* The kind of entity that a kind of reference means; the count: none. */
static uint32_t kind_of_reference(enum pl_reference_kind kind)
{
    const char *name = pl_reference_name(kind);
    uint32_t found = 0;
    while (found < PL_ENTITY_KIND_COUNT &&
           strcmp(pl_entity_name((enum pl_entity_kind)found), name) != 0) {
        found++;
    }
    return found;
}

/* The entity whose number stands at a range. */
static uint32_t entity_with_number(const struct pl_plan *plan,
                                   struct pl_range number)
{
    uint32_t after = PL_FIRST_FROM(plan->entities, plan->entities_count,
                                   range.start, number.start + 1);
    bool is_it =
        after > 0 && plan->entities[after - 1].number.start == number.start;
    return is_it ? after - 1 : PL_NONE;
}

/* "targets 1.1 to 1.5": all between are mentioned, too. */
static void link_span(struct pl_chart_draft *draft,
                      const struct pl_reference *reference, uint32_t first)
{
    const struct pl_entity *entities = draft->plan->entities;
    uint32_t last =
        reference->to.count == 0
            ? first
            : entity_with_number(draft->plan, reference->target_end);
    bool is_span = last != PL_NONE && last >= first && last - first < MOST_SPAN;
    for (uint32_t i = first; i <= (is_span ? last : first); i++) {
        if (entities[i].kind == entities[first].kind) {
            pl_chart_draft_add_link(draft, i, PL_CHART_MENTION,
                                    reference->range.start);
        }
    }
}

static bool mention_covers(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t after = PL_FIRST_FROM(plan->mentions, plan->mentions_count,
                                   range.start, offset + 1);
    return after > 0 && offset < plan->mentions[after - 1].range.end;
}

static void link_reference(struct pl_chart_draft *draft,
                           const struct pl_reference *it)
{
    uint32_t kind = kind_of_reference(it->kind);
    if (kind == PL_ENTITY_KIND_COUNT || it->label.count == 0 ||
        mention_covers(draft->plan, it->range.start)) {
        return;
    }
    if (it->resolution == PL_RESOLUTION_MISSING) {
        add_absent(draft, kind, it->label, it->range.start);
    } else if (it->resolution == PL_RESOLUTION_FOUND) {
        uint32_t entity = entity_with_number(draft->plan, it->target);
        if (entity != PL_NONE) {
            link_span(draft, it, entity);
        }
    }
}

void pl_chart_draft_link_mentions(struct pl_chart_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t kind = 0; kind < PL_ENTITY_KIND_COUNT; kind++) {
        draft->begins[kind] = begins_here(draft, kind);
    }
    for (uint32_t i = 0; i < plan->mentions_count; i++) {
        link_mention(draft, &plan->mentions[i]);
    }
    for (uint32_t i = 0; i < plan->references_count; i++) {
        link_reference(draft, &plan->references[i]);
    }
}
