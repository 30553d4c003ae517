#include "lint/languages.h"

#include "lint/check.h"
#include "lint/settings.h"
#include "plan/plan.h"

static bool speaks(const struct pl_rule *rule, pl_str language)
{
    for (size_t i = 0; i < rule->language_count; i++) {
        if (pl_str_eq(rule->languages[i], language)) {
            return true;
        }
    }
    return rule->language_count == 0;
}

bool pl_rule_speaks_to(const struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    pl_str told = run->settings->language;
    if (speaks(run->rule, told.len ? told : plan->language)) {
        return true;
    }
    for (uint32_t i = 0; plan->block_languages && i < plan->blocks_count; i++) {
        if (speaks(run->rule, pl_plan_language_of_block(plan, i))) {
            return true;
        }
    }
    return false;
}

/* What the user says of the document goes before what it looks like, but a
 * block that is clearly of another language stays that. */
bool pl_rule_speaks_at(const struct pl_run *run, uint32_t offset)
{
    pl_str told = run->settings->language;
    pl_str found = pl_plan_language_at(run->plan, offset);
    bool is_told = told.len > 0 && pl_str_eq(found, run->plan->language);
    return speaks(run->rule, is_told ? told : found);
}
