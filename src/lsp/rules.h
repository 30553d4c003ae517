/* rules.h - the rules that are in force, as one configuration and the settings
 * of one folder make them.
 *
 * When a file that they are made from has become wrong, the last ones that
 * were right stay in force. */
#ifndef PLANLINT_LSP_RULES_H
#define PLANLINT_LSP_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

struct pl_arena;
struct pl_lsp_settings;
struct pl_setup;

struct pl_lsp_rules {
    const char *config_path;         /* NULL: without a configuration */
    const struct pl_setup *in_force; /* NULL: none were ever right */
    bool is_right;                   /* as the files are now */
    struct pl_error error;           /* else: what is wrong, and where */
    const char *rules_folder;        /* of own rules; NULL: none */

    struct pl_arena *arena;  /* holds what is in force */
    struct pl_arena *before; /* what was in force before, until forgotten */
    struct pl_arena *notes;
    uint64_t stamp; /* of the files as they were read */
};

/* Reads all files that count, again if need be. What was in force before lives
 * until pl_lsp_rules_forget(), which must come before the next reading.
 * `rules` is all zero at first but for `config_path`, which must live as long.
 */
void pl_lsp_rules_read(struct pl_lsp_rules *rules,
                       const struct pl_lsp_settings *settings);
void pl_lsp_rules_forget(struct pl_lsp_rules *rules);
void pl_lsp_rules_clear(struct pl_lsp_rules *rules);

/* Whether a file has changed, come or gone since they were read. */
bool pl_lsp_rules_are_stale(const struct pl_lsp_rules *rules);

#endif
