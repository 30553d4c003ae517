/* Acronyms that an annex, which is read alone, does not spell out. */
#include "checks/acronym/acronym.h"
#include "checks/checks.h"
#include "plan/plan.h"

/* The uses of an acronym in one part, and the expansions that stand before it
 * at least. */
struct part_uses {
    const struct pl_acronym *acronym;
    uint32_t first; /* uses [first, end) */
    uint32_t end;
    uint32_t part;
    uint32_t expansion; /* the first that may stand in the part */
};

/* Parts ascend, so that each expansion is passed once. */
static bool is_spelled_out_in_part(const struct pl_plan *plan,
                                   struct part_uses *it)
{
    const struct pl_acronym *acronym = it->acronym;
    uint32_t heading = plan->sections[it->part].heading;
    while (it->expansion < acronym->expansion_count &&
           acronym->expansions[it->expansion].block < heading) {
        it->expansion++;
    }
    return it->expansion < acronym->expansion_count &&
           pl_acronym_part(plan, acronym->expansions[it->expansion].block) ==
               it->part;
}

/* The first use in an annex of an acronym that only the body, or another
 * annex, spells out. */
static void judge_part(struct pl_run *run, struct part_uses *it)
{
    const struct pl_acronym_params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    const struct pl_acronym *acronym = it->acronym;
    if (it->part == PL_NONE || it->end - it->first < params->min_uses ||
        !pl_acronym_part_is_annex(&plan->sections[it->part]) ||
        is_spelled_out_in_part(plan, it)) {
        return;
    }
    struct pl_range range = pl_acronym_use_range(plan, acronym, it->first);
    pl_str number = pl_range_text(plan->text, plan->sections[it->part].number);
    struct pl_finding *finding = pl_acronym_is_subject(
        PL_FINDING(
            run, range, {"acronym", acronym->name}, {"part", number},
            {"long", pl_acronym_long_form(run, &acronym->expansions[0])}),
        acronym);
    pl_acronym_offer_words(run, finding, acronym, range);
    pl_finding_relate(run->findings, finding, acronym->expansions[0].acronym,
                      "spelled out here");
}

static void judge_parts(struct pl_run *run, const struct pl_acronym *acronym)
{
    const struct pl_plan *plan = run->plan;
    struct part_uses it = {.acronym = acronym};
    for (; it.first < acronym->use_count; it.first = it.end) {
        it.part = pl_acronym_part_of_use(plan, acronym, it.first);
        it.end = it.first + 1;
        while (it.end < acronym->use_count &&
               pl_acronym_part_of_use(plan, acronym, it.end) == it.part) {
            it.end++;
        }
        judge_part(run, &it);
    }
}

void pl_acronym_not_in_part(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->acronyms_count && !plan->has_abbreviations;
         i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        if (it->expansion_count > 0 && !pl_known_acronyms_find(run, it->name)) {
            judge_parts(run, it);
        }
    }
}
