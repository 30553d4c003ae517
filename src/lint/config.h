/* config.h - planlint.json: what a project wants of planlint.
 *
 * Found upward from a document to the root of its repository (the folder with
 * ".git") or of the file system. See rules/schema/config.schema.json. */
#ifndef PLANLINT_LINT_CONFIG_H
#define PLANLINT_LINT_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "lint/settings.h"
#include "lint/severity.h"

struct pl_arena;
struct pl_ruleset;

#define PL_CONFIG_NAME "planlint.json"

struct pl_config {
    const char *path;         /* of the file; NULL: there is none */
    const char *folder;       /* that holds it */
    pl_str file;              /* its text */
    pl_str profile;           /* "core" when not given */
    bool names_profile;       /* it was given */
    const char *rules_folder; /* of own rules, ready to open; NULL: none */
    const pl_str *include;    /* globs; none: everything */
    size_t include_count;
    const pl_str *exclude;
    size_t exclude_count;
    enum pl_severity fail_level; /* from here on the exit status is 1; "off":
                                    never. "warning" when not given */
    struct pl_settings settings;
};

/* What holds without a file. */
struct pl_config pl_config_default(void);

/* The path of the planlint.json for what is in `folder`, or NULL; in the
 * arena, written like `folder` (relative when that is). */
const char *pl_config_find(struct pl_arena *arena, const char *folder);

/* Reads all but "rules"; the error has path:line:column. */
PL_MUST_CHECK bool pl_config_read(struct pl_arena *arena, const char *path,
                                  struct pl_config *config,
                                  struct pl_error *error);

/* pl_config_read() of a text that is at hand; `path` and `text` are borrowed
 * and must outlive the config. */
PL_MUST_CHECK bool pl_config_parse(struct pl_arena *arena, const char *path,
                                   pl_str text, struct pl_config *config,
                                   struct pl_error *error);

/* Applies the profile and then "rules" to a ruleset that was loaded with
 * `config->rules_folder`. `profile` (may be empty) goes before the config's. */
PL_MUST_CHECK bool pl_config_apply(const struct pl_config *config,
                                   pl_str profile, struct pl_ruleset *ruleset,
                                   struct pl_error *error);

/* False when "include" or "exclude" say that a document is not to be checked;
 * paths are compared as they are written, without looking at the disk. */
bool pl_config_covers(struct pl_arena *arena, const struct pl_config *config,
                      const char *document);

#endif
