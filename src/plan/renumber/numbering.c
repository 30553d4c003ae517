#include "plan/renumber/numbering.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/order.h"
#include "base/search.h"
#include "plan/plan.h"

static struct pl_numbered *add(struct pl_numbering *numbering,
                               enum pl_numbered_source source,
                               struct pl_label label, struct pl_range range)
{
    struct pl_numbered *added = &numbering->items[numbering->count];
    *added = (struct pl_numbered){
        .label = label,
        .new_label = label,
        .range = range,
        .source = source,
        .same = numbering->count++,
        .next_same = PL_NONE,
        .run = PL_NONE,
        .model = PL_NONE,
    };
    pl_typed_find(numbering->plan->text, range, label, &added->typed);
    return added;
}

static void add_outline(struct pl_numbering *numbering)
{
    const struct pl_plan *plan = numbering->plan;
    numbering->first[PL_NUMBERED_SECTION] = numbering->count;
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *it = &plan->sections[i];
        struct pl_numbered *added =
            add(numbering, PL_NUMBERED_SECTION, it->label, it->number);
        added->place = pl_place_kind_of_section(it);
        added->block = it->heading;
        added->is_damaged = it->is_damaged;
    }
    numbering->first[PL_NUMBERED_PARAGRAPH] = numbering->count;
    for (uint32_t i = 0; i < plan->paragraphs_count; i++) {
        const struct pl_paragraph *it = &plan->paragraphs[i];
        struct pl_numbered *added =
            add(numbering, PL_NUMBERED_PARAGRAPH, it->label, it->number);
        added->place = PL_PLACE_PARAGRAPH;
        added->block = it->block;
    }
    numbering->first[PL_NUMBERED_ITEM] = numbering->count;
    for (uint32_t i = 0; i < plan->items_count; i++) {
        const struct pl_item *it = &plan->items[i];
        struct pl_numbered *added =
            add(numbering, PL_NUMBERED_ITEM, it->label, it->marker);
        added->place = PL_PLACE_ITEM;
        added->block = it->block;
    }
}

static void add_the_rest(struct pl_numbering *numbering)
{
    const struct pl_plan *plan = numbering->plan;
    numbering->first[PL_NUMBERED_CAPTION] = numbering->count;
    for (uint32_t i = 0; i < plan->captions_count; i++) {
        const struct pl_caption *it = &plan->captions[i];
        struct pl_numbered *added =
            add(numbering, PL_NUMBERED_CAPTION, it->label, it->range);
        added->place = pl_place_kind_of_caption(it->kind);
        added->block = it->block;
    }
    numbering->first[PL_NUMBERED_ENTITY] = numbering->count;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        struct pl_range range =
            pl_range_is_empty(it->number) ? it->range : it->number;
        struct pl_numbered *added =
            add(numbering, PL_NUMBERED_ENTITY, it->label, range);
        added->place = pl_place_kind_of_entity(it->kind);
        added->block = it->block;
    }
    numbering->first[PL_NUMBERED_FOOTNOTE] = numbering->count;
    for (uint32_t i = 0; i < plan->footnotes_count; i++) {
        const struct pl_footnote *it = &plan->footnotes[i];
        struct pl_label label;
        if (!pl_label_parse(it->id, &label)) {
            label = (struct pl_label){0};
        }
        struct pl_numbered *added =
            add(numbering, PL_NUMBERED_FOOTNOTE, label, it->label);
        added->place = PL_PLACE_FOOTNOTE;
        added->block = it->block;
    }
    numbering->first[PL_NUMBERED_SOURCE_COUNT] = numbering->count;
}

struct spot {
    uint32_t start;
    uint32_t index;
};

static int by_start(const void *a, const void *b)
{
    const struct spot *left = a;
    const struct spot *right = b;
    int order = pl_order(left->start, right->start);
    return order ? order : pl_order(left->index, right->index);
}

/* Where the digits or letters of a number begin. */
static uint32_t start_of(const struct pl_numbered *it)
{
    return it->typed.count > 0 ? it->typed.parts[0].start : it->range.start;
}

