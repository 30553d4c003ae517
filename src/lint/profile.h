/* profile.h - named choices of rules: which are at work, how severe, with
 * which parameters.
 *
 * A profile is a file of rules/sets: {"name", "extends", "summary", "rules"}.
 * It lists the rules that it turns on; see rules/schema/profile.schema.json. */
#ifndef PLANLINT_LINT_PROFILE_H
#define PLANLINT_LINT_PROFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/json.h"
#include "base/str.h"

struct pl_arena;
struct pl_rule_files;
struct pl_ruleset;

struct pl_profile {
    pl_str name;
    pl_str extends; /* another profile, applied before; may be empty */
    pl_str summary; /* one line */
};

/* The profile in `files->sets[index]`, without its rules. */
PL_MUST_CHECK bool pl_profile_read(struct pl_arena *arena,
                                   const struct pl_rule_files *files,
                                   size_t index, struct pl_profile *profile,
                                   struct pl_error *error);

/* Applies a profile and, before it, those that it extends. Fails when there is
 * no such profile or when it is wrong. */
PL_MUST_CHECK bool pl_profile_use(struct pl_ruleset *ruleset, pl_str name,
                                  struct pl_error *error);

/* Applies an object of selectors (see ruleset.h) in its order. Each has the
 * name of a severity, or "on" for the rule's own, or an object of "severity",
 * "params" and "within", all optional. `turn_on`: what is named comes on when
 * no severity is given. Parameters may be given to several rules at once when
 * all are of one kind of check. */
PL_MUST_CHECK bool pl_overrides_apply(struct pl_ruleset *ruleset,
                                      struct pl_json rules, bool turn_on,
                                      struct pl_error *error);

/* The same, but selectors that match no rule are passed over, and nothing comes
 * on without being told to. */
PL_MUST_CHECK bool pl_overrides_apply_known(struct pl_ruleset *ruleset,
                                            struct pl_json rules,
                                            struct pl_error *error);

#endif
