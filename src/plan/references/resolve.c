#include "plan/references/resolve.h"

#include "plan/plan.h"
#include "plan/references/resolve_parts.h"

enum { MAX_ALTERNATIVES = 4 };

/* Where a number may be found, tried in order; a number of one part is sought
 * elsewhere only when nothing of its own kind has one. */
static const enum pl_place_kind
    alternatives[PL_PLACE_KIND_COUNT][MAX_ALTERNATIVES] = {
        [PL_PLACE_SECTION] = {PL_PLACE_SECTION, PL_PLACE_PARAGRAPH},
        [PL_PLACE_CHAPTER] = {PL_PLACE_CHAPTER, PL_PLACE_SECTION},
        [PL_PLACE_PART] = {PL_PLACE_PART},
        [PL_PLACE_ANNEX] = {PL_PLACE_ANNEX},
        [PL_PLACE_APPENDIX] = {PL_PLACE_APPENDIX},
        [PL_PLACE_ATTACHMENT] = {PL_PLACE_ATTACHMENT},
        [PL_PLACE_SCHEDULE] = {PL_PLACE_SCHEDULE},
        [PL_PLACE_ARTICLE] = {PL_PLACE_ARTICLE},
        [PL_PLACE_PARAGRAPH] = {PL_PLACE_PARAGRAPH, PL_PLACE_SECTION,
                                PL_PLACE_ITEM},
        [PL_PLACE_ITEM] = {PL_PLACE_ITEM, PL_PLACE_PARAGRAPH, PL_PLACE_SECTION},
        [PL_PLACE_TABLE] = {PL_PLACE_TABLE},
        [PL_PLACE_FIGURE] = {PL_PLACE_FIGURE},
        [PL_PLACE_BOX] = {PL_PLACE_BOX},
        [PL_PLACE_GOAL] = {PL_PLACE_GOAL},
        [PL_PLACE_OBJECTIVE] = {PL_PLACE_OBJECTIVE},
        [PL_PLACE_TARGET] = {PL_PLACE_TARGET},
        [PL_PLACE_FOOTNOTE] = {PL_PLACE_FOOTNOTE},
};

struct pl_label pl_resolver_parent(struct pl_label label)
{
    label.count = label.count > 0 ? (uint8_t)(label.count - 1) : 0;
    return label;
}

bool pl_resolver_find_base(const struct pl_resolver *r,
                           enum pl_place_kind place, struct pl_label label,
                           uint32_t near, struct pl_range *found)
{
    for (size_t i = 0; i < MAX_ALTERNATIVES; i++) {
        enum pl_place_kind kind = alternatives[place][i];
        if (kind == PL_PLACE_NONE) {
            return false;
        }
        bool is_other = kind != place && label.count == 1 &&
                        pl_places_count_alike(r->places, place, label) > 0;
        if (!is_other && pl_places_find(r->places, kind, label, near, found)) {
            return true;
        }
    }
    return false;
}

/* Sections and paragraphs are numbered in one run in many documents. */
struct pl_sisters pl_resolver_sisters(const struct pl_resolver *r,
                                      enum pl_place_kind place,
                                      struct pl_label label)
{
    struct pl_sisters found = pl_places_sisters(r->places, place, label);
    if (place == PL_PLACE_SECTION && label.count > 1) {
        struct pl_sisters more =
            pl_places_sisters(r->places, PL_PLACE_PARAGRAPH, label);
        bool is_lower =
            more.count > 0 && (found.count == 0 || more.lowest < found.lowest);
        found.count += more.count;
        found.lowest = is_lower ? more.lowest : found.lowest;
    }
    return found;
}

/* "section 6.3" for point 3 in section 6, which has no section 6.1. */
static bool find_point(const struct pl_resolver *r, enum pl_place_kind place,
                       struct pl_label label, uint32_t near,
                       struct pl_range *found)
{
    struct pl_range parent;
    if (label.count < 2 || pl_resolver_sisters(r, place, label).count > 0 ||
        !pl_resolver_find_base(r, place, pl_resolver_parent(label), near,
                               &parent)) {
        return false;
    }
    struct pl_label last = {.count = 1,
                            .parts = {label.parts[label.count - 1]}};
    struct pl_range piece = {parent.end,
                             pl_resolver_next_section(r->plan, parent.start)};
    return pl_places_find_in(r->places, PL_PLACE_ITEM, last, piece, found) ||
           pl_places_find_in(r->places, PL_PLACE_PARAGRAPH, last, piece, found);
}

