/* One instrument cited in several ways. */
#include "base/arena.h"
#include "base/chars.h"
#include "base/map.h"
#include "checks/citation/citation.h"
#include "lint/check.h"
#include "plan/plan.h"

static struct pl_finding *report(struct pl_run *run,
                                 const struct pl_citation *it,
                                 const struct pl_citation *other,
                                 const char *relation)
{
    pl_str text = run->plan->text;
    struct pl_finding *finding =
        PL_FINDING(run, it->range, {"citation", pl_range_text(text, it->range)},
                   {"other", pl_range_text(text, other->range)});
    pl_finding_relate(run->findings, finding, other->range, relation);
    return finding;
}

/* ----- part ----- */

static uint32_t part_of(const struct pl_plan *plan, uint32_t block)
{
    return pl_plan_part_of(plan, plan->blocks[block].section);
}

/* "resolution/71/", in the annex `part`. */
static pl_str key_in_part(struct pl_run *run, const struct pl_citation *it,
                          uint32_t part)
{
    pl_str key = pl_citation_key(run->arena, run->plan, it, false);
    return pl_str_from(
        pl_arena_printf(run->arena, "%.*s%zu", PL_STR_ARG(key), (size_t)part));
}

/* The text of an annex may be read alone. */
void pl_citation_find_parts(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *full = pl_map_new(run->arena, plan->citations_count);
    struct pl_map *seen = pl_map_new(run->arena, plan->citations_count);
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        if (!pl_citation_is_asked(run, it) ||
            !pl_citation_is_bare_number(plan, it)) {
            continue;
        }
        uint32_t part = part_of(plan, it->block);
        pl_str key = pl_citation_key(run->arena, plan, it, false);
        uint32_t first = pl_map_get_or_add(seen, key_in_part(run, it, part), i);
        uint32_t told = pl_map_get(full, key);
        if (!pl_range_is_empty(it->year)) {
            pl_map_put(full, key, i);
        } else if (first == i && told != PL_NONE && part != PL_NONE &&
                   !pl_citation_is_known(plan, it)) {
            struct pl_finding *finding =
                report(run, it, &plan->citations[told], "cited in full here");
            pl_citation_offer_full(run, finding, it, &plan->citations[told]);
        }
    }
}

/* ----- number-word ----- */

/* "No. " between the name and the number; empty when it is not there. */
static struct pl_range number_word(pl_str text, const struct pl_citation *it)
{
    static const pl_str no = PL_STR("no");
    uint32_t at = it->range.start + 1;
    while (at + no.len < it->number.start &&
           !(pl_str_eq_ignore_case(pl_str_slice(text, at, at + no.len), no) &&
             !pl_is_letter(text.data[at - 1]) &&
             !pl_is_letter(text.data[at + no.len]))) {
        at++;
    }
    return at + no.len < it->number.start
               ? (struct pl_range){at, it->number.start}
               : (struct pl_range){at, at};
}

void pl_citation_find_number_words(struct pl_run *run)
{
    pl_str text = run->plan->text;
    for (uint32_t i = 0; i < run->plan->citations_count; i++) {
        const struct pl_citation *it = &run->plan->citations[i];
        struct pl_range word = number_word(text, it);
        if (!pl_citation_is_asked(run, it) || pl_range_is_empty(word)) {
            continue;
        }
        struct pl_finding *finding = PL_FINDING(
            run, ((struct pl_range){it->range.start, it->number.end}),
            {"citation", pl_str_slice(text, it->range.start, it->number.end)});
        pl_finding_fix(run->findings, finding, true,
                       (struct pl_edit){word, {0}}, PL_NO_ARGS);
    }
}

/* ----- revision ----- */

void pl_citation_find_revisions(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *seen = pl_map_new(run->arena, plan->citations_count);
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        if (!pl_citation_is_asked(run, it) || pl_range_is_empty(it->year)) {
            continue;
        }
        pl_str key = pl_citation_key(run->arena, plan, it, true);
        uint32_t first = pl_map_get_or_add(seen, key, i);
        if (plan->citations[first].is_revision != it->is_revision) {
            report(run, it, &plan->citations[first],
                   it->is_revision ? "without \"Rev.\"" : "with \"Rev.\"");
        }
    }
}

/* ----- edition ----- */

/* The newest edition of everything that is cited, by pl_citation_key(). */
static struct pl_map *newest_editions(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *newest = pl_map_new(run->arena, plan->citations_count);
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        if (!pl_citation_is_asked(run, it) || pl_range_is_empty(it->year) ||
            !pl_citation_is_bare_number(plan, it)) {
            continue;
        }
        pl_str key = pl_citation_key(run->arena, plan, it, false);
        uint32_t best = pl_map_get_or_add(newest, key, i);
        if (pl_str_compare(
                pl_range_text(plan->text, it->year),
                pl_range_text(plan->text, plan->citations[best].year)) > 0) {
            pl_map_put(newest, key, i);
        }
    }
    return newest;
}

/* Revisions alone: Resolution 2 of another conference is another text. */
void pl_citation_find_editions(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *newest = newest_editions(run);
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        uint32_t best =
            pl_map_get(newest, pl_citation_key(run->arena, plan, it, false));
        if (!pl_citation_is_asked(run, it) || pl_range_is_empty(it->year) ||
            best == PL_NONE || !it->is_revision ||
            !plan->citations[best].is_revision ||
            pl_str_eq(pl_range_text(plan->text, it->year),
                      pl_range_text(plan->text, plan->citations[best].year))) {
            continue;
        }
        report(run, it, &plan->citations[best], "the later edition");
    }
}

/* ----- symbol ----- */

/* "70/1" of "A/RES/70/1"; empty for a number that is no symbol. */
static pl_str number_of_symbol(pl_str number)
{
    static const pl_str mark = PL_STR("/RES/");
    size_t at = pl_str_find(number, mark, 0);
    return at == PL_NOWHERE ? (pl_str){0}
                            : pl_str_slice(number, at + mark.len, number.len);
}

/* Whether the resolution is cited by its number: its symbol has one, too. */
static bool is_number(pl_str number)
{
    return pl_str_find_char(number, '/', 0) != PL_NOWHERE &&
           pl_is_digit(number.data[0]);
}

void pl_citation_find_symbols(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *numbers = pl_map_new(run->arena, plan->citations_count);
    struct pl_map *told = pl_map_new(run->arena, plan->citations_count);
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        pl_str number = pl_range_text(plan->text, plan->citations[i].number);
        if (is_number(number)) {
            pl_map_get_or_add(numbers, number, i);
        }
    }
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        pl_str number = number_of_symbol(pl_range_text(plan->text, it->number));
        uint32_t other = number.len > 0 ? pl_map_get(numbers, number) : PL_NONE;
        if (other != PL_NONE && pl_map_get_or_add(told, number, i) == i) {
            report(run, it, &plan->citations[other], "cited by its number");
        }
    }
}
