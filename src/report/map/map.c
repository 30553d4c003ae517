#include "report/map.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "plan/plan.h"
#include "report/map/draft.h"

enum {
    LONGEST_TITLE = 60, /* bytes of a name in a title */
    LONGEST_WORD = 40,  /* bytes of "Strategic objective 1.2" */
};

const char *pl_plan_map_kind_name(uint32_t kind)
{
    return kind == PL_MAP_SECTION ? "section"
                                  : pl_entity_name((enum pl_entity_kind)kind);
}

const char *pl_plan_map_kind_plural(uint32_t kind)
{
    return kind == PL_MAP_SECTION ? "sections"
                                  : pl_entity_plural((enum pl_entity_kind)kind);
}

static const struct {
    const char *name;
    bool is_doubt;
} gap_kinds[] = {
#define PL_MAP_GAP(constant, name, is_doubt) \
    [PL_MAP_GAP_##constant] = {name, is_doubt},
#include "report/map/gap.def"
#undef PL_MAP_GAP
};

const char *pl_plan_map_gap_name(enum pl_map_gap_kind kind)
{
    return gap_kinds[kind].name;
}

bool pl_plan_map_gap_is_doubt(enum pl_map_gap_kind kind)
{
    return gap_kinds[kind].is_doubt;
}

bool pl_plan_map_is_empty(const struct pl_plan_map *map)
{
    return map->nodes_count == 0;
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

static bool add_typed(struct pl_buf *out, const struct pl_plan_map *map,
                      uint32_t node)
{
    const struct pl_plan *plan = map->plan;
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

pl_str pl_plan_map_node_title(struct pl_arena *arena,
                              const struct pl_plan_map *map, uint32_t node)
{
    const struct pl_map_node *it = &map->nodes[node];
    struct pl_buf out = pl_buf_in(arena);
    if (it->label.count == 0 || !add_typed(&out, map, node)) {
        pl_buf_add_text(&out, pl_plan_map_kind_name(it->kind));
        pl_buf_add_text(&out, it->label.count > 0 ? " " : "");
        pl_label_write(&out, it->label);
    }
    bool is_named = it->kind == PL_MAP_SECTION || it->label.count == 0;
    if (is_named && it->name.len > 0) {
        pl_buf_add_text(&out, " \"");
        add_cropped(&out, it->name);
        pl_buf_add_char(&out, '"');
    }
    return pl_buf_str(&out);
}

/* ----- the draft ----- */

static pl_str key_of(struct pl_arena *arena, uint32_t kind,
                     struct pl_label label)
{
    struct pl_buf key = pl_buf_in(arena);
    pl_buf_add_char(&key, (char)kind);
    pl_label_write(&key, label);
    return pl_buf_str(&key);
}

uint32_t pl_map_draft_find(const struct pl_map_draft *draft, uint32_t kind,
                           struct pl_label label)
{
    return pl_map_get(draft->numbered, key_of(draft->scratch, kind, label));
}

uint32_t pl_map_draft_push_missing(struct pl_map_draft *draft, uint32_t kind,
                                   struct pl_label label)
{
    uint32_t node = (uint32_t)draft->nodes.len;
    *PL_VEC_PUSH(draft->arena, &draft->nodes) =
        (struct pl_map_node){.kind = kind,
                             .label = label,
                             .offset = PL_NONE,
                             .section = PL_NONE,
                             .parent = PL_NONE,
                             .before = PL_NONE,
                             .is_missing = true};
    return node;
}

uint32_t pl_map_draft_add_missing(struct pl_map_draft *draft, uint32_t kind,
                                  struct pl_label label)
{
    uint32_t found = pl_map_draft_find(draft, kind, label);
    if (found != PL_NONE) {
        return found;
    }
    uint32_t node = pl_map_draft_push_missing(draft, kind, label);
    pl_map_put(draft->numbered, key_of(draft->scratch, kind, label), node);
    return node;
}

void pl_map_draft_add_gap(struct pl_map_draft *draft, struct pl_map_gap gap)
{
    gap.message = pl_arena_copy(draft->arena, gap.message);
    gap.shorthand = pl_arena_copy(draft->arena, gap.shorthand);
    *PL_VEC_PUSH(draft->arena, &draft->gaps) = gap;
}

/* ----- nodes ----- */

pl_str pl_map_tidy(struct pl_arena *arena, pl_str name)
{
    struct pl_buf out = pl_buf_in(arena);
    name = pl_str_trim(name);
    bool is_tidy = true;
    for (size_t i = 0; i < name.len && is_tidy; i++) {
        is_tidy = !pl_is_space(name.data[i]) ||
                  (name.data[i] == ' ' && name.data[i - 1] != ' ');
    }
    if (is_tidy) {
        return name;
    }
    for (size_t i = 0; i < name.len; i++) {
        if (!pl_is_space(name.data[i])) {
            pl_buf_add_char(&out, name.data[i]);
        } else if (!pl_is_space(name.data[i - 1])) {
            pl_buf_add_char(&out, ' ');
        }
    }
    return pl_buf_str(&out);
}

/* The parent of an entity, unless the tree would be deep or a circle. */
static uint32_t parent_of(const struct pl_plan *plan, uint32_t entity)
{
    uint32_t levels = 0;
    for (uint32_t at = entity; at < plan->entities_count; levels++) {
        if (levels == PL_MAP_DEPTH) {
            return PL_NONE;
        }
        at = plan->entities[at].parent;
    }
    return plan->entities[entity].parent;
}

static void add_entities(struct pl_map_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        pl_str name = pl_range_text(plan->text, it->name);
        *PL_VEC_PUSH(draft->arena, &draft->nodes) = (struct pl_map_node){
            .kind = it->kind,
            .label = it->label,
            .name = pl_map_tidy(draft->arena, name),
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
static void find_owners(struct pl_map_draft *draft)
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

static struct pl_map_draft begin(struct pl_arena *arena,
                                 struct pl_arena *scratch,
                                 const struct pl_plan *plan)
{
    struct pl_map_draft draft = {
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
    return draft;
}

/* ----- the tree ----- */

struct tree {
    struct pl_map_node *nodes;
    struct pl_plan_map *map;
    uint32_t *last_child; /* of each node */
    uint32_t last_root[PL_MAP_KIND_COUNT];
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
    struct pl_map_node *nodes = tree->nodes;
    uint32_t parent = nodes[node].parent;
    uint32_t kind = nodes[node].kind;
    uint32_t *first = parent == PL_NONE ? &tree->map->first_root[kind]
                                        : &nodes[parent].first_child;
    uint32_t *last =
        parent == PL_NONE ? &tree->last_root[kind] : &tree->last_child[parent];
    uint32_t before = nodes[node].before;
    tree->is_placed[node] = true;
    if (*first == PL_NONE) {
        *first = node;
        *last = node;
    } else if (before == PL_MAP_FIRST) {
        nodes[node].next = *first;
        *first = node;
    } else {
        insert_after(tree, node, before == PL_NONE ? *last : before, last);
    }
}

/* After the one that it follows; such a row is short. */
static void place_missing(struct tree *tree, uint32_t node)
{
    uint32_t row[PL_MAP_ROW];
    uint32_t count = 0;
    while (node < PL_MAP_FIRST && !tree->is_placed[node] &&
           count < PL_MAP_ROW) {
        row[count++] = node;
        node = tree->nodes[node].before;
    }
    while (count > 0) {
        place(tree, row[--count]);
    }
}

static void place_sections(const struct pl_map_draft *draft, struct tree *tree)
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

static void build_tree(struct pl_map_draft *draft, struct pl_plan_map *map)
{
    size_t count = draft->nodes.len;
    struct tree tree = {
        .nodes = draft->nodes.items,
        .map = map,
        .last_child = pl_arena_array(draft->scratch, count, sizeof(uint32_t)),
        .is_placed = pl_arena_array(draft->scratch, count, sizeof(bool)),
    };
    for (uint32_t i = 0; i < PL_MAP_KIND_COUNT; i++) {
        map->first_root[i] = PL_NONE;
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

static int compare(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int by_ends(const void *a, const void *b)
{
    const struct pl_map_link *left = a;
    const struct pl_map_link *right = b;
    int order = compare(left->to, right->to);
    order = order ? order : compare(left->from, right->from);
    order = order ? order : compare(left->kind, right->kind);
    return order ? order : compare(left->offset, right->offset);
}

static int by_place(const void *a, const void *b)
{
    const struct pl_map_gap *left = a;
    const struct pl_map_gap *right = b;
    int order = compare(left->offset, right->offset);
    order = order ? order : compare(left->kind, right->kind);
    return order ? order : compare(left->node, right->node);
}

static void sort(struct pl_map_draft *draft)
{
    if (draft->links.len > 1) {
        qsort(draft->links.items, draft->links.len, sizeof(struct pl_map_link),
              by_ends);
    }
    if (draft->gaps.len > 1) {
        qsort(draft->gaps.items, draft->gaps.len, sizeof(struct pl_map_gap),
              by_place);
    }
}

static struct pl_plan_map *finish(struct pl_map_draft *draft)
{
    struct pl_plan_map *map = pl_arena_alloc(draft->arena, sizeof(*map));
    map->plan = draft->plan;
    build_tree(draft, map);
    sort(draft);
    map->nodes = draft->nodes.items;
    map->nodes_count = (uint32_t)draft->nodes.len;
    map->links = draft->links.items;
    map->links_count = (uint32_t)draft->links.len;
    map->gaps = draft->gaps.items;
    map->gaps_count = (uint32_t)draft->gaps.len;
    for (uint32_t i = 0; i < map->nodes_count; i++) {
        map->count[map->nodes[i].kind] += !map->nodes[i].is_missing;
    }
    return map;
}

const struct pl_plan_map *pl_plan_map_build(struct pl_arena *arena,
                                            const struct pl_plan *plan)
{
    struct pl_arena *scratch = pl_arena_new();
    struct pl_map_draft draft = begin(arena, scratch, plan);
    if (plan->entities_count > 0) {
        pl_map_draft_link_mentions(&draft);
        pl_map_draft_link_names(&draft);
        pl_map_draft_find_parents(&draft);
        pl_map_draft_find_numbers(&draft);
        pl_map_draft_find_childless(&draft);
    }
    struct pl_plan_map *map = finish(&draft);
    pl_arena_free(scratch);
    return map;
}
