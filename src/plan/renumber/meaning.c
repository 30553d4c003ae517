#include "plan/renumber/meaning.h"

#include "plan/plan.h"
#include "plan/renumber/numbering.h"
#include "plan/renumber/runs.h"
#include "plan/renumber/surroundings.h"

enum {
    MAX_PLACES = 4,
    MANY = 64, /* things with one number */
};

static const enum pl_place_kind places[][MAX_PLACES] = {
    [PL_REFERENCE_PARAGRAPH] = {PL_PLACE_PARAGRAPH, PL_PLACE_SECTION,
                                PL_PLACE_ITEM},
    [PL_REFERENCE_SECTION] = {PL_PLACE_SECTION, PL_PLACE_PARAGRAPH,
                              PL_PLACE_PART},
    [PL_REFERENCE_ANNEX] = {PL_PLACE_ANNEX, PL_PLACE_APPENDIX,
                            PL_PLACE_ATTACHMENT, PL_PLACE_SCHEDULE},
    [PL_REFERENCE_TABLE] = {PL_PLACE_TABLE},
    [PL_REFERENCE_FIGURE] = {PL_PLACE_FIGURE},
    [PL_REFERENCE_BOX] = {PL_PLACE_BOX},
    [PL_REFERENCE_GOAL] = {PL_PLACE_GOAL},
    [PL_REFERENCE_OBJECTIVE] = {PL_PLACE_OBJECTIVE},
    [PL_REFERENCE_TARGET] = {PL_PLACE_TARGET},
    [PL_REFERENCE_ITEM] = {PL_PLACE_ITEM, PL_PLACE_PARAGRAPH, PL_PLACE_SECTION},
    [PL_REFERENCE_FOOTNOTE] = {PL_PLACE_FOOTNOTE},
    [PL_REFERENCE_ARTICLE] = {PL_PLACE_NONE},
};

static unsigned sources_of(enum pl_reference_kind kind)
{
    switch (kind) {
    case PL_REFERENCE_PARAGRAPH:
    case PL_REFERENCE_SECTION:
    case PL_REFERENCE_ITEM:
        return 1U << PL_NUMBERED_SECTION | 1U << PL_NUMBERED_PARAGRAPH |
               1U << PL_NUMBERED_ITEM;
    case PL_REFERENCE_ANNEX:
        return 1U << PL_NUMBERED_SECTION;
    case PL_REFERENCE_TABLE:
    case PL_REFERENCE_FIGURE:
    case PL_REFERENCE_BOX:
        return 1U << PL_NUMBERED_CAPTION;
    case PL_REFERENCE_GOAL:
    case PL_REFERENCE_OBJECTIVE:
    case PL_REFERENCE_TARGET:
        return 1U << PL_NUMBERED_ENTITY;
    case PL_REFERENCE_FOOTNOTE:
        return 1U << PL_NUMBERED_FOOTNOTE;
    case PL_REFERENCE_ARTICLE:
        break;
    }
    return 0;
}

/* The things that a label names, the innermost first: (a), then 12. */
struct chain {
    uint8_t count;
    uint32_t things[PL_LABEL_MAX_PARTS];
};

static const struct pl_numbered *at(const struct pl_meaner *m, uint32_t index)
{
    return &m->numbering->items[index];
}

static const struct pl_numbered *renumbered(const struct pl_meaner *m,
                                            uint32_t index)
{
    return at(m, at(m, index)->same);
}

/* Whether `tail` is the parts of `label` that end before `end`. */
static bool ends_with(struct pl_label label, uint8_t end, struct pl_label tail)
{
    if (tail.count == 0 || tail.count > end) {
        return false;
    }
    struct pl_label piece = {.count = tail.count};
    for (uint8_t i = 0; i < tail.count; i++) {
        piece.parts[i] = label.parts[end - tail.count + i];
    }
    return pl_label_eq(piece, tail);
}

/* A letter may have been read as a Roman number. */
static bool is_named(const struct pl_meaner *m, struct pl_label label,
                     uint8_t end, uint32_t thing)
{
    const struct pl_numbered *it = at(m, thing);
    struct pl_typed typed;
    struct pl_label piece = {.count = it->label.count};
    if (ends_with(label, end, it->label)) {
        return true;
    }
    for (uint8_t i = 0; i < piece.count && piece.count <= end; i++) {
        piece.parts[i] = label.parts[end - piece.count + i];
    }
    return piece.count <= end &&
           pl_typed_find(m->numbering->plan->text, it->range, piece, &typed);
}

