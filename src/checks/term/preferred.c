#include "checks/term/preferred.h"

#include "base/vec.h"
#include "checks/checks.h"
#include "checks/term/term.h"
#include "lint/ruleset.h"

struct pl_preferred_terms pl_preferred_terms(struct pl_arena *arena,
                                             const struct pl_ruleset *ruleset)
{
    PL_VEC(pl_str) found = {0};
    for (size_t i = 0; i < ruleset->count; i++) {
        const struct pl_rule *rule = &ruleset->rules[i];
        if (rule->severity == PL_SEVERITY_OFF ||
            rule->check != &pl_check_term || !rule->params) {
            continue;
        }
        const struct pl_term_params *params = rule->params;
        for (size_t t = 0; t < params->term_count; t++) {
            *PL_VEC_PUSH(arena, &found) = params->terms[t].prefer;
        }
    }
    return (struct pl_preferred_terms){found.items, found.len};
}