static enum pl_resolution without_place(const struct pl_resolver *r,
                                        struct pl_pointer pointer,
                                        struct pl_label base, uint32_t near)
{
    switch (pointer.context) {
    case PL_CONTEXT_FOREIGN:
    case PL_CONTEXT_DOUBTFUL:
        return PL_RESOLUTION_EXTERNAL;
    case PL_CONTEXT_WITHIN:
        return PL_RESOLUTION_UNSURE;
    case PL_CONTEXT_OWN:
    case PL_CONTEXT_PLAIN:
        break;
    }
    if (pointer.place == PL_PLACE_NONE ||
        pl_resolver_count_places(r, pointer.place, base) == 0) {
        return PL_RESOLUTION_EXTERNAL;
    }
    bool is_missing = pl_resolver_is_missing(r, pointer.place, base, near);
    return is_missing ? PL_RESOLUTION_MISSING : PL_RESOLUTION_UNSURE;
}

/* The place is there, but not the item of it. */
static enum pl_resolution without_item(const struct pl_resolver *r,
                                       struct pl_pointer pointer,
                                       struct pl_label label,
                                       struct pl_range place,
                                       struct pl_range *target)
{
    bool is_own = pointer.context == PL_CONTEXT_OWN ||
                  pointer.context == PL_CONTEXT_PLAIN;
    struct pl_range last = place;
    bool is_missing = is_own && label.count == pointer.base_count + 1 &&
                      pl_resolver_ends_before(
                          r, label.parts[pointer.base_count], place, &last);
    *target = is_missing ? last : place;
    return is_missing ? PL_RESOLUTION_ITEM_MISSING : PL_RESOLUTION_UNSURE;
}

static enum pl_resolution resolve_label(const struct pl_resolver *r,
                                        struct pl_pointer pointer,
                                        struct pl_label label, uint32_t near,
                                        struct pl_range *target)
{
    struct pl_label base = label;
    base.count = pointer.base_count;
    if (pointer.context == PL_CONTEXT_FOREIGN) {
        return PL_RESOLUTION_EXTERNAL;
    }
    struct pl_range found;
    if (!pl_resolver_find_base(r, pointer.place, base, near, &found) &&
        !find_point(r, pointer.place, base, near, &found)) {
        return without_place(r, pointer, base, near);
    }
    if (base.count < label.count) {
        struct pl_range item;
        if (!pl_resolver_find_item(r, label, base.count, found, &item)) {
            return without_item(r, pointer, label, found, target);
        }
        found = item;
    }
    *target = found;
    return PL_RESOLUTION_FOUND;
}

/* Of a range: missing when one end is, found when both are. */
static enum pl_resolution joined(enum pl_resolution a, enum pl_resolution b)
{
    if (a == b) {
        return a;
    }
    if (a == PL_RESOLUTION_MISSING || b == PL_RESOLUTION_MISSING) {
        return PL_RESOLUTION_MISSING;
    }
    return PL_RESOLUTION_UNSURE;
}

struct pl_resolver pl_resolver_of(const struct pl_plan *plan,
                                  struct pl_places *places)
{
    struct pl_resolver resolver = {.plan = plan, .places = places};
    pl_resolver_look_at_numbers(&resolver);
    return resolver;
}

void pl_resolver_resolve(const struct pl_resolver *resolver,
                         struct pl_pointer pointer,
                         struct pl_reference *reference)
{
    uint32_t near = reference->range.start;
    bool may_be_alone = pointer.place == PL_PLACE_ANNEX ||
                        pointer.place == PL_PLACE_APPENDIX ||
                        pointer.place == PL_PLACE_ATTACHMENT ||
                        pointer.place == PL_PLACE_SCHEDULE;
    reference->is_beside_one =
        may_be_alone &&
        pl_places_sisters(resolver->places, pointer.place, reference->label)
                .count == 1;
    reference->resolution = resolve_label(resolver, pointer, reference->label,
                                          near, &reference->target);
    if (reference->to.count > 0) {
        enum pl_resolution end = resolve_label(resolver, pointer, reference->to,
                                               near, &reference->target_end);
        reference->resolution = joined(reference->resolution, end);
    }
}