/* From what a label is found to mean to what its first parts name. */
static bool follow(const struct pl_meaner *m, uint32_t target,
                   struct pl_label label, struct chain *chain)
{
    uint8_t end = label.count;
    chain->count = 0;
    while (end > 0 && target != PL_NONE) {
        if (is_named(m, label, end, target)) {
            end = (uint8_t)(end - at(m, target)->label.count);
            chain->things[chain->count++] = target;
        } else if (end == label.count) {
            return false;
        }
        target = pl_numbering_around(m->numbering, target);
    }
    return end == 0;
}

static struct pl_label new_label(const struct pl_meaner *m,
                                 struct pl_label label,
                                 const struct chain *chain)
{
    uint8_t end = label.count;
    for (uint8_t i = 0; i < chain->count; i++) {
        const struct pl_numbered *it = renumbered(m, chain->things[i]);
        end = (uint8_t)(end - it->label.count);
        for (uint8_t k = 0; k < it->label.count; k++) {
            if (!pl_label_eq(it->label, it->new_label)) {
                label.parts[end + k] = it->new_label.parts[k];
            }
        }
    }
    return label;
}

static bool changes(const struct pl_meaner *m, const struct chain *chain)
{
    bool any = false;
    for (uint8_t i = 0; i < chain->count; i++) {
        any |= pl_numbered_changes(m->numbering, chain->things[i]);
    }
    return any;
}

/* Where the number of a thing of a chain may be meant: in what the chain has
 * around it, in the paragraph, in the annex or body. */
static struct pl_range scope_of(const struct pl_meaner *m,
                                const struct chain *chain, uint8_t i,
                                uint32_t offset)
{
    if (i + 1 < chain->count) {
        return pl_surroundings_extent(m->numbering, chain->things[i + 1]);
    }
    return at(m, chain->things[i])->place == PL_PLACE_ITEM
               ? pl_surroundings_piece(m->numbering->plan, offset)
               : pl_places_part(m->numbering->places, offset);
}

/* Whether one of the things with the number of a thing, or so many that it is
 * not worth to look, changes. */
static bool may_change(const struct pl_meaner *m, uint32_t thing,
                       struct pl_range scope)
{
    const struct pl_numbered *it = at(m, thing);
    struct pl_range found;
    size_t count = 0;
    while (count++ < MANY && pl_places_find_in(m->numbering->places, it->place,
                                               it->label, scope, &found)) {
        uint32_t other =
            pl_numbering_find(m->numbering, 1U << it->source, found.start);
        if (other != PL_NONE && pl_numbered_changes(m->numbering, other)) {
            return true;
        }
        scope.start = found.start + 1;
    }
    return count > MANY;
}

/* Whether a number of the chain is one of those that change. */
static bool is_old(const struct pl_meaner *m, const struct chain *chain,
                   uint32_t offset)
{
    bool any = changes(m, chain);
    for (uint8_t i = 0; i < chain->count && !any; i++) {
        const struct pl_numbered *it = at(m, chain->things[i]);
        any = pl_numbering_is_old(m->numbering, it->place, it->label) &&
              may_change(m, chain->things[i], scope_of(m, chain, i, offset));
    }
    return any;
}

/* Whether all places in a piece that have the number of a thing are that thing,
 * which is there once or, with its image, twice. */
static bool is_only_one(const struct pl_meaner *m, uint32_t thing,
                        struct pl_range piece)
{
    const struct pl_numbered *it = at(m, thing);
    struct pl_range found;
    bool is_there = false;
    while (pl_places_find_in(m->numbering->places, it->place, it->label, piece,
                             &found)) {
        uint32_t other =
            pl_numbering_find(m->numbering, 1U << it->source, found.start);
        if (other == PL_NONE || at(m, other)->same != it->same) {
            return false;
        }
        is_there = true;
        piece.start = found.start + 1;
    }
    return is_there;
}

/* Whether the number can mean nothing else where it stands: there is one in the
 * document, in the annex or body, in the series or the paragraph around. */
