/* builtin_rules.h - the rules that come with planlint, for tests. */
#ifndef PLANLINT_TESTS_SUPPORT_BUILTIN_RULES_H
#define PLANLINT_TESTS_SUPPORT_BUILTIN_RULES_H

struct pl_arena;
struct pl_ruleset;

/* Those of a profile at work, or none where it is NULL. */
struct pl_ruleset *builtin_rules(struct pl_arena *arena, const char *profile);

#endif
