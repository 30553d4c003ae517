/* entity_text.h - lines that introduce a part of a plan by its number:
 * "Goal 1 – Name: text", "Target 1.1: text", "1.1: text", and the headers of
 * groups: "Targets for Goal 1: Name – by 2030:". */
#ifndef PLANLINT_PLAN_ENTITY_TEXT_H
#define PLANLINT_PLAN_ENTITY_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "plan/entities.h"
#include "plan/label.h"
#include "plan/words/scan.h"

struct pl_entity_text {
    enum pl_entity_kind kind;
    struct pl_label label;
    struct pl_range number; /* "1" */
    struct pl_range name;   /* may be empty in a heading or group header */
    struct pl_range range;  /* from the keyword to the end of the name */
};

/* Reads "Goal 1 – Name" at the scan. In a heading the separator may be missing
 * and so may the name; elsewhere "Goal 1 of the plan" is no such line. */
bool pl_entity_text_read(struct pl_scan scan, bool is_heading,
                         struct pl_entity_text *text);

/* Reads "1.1: text", of two parts or more. */
bool pl_entity_text_read_bare_target(struct pl_scan scan,
                                     struct pl_entity_text *text);

/* Reads the header of a group of targets; `text` is what it names. */
bool pl_entity_text_read_group(struct pl_scan scan,
                               struct pl_entity_text *text);

/* The piece of `text` without blanks, emphasis and closing ":" at its ends. */
struct pl_range pl_entity_text_trim(pl_str text, struct pl_range piece);

#endif
