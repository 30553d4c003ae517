#include "plan/references/resolve.h"

#include <assert.h>

#include "base/chars.h"
#include "base/search.h"
#include "plan/plan.h"
#include "text/source.h"

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

/* How many numbers at one level show that the level is numbered throughout. */
static const uint8_t enough[PL_PLACE_KIND_COUNT] = {
    [PL_PLACE_SECTION] = 3,   [PL_PLACE_CHAPTER] = 2,
    [PL_PLACE_PART] = 2,      [PL_PLACE_ANNEX] = 1,
    [PL_PLACE_APPENDIX] = 1,  [PL_PLACE_ATTACHMENT] = 1,
    [PL_PLACE_ARTICLE] = 3,   [PL_PLACE_PARAGRAPH] = 3,
    [PL_PLACE_ITEM] = 2,      [PL_PLACE_TABLE] = 2,
    [PL_PLACE_FIGURE] = 2,    [PL_PLACE_BOX] = 2,
    [PL_PLACE_GOAL] = 1,      [PL_PLACE_TARGET] = 2,
    [PL_PLACE_OBJECTIVE] = 2, [PL_PLACE_SCHEDULE] = 1,
    [PL_PLACE_FOOTNOTE] = 2,
};
enum {
    ENOUGH_BELOW = 2,
    ENOUGH_SECTIONS = 5,
    MOST_TITLES = 3, /* headings without a number to one with */
    NEAR = 64,       /* headings */
    FAR = 100,       /* a number that may be one of a law */
    FAR_TIMES = 10,  /* of the numbers that there are */
};

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
        bool is_other = kind != place && label.count == 1 &&
                        pl_places_count_alike(r->places, place, label) > 0;
        if (!is_other && pl_places_find(r->places, kind, label, near, found)) {
            return true;
        }
    }
    return false;
}

/* Sections and paragraphs are numbered in one run in many documents. */
static struct pl_sisters sisters(const struct pl_resolver *r,
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

/* "section 5238" of a law, where there are ten sections. */
static bool is_far_off(struct pl_sisters all, uint32_t value)
{
    return value >= FAR && value / FAR_TIMES > all.lowest + all.count;
}

/* Enough of the level is numbered, and the numbers before this one are not
 * those of a document that this one continues, nor far away. */
static bool is_among(struct pl_sisters all, struct pl_label label,
                     uint32_t at_least)
{
    uint32_t value = label.parts[label.count - 1].value;
    return all.count >= at_least && value >= all.lowest &&
           !is_far_off(all, value);
}

/* Whether the document numbers things in such a way that this number, which
 * it does not have, must be wrong. */
static bool is_level_numbered(const struct pl_resolver *r,
                              enum pl_place_kind place, struct pl_label label,
                              uint32_t near)
{
    while (label.count > 1) {
        struct pl_sisters all = sisters(r, place, label);
        struct pl_range parent;
        if (all.count > 0 ||
            find_base(r, place, without_last(label), near, &parent)) {
            return is_among(all, label, ENOUGH_BELOW);
        }
        if (pl_places_count_alike(r->places, place, label) == 0) {
            return false;
        }
        label.count--;
    }
    assert(place < PL_PLACE_KIND_COUNT);
    uint32_t at_least = enough[place];
    if (place == PL_PLACE_SECTION &&
        pl_places_count(r->places, place) >= ENOUGH_SECTIONS) {
        at_least = ENOUGH_BELOW; /* two chapters of several sections */
    }
    return is_among(sisters(r, place, label), label, at_least);
}

/* Index of the first section whose heading begins after an offset. */
static uint32_t section_after(const struct pl_plan *plan, uint32_t offset)
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
    return low;
}

/* A heading between the neighbours of a number that begins with what is left
 * of one: ".8 Scenarios" between 7 and 9. */
