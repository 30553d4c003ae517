#include "plan/resolve.h"

#include "plan/plan.h"
#include "text/source.h"

enum { MAX_ALTERNATIVES = 4 };

/* Where else a number may be found, tried in order. */
static const enum pl_place_kind
    alternatives[PL_PLACE_KIND_COUNT][MAX_ALTERNATIVES] = {
        [PL_PLACE_SECTION] = {PL_PLACE_SECTION, PL_PLACE_PARAGRAPH},
        [PL_PLACE_CHAPTER] = {PL_PLACE_CHAPTER, PL_PLACE_SECTION},
        [PL_PLACE_PART] = {PL_PLACE_PART},
        [PL_PLACE_ANNEX] = {PL_PLACE_ANNEX},
        [PL_PLACE_APPENDIX] = {PL_PLACE_APPENDIX},
        [PL_PLACE_ATTACHMENT] = {PL_PLACE_ATTACHMENT},
        [PL_PLACE_ARTICLE] = {PL_PLACE_ARTICLE},
        [PL_PLACE_PARAGRAPH] = {PL_PLACE_PARAGRAPH, PL_PLACE_SECTION,
                                PL_PLACE_ITEM},
        [PL_PLACE_ITEM] = {PL_PLACE_ITEM, PL_PLACE_PARAGRAPH,
                           PL_PLACE_SECTION},
        [PL_PLACE_TABLE] = {PL_PLACE_TABLE},
        [PL_PLACE_FIGURE] = {PL_PLACE_FIGURE},
        [PL_PLACE_BOX] = {PL_PLACE_BOX},
        [PL_PLACE_GOAL] = {PL_PLACE_GOAL},
        [PL_PLACE_TARGET] = {PL_PLACE_TARGET},
        [PL_PLACE_FOOTNOTE] = {PL_PLACE_FOOTNOTE},
};

/* How many numbers at one level show that the level is numbered throughout. */
static const uint8_t enough[PL_PLACE_KIND_COUNT] = {
    [PL_PLACE_SECTION] = 3,  [PL_PLACE_CHAPTER] = 2,
    [PL_PLACE_PART] = 2,     [PL_PLACE_ANNEX] = 2,
    [PL_PLACE_APPENDIX] = 2, [PL_PLACE_ATTACHMENT] = 2,
    [PL_PLACE_ARTICLE] = 3,  [PL_PLACE_PARAGRAPH] = 3,
    [PL_PLACE_ITEM] = 2,     [PL_PLACE_TABLE] = 2,
    [PL_PLACE_FIGURE] = 2,   [PL_PLACE_BOX] = 2,
    [PL_PLACE_GOAL] = 1,     [PL_PLACE_TARGET] = 2,
    [PL_PLACE_FOOTNOTE] = 2,
};
enum { ENOUGH_BELOW = 2, ENOUGH_AT_DEPTH = 3 };

static struct pl_label without_last(struct pl_label label)
{
    label.count = label.count > 0 ? (uint8_t)(label.count - 1) : 0;
    return label;
}

static bool find_base(const struct pl_resolver *r, enum pl_place_kind place,
                      struct pl_label label, uint32_t near,
                      struct pl_range *found)
{
    for (size_t i = 0; i < MAX_ALTERNATIVES; i++) {
        enum pl_place_kind kind = alternatives[place][i];
        if (kind == PL_PLACE_NONE) {
            return false;
        }
        if (pl_places_find(r->places, kind, label, near, found)) {
            return true;
        }
    }
    return false;
}

/* Sections and paragraphs are numbered in one run in many documents. */
static uint32_t sisters(const struct pl_resolver *r, enum pl_place_kind place,
                        struct pl_label label)
{
    uint32_t count = pl_places_sisters(r->places, place, label);
    if (place == PL_PLACE_SECTION && label.count > 1) {
        count += pl_places_sisters(r->places, PL_PLACE_PARAGRAPH, label);
    }
    return count;
}

/* Whether the document numbers things in such a way that this number, which
 * it does not have, must be wrong. */
