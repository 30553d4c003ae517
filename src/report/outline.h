/* outline.h - what was understood of a document, shown whole.
 *
 * The JSON form is that of rules/schema/outline.schema.json. */
#ifndef PLANLINT_REPORT_OUTLINE_H
#define PLANLINT_REPORT_OUTLINE_H

#include "report/page.h"

struct pl_arena;
struct pl_buf;
struct pl_plan;

/* A tree for people. `scratch` may be emptied afterwards; so for the other. */
void pl_outline_text(struct pl_page *page, struct pl_arena *scratch,
                     const struct pl_plan *plan);

void pl_outline_json(struct pl_buf *out, struct pl_arena *scratch,
                     const struct pl_plan *plan);

#endif
