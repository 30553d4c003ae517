/* One number for two things. */
#include "base/chars.h"
#include "checks/reference/reference.h"

/* "2.1" without a word that says of what. */
static bool is_bare(const struct pl_run *run,
                    const struct pl_reference *reference)
{
    return reference->resolution == PL_RESOLUTION_FOUND &&
           reference->label.count > 1 &&
           pl_is_digit(run->plan->text.data[reference->phrase.start]);
}

static uint32_t entity_with(const struct pl_plan *plan, struct pl_label label)
{
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        if (pl_label_eq(plan->entities[i].label, label)) {
            return i;
        }
    }
    return PL_NONE;
}

enum { MOST_AMBIGUOUS = 256 }; /* bare numbers that are looked up */

void pl_reference_find_ambiguous(struct pl_reference_pass *pass,
                                 const struct pl_reference *reference)
{
    struct pl_run *run = pass->run;
    const struct pl_plan *plan = run->plan;
    if (!is_bare(run, reference) || pass->looked_up++ >= MOST_AMBIGUOUS) {
        return;
    }
    uint32_t other = entity_with(plan, reference->label);
    if (other == PL_NONE) {
        return;
    }
    const struct pl_entity *entity = &plan->entities[other];
    struct pl_finding *finding = PL_FINDING(
        run, reference->range, {"phrase", pl_reference_phrase(run, reference)},
        {"kind", pl_reference_kind_text(reference)},
        {"number", pl_label_text(run->arena, reference->label)},
        {"other", pl_str_from(pl_entity_name(entity->kind))});
    pl_finding_relate(run->findings, finding, reference->target, "the section");
    pl_finding_relate(run->findings, finding, entity->range,
                      pl_entity_name(entity->kind));
}