/* Things with one and the same number are chained. */
static void join_same(struct pl_numbering *numbering, const struct spot *spots)
{
    for (uint32_t i = 1; i < numbering->place_count; i++) {
        struct pl_numbered *last = &numbering->items[spots[i - 1].index];
        struct pl_numbered *it = &numbering->items[spots[i].index];
        if (spots[i - 1].start == spots[i].start &&
            pl_label_eq(last->label, it->label)) {
            it->same = last->same;
            last->next_same = spots[i].index;
        }
    }
}

/* "![Figure 2](...)" and "Figure 2: ..." below it are one. */
static void join_captions(struct pl_numbering *numbering)
{
    const struct pl_plan *plan = numbering->plan;
    uint32_t first = numbering->first[PL_NUMBERED_CAPTION];
    for (uint32_t i = first + 1; i < first + plan->captions_count; i++) {
        struct pl_numbered *it = &numbering->items[i];
        struct pl_numbered *last = &numbering->items[i - 1];
        if (last->label.count > 0 && last->same == i - 1 &&
            last->next_same == PL_NONE && it->same == i &&
            last->place == it->place && pl_label_eq(last->label, it->label) &&
            it->block - last->block <= 2 && last->range.start >= 2 &&
            pl_str_ends(pl_str_slice(plan->text, 0, last->range.start),
                        (pl_str)PL_STR("!["))) {
            it->same = i - 1;
            last->next_same = i;
        }
    }
}

static void sort_by_parts(struct pl_numbering *numbering)
{
    uint32_t at = 0;
    for (unsigned parts = 1; parts <= PL_LABEL_MAX_PARTS; parts++) {
        for (uint32_t i = 0; i < numbering->place_count; i++) {
            uint32_t index = numbering->by_place[i];
            if (numbering->items[index].label.count == parts) {
                numbering->by_parts[at++] = index;
            }
        }
    }
}

static void sort_places(struct pl_numbering *numbering, struct pl_arena *arena)
{
    struct spot *spots =
        pl_arena_array(arena, numbering->count + 1, sizeof(*spots));
    uint32_t count = 0;
    for (uint32_t i = 0; i < numbering->count; i++) {
        if (numbering->items[i].label.count > 0) {
            spots[count++] = (struct spot){start_of(&numbering->items[i]), i};
        }
    }
    numbering->place_count = count;
    if (count > 1) {
        qsort(spots, count, sizeof(*spots), by_start);
    }
    join_same(numbering, spots);
    join_captions(numbering);
    for (uint32_t i = 0; i < count; i++) {
        spots[i].start = numbering->items[spots[i].index].range.start;
    }
    if (count > 1) {
        qsort(spots, count, sizeof(*spots), by_start);
    }
    size_t size = sizeof(*numbering->by_place);
    numbering->by_place = pl_arena_array(arena, count + 1, size);
    numbering->by_parts = pl_arena_array(arena, count + 1, size);
    for (uint32_t i = 0; i < count; i++) {
        numbering->by_place[i] = spots[i].index;
    }
    sort_by_parts(numbering);
}

struct pl_numbering *pl_numbering_build(struct pl_arena *arena,
                                        const struct pl_plan *plan)
{
    struct pl_numbering *numbering = pl_arena_alloc(arena, sizeof(*numbering));
    size_t most = (size_t)plan->sections_count + plan->paragraphs_count +
                  plan->items_count + plan->captions_count +
                  plan->entities_count + plan->footnotes_count;
    numbering->arena = arena;
    numbering->plan = plan;
    numbering->items =
        pl_arena_array(arena, most + 1, sizeof(*numbering->items));
    add_outline(numbering);
    add_the_rest(numbering);
    sort_places(numbering, arena);
    numbering->places = pl_places_build(arena, plan);
    numbering->old_labels = pl_map_new(arena, 64);
    numbering->new_labels = pl_map_new(arena, 64);
    return numbering;
}

