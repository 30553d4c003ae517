/* When a number that has no place must be wrong: when the document numbers
 * things in such a way that it would have one. */
#include <assert.h>

#include "base/chars.h"
#include "plan/plan.h"
#include "plan/references/resolve_parts.h"
#include "text/source.h"

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
    ENOUGH_SECTIONS = 5,
    MOST_TITLES = 3, /* headings without a number to one with */
    NEAR = 64,       /* headings */
    FAR = 100,       /* a number that may be one of a law */
    FAR_TIMES = 10,  /* of the numbers that there are */
};

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
        struct pl_sisters all = pl_resolver_sisters(r, place, label);
        struct pl_range parent;
        if (all.count > 0 ||
            pl_resolver_find_base(r, place, pl_resolver_parent(label), near,
                                  &parent)) {
            return is_among(all, label, PL_RESOLVE_SOME);
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
        at_least = PL_RESOLVE_SOME; /* two chapters of several sections */
    }
    return is_among(pl_resolver_sisters(r, place, label), label, at_least);
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
    uint32_t from = pl_resolver_section_after(plan, place.start);
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

/* Numbers with dots may be those of paragraphs, where most of these have as
 * many parts. */
uint32_t pl_resolver_count_places(const struct pl_resolver *r,
                                  enum pl_place_kind place,
                                  struct pl_label label)
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

void pl_resolver_look_at_numbers(struct pl_resolver *r)
{
    r->are_sections_numbered = are_sections_numbered(r);
    r->has_escaped_numbers = has_escaped_numbers(r->plan);
}

bool pl_resolver_is_missing(const struct pl_resolver *r,
                            enum pl_place_kind place, struct pl_label label,
                            uint32_t near)
{
    return is_certain(r, place, label, near) &&
           !has_other_figures(r, place, label, near);
}