static bool has_damaged_heading(const struct pl_resolver *r,
                                struct pl_label label, uint32_t near)
{
    const struct pl_plan *plan = r->plan;
    struct pl_label before = label;
    struct pl_range place;
    before.parts[label.count - 1].value--;
    if (!pl_places_find(r->places, PL_PLACE_SECTION, before, near, &place)) {
        return false;
    }
    uint32_t from = section_after(plan, place.start);
    for (uint32_t i = from; i < plan->sections_count && i < from + NEAR; i++) {
        const struct pl_section *it = &plan->sections[i];
        pl_str title = pl_range_text(plan->text, it->title);
        if (it->kind == PL_SECTION_TITLE && title.len > 0 &&
            (title.data[0] == '.' || pl_is_digit(title.data[0]))) {
            return true;
        }
        if (it->kind != PL_SECTION_TITLE) {
            return false;
        }
    }
    return false;
}

/* Where most headings have lost their numbers, none can be missed. */
static bool are_sections_numbered(const struct pl_resolver *r)
{
    uint32_t titles = 0;
    for (uint32_t i = 0; i < r->plan->sections_count; i++) {
        titles += r->plan->sections[i].kind == PL_SECTION_TITLE ? 1 : 0;
    }
    uint32_t numbered = pl_places_count(r->places, PL_PLACE_SECTION) +
                        pl_places_count(r->places, PL_PLACE_PARAGRAPH);
    return numbered * MOST_TITLES >= titles;
}

/* An annex that stands alone knows nothing of its sisters: Annex 2 of Annex 1,
 * but all of Annex A, which is its own. */
static bool may_be_sister(const struct pl_plan *plan, struct pl_label label)
{
    if (plan->sections_count == 0 ||
        plan->sections[0].kind != PL_SECTION_ANNEX) {
        return false;
    }
    struct pl_label own = plan->sections[0].label;
    return own.count == 0 || label.count == 0 ||
           own.parts[0].style == label.parts[0].style;
}

/* Where Annex 2 is the only one, the others are in other files. */
static bool is_one_of_others(struct pl_sisters all)
{
    return all.count == 1 && all.lowest > 1;
}

/* "Part I" may be "PART 1", and "Annex 2" "Annex II". */
static bool has_other_figures(const struct pl_resolver *r,
                              enum pl_place_kind place, struct pl_label label,
                              uint32_t near)
{
    struct pl_range found;
    char letter = (char)('A' + label.parts[0].value - 1);
    if (label.count == 1 && label.parts[0].style == PL_LABEL_UPPER) {
        (void)pl_label_as_roman(label, (pl_str){&letter, 1}, &label);
    }
    bool is_decimal = label.parts[0].style == PL_LABEL_DECIMAL;
    bool is_roman = label.parts[0].style == PL_LABEL_UPPER_ROMAN;
    label.parts[0].style = is_decimal ? PL_LABEL_UPPER_ROMAN : PL_LABEL_DECIMAL;
    return label.count == 1 && (is_decimal || is_roman) &&
           pl_places_find(r->places, place, label, near, &found);
}

/* "paragraph 2.10" may be "- 2.10 ..." of a list. */
static bool may_be_bullet(const struct pl_resolver *r, struct pl_label label,
                          uint32_t near)
{
    struct pl_range item;
    return label.count > 1 &&
           pl_places_find(r->places, PL_PLACE_ITEM, label, near, &item);
}

/* "paragraph 3" may be "3. ..." of a list. */
static bool may_be_point(const struct pl_resolver *r, struct pl_label label,
                         uint32_t near)
{
    struct pl_range item;
    return pl_places_find(r->places, PL_PLACE_ITEM, label, near, &item) &&
           r->plan->text.data[item.end - 1] == '.';
}