static bool keeps_any(const struct pl_renumber_keeper *keeper,
                      struct pl_numbered *it)
{
    for (uint8_t i = 0; i < it->typed.count; i++) {
        if (keeper->keeps(keeper->context, it->typed.parts[i], &it->why_kept)) {
            return true;
        }
    }
    return it->typed.count == 0 &&
           keeper->keeps(keeper->context, it->range, &it->why_kept);
}

void pl_numbering_keep(struct pl_numbering *numbering,
                       const struct pl_renumber_keeper *keeper)
{
    for (uint32_t i = 0; i < numbering->count; i++) {
        struct pl_numbered *it = &numbering->items[i];
        it->is_kept = it->label.count > 0 && keeps_any(keeper, it);
    }
}

uint32_t pl_numbering_find(const struct pl_numbering *numbering,
                           unsigned sources, uint32_t start)
{
    uint32_t low = 0;
    uint32_t high = numbering->place_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (numbering->items[numbering->by_place[middle]].range.start < start) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (; low < numbering->place_count; low++) {
        uint32_t index = numbering->by_place[low];
        if (numbering->items[index].range.start != start) {
            break;
        }
        if (sources & 1U << numbering->items[index].source) {
            return index;
        }
    }
    return PL_NONE;
}

/* The section itself, or the next one around it that has a number. */
static uint32_t numbered_section(const struct pl_numbering *numbering,
                                 uint32_t section)
{
    const struct pl_plan *plan = numbering->plan;
    while (section != PL_NONE && plan->sections[section].label.count == 0) {
        section = plan->sections[section].parent;
    }
    return section == PL_NONE ? PL_NONE
                              : numbering->first[PL_NUMBERED_SECTION] + section;
}

static uint32_t around_item(const struct pl_numbering *numbering,
                            uint32_t index)
{
    const struct pl_plan *plan = numbering->plan;
    const struct pl_item *item =
        &plan->items[index - numbering->first[PL_NUMBERED_ITEM]];
    uint32_t parent = plan->lists[item->list].parent;
    while (parent != PL_NONE && plan->items[parent].label.count == 0) {
        parent = plan->lists[plan->items[parent].list].parent;
    }
    if (parent != PL_NONE) {
        return numbering->first[PL_NUMBERED_ITEM] + parent;
    }
    uint32_t section = plan->blocks[item->block].section;
    uint32_t paragraph = pl_plan_paragraph_at(plan, item->block);
    if (paragraph != PL_NONE &&
        plan->blocks[plan->paragraphs[paragraph].block].section == section) {
        return numbering->first[PL_NUMBERED_PARAGRAPH] + paragraph;
    }
    return numbered_section(numbering, section);
}

static uint32_t around_entity(const struct pl_numbering *numbering,
                              uint32_t index)
{
    uint32_t first = numbering->first[PL_NUMBERED_ENTITY];
    const struct pl_entity *entities = numbering->plan->entities;
    uint32_t parent = entities[index - first].parent;
    while (parent != PL_NONE && entities[parent].label.count == 0) {
        parent = entities[parent].parent;
    }
    return parent == PL_NONE ? PL_NONE : first + parent;
}

uint32_t pl_numbering_around(const struct pl_numbering *numbering,
                             uint32_t index)
{
    const struct pl_plan *plan = numbering->plan;
    const struct pl_numbered *it = &numbering->items[index];
    switch (it->source) {
    case PL_NUMBERED_SECTION:
        return numbered_section(
            numbering,
            plan->sections[index - numbering->first[PL_NUMBERED_SECTION]]
                .parent);
    case PL_NUMBERED_PARAGRAPH:
    case PL_NUMBERED_CAPTION:
        return numbered_section(numbering, plan->blocks[it->block].section);
    case PL_NUMBERED_ITEM:
        return around_item(numbering, index);
    case PL_NUMBERED_ENTITY:
        return around_entity(numbering, index);
    case PL_NUMBERED_FOOTNOTE:
    case PL_NUMBERED_SOURCE_COUNT:
        break;
    }
    return PL_NONE;
}

