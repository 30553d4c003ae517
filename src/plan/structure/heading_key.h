/* heading_key.h - what a heading and its line in a table of contents have in
 * common. */
#ifndef PLANLINT_PLAN_HEADING_KEY_H
#define PLANLINT_PLAN_HEADING_KEY_H

#include <stdbool.h>

#include "base/str.h"

struct pl_arena;

/* The line without the page number that may end it: after a tab or dots, or
 * (`is_stuck`) also directly after the last word. */
pl_str pl_heading_without_page(pl_str line, bool is_stuck);

/* What a heading is compared by: letters and digits of number and title, in
 * lower case. */
pl_str pl_heading_key(struct pl_arena *arena, pl_str line);

#endif
