/* settings.h - what a user has set in the editor for planlint.
 *
 * The section "planlint" of an editor's settings; members that are for the
 * editor itself are stepped over. See rules/schema/editor-settings.schema.json.
 */
#ifndef PLANLINT_LSP_SETTINGS_H
#define PLANLINT_LSP_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/json.h"
#include "base/str.h"

struct pl_arena;

#define PL_LSP_SETTINGS_NAME "planlint" /* of the section, and in messages */

enum {
    PL_LSP_ADAPTIVE = -1,
    PL_LSP_DEBOUNCE_MAX = 10000, /* milliseconds; more counts as this */
};

struct pl_lsp_settings {
    bool enable;       /* documents are checked */
    pl_str config;     /* path of a configuration instead of the nearest;
                          empty: that one */
    pl_str profile;    /* where the configuration names none; may be empty */
    pl_str language;   /* likewise */
    pl_str rules;      /* JSON as "rules" in planlint.json; may be empty */
    int64_t debounce;  /* milliseconds from an edit to its findings, or
                          PL_LSP_ADAPTIVE */
    pl_str *documents; /* globs of plans where there is no planlint.json */
    size_t document_count;
};

/* What holds when nothing is set. */
struct pl_lsp_settings pl_lsp_settings_default(void);

/* Finds the section in what a client sent: the value itself, or its member
 * "planlint". */
struct pl_json pl_lsp_settings_section(struct pl_json value);

/* Into the arena. False when a member is wrong, the first of which the error
 * names: it counts as not set, and the others hold. Null is nothing set. */
PL_MUST_CHECK bool pl_lsp_settings_read(struct pl_arena *arena,
                                        struct pl_json section,
                                        struct pl_lsp_settings *settings,
                                        struct pl_error *error);

#endif
