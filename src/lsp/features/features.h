/* features.h - the answers to what editors ask about documents; one file
 * each, named as the method is. */
#ifndef PLANLINT_LSP_FEATURES_FEATURES_H
#define PLANLINT_LSP_FEATURES_FEATURES_H

#include "lsp/request.h"

#define PL_LSP_FEATURE(method, name, capability, value) \
    pl_lsp_handler pl_lsp_##name;
#include "lsp/features/feature.def"
#undef PL_LSP_FEATURE

/* The command of code lenses: URI, Position and Location[], as the editor's own
 * command that shows references takes them. */
#define PL_LSP_SHOW_REFERENCES "planlint.showReferences"

#endif
