/* What the tree of a plan lacks: parents and children. */
#include <assert.h>

#include "base/arena.h"
#include "plan/plan.h"
#include "report/chart/draft.h"

enum {
    MOST_ABSENT = 100, /* parents; more of them are another numbering */
    FEW = 4,           /* one in so many has children: others lack them */
};

/* What usually stands above the entities of a kind. */
struct above {
    uint32_t kind; /* PL_ENTITY_KIND_COUNT: nothing */
    uint8_t parts; /* of the parents' numbers; 0: they have none */
};

static struct above usual_parent(const struct pl_chart_draft *draft,
                                 uint32_t kind)
{
    const struct pl_plan *plan = draft->plan;
    struct above above = {PL_ENTITY_KIND_COUNT, 0};
    uint32_t with = 0;
    uint32_t without = 0;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_chart_node *it = &draft->nodes.items[i];
        if (it->kind != kind) {
            continue;
        }
        if (it->parent == PL_NONE) {
            without++;
            continue;
        }
        with++;
        const struct pl_chart_node *parent = &draft->nodes.items[it->parent];
        if (above.kind == PL_ENTITY_KIND_COUNT && parent->label.count > 0) {
            above = (struct above){parent->kind, parent->label.count};
        }
    }
    return with >= without ? above : (struct above){PL_ENTITY_KIND_COUNT, 0};
}

static void add_absent_parent(struct pl_chart_draft *draft, uint32_t child,
                              uint32_t kind, struct pl_label label)
{
    uint32_t parent = pl_chart_draft_add_missing(draft, kind, label);
    struct pl_chart_node *it = &draft->nodes.items[child];
    it->parent = parent;
    pl_str number = pl_label_text(draft->scratch, it->label);
    pl_str missing = pl_label_text(draft->scratch, label);
    const char *message = pl_arena_printf(
        draft->scratch, "%s %.*s does not exist, and %s %.*s has its number",
        pl_chart_kind_name(kind), PL_STR_ARG(missing),
        pl_chart_kind_name(it->kind), PL_STR_ARG(number));
    pl_chart_draft_add_gap(draft, (struct pl_chart_gap){
                                      .kind = PL_CHART_GAP_PARENT,
                                      .node = parent,
                                      .offset = it->offset,
                                      .message = pl_str_from(message),
                                      .shorthand = pl_str_from("missing"),
                                  });
}

/* Puts a node under the entity that its number names. */
static void find_parent(struct pl_chart_draft *draft, uint32_t node,
                        struct above above, uint32_t *absent)
{
    struct pl_chart_node *it = &draft->nodes.items[node];
    struct pl_label label = it->label;
    label.count = above.parts;
    uint32_t parent = pl_chart_draft_find(draft, above.kind, label);
    if (it->is_missing ||
        (parent != PL_NONE && draft->nodes.items[parent].is_missing)) {
        it->parent = parent;
    } else if (parent == PL_NONE && *absent < MOST_ABSENT) {
        (*absent)++;
        add_absent_parent(draft, node, above.kind, label);
    }
}

void pl_chart_draft_find_parents(struct pl_chart_draft *draft)
{
    struct above above[PL_ENTITY_KIND_COUNT];
    for (uint32_t i = 0; i < PL_ENTITY_KIND_COUNT; i++) {
        above[i] = usual_parent(draft, i);
    }
    uint32_t absent = 0;
    uint32_t count = (uint32_t)draft->nodes.len;
    for (uint32_t i = 0; i < count; i++) {
        const struct pl_chart_node *it = &draft->nodes.items[i];
        if (it->kind != PL_CHART_SECTION && it->parent == PL_NONE &&
            above[it->kind].parts > 0 &&
            it->label.count > above[it->kind].parts) {
            find_parent(draft, i, above[it->kind], &absent);
        }
    }
}

/* ----- children ----- */

/* Entities that should be alike: of one kind, in one place and under one
 * parent, numbered in one style. */
struct group {
    uint32_t members;
    uint32_t with[PL_ENTITY_KIND_COUNT]; /* members with such children */
};

struct families {
    PL_VEC(struct group) groups;
    struct pl_map *by_key;
    uint32_t *group_of; /* of each entity */
    uint64_t *kinds;    /* of each node: a bit for each kind of child */
};

