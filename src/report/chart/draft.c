#include "report/chart/draft.h"
#include "report/visible.h"

#include "base/arena.h"
#include "base/buf.h"
#include "plan/plan.h"

static pl_str key_of(struct pl_arena *arena, uint32_t kind,
                     struct pl_label label)
{
    struct pl_buf key = pl_buf_in(arena);
    pl_buf_add_char(&key, (char)kind);
    pl_label_write(&key, label);
    return pl_buf_str(&key);
}

uint32_t pl_chart_draft_find(const struct pl_chart_draft *draft, uint32_t kind,
                             struct pl_label label)
{
    return pl_map_get(draft->numbered, key_of(draft->scratch, kind, label));
}

uint32_t pl_chart_draft_push_missing(struct pl_chart_draft *draft,
                                     uint32_t kind, struct pl_label label)
{
    uint32_t node = (uint32_t)draft->nodes.len;
    *PL_VEC_PUSH(draft->arena, &draft->nodes) =
        (struct pl_chart_node){.kind = kind,
                               .label = label,
                               .offset = PL_NONE,
                               .section = PL_NONE,
                               .parent = PL_NONE,
                               .before = PL_NONE,
                               .is_missing = true};
    return node;
}

uint32_t pl_chart_draft_add_missing(struct pl_chart_draft *draft, uint32_t kind,
                                    struct pl_label label)
{
    uint32_t found = pl_chart_draft_find(draft, kind, label);
    if (found != PL_NONE) {
        return found;
    }
    uint32_t node = pl_chart_draft_push_missing(draft, kind, label);
    pl_map_put(draft->numbered, key_of(draft->scratch, kind, label), node);
    return node;
}

void pl_chart_draft_add_gap(struct pl_chart_draft *draft,
                            struct pl_chart_gap gap)
{
    gap.message = pl_arena_copy(draft->arena, gap.message);
    gap.shorthand = pl_arena_copy(draft->arena, gap.shorthand);
    *PL_VEC_PUSH(draft->arena, &draft->gaps) = gap;
}

/* The section around an entity, without its own. */
static uint32_t section_around(const struct pl_plan *plan, uint32_t entity)
{
    const struct pl_block *block = &plan->blocks[plan->entities[entity].block];
    bool is_heading = block->kind == PL_BLOCK_HEADING;
    return is_heading && block->section != PL_NONE
               ? plan->sections[block->section].parent
               : block->section;
}

uint32_t pl_chart_draft_place(const struct pl_chart_draft *draft,
                              uint32_t entity)
{
    const struct pl_plan *plan = draft->plan;
    const struct pl_block *block = &plan->blocks[plan->entities[entity].block];
    bool is_item = block->kind == PL_BLOCK_ITEM && block->detail != PL_NONE;
    return is_item ? plan->sections_count + plan->items[block->detail].list
                   : section_around(plan, entity);
}

/* The parent of an entity, unless the tree would be deep or a circle. */
static uint32_t parent_of(const struct pl_plan *plan, uint32_t entity)
{
    uint32_t levels = 0;
    for (uint32_t at = entity; at < plan->entities_count; levels++) {
        if (levels == PL_CHART_DEPTH) {
            return PL_NONE;
        }
        at = plan->entities[at].parent;
    }
    return plan->entities[entity].parent;
}

/* What stands in the section of another kind of entity stands under it. */
static void find_surrounding(struct pl_chart_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        struct pl_chart_node *it = &draft->nodes.items[i];
        uint32_t section = section_around(plan, i);
        if (it->parent != PL_NONE || section == PL_NONE) {
            continue;
        }
        uint32_t owner = draft->owners[section];
        if (owner != PL_NONE && owner < i &&
            draft->nodes.items[owner].kind != it->kind &&
            !pl_chart_draft_is_kin(draft, i, owner)) {
            it->parent = owner;
        }
    }
}

static void add_entities(struct pl_chart_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        pl_str name = pl_range_text(plan->text, it->name);
        *PL_VEC_PUSH(draft->arena, &draft->nodes) = (struct pl_chart_node){
            .kind = it->kind,
            .label = it->label,
            .name = pl_visible_one_line(draft->arena, name),
            .offset = it->range.start,
            .section = PL_NONE,
            .parent = parent_of(plan, i),
            .before = PL_NONE,
        };
        if (it->label.count > 0) {
            pl_map_get_or_add(draft->numbered,
                              key_of(draft->scratch, it->kind, it->label), i);
        }
    }
}

/* Sections are about what they introduce, and what those around them do. */
static void find_owners(struct pl_chart_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        draft->owners[i] = PL_NONE;
        draft->section_nodes[i] = PL_NONE;
    }
    for (uint32_t i = plan->entities_count; i > 0; i--) {
        uint32_t section = plan->entities[i - 1].section;
        if (section < plan->sections_count) {
            draft->owners[section] = i - 1;
        }
    }
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        uint32_t parent = plan->sections[i].parent;
        if (draft->owners[i] == PL_NONE && parent != PL_NONE) {
            draft->owners[i] = draft->owners[parent];
        }
    }
}

struct pl_chart_draft pl_chart_draft_begin(struct pl_arena *arena,
                                           struct pl_arena *scratch,
                                           const struct pl_plan *plan)
{
    struct pl_chart_draft draft = {
        .arena = arena,
        .scratch = scratch,
        .plan = plan,
        .numbered = pl_map_new(scratch, plan->entities_count),
        .owners =
            pl_arena_array(scratch, plan->sections_count, sizeof(uint32_t)),
        .section_nodes =
            pl_arena_array(scratch, plan->sections_count, sizeof(uint32_t)),
        .beginning = PL_NONE,
    };
    add_entities(&draft);
    find_owners(&draft);
    find_surrounding(&draft);
    return draft;
}
