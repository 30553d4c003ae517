/* setup.h - the configuration and the rules that apply to a document.
 *
 * They are found by the document's folder and made once for each
 * configuration. */
#ifndef PLANLINT_CLI_SETUP_H
#define PLANLINT_CLI_SETUP_H

#include <stdbool.h>

#include "lint/config.h"

struct pl_ruleset;
struct pl_session;
struct pl_setups;

struct pl_setup {
    struct pl_config config;
    struct pl_ruleset *ruleset;
};

/* In the arena of the session, whose options count. */
struct pl_setups *pl_setups_new(struct pl_session *session);

/* For what lies in `folder`; NULL when the configuration or a rule is wrong,
 * which is complained about once. */
const struct pl_setup *pl_setups_for(struct pl_setups *setups,
                                     const char *folder);

/* pl_setups_for() of the current folder, for commands without documents. */
const struct pl_setup *pl_setup_here(struct pl_session *session);

/* The same with the rules of a folder instead of the configuration's own;
 * NULL: with those. Rules that are not at work are complete, too. */
const struct pl_setup *pl_setup_with_rules(struct pl_session *session,
                                           const char *rules_folder);

#endif
