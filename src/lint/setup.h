/* setup.h - the configuration and the rules that apply to a document.
 *
 * They are found by the document's folder and made once for each
 * configuration. To read changed files again, make new setups in a new arena
 * and free the old one when nothing uses it any more. */
#ifndef PLANLINT_LINT_SETUP_H
#define PLANLINT_LINT_SETUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "lint/check.h"
#include "lint/config.h"

struct pl_arena;
struct pl_error;
struct pl_ruleset;
struct pl_setups;

struct pl_setup {
    struct pl_config config; /* says which files it was made from */
    struct pl_ruleset *ruleset;
};

/* A list of selectors of rules (ruleset.h). */
struct pl_setup_rules {
    const pl_str *items;
    size_t count;
};

/* JSON as the "rules" of a planlint.json. It may name rules that there are not:
 * those of another folder. */
struct pl_setup_overrides {
    const char *path; /* in messages */
    pl_str text;      /* empty: none */
};

/* What is asked for besides what the configuration says, and before it. All
 * is borrowed and must outlive the setups. */
struct pl_setup_options {
    struct pl_checks checks;
    pl_str profile;           /* empty: that of the configuration */
    const char *config_path;  /* for all documents; NULL: the nearest one */
    bool no_config;           /* none is looked for */
    const char *rules_folder; /* NULL: that of the configuration */
    struct pl_setup_overrides overrides;
    struct pl_setup_rules select; /* none: all */
    struct pl_setup_rules ignore;
    const char *language;      /* NULL: that of the configuration */
    const char *language_name; /* how messages call it: "--language" */

    /* What holds where the configuration says nothing; empty: nothing does. */
    struct {
        pl_str profile;
        pl_str language;
    } otherwise;

    /* Told what is wrong with a configuration or a rule, once for each
     * configuration. */
    void (*complain)(void *context, const struct pl_error *error);
    void *context;
};

struct pl_setups *pl_setups_new(struct pl_arena *arena,
                                const struct pl_setup_options *options);

/* For what lies in `folder`; NULL when the configuration or a rule is wrong.
 * In the arena. */
const struct pl_setup *pl_setups_for(struct pl_setups *setups,
                                     const char *folder);

/* The configuration that counts in `folder`, also when something is wrong, as
 * far as it was read: which files it is made of. */
const struct pl_config *pl_setups_config(struct pl_setups *setups,
                                         const char *folder);

#endif
