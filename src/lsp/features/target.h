/* target.h - where a symbol is to be shown. */
#ifndef PLANLINT_LSP_FEATURES_TARGET_H
#define PLANLINT_LSP_FEATURES_TARGET_H

#include <stdbool.h>

#include "base/range.h"

struct pl_symbol;
struct pl_symbols;

struct pl_lsp_target {
    struct pl_range name;  /* its number, else its name; inside `whole` */
    struct pl_range whole; /* all that belongs to it */
};

/* False for what the plan defines nowhere, such as a cited resolution. */
bool pl_lsp_target_of(const struct pl_symbols *symbols,
                      const struct pl_symbol *symbol,
                      struct pl_lsp_target *target);

#endif
