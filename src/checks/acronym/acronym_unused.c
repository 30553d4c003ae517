/* Acronyms that are spelled out and used seldom or never. */
#include "base/arena.h"
#include "checks/acronym/acronym.h"
#include "checks/checks.h"
#include "checks/shared/times.h"
#include "plan/plan.h"

/* In the text itself: a foreword has its own readers, and so has each of many
 * decisions, which name bodies in full as a courtesy. */
static bool is_in_text(const struct pl_plan *plan, uint32_t block)
{
    uint32_t part = pl_acronym_part(plan, block);
    return !plan->is_collection &&
           (part == PL_NONE || plan->sections[part].kind == PL_SECTION_ANNEX);
}

/* Spelled out in a sentence of the scope, in the document's own words. */
static bool is_judged(const struct pl_run *run, const struct pl_acronym *it)
{
    return it->expansion_count > 0 && !it->expansions[0].is_listed &&
           is_in_text(run->plan, it->expansions[0].block) &&
           !pl_known_acronyms_find(run, it->name) &&
           pl_acronym_is_in_scope(run, &it->expansions[0]) &&
           !pl_acronym_is_aside(run, it->expansions[0].acronym) &&
           !pl_acronym_has_number(run->plan, it->expansions[0].acronym) &&
           pl_acronym_is_in_sentence(run->plan, it->expansions[0].block);
}

static void report(struct pl_run *run, const struct pl_acronym *it)
{
    const struct pl_expansion *first = &it->expansions[0];
    struct pl_finding *finding = pl_acronym_is_subject(
        PL_FINDING(run, first->acronym, {"acronym", it->name},
                   {"long", pl_acronym_long_form(run, first)},
                   {"times", pl_times(run->arena, it->use_count)}),
        it);
    struct pl_range range = pl_acronym_parenthesis(run, first);
    if (it->use_count == 0 && it->expansion_count == 1 &&
        !pl_range_is_empty(range)) {
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){range, {0}},
                       PL_ARGS({"acronym", pl_range_text(run->plan->text,
                                                         first->acronym)}));
    }
}

void pl_acronym_unused(struct pl_run *run)
{
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        if (it->use_count == 0 && is_judged(run, it)) {
            report(run, it);
        }
    }
}

void pl_acronym_rare(struct pl_run *run)
{
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        if (it->use_count > 0 && it->expansion_count == 1 &&
            pl_acronym_is_used_enough(run, it) && is_judged(run, it)) {
            report(run, it);
        }
    }
}