static bool is_certain(const struct pl_resolver *r, enum pl_place_kind place,
                       struct pl_label label, uint32_t near)
{
    switch (place) {
    case PL_PLACE_ANNEX:
    case PL_PLACE_APPENDIX:
    case PL_PLACE_ATTACHMENT:
    case PL_PLACE_SCHEDULE:
        return !may_be_sister(r->plan, label) &&
               !is_one_of_others(pl_places_sisters(r->places, place, label)) &&
               is_level_numbered(r, place, label, near);
    case PL_PLACE_FOOTNOTE: /* Word's text has its own numbers for them */
        return r->plan->source->format != PL_FORMAT_WORD_TEXT &&
               is_level_numbered(r, place, label, near);
    case PL_PLACE_SECTION:
    case PL_PLACE_CHAPTER:
        return r->are_sections_numbered &&
               is_level_numbered(r, place, label, near) &&
               !has_damaged_heading(r, label, near) &&
               !may_be_bullet(r, label, near);
    case PL_PLACE_PARAGRAPH:
        return is_level_numbered(r, place, label, near) &&
               !(r->has_escaped_numbers && label.count == 1) &&
               !may_be_point(r, label, near) && !may_be_bullet(r, label, near);
    case PL_PLACE_NONE:
    case PL_PLACE_PART:
    case PL_PLACE_ARTICLE:
    case PL_PLACE_ITEM:
    case PL_PLACE_TABLE:
    case PL_PLACE_FIGURE:
    case PL_PLACE_BOX:
    case PL_PLACE_GOAL:
    case PL_PLACE_OBJECTIVE:
    case PL_PLACE_TARGET:
    case PL_PLACE_KIND_COUNT:
        break;
    }
    return is_level_numbered(r, place, label, near);
}

/* The smallest start after `offset` among things in order of place. */
static uint32_t next_paragraph(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t low = PL_FIRST_FROM(plan->paragraphs, plan->paragraphs_count,
                                 number.start, offset + 1);
    return low < plan->paragraphs_count ? plan->paragraphs[low].number.start
                                        : UINT32_MAX;
}

static uint32_t next_section(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t next = section_after(plan, offset);
    return next < plan->sections_count
               ? plan->blocks[plan->sections[next].heading].range.start
               : UINT32_MAX;
}

/* From a place to the next paragraph or section. */
static struct pl_range piece_of(const struct pl_plan *plan,
                                struct pl_range place)
{
    uint32_t paragraph = next_paragraph(plan, place.start);
    uint32_t section = next_section(plan, place.start);
    return (struct pl_range){place.end,
                             paragraph < section ? paragraph : section};
}

/* The item of the place at `base` that the sub-labels name. */
static bool find_item(const struct pl_resolver *r, struct pl_label label,
                      uint8_t base_count, struct pl_range base,
                      struct pl_range *found)
{
    struct pl_range piece = piece_of(r->plan, base);
    bool all = true;
    for (uint8_t i = base_count; all && i < label.count; i++) {
        struct pl_label part = {.count = 1, .parts = {label.parts[i]}};
        all = pl_places_find_in(r->places, PL_PLACE_ITEM, part, piece, found);
        piece.start = all ? found->end : piece.start;
    }
    return all;
}

/* Whether the heading at `at` goes on with marks of a style: "### (c) Fees". */
static bool goes_on_in_heading(pl_str text, uint32_t at,
                               enum pl_label_style style)
{
    enum { LONGEST = 6 }; /* bytes of a mark: "(viii)" */
    while (at < text.len && (text.data[at] == '#' || text.data[at] == ' ')) {
        at++;
    }
    if (at >= text.len || text.data[at] != '(') {
        return false;
    }
    pl_str mark = pl_str_slice(
        text, at, text.len - at < LONGEST ? text.len : at + LONGEST);
    size_t end = pl_str_find_char(mark, ')', 0);
    struct pl_label label;
    return end != PL_NOWHERE &&
           pl_label_parse(pl_str_slice(mark, 0, end + 1), &label) &&
           label.count == 1 && label.parts[0].style == style;
}

/* The last item of the lists in a piece whose marks are of the part's style,
 * when there are enough of them to say that the part has no place among them.
 */