static bool is_certain(const struct pl_meaner *m, uint32_t thing,
                       uint32_t offset)
{
    const struct pl_plan *plan = m->numbering->plan;
    const struct pl_numbered *it = at(m, thing);
    struct pl_range whole = {0, (uint32_t)plan->text.len};
    if (is_only_one(m, thing, whole) ||
        is_only_one(m, thing, pl_places_part(m->numbering->places, offset))) {
        return true;
    }
    if (it->place == PL_PLACE_ITEM) {
        return is_only_one(m, thing, pl_surroundings_piece(plan, offset));
    }
    if (it->run == PL_NONE) {
        return false;
    }
    struct pl_range extent = m->runs->items.items[it->run].extent;
    return pl_range_has(extent, offset) && is_only_one(m, thing, extent);
}

/* Each thing of the chain is the only one of its number in the one around. */
static bool is_chain_certain(const struct pl_meaner *m,
                             const struct chain *chain, uint32_t offset,
                             uint32_t owner)
{
    for (uint8_t i = 0; i + 1 < chain->count; i++) {
        struct pl_range extent =
            pl_surroundings_extent(m->numbering, chain->things[i + 1]);
        if (!is_only_one(m, chain->things[i], extent)) {
            return false;
        }
    }
    uint32_t outermost = chain->things[chain->count - 1];
    return owner == PL_NONE
               ? is_certain(m, outermost, offset)
               : is_only_one(m, outermost,
                             pl_surroundings_extent(m->numbering, owner));
}

/* Whether an item's number that changes is in a label, behind its first part.
 */
static bool has_touched_item(const struct pl_meaner *m, struct pl_label label)
{
    for (uint8_t i = 1; i < label.count; i++) {
        struct pl_label part = {.count = 1, .parts = {label.parts[i]}};
        if (pl_numbering_is_touched(m->numbering, PL_PLACE_ITEM, part)) {
            return true;
        }
    }
    return false;
}

/* Whether a label looks like one that changes or that something gets. Of what
 * was not found only the kind that is named counts. */
static bool is_touched(const struct pl_meaner *m, const struct pl_reference *it,
                       struct pl_label label)
{
    bool is_found = it->resolution == PL_RESOLUTION_FOUND;
    bool is_named_alone = !is_found && it->kind != PL_REFERENCE_ANNEX;
    size_t count = is_named_alone ? 1 : MAX_PLACES;
    for (size_t i = 0; i < count && places[it->kind][i]; i++) {
        if (pl_numbering_is_touched(m->numbering, places[it->kind][i], label)) {
            return true;
        }
    }
    return (is_found || it->resolution == PL_RESOLUTION_ITEM_MISSING) &&
           has_touched_item(m, label);
}

static bool is_any_touched(const struct pl_meaner *m,
                           const struct pl_reference *it)
{
    return is_touched(m, it, it->label) ||
           (it->to.count > 0 && is_touched(m, it, it->to));
}

static struct pl_meaning leave(enum pl_renumber_reason reason)
{
    return (struct pl_meaning){.kind = PL_MEANING_LEFT, .reason = reason};
}

static enum pl_renumber_reason reason_of(enum pl_resolution resolution)
{
    switch (resolution) {
    case PL_RESOLUTION_MISSING:
    case PL_RESOLUTION_ITEM_MISSING:
        return PL_LEFT_MISSING;
    case PL_RESOLUTION_EXTERNAL:
        return PL_LEFT_EXTERNAL;
    case PL_RESOLUTION_FOUND:
    case PL_RESOLUTION_UNLABELLED:
    case PL_RESOLUTION_UNSURE:
        break;
    }
    return PL_LEFT_UNSURE;
}

/* The reference that this one is part of, found once for each phrase. */
static uint32_t owner_of(struct pl_meaner *m, uint32_t index)
{
    const struct pl_plan *plan = m->numbering->plan;
    uint32_t phrase = plan->references[index].phrase.start;
    if (m->phrase != phrase) {
        m->phrase = phrase;
        m->owner = pl_surroundings_owner(plan, index);
    }
    return m->owner;
}

/* The thing that a reference of its kind finds; PL_NONE. */
static uint32_t target_of(const struct pl_meaner *m,
                          const struct pl_reference *it, struct pl_range target)
{
    return pl_numbering_find(m->numbering, sources_of(it->kind), target.start);
}

