/* direction.h - the words after a reference that say which way it points. */
#ifndef PLANLINT_PLAN_DIRECTION_H
#define PLANLINT_PLAN_DIRECTION_H

#include "plan/references.h"
#include "plan/words/scan.h"

/* "above", "ci-dessous", "siguiente"; also after a comma or in brackets. */
enum pl_direction pl_direction_read(struct pl_scan *scan);

#endif
