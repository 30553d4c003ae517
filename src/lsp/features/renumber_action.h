/* renumber_action.h - renumbering from the cursor on, offered in a menu. */
#ifndef PLANLINT_LSP_FEATURES_RENUMBER_ACTION_H
#define PLANLINT_LSP_FEATURES_RENUMBER_ACTION_H

#include <stdint.h>

struct pl_lsp_actions;

/* Each way of renumbering that would change something: on a number, or where
 * the client asks for such actions by their kind. */
void pl_lsp_offer_renumbering(struct pl_lsp_actions *actions, uint32_t offset);

#endif
