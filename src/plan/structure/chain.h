/* chain.h - the numbers of the headings that enclose a place: 2, 2.6, 2.6.1.
 *
 * Says what the number of the next heading means, also when it is damaged, and
 * how deep it stands. Internal to the plan layer. */
#ifndef PLANLINT_PLAN_CHAIN_H
#define PLANLINT_PLAN_CHAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "plan/label.h"

enum { PL_CHAIN_MAX = 10 }; /* depths; deeper headings stay at the last */

/* All zero is a chain without numbers. */
struct pl_chain {
    struct pl_label labels[PL_CHAIN_MAX + 1]; /* by depth, from 1 */
    uint8_t depth;                            /* of the last; 0: none */
};

/* What a number typed after the last heading means. A number without dots that
 * fits only with a dot put back is damaged: "22" after 2.1 is 2.2. No parts
 * when it cannot be read. */
struct pl_label pl_chain_understand(const struct pl_chain *chain, pl_str typed,
                                    bool *is_damaged);

/* What ".8" means, a number that lost what was before its dot: the next label
 * at some depth that ends so; no parts when there is none. */
struct pl_label pl_chain_complete(const struct pl_chain *chain, pl_str typed);

/* The depth at which a label stands: 2.1 below 2; A below I when the headings
 * began with Roman numbers. */
uint8_t pl_chain_depth_of(const struct pl_chain *chain, struct pl_label label);

/* The label becomes the last one, at its depth. */
void pl_chain_enter(struct pl_chain *chain, struct pl_label label);

#endif
