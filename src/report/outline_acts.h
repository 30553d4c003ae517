/* outline_acts.h - the resolutions of the outline for people; for its own
 * files. */
#ifndef PLANLINT_REPORT_OUTLINE_ACTS_H
#define PLANLINT_REPORT_OUTLINE_ACTS_H

#include "report/page.h"

struct pl_arena;
struct pl_plan;

/* Each resolution with its verbs and what is numbered under them:
 *
 *        1  RESOLUTION 24 (Rev. Corran, 2026)
 *        4    considering  a) to c)
 *       12    resolves  1 and 2 */
void pl_outline_text_acts(struct pl_page *page, struct pl_arena *scratch,
                          const struct pl_plan *plan);

#endif
