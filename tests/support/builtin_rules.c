#include "builtin_rules.h"

#include "cmocka_wrap.h"

#include "checks/checks.h"
#include "lint/profile.h"
#include "lint/ruleset.h"

struct pl_ruleset *builtin_rules(struct pl_arena *arena, const char *profile)
{
    struct pl_ruleset *ruleset;
    struct pl_error error;
    if (!pl_ruleset_load(arena, pl_rule_files_builtin(NULL), pl_checks,
                         &ruleset, &error) ||
        (profile && !pl_profile_use(ruleset, pl_str_from(profile), &error))) {
        fail_msg("%s", error.message);
    }
    return ruleset;
}