/* Whether `a` begins `b`, figures with figures and letters with letters. */
static bool begins(struct pl_label a, struct pl_label b)
{
    for (uint8_t i = 0; i < a.count && i < b.count; i++) {
        if ((a.parts[i].style == PL_LABEL_DECIMAL) !=
            (b.parts[i].style == PL_LABEL_DECIMAL)) {
            return false;
        }
    }
    return pl_label_is_ancestor(a, b);
}

uint32_t pl_numbering_holder(const struct pl_numbering *numbering,
                             uint32_t index)
{
    struct pl_label label = numbering->items[index].label;
    uint32_t at =
        label.count > 1 ? pl_numbering_around(numbering, index) : PL_NONE;
    while (at != PL_NONE && !begins(numbering->items[at].label, label)) {
        at = pl_numbering_around(numbering, at);
    }
    return at;
}

/* Takes over the first parts from what things with this number stand in. */
static void follow_holder(struct pl_numbering *numbering, uint32_t index)
{
    struct pl_numbered *it = &numbering->items[index];
    for (uint32_t twin = index; twin != PL_NONE;
         twin = numbering->items[twin].next_same) {
        uint32_t holder = pl_numbering_holder(numbering, twin);
        if (holder != PL_NONE) {
            const struct pl_numbered *same =
                &numbering->items[numbering->items[holder].same];
            for (uint8_t i = 0; i < same->label.count; i++) {
                it->new_label.parts[i] = same->new_label.parts[i];
            }
            return;
        }
    }
}

/* Kind and number as a key. */
static pl_str key_of(struct pl_arena *arena, enum pl_place_kind place,
                     struct pl_label label)
{
    struct pl_buf key = pl_buf_in(arena);
    pl_buf_add_char(&key, (char)place);
    pl_label_write(&key, label);
    return pl_buf_str(&key);
}

bool pl_numbered_changes(const struct pl_numbering *numbering, uint32_t index)
{
    const struct pl_numbered *it =
        &numbering->items[numbering->items[index].same];
    return !pl_label_eq(it->label, it->new_label);
}

static void remember(struct pl_numbering *numbering, uint32_t index)
{
    const struct pl_numbered *it = &numbering->items[index];
    const struct pl_numbered *same = &numbering->items[it->same];
    if (pl_numbered_changes(numbering, index)) {
        pl_map_put(numbering->old_labels,
                   key_of(numbering->arena, it->place, it->label), 1);
        pl_map_put(numbering->new_labels,
                   key_of(numbering->arena, it->place, same->new_label), 1);
    }
}

void pl_numbering_settle(struct pl_numbering *numbering)
{
    for (uint32_t i = 0; i < numbering->place_count; i++) {
        uint32_t index = numbering->by_parts[i];
        struct pl_numbered *it = &numbering->items[index];
        if (it->same == index && it->label.count > 1 && !it->is_kept) {
            follow_holder(numbering, index);
        }
    }
    for (uint32_t i = 0; i < numbering->place_count; i++) {
        remember(numbering, numbering->by_place[i]);
    }
}

static bool is_in(const struct pl_numbering *numbering,
                  const struct pl_map *map, enum pl_place_kind place,
                  struct pl_label label)
{
    bool found = false;
    for (; label.count > 0 && !found; label.count--) {
        pl_str key = key_of(numbering->arena, place, label);
        found = pl_map_get(map, key) != PL_NONE;
    }
    return found;
}

bool pl_numbering_is_old(const struct pl_numbering *numbering,
                         enum pl_place_kind place, struct pl_label label)
{
    return is_in(numbering, numbering->old_labels, place, label);
}

bool pl_numbering_is_touched(const struct pl_numbering *numbering,
                             enum pl_place_kind place, struct pl_label label)
{
    return is_in(numbering, numbering->old_labels, place, label) ||
           is_in(numbering, numbering->new_labels, place, label);
}

bool pl_numbering_has_old(const struct pl_numbering *numbering,
                          enum pl_place_kind place, struct pl_label label)
{
    return pl_map_get(numbering->old_labels,
                      key_of(numbering->arena, place, label)) != PL_NONE;
}
