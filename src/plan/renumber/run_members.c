#include "plan/renumber/run_members.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/search.h"
#include "plan/plan.h"
#include "plan/renumber/numbering.h"

enum {
    NEAR = 3, /* a number that goes on with another series */
    STYLES = PL_LABEL_UPPER_ROMAN + 1,
};

struct finder {
    struct pl_runs *runs;
    struct pl_numbering *numbering;
    const struct pl_plan *plan;
    uint32_t singles[STYLES]; /* the last run of sections "1", "A" ...; or
                                 PL_NONE */
};

static const struct pl_numbered *at(const struct finder *f, uint32_t index)
{
    return &f->numbering->items[index];
}

static struct pl_label_part last_part(const struct finder *f, uint32_t index)
{
    struct pl_label label = at(f, index)->label;
    return label.parts[label.count - 1];
}

static uint32_t begin(const struct finder *f)
{
    PL_VEC_PUSH(f->runs->arena, &f->runs->items);
    return (uint32_t)f->runs->items.len - 1;
}

static void put(const struct finder *f, uint32_t run, uint32_t index)
{
    struct pl_run *it = &f->runs->items.items[run];
    *PL_VEC_PUSH(f->runs->arena, &it->members) = index;
    f->numbering->items[index].run = run;
}

static uint32_t last_member(const struct finder *f, uint32_t run)
{
    const struct pl_run *it = &f->runs->items.items[run];
    return it->members.items[it->members.len - 1];
}

static uint32_t section_of(const struct finder *f, uint32_t index)
{
    return f->plan->blocks[at(f, index)->block].section;
}

/* A resolution or a decision before a section, whose annexes begin anew. */
static bool has_act_between(const struct finder *f, uint32_t a, uint32_t b)
{
    uint32_t end = section_of(f, b);
    for (uint32_t i = section_of(f, a) + 1; i < end; i++) {
        enum pl_part_kind kind = f->plan->sections[i].part_kind;
        if (kind == PL_PART_RESOLUTION || kind == PL_PART_DECISION) {
            return true;
        }
    }
    return false;
}

/* A 1 after a higher number, and a 2 after it, begin anew. */
static bool is_restart(const struct finder *f, uint32_t a, uint32_t b,
                       uint32_t after)
{
    return after != PL_NONE && last_part(f, a).value > 1 &&
           last_part(f, b).value == 1 && last_part(f, after).value == 2;
}

/* Whether two members of one series are numbered apart. */
static bool are_apart(const struct finder *f, uint32_t a, uint32_t b,
                      uint32_t after)
{
    const struct pl_numbered *it = at(f, b);
    if (is_restart(f, a, b, after)) {
        return true;
    }
    if (it->source == PL_NUMBERED_SECTION && it->place != PL_PLACE_SECTION) {
        return has_act_between(f, a, b);
    }
    return it->label.count > 1 && pl_numbering_holder(f->numbering, a) !=
                                      pl_numbering_holder(f->numbering, b);
}

/* The run of single numbers that a section goes on with: "3" in the second
 * part after "2" in the first; PL_NONE. */
static uint32_t resumed_sections(const struct finder *f, uint32_t index)
{
    struct pl_label_part part = last_part(f, index);
    uint32_t run = f->singles[part.style];
    if (at(f, index)->label.count > 1 || run == PL_NONE || part.value == 1) {
        return PL_NONE;
    }
    uint32_t last = last_member(f, run);
    uint32_t next = last_part(f, last).value + 1U;
    uint32_t value = part.value;
    bool is_near = value + NEAR >= next && value <= next + NEAR;
    return is_near && pl_plan_part_of(f->plan, section_of(f, last)) ==
                          pl_plan_part_of(f->plan, section_of(f, index))
               ? run
               : PL_NONE;
}

/* The run of nothing but that number, before a paragraph that has it, too: it
 * was put before the first one. */