static bool ends_before(const struct pl_resolver *r, struct pl_label_part part,
                        struct pl_range piece, struct pl_range *last)
{
    const struct pl_plan *plan = r->plan;
    uint32_t count = 0;
    uint32_t highest = 0;
    uint32_t i = PL_FIRST_FROM(plan->items, plan->items_count, marker.start,
                               piece.start);
    for (; i < plan->items_count && plan->items[i].marker.start < piece.end;
         i++) {
        const struct pl_item *item = &plan->items[i];
        struct pl_label_part own = item->label.parts[0];
        if (item->label.count == 1 && own.style == part.style) {
            count++;
            *last = own.value >= highest ? item->marker : *last;
            highest = own.value > highest ? own.value : highest;
        }
    }
    return count >= ENOUGH_BELOW && count == highest && part.value > highest &&
           !goes_on_in_heading(plan->text, piece.end, part.style);
}

/* "section 6.3" for point 3 in section 6, which has no section 6.1. */
static bool find_point(const struct pl_resolver *r, enum pl_place_kind place,
                       struct pl_label label, uint32_t near,
                       struct pl_range *found)
{
    struct pl_range parent;
    if (label.count < 2 || sisters(r, place, label).count > 0 ||
        !find_base(r, place, without_last(label), near, &parent)) {
        return false;
    }
    struct pl_label last = {.count = 1,
                            .parts = {label.parts[label.count - 1]}};
    struct pl_range piece = {parent.end, next_section(r->plan, parent.start)};
    return pl_places_find_in(r->places, PL_PLACE_ITEM, last, piece, found) ||
           pl_places_find_in(r->places, PL_PLACE_PARAGRAPH, last, piece, found);
}

/* How many places there are that a number of that kind may be one of; numbers
 * with dots may be those of paragraphs, where most of these have as many parts.
 */
static uint32_t count_places(const struct pl_resolver *r,
                             enum pl_place_kind place, struct pl_label label)
{
    uint32_t count = pl_places_count(r->places, place);
    if (place != PL_PLACE_SECTION || label.count < 2) {
        return count;
    }
    uint32_t all = pl_places_count(r->places, PL_PLACE_PARAGRAPH);
    uint32_t alike =
        pl_places_count_alike(r->places, PL_PLACE_PARAGRAPH, label);
    return alike * 2 > all ? count + alike : count;
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
        count_places(r, pointer.place, base) == 0) {
        return PL_RESOLUTION_EXTERNAL;
    }
    bool is_missing = is_certain(r, pointer.place, base, near) &&
                      !has_other_figures(r, pointer.place, base, near);
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
                      ends_before(r, label.parts[pointer.base_count],
                                  piece_of(r->plan, place), &last);
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
    if (!find_base(r, pointer.place, base, near, &found) &&
        !find_point(r, pointer.place, base, near, &found)) {
        return without_place(r, pointer, base, near);
    }
    if (base.count < label.count) {
        struct pl_range item;
        if (!find_item(r, label, base.count, found, &item)) {
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

/* "12\\. The Council": numbers of paragraphs, as some editors of Markdown write
 * them, of which the plan knows nothing. */
static bool has_escaped_numbers(const struct pl_plan *plan)
{
    static const pl_str stop = PL_STR("\\. ");
    size_t at = plan->source->format == PL_FORMAT_MARKDOWN
                    ? pl_str_find(plan->text, stop, 0)
                    : PL_NOWHERE;
    while (at != PL_NOWHERE &&
           (at == 0 || !pl_is_digit(plan->text.data[at - 1]))) {
        at = pl_str_find(plan->text, stop, at + stop.len);
    }
    return at != PL_NOWHERE;
}

struct pl_resolver pl_resolver_of(const struct pl_plan *plan,
                                  struct pl_places *places)
{
    struct pl_resolver resolver = {.plan = plan, .places = places};
    resolver.are_sections_numbered = are_sections_numbered(&resolver);
    resolver.has_escaped_numbers = has_escaped_numbers(plan);
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