_Static_assert(PL_ENTITY_KIND_COUNT <= 64, "a bit for each kind");

static uint32_t style_of(struct pl_label label)
{
    return label.count > 0 ? label.parts[label.count - 1].style : PL_NONE;
}

static void add_member(const struct pl_chart_draft *draft,
                       struct families *families, uint32_t entity)
{
    const struct pl_chart_node *it = &draft->nodes.items[entity];
    uint32_t parts[] = {it->kind, it->parent, style_of(it->label),
                        pl_chart_draft_place(draft, entity)};
    pl_str key = pl_arena_copy(draft->scratch,
                               (pl_str){(const char *)parts, sizeof(parts)});
    uint32_t next = (uint32_t)families->groups.len;
    uint32_t group = pl_map_get_or_add(families->by_key, key, next);
    if (group == next) {
        PL_VEC_PUSH(draft->scratch, &families->groups);
    }
    assert(families->groups.items);
    families->groups.items[group].members++;
    families->group_of[entity] = group;
}

static struct families count_children(const struct pl_chart_draft *draft)
{
    size_t count = draft->nodes.len;
    uint32_t entities = draft->plan->entities_count;
    struct families families = {
        .by_key = pl_map_new(draft->scratch, 64),
        .group_of = pl_arena_array(draft->scratch, entities, sizeof(uint32_t)),
        .kinds = pl_arena_array(draft->scratch, count, sizeof(uint64_t)),
    };
    for (uint32_t i = 0; i < entities; i++) {
        add_member(draft, &families, i);
    }
    for (size_t i = 0; i < count; i++) {
        const struct pl_chart_node *it = &draft->nodes.items[i];
        if (it->kind == PL_CHART_SECTION || it->parent >= entities) {
            continue;
        }
        uint64_t bit = UINT64_C(1) << it->kind;
        struct group *group =
            &families.groups.items[families.group_of[it->parent]];
        group->with[it->kind] += !(families.kinds[it->parent] & bit);
        families.kinds[it->parent] |= bit;
    }
    return families;
}

/* What most of a group have below them; the count: too few have anything. */
static uint32_t usual_child(const struct group *group)
{
    uint32_t best = PL_ENTITY_KIND_COUNT;
    for (uint32_t i = 0; i < PL_ENTITY_KIND_COUNT; i++) {
        bool is_usual =
            group->with[i] > 0 && group->with[i] * FEW >= group->members;
        if (is_usual && (best == PL_ENTITY_KIND_COUNT ||
                         group->with[i] > group->with[best])) {
            best = i;
        }
    }
    return best;
}

static pl_str title_of(const struct pl_chart_draft *draft, uint32_t node)
{
    struct pl_chart chart = {.plan = draft->plan, .nodes = draft->nodes.items};
    return pl_chart_node_title(draft->scratch, &chart, node);
}

/* Where something should be is a node that is missing. */
static void add_absent_children(struct pl_chart_draft *draft, uint32_t parent,
                                uint32_t kind)
{
    pl_str title = title_of(draft, parent);
    const char *plural = pl_chart_kind_plural(kind);
    const char *name = pl_arena_printf(draft->arena, "no %s", plural);
    const char *message =
        pl_arena_printf(draft->scratch, "%.*s has %s", PL_STR_ARG(title), name);
    uint32_t node =
        pl_chart_draft_push_missing(draft, kind, (struct pl_label){0});
    draft->nodes.items[node].parent = parent;
    draft->nodes.items[node].name = pl_str_from(name);
    pl_chart_draft_add_gap(draft,
                           (struct pl_chart_gap){
                               .kind = PL_CHART_GAP_CHILDREN,
                               .node = node,
                               .offset = draft->nodes.items[parent].offset,
                               .message = pl_str_from(message),
                               .shorthand = pl_str_from(name),
                           });
}

void pl_chart_draft_find_childless(struct pl_chart_draft *draft)
{
    struct families families = count_children(draft);
    for (uint32_t i = 0; i < draft->plan->entities_count; i++) {
        const struct group *group =
            &families.groups.items[families.group_of[i]];
        uint32_t child = usual_child(group);
        if (child != PL_ENTITY_KIND_COUNT && families.kinds[i] == 0) {
            add_absent_children(draft, i, child);
        }
    }
}