/* What the owner means; PL_NONE when that is not certain. */
static uint32_t owning_thing(const struct pl_meaner *m, uint32_t owner)
{
    const struct pl_reference *it = &m->numbering->plan->references[owner];
    struct chain chain;
    uint32_t target = it->resolution == PL_RESOLUTION_FOUND
                          ? target_of(m, it, it->target)
                          : PL_NONE;
    return target != PL_NONE && it->to.count == 0 &&
                   follow(m, target, it->label, &chain) &&
                   is_chain_certain(m, &chain, it->range.start, PL_NONE)
               ? target
               : PL_NONE;
}

/* The one with that number in what the reference says it is part of. */
static uint32_t retarget(const struct pl_meaner *m,
                         const struct pl_reference *it, struct pl_label label,
                         uint32_t owner)
{
    struct pl_range piece = pl_surroundings_extent(m->numbering, owner);
    for (size_t i = 0; i < MAX_PLACES && places[it->kind][i]; i++) {
        struct pl_range found;
        if (pl_places_find_in(m->numbering->places, places[it->kind][i], label,
                              piece, &found)) {
            return target_of(m, it, found);
        }
    }
    return PL_NONE;
}

/* One end of a reference. */
static struct pl_meaning ask_end(const struct pl_meaner *m,
                                 const struct pl_reference *it,
                                 struct pl_label label, uint32_t target,
                                 uint32_t owner)
{
    struct chain chain;
    if (owner != PL_NONE && target != PL_NONE &&
        !pl_range_has(pl_surroundings_extent(m->numbering, owner),
                      at(m, target)->range.start)) {
        target = retarget(m, it, label, owner);
    }
    if (target == PL_NONE || !follow(m, target, label, &chain)) {
        return is_touched(m, it, label) ? leave(PL_LEFT_UNSURE)
                                        : (struct pl_meaning){.label = label};
    }
    if (!is_old(m, &chain, it->range.start)) {
        return (struct pl_meaning){.label = label};
    }
    if (!is_chain_certain(m, &chain, it->range.start, owner)) {
        return leave(PL_LEFT_DOUBLED);
    }
    return (struct pl_meaning){.kind = changes(m, &chain) ? PL_MEANING_CHANGED
                                                          : PL_MEANING_SAME,
                               .label = new_label(m, label, &chain)};
}

static struct pl_meaning join(const struct pl_reference *it,
                              struct pl_meaning from, struct pl_meaning to)
{
    if (from.kind == PL_MEANING_LEFT || to.kind == PL_MEANING_LEFT) {
        return from.kind == PL_MEANING_LEFT ? from : to;
    }
    bool ran_on = pl_label_compare(it->label, it->to) < 0;
    from.to = to.label;
    from.kind = from.kind == PL_MEANING_CHANGED ? from.kind : to.kind;
    return ran_on && pl_label_compare(from.label, from.to) >= 0
               ? leave(PL_LEFT_ORDER)
               : from;
}

static struct pl_meaning ask_found(struct pl_meaner *m, uint32_t index)
{
    const struct pl_reference *it = &m->numbering->plan->references[index];
    uint32_t owner = owner_of(m, index);
    uint32_t owning = owner == PL_NONE ? PL_NONE : owning_thing(m, owner);
    if (owner != PL_NONE && owning == PL_NONE) {
        return leave(PL_LEFT_UNSURE);
    }
    struct pl_meaning meaning =
        ask_end(m, it, it->label, target_of(m, it, it->target), owning);
    if (it->to.count > 0) {
        meaning = join(
            it, meaning,
            ask_end(m, it, it->to, target_of(m, it, it->target_end), owning));
    }
    return meaning;
}

struct pl_meaner pl_meaner_of(const struct pl_numbering *numbering,
                              const struct pl_runs *runs)
{
    return (struct pl_meaner){.numbering = numbering,
                              .runs = runs,
                              .phrase = PL_NONE,
                              .owner = PL_NONE};
}

struct pl_meaning pl_meaner_ask(struct pl_meaner *meaner, uint32_t index)
{
    const struct pl_reference *it = &meaner->numbering->plan->references[index];
    struct pl_meaning same = {.kind = PL_MEANING_SAME};
    if (it->label.count == 0 || !is_any_touched(meaner, it)) {
        return same;
    }
    return it->resolution == PL_RESOLUTION_FOUND
               ? ask_found(meaner, index)
               : leave(reason_of(it->resolution));
}
