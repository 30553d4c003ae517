/* config_edit.h - changes of a planlint.json that tools offer to make. */
#ifndef PLANLINT_LINT_CONFIG_EDIT_H
#define PLANLINT_LINT_CONFIG_EDIT_H

#include "base/attr.h"
#include "base/edit.h"
#include "base/error.h"
#include "base/str.h"

struct pl_arena;

/* A word that a parameter of a rule is to have. */
struct pl_config_word {
    pl_str rule;           /* its id */
    const char *parameter; /* "known" */
    pl_str word;
};

/* The one edit of a configuration's text that adds a word to a list among a
 * rule's parameters; what is missing of the way there is made. In the arena.
 * Fails for a text that is wrong, and when something else stands on the way. */
PL_MUST_CHECK bool pl_config_add_word(struct pl_arena *arena, const char *path,
                                      pl_str text, struct pl_config_word added,
                                      struct pl_edit *edit,
                                      struct pl_error *error);

#endif