static uint32_t doubled_paragraph(const struct finder *f, uint32_t index)
{
    if (f->runs->items.len == 0) {
        return PL_NONE;
    }
    uint32_t run = (uint32_t)f->runs->items.len - 1;
    uint32_t last = last_member(f, run);
    uint32_t first = f->runs->items.items[run].members.items[0];
    return section_of(f, first) == section_of(f, index) &&
                   pl_label_eq(at(f, first)->label, at(f, last)->label) &&
                   pl_label_eq(at(f, last)->label, at(f, index)->label)
               ? run
               : PL_NONE;
}

/* The only item of a list, in the block before the list that begins with the
 * same mark: it was put before the first one; PL_NONE. */
static uint32_t doubled_item(const struct finder *f, uint32_t index)
{
    uint32_t first = f->numbering->first[PL_NUMBERED_ITEM];
    if (index == first) {
        return PL_NONE;
    }
    const struct pl_item *it = &f->plan->items[index - first];
    const struct pl_item *before = it - 1;
    return it->block == before->block + 1 && before->label.count > 0 &&
                   f->plan->lists[before->list].item_count == 1 &&
                   pl_str_eq(pl_range_text(f->plan->text, it->marker),
                             pl_range_text(f->plan->text, before->marker))
               ? index - 1
               : PL_NONE;
}

static uint32_t run_to_begin_with(struct finder *f, uint32_t index)
{
    const struct pl_numbered *it = at(f, index);
    uint32_t run = PL_NONE;
    if (it->source == PL_NUMBERED_PARAGRAPH) {
        run = doubled_paragraph(f, index);
    } else if (it->place == PL_PLACE_SECTION) {
        run = resumed_sections(f, index);
    }
    run = run == PL_NONE ? begin(f) : run;
    if (it->place == PL_PLACE_SECTION && it->label.count == 1) {
        f->singles[last_part(f, index).style] = run;
    }
    return run;
}

/* Resolutions have names, not numbers that follow each other; what is said of
 * an image again in its caption counts once. */
static bool is_counted(const struct finder *f, uint32_t index)
{
    const struct pl_numbered *it = at(f, index);
    bool is_echo = it->source == PL_NUMBERED_CAPTION && it->same != index;
    return !is_echo &&
           (it->source != PL_NUMBERED_SECTION || it->place != PL_PLACE_NONE);
}

/* The member for an entry of a series of the plan, or PL_NONE. */
static uint32_t member_for(const struct finder *f,
                           const struct pl_series *series, uint32_t entry,
                           enum pl_numbered_source source)
{
    if (entry >= series->entry_end) {
        return PL_NONE;
    }
    uint32_t start = f->plan->series_entries[entry].range.start;
    uint32_t index = pl_numbering_find(f->numbering, 1U << source, start);
    return index != PL_NONE && is_counted(f, index) ? index : PL_NONE;
}

static void add_series(struct finder *f, const struct pl_series *series,
                       enum pl_numbered_source source)
{
    uint32_t run = PL_NONE;
    uint32_t last = PL_NONE;
    uint32_t next = member_for(f, series, series->first_entry, source);
    for (uint32_t i = series->first_entry; i < series->entry_end; i++) {
        uint32_t index = next;
        next = member_for(f, series, i + 1, source);
        if (index == PL_NONE) {
            continue;
        }
        if (last == PL_NONE || are_apart(f, last, index, next)) {
            run = run_to_begin_with(f, index);
            last =
                source == PL_NUMBERED_ITEM ? doubled_item(f, index) : PL_NONE;
            if (last != PL_NONE) {
                put(f, run, last);
            }
        }
        put(f, run, index);
        last = index;
    }
}

