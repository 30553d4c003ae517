/* Entities that are named by their number, and marks of footnotes. */
#include "base/map.h"
#include "base/search.h"
#include "plan/plan.h"
#include "plan/renumber/numbering.h"
#include "plan/renumber/rewriter.h"

static uint32_t thing_of(const struct pl_numbering *numbering, uint32_t entity)
{
    return numbering->first[PL_NUMBERED_ENTITY] + entity;
}

static struct pl_label new_label(const struct pl_numbering *numbering,
                                 uint32_t thing)
{
    return numbering->items[numbering->items[thing].same].new_label;
}

static pl_str key_of(struct pl_arena *arena, enum pl_entity_kind kind,
                     uint32_t family, struct pl_label label)
{
    struct pl_buf key = pl_buf_in(arena);
    pl_buf_addf(&key, "%d %u ", (int)kind, family);
    pl_label_write(&key, label);
    return pl_buf_str(&key);
}

/* The numbers of entities: that several have, and that change. */
struct entity_numbers {
    struct pl_map *several;
    struct pl_map *changing;
};

static struct entity_numbers find_numbers(const struct pl_rewriter *r)
{
    const struct pl_plan *plan = r->numbering->plan;
    struct pl_arena *arena = r->numbering->arena;
    struct pl_map *seen = pl_map_new(arena, plan->entities_count);
    struct entity_numbers numbers = {pl_map_new(arena, 16),
                                     pl_map_new(arena, 16)};
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (it->label.count == 0) {
            continue;
        }
        pl_str key = key_of(arena, it->kind, it->family, it->label);
        if (pl_map_get_or_add(seen, key, i) != i) {
            pl_map_put(numbers.several, key, 1);
        }
        if (pl_numbered_changes(r->numbering, thing_of(r->numbering, i))) {
            pl_map_put(numbers.changing, key, 1);
        }
    }
    return numbers;
}

/* Where the number of a mention is, without the name after it. */
static struct pl_range number_of(const struct pl_mention *mention)
{
    bool is_before = !pl_range_is_empty(mention->name) &&
                     mention->name.start > mention->range.start;
    return (struct pl_range){mention->range.start, is_before
                                                       ? mention->name.start
                                                       : mention->range.end};
}

/* Whether a reference says the same: it has been seen to. */
static bool is_reference(const struct pl_plan *plan, struct pl_range mention)
{
    uint32_t next = PL_FIRST_FROM(plan->references, plan->references_count,
                                  range.start, mention.start);
    return next < plan->references_count &&
           plan->references[next].range.start < mention.end;
}

/* What stands after the first number of a mention: the "to 3" of a range. */
static bool has_more(const struct pl_rewriter *r, struct pl_range number,
                     struct pl_label label, struct pl_range *rest)
{
    pl_str text = r->numbering->plan->text;
    struct pl_typed typed;
    if (!pl_typed_find(text, number, label, &typed)) {
        return false;
    }
    *rest = (struct pl_range){typed.parts[typed.count - 1].end, number.end};
    while (rest->start < rest->end && !pl_is_alnum(text.data[rest->start])) {
        rest->start++;
    }
    return !pl_range_is_empty(*rest);
}

static void change_mention(struct pl_rewriter *r, const struct pl_mention *it,
                           uint32_t thing)
{
    struct pl_range number = number_of(it);
    struct pl_range rest;
    if (has_more(r, number, it->label, &rest)) {
        pl_rewriter_leave(r, number, PL_LEFT_UNSURE);
    } else if (pl_rewriter_change(r, number, it->label,
                                  new_label(r->numbering, thing))) {
        r->references++;
    } else {
        pl_rewriter_leave_failed(r, number);
    }
}

static void follow_mentions(struct pl_rewriter *r)
{
    const struct pl_plan *plan = r->numbering->plan;
    struct entity_numbers numbers = find_numbers(r);
    for (uint32_t i = 0; i < plan->mentions_count; i++) {
        const struct pl_mention *it = &plan->mentions[i];
        if (it->entity == PL_NONE || it->label.count == 0 ||
            is_reference(plan, number_of(it))) {
            continue;
        }
        const struct pl_entity *entity = &plan->entities[it->entity];
        pl_str key = key_of(r->numbering->arena, entity->kind, entity->family,
                            entity->label);
        if (pl_map_get(numbers.changing, key) == PL_NONE) {
            continue;
        }
        if (pl_map_get(numbers.several, key) != PL_NONE) {
            pl_rewriter_leave(r, number_of(it), PL_LEFT_DOUBLED);
        } else {
            change_mention(r, it, thing_of(r->numbering, it->entity));
        }
    }
}

/* Whether another note has the same number. */
static bool is_doubled_note(const struct pl_numbering *numbering,
                            uint32_t thing)
{
    const struct pl_numbered *it = &numbering->items[thing];
    struct pl_range whole = {0, (uint32_t)numbering->plan->text.len};
    struct pl_range found;
    bool all = pl_places_find_in(numbering->places, PL_PLACE_FOOTNOTE,
                                 it->label, whole, &found);
    whole.start = found.start + 1;
    return all && pl_places_find_in(numbering->places, PL_PLACE_FOOTNOTE,
                                    it->label, whole, &found);
}

/* The note of a mark: where several have its number, the only one of them in
 * its block; PL_NONE. */
static uint32_t note_of(const struct pl_rewriter *r,
                        const struct pl_footnote_mark *mark)
{
    const struct pl_plan *plan = r->numbering->plan;
    uint32_t first = r->numbering->first[PL_NUMBERED_FOOTNOTE];
    if (!is_doubled_note(r->numbering, first + mark->note)) {
        return first + mark->note;
    }
    uint32_t found = PL_NONE;
    uint32_t i = PL_FIRST_FROM(plan->footnotes, plan->footnotes_count, block,
                               mark->block);
    for (; i < plan->footnotes_count && plan->footnotes[i].block == mark->block;
         i++) {
        if (pl_str_eq(plan->footnotes[i].id, mark->id)) {
            if (found != PL_NONE) {
                return PL_NONE;
            }
            found = first + i;
        }
    }
    return found;
}

static void follow_mark(struct pl_rewriter *r,
                        const struct pl_footnote_mark *mark,
                        struct pl_label label)
{
    uint32_t thing = note_of(r, mark);
    if (thing == PL_NONE) {
        pl_rewriter_leave(r, mark->range, PL_LEFT_DOUBLED);
    } else if (!pl_numbered_changes(r->numbering, thing)) {
        return;
    } else if (pl_rewriter_change(r, mark->range, label,
                                  new_label(r->numbering, thing))) {
        r->references++;
    } else {
        pl_rewriter_leave_failed(r, mark->range);
    }
}

static void follow_marks(struct pl_rewriter *r)
{
    const struct pl_plan *plan = r->numbering->plan;
    uint32_t first = r->numbering->first[PL_NUMBERED_FOOTNOTE];
    for (uint32_t i = 0; i < plan->footnote_marks_count; i++) {
        const struct pl_footnote_mark *it = &plan->footnote_marks[i];
        struct pl_label label =
            it->note == PL_NONE ? (struct pl_label){0}
                                : r->numbering->items[first + it->note].label;
        if (label.count > 0 &&
            pl_numbering_is_old(r->numbering, PL_PLACE_FOOTNOTE, label)) {
            follow_mark(r, it, label);
        }
    }
}

void pl_rewriter_mentions(struct pl_rewriter *rewriter)
{
    follow_mentions(rewriter);
    follow_marks(rewriter);
}