static bool is_level_numbered(const struct pl_resolver *r,
                              enum pl_place_kind place, struct pl_label label,
                              uint32_t near)
{
    while (label.count > 1) {
        if (sisters(r, place, label) >= ENOUGH_BELOW) {
            return true;
        }
        struct pl_range parent;
        bool is_depth_used =
            pl_places_count_deep(r->places, place, label.count) >=
            ENOUGH_AT_DEPTH;
        if (find_base(r, place, without_last(label), near, &parent)) {
            return is_depth_used;
        }
        if (!is_depth_used) {
            return false;
        }
        label = without_last(label);
    }
    return sisters(r, place, label) >= enough[place];
}

/* An annex that stands alone knows nothing of its sisters. */
static bool begins_with_annex(const struct pl_plan *plan)
{
    return plan->sections_count > 0 &&
           plan->sections[0].kind == PL_SECTION_ANNEX;
}

static bool is_certain(const struct pl_resolver *r, enum pl_place_kind place,
                       struct pl_label label, uint32_t near)
{
    switch (place) {
    case PL_PLACE_ANNEX:
    case PL_PLACE_APPENDIX:
    case PL_PLACE_ATTACHMENT:
        return !begins_with_annex(r->plan) &&
               is_level_numbered(r, place, label, near);
    case PL_PLACE_FOOTNOTE: /* Word's text has its own numbers for them */
        return r->plan->source->format != PL_FORMAT_WORD_TEXT &&
               is_level_numbered(r, place, label, near);
    case PL_PLACE_NONE:
    case PL_PLACE_SECTION:
    case PL_PLACE_CHAPTER:
    case PL_PLACE_PART:
    case PL_PLACE_ARTICLE:
    case PL_PLACE_PARAGRAPH:
    case PL_PLACE_ITEM:
    case PL_PLACE_TABLE:
    case PL_PLACE_FIGURE:
    case PL_PLACE_BOX:
    case PL_PLACE_GOAL:
    case PL_PLACE_TARGET:
    case PL_PLACE_KIND_COUNT:
        break;
    }
    return is_level_numbered(r, place, label, near);
}

/* The smallest start after `offset` among things in order of place. */
static uint32_t next_paragraph(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t low = 0;
    uint32_t high = plan->paragraphs_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (plan->paragraphs[middle].number.start <= offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < plan->paragraphs_count ? plan->paragraphs[low].number.start
                                        : UINT32_MAX;
}

static uint32_t next_section(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t low = 0;
    uint32_t high = plan->sections_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        uint32_t heading = plan->sections[middle].heading;
        if (plan->blocks[heading].range.start <= offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < plan->sections_count
               ? plan->blocks[plan->sections[low].heading].range.start
               : UINT32_MAX;
}

/* The item of the place at `base` that the sub-labels name. */
static bool find_item(const struct pl_resolver *r, struct pl_label label,
                      uint8_t base_count, struct pl_range base,
                      struct pl_range *found)
{
    uint32_t paragraph = next_paragraph(r->plan, base.start);
    uint32_t section = next_section(r->plan, base.start);
    struct pl_range piece = {base.end,
                             paragraph < section ? paragraph : section};
    bool all = true;
    for (uint8_t i = base_count; all && i < label.count; i++) {
        struct pl_label part = {.count = 1, .parts = {label.parts[i]}};
        all = pl_places_find_in(r->places, PL_PLACE_ITEM, part, piece, found);
        piece.start = all ? found->end : piece.start;
    }
    return all;
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
        pl_places_count(r->places, pointer.place) == 0) {
        return PL_RESOLUTION_EXTERNAL;
    }
    return is_certain(r, pointer.place, base, near) ? PL_RESOLUTION_MISSING
                                                    : PL_RESOLUTION_UNSURE;
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
    if (!find_base(r, pointer.place, base, near, &found)) {
        return without_place(r, pointer, base, near);
    }
    if (base.count < label.count) {
        struct pl_range item;
        if (!find_item(r, label, base.count, found, &item)) {
            *target = found;
            return PL_RESOLUTION_UNSURE;
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

void pl_resolver_resolve(const struct pl_resolver *resolver,
                         struct pl_pointer pointer,
                         struct pl_reference *reference)
{
    uint32_t near = reference->range.start;
    reference->resolution = resolve_label(resolver, pointer, reference->label,
                                          near, &reference->target);
    if (reference->to.count > 0) {
        enum pl_resolution end = resolve_label(
            resolver, pointer, reference->to, near, &reference->target_end);
        reference->resolution = joined(reference->resolution, end);
    }
}