static const struct {
    enum pl_series_kind series;
    enum pl_numbered_source source;
} kinds[] = {
    [PL_RENUMBER_SECTIONS] = {PL_SERIES_SECTION, PL_NUMBERED_SECTION},
    [PL_RENUMBER_PARAGRAPHS] = {PL_SERIES_PARAGRAPH, PL_NUMBERED_PARAGRAPH},
    [PL_RENUMBER_ITEMS] = {PL_SERIES_ITEM, PL_NUMBERED_ITEM},
    [PL_RENUMBER_ANNEXES] = {PL_SERIES_ANNEX, PL_NUMBERED_SECTION},
    [PL_RENUMBER_FIGURES] = {PL_SERIES_FIGURE, PL_NUMBERED_CAPTION},
    [PL_RENUMBER_TABLES] = {PL_SERIES_TABLE, PL_NUMBERED_CAPTION},
    [PL_RENUMBER_FOOTNOTES] = {PL_SERIES_FOOTNOTE, PL_NUMBERED_FOOTNOTE},
};

/* Entities of one family whose numbers begin alike and look alike. */
static pl_str key_of_entity(const struct finder *f, uint32_t index)
{
    const struct pl_entity *entity =
        &f->plan->entities[index - f->numbering->first[PL_NUMBERED_ENTITY]];
    struct pl_label label = entity->label;
    struct pl_buf key = pl_buf_in(f->runs->arena);
    label.count--;
    pl_buf_add_number(&key, entity->family);
    pl_buf_addf(&key, " %d %u ", last_part(f, index).style,
                pl_numbering_holder(f->numbering, index));
    pl_label_write(&key, label);
    return pl_buf_str(&key);
}

/* Targets "1", "2" that begin anew under each goal, or in another list. */
static bool begins_anew(const struct finder *f, uint32_t last, uint32_t index)
{
    uint32_t first = f->numbering->first[PL_NUMBERED_ENTITY];
    const struct pl_entity *entities = f->plan->entities;
    return at(f, index)->label.count == 1 && last_part(f, index).value == 1 &&
           (last_part(f, last).value > 1 ||
            entities[last - first].parent != entities[index - first].parent);
}

static void add_entities(struct finder *f, enum pl_entity_kind kind)
{
    struct pl_map *runs = pl_map_new(f->runs->arena, 16);
    for (uint32_t i = 0; i < f->plan->entities_count; i++) {
        uint32_t index = f->numbering->first[PL_NUMBERED_ENTITY] + i;
        if (f->plan->entities[i].kind != kind ||
            at(f, index)->label.count == 0) {
            continue;
        }
        pl_str key = key_of_entity(f, index);
        uint32_t run = pl_map_get(runs, key);
        if (run == PL_NONE || begins_anew(f, last_member(f, run), index)) {
            run = begin(f);
            pl_map_put(runs, key, run);
        }
        put(f, run, index);
    }
}

/* From the first number to the next heading after the last one. */
static void measure(struct finder *f, uint32_t run)
{
    struct pl_run *it = &f->runs->items.items[run];
    uint32_t block = at(f, last_member(f, run))->block;
    uint32_t next = PL_FIRST_FROM(f->plan->sections, f->plan->sections_count,
                                  heading, block + 1);
    it->extent.start = at(f, it->members.items[0])->range.start;
    it->extent.end =
        next < f->plan->sections_count
            ? f->plan->blocks[f->plan->sections[next].heading].range.start
            : (uint32_t)f->plan->text.len;
}

void pl_run_members_find(struct pl_runs *runs, struct pl_numbering *numbering,
                         enum pl_renumber_kind kind)
{
    struct finder f = {
        .runs = runs, .numbering = numbering, .plan = numbering->plan};
    for (size_t i = 0; i < STYLES; i++) {
        f.singles[i] = PL_NONE;
    }
    if (kind >= PL_RENUMBER_ENTITIES) {
        add_entities(&f, (enum pl_entity_kind)(kind - PL_RENUMBER_ENTITIES));
    }
    for (uint32_t i = 0;
         kind < PL_RENUMBER_ENTITIES && i < f.plan->series_count; i++) {
        if (f.plan->series[i].kind == kinds[kind].series) {
            add_series(&f, &f.plan->series[i], kinds[kind].source);
        }
    }
    for (uint32_t i = 0; i < runs->items.len; i++) {
        measure(&f, i);
    }
}
