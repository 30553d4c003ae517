/* ruleset.h - all the rules that are known, and which of them are at work.
 *
 * The rules inside the binary and those of a user's folder. To begin with only
 * the latter are at work; a profile (profile.h), the configuration and the
 * command line change that in this order. A rule that is not at work has the
 * severity "off". Everything lives in the arena it was loaded into. */
#ifndef PLANLINT_LINT_RULESET_H
#define PLANLINT_LINT_RULESET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "lint/rule.h"

struct pl_arena;
struct pl_embedded_file;
struct pl_map;

/* Where rules come from. */
struct pl_rule_files {
    const struct pl_embedded_file *rules;
    size_t rule_count;
    const struct pl_embedded_file *sets; /* profiles */
    size_t set_count;
    const char *folder; /* of the user's own rules; NULL: none */
    bool heads_only;    /* of the rules inside the binary: see
                           pl_ruleset_complete() */
};

/* The files inside the binary, and a folder (may be NULL). */
struct pl_rule_files pl_rule_files_builtin(const char *folder);

struct pl_ruleset {
    struct pl_arena *arena;
    struct pl_rule_files files;
    struct pl_rule *rules; /* sorted by id; `severity` is the one in force */
    size_t count;
    const struct pl_map *by_id; /* indexes in `rules` */
    const struct pl_map *by_name;
    bool is_narrowed; /* by pl_ruleset_select() or pl_ruleset_ignore() */
};

/* Fails at the first rule file that is wrong, and when an id or a name is
 * given twice. */
PL_MUST_CHECK bool pl_ruleset_load(struct pl_arena *arena,
                                   struct pl_rule_files files,
                                   struct pl_checks checks,
                                   struct pl_ruleset **ruleset,
                                   struct pl_error *error);

/* Reads what is missing of rules at work, which pl_lint() needs; only when
 * heads were loaded is anything missing. */
PL_MUST_CHECK bool pl_ruleset_complete(struct pl_ruleset *ruleset,
                                       struct pl_error *error);

/* The same of all rules, at work or not. */
PL_MUST_CHECK bool pl_ruleset_complete_all(struct pl_ruleset *ruleset,
                                           struct pl_error *error);

/* The rule of that id or name, or NULL. */
struct pl_rule *pl_ruleset_find(const struct pl_ruleset *ruleset,
                                pl_str id_or_name);

/* A selector is the id of a rule, its name, or how some ids begin: "PL4". */
bool pl_rule_matches(const struct pl_rule *rule, pl_str selector);

/* What the rules of this one's family are about, by its id: "footnotes". */
const char *pl_rule_family(const struct pl_rule *rule);

/* True when any rule matches. */
bool pl_ruleset_knows(const struct pl_ruleset *ruleset, pl_str selector);

/* Fails for the first selector that matches nothing. */
PL_MUST_CHECK bool pl_ruleset_knows_all(const struct pl_ruleset *ruleset,
                                        const pl_str *selectors, size_t count,
                                        struct pl_error *error);

/* The id or name that was probably meant, or the empty string. */
pl_str pl_ruleset_nearest(const struct pl_ruleset *ruleset, pl_str selector);

/* Turns a rule on: with its own severity unless it is on already. */
void pl_rule_turn_on(struct pl_rule *rule);

/* Only what matches one of the selectors stays or comes on. Fails for a
 * selector that matches nothing. */
PL_MUST_CHECK bool pl_ruleset_select(struct pl_ruleset *ruleset,
                                     const pl_str *selectors, size_t count,
                                     struct pl_error *error);

/* What matches one of the selectors is turned off; fails likewise. */
PL_MUST_CHECK bool pl_ruleset_ignore(struct pl_ruleset *ruleset,
                                     const pl_str *selectors, size_t count,
                                     struct pl_error *error);

/* Only rules that are kept in this ledger stay at work. */
void pl_ruleset_keep_register(struct pl_ruleset *ruleset,
                              enum pl_register which);

#endif
