/* Places and years that go together: the table of conferences of a rule. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/nearest.h"
#include "checks/citation/citation.h"
#include "lint/check.h"
#include "plan/plan.h"

/* One line of the table: "Buenos Aires 1994 2017". */
struct conference {
    pl_str place;
    pl_str years; /* with blanks between them */
};

static struct conference conference_at(const struct pl_run *run, size_t index)
{
    const struct pl_citation_params *params = run->rule->params;
    pl_str line = params->conferences.items[index];
    size_t end = 0;
    while (end < line.len && !pl_is_digit(line.data[end])) {
        end++;
    }
    return (struct conference){pl_str_trim(pl_str_slice(line, 0, end)),
                               pl_str_slice(line, end, line.len)};
}

static size_t conference_count(const struct pl_run *run)
{
    const struct pl_citation_params *params = run->rule->params;
    return params->conferences.count;
}

static bool has_year(struct conference conference, pl_str year)
{
    return pl_str_find(conference.years, year, 0) != PL_NOWHERE;
}

/* A conference that met after the last one listed is not known. */
static bool is_after_table(const struct pl_run *run, pl_str year)
{
    for (size_t i = 0; i < conference_count(run); i++) {
        struct conference it = conference_at(run, i);
        pl_str rest = it.years;
        while (rest.len > 0) {
            if (pl_str_compare(pl_str_split(&rest, ' '), year) >= 0) {
                return false;
            }
        }
    }
    return true;
}

/* The conferences in a place; false when it is in no line of the table. */
static bool find_place(const struct pl_run *run, pl_str place,
                       struct conference *found)
{
    for (size_t i = 0; i < conference_count(run); i++) {
        *found = conference_at(run, i);
        if (pl_str_eq_ignore_case(found->place, place)) {
            return true;
        }
    }
    return false;
}

/* The places of a year in words: "Dubai or Geneva"; empty: none is known. */
static pl_str places_of(const struct pl_run *run, pl_str year)
{
    struct pl_buf places = pl_buf_in(run->arena);
    for (size_t i = 0; i < conference_count(run); i++) {
        struct conference it = conference_at(run, i);
        if (has_year(it, year)) {
            pl_buf_add_text(&places, places.len > 0 ? " or " : "");
            pl_buf_add(&places, it.place);
        }
    }
    return pl_buf_str(&places);
}

/* "1994 2017" as "1994 and 2017". */
static pl_str list_years(const struct pl_run *run, struct conference conference)
{
    struct pl_buf text = pl_buf_in(run->arena);
    pl_str rest = conference.years;
    while (rest.len > 0) {
        pl_str year = pl_str_split(&rest, ' ');
        pl_buf_add_text(&text, text.len == 0  ? ""
                               : rest.len > 0 ? ", "
                                              : " and ");
        pl_buf_add(&text, year);
    }
    return pl_buf_str(&text);
}

/* "Busan met in 2014, 2018 was Dubai". */
static pl_str known_of(const struct pl_run *run, struct conference place,
                       pl_str year)
{
    pl_str others = places_of(run, year);
    pl_str years = list_years(run, place);
    return pl_str_from(
        others.len > 0
            ? pl_arena_printf(run->arena, "%.*s is %.*s, and %.*s is %.*s",
                              PL_STR_ARG(place.place), PL_STR_ARG(years),
                              PL_STR_ARG(year), PL_STR_ARG(others))
            : pl_arena_printf(run->arena, "%.*s is %.*s",
                              PL_STR_ARG(place.place), PL_STR_ARG(years)));
}

static bool has_adoption(const struct pl_run *run, const struct pl_citation *it)
{
    return pl_citation_is_asked(run, it) && !pl_range_is_empty(it->place) &&
           !pl_range_is_empty(it->year);
}

/* Either may be the slip: both are offered when there is one of each. */
static void offer_both(struct pl_run *run, struct pl_finding *finding,
                       const struct pl_citation *it, struct conference place)
{
    enum { YEAR_DIGITS = 4 };
    pl_str year = pl_range_text(run->plan->text, it->year);
    pl_str others = places_of(run, year);
    if (place.years.len == YEAR_DIGITS) {
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){it->year, place.years},
                       PL_ARGS({"expected", place.years}));
    }
    struct conference other;
    if (find_place(run, others, &other)) {
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){it->place, others},
                       PL_ARGS({"expected", others}));
    }
}

void pl_citation_find_conferences(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        struct conference place;
        pl_str year = pl_range_text(plan->text, it->year);
        if (!has_adoption(run, it) ||
            !find_place(run, pl_range_text(plan->text, it->place), &place) ||
            has_year(place, year) || is_after_table(run, year)) {
            continue;
        }
        struct pl_finding *finding = PL_FINDING(
            run, it->range, {"citation", pl_range_text(plan->text, it->range)},
            {"place", place.place}, {"year", year},
            {"known", known_of(run, place, year)});
        offer_both(run, finding, it, place);
    }
}

/* The place of that year that is nearest in spelling; empty when none is near
 * enough to be meant. */
static pl_str nearest_place(const struct pl_run *run, pl_str place, pl_str year)
{
    struct pl_nearest nearest = pl_nearest_to(place);
    for (size_t i = 0; i < conference_count(run); i++) {
        struct conference it = conference_at(run, i);
        if (has_year(it, year)) {
            pl_nearest_offer(&nearest, it.place);
        }
    }
    return nearest.best;
}

void pl_citation_find_place_names(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        struct conference known;
        pl_str place = pl_range_text(plan->text, it->place);
        if (!has_adoption(run, it) || find_place(run, place, &known)) {
            continue;
        }
        pl_str expected =
            nearest_place(run, place, pl_range_text(plan->text, it->year));
        if (expected.len == 0) {
            continue;
        }
        struct pl_finding *finding =
            PL_FINDING(run, it->place, {"place", place},
                       {"citation", pl_range_text(plan->text, it->range)},
                       {"expected", expected});
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){it->place, expected},
                       PL_ARGS({"expected", expected}));
    }
}
