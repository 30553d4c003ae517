/* entity_text.h - lines that introduce a part of a plan by its number:
 * "Goal 1 – Name: text", "Action 01", "SO2: text", "1.1: text", and the
 * headers of groups: "Targets for Goal 1: Name – by 2030:". */
#ifndef PLANLINT_PLAN_ENTITY_TEXT_H
#define PLANLINT_PLAN_ENTITY_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "plan/entities.h"
#include "plan/entities/lexicon.h"
#include "plan/label.h"
#include "plan/words/scan.h"

struct pl_entity_text {
    enum pl_entity_kind kind;
    uint32_t row;       /* of the noun, see lexicon.h */
    uint32_t qualifier; /* fold of a word; PL_NONE */
    bool is_weak;       /* no mark between number and name: a name only
                           beside others of its kind */
    struct pl_label label;
    struct pl_range number; /* "1" */
    struct pl_range name;   /* may be empty in a heading, a cell and a group
                               header */
    struct pl_range range;  /* from the keyword to the end of the name */
};

/* Where a line stands says what it may leave out. */
enum pl_entity_place {
    PL_ENTITY_IN_TEXT,    /* "Goal 1 of the plan" is no such line */
    PL_ENTITY_IN_CELL,    /* the name may stand in the next cell */
    PL_ENTITY_IN_HEADING, /* separator and name may be missing */
};

/* A line to be read. */
struct pl_entity_source {
    const struct pl_lexicon *lexicon;
    struct pl_range prose;
    uint32_t first_word; /* the first at or after the beginning of `prose` */
    uint32_t word_end;
    enum pl_entity_place place;
};

/* Reads "Goal 1 – Name". */
bool pl_entity_text_read(const struct pl_entity_source *source,
                         struct pl_entity_text *text);

/* Reads "1.1: text", of two parts or more, in a list of `list`; or "A1: text"
 * in one of actions. */
bool pl_entity_text_read_bare(struct pl_scan scan, const struct pl_noun *list,
                              struct pl_entity_text *text);

/* Reads "1.1", "04", "A1" or "1.1 Text" at the beginning of a row of a table of
 * `list`. */
bool pl_entity_text_read_row(struct pl_scan scan, const struct pl_noun *list,
                             struct pl_entity_text *text);

/* Reads the title of a list, "Strategic objectives for 2028-2031": its noun. */
bool pl_entity_text_read_list(const struct pl_entity_source *source,
                              struct pl_noun *list);

/* Reads the header of a group; `list` is what it is a group of, and `text` what
 * that belongs to. */
bool pl_entity_text_read_group(const struct pl_entity_source *source,
                               struct pl_noun *list,
                               struct pl_entity_text *text);

/* Reads "1", "01", "No. 3", "A.1" after a noun. */
bool pl_entity_number_read(struct pl_scan *scan, struct pl_label *label,
                           struct pl_range *number);

/* The piece of `text` without blanks, emphasis and closing ":" at its ends. */
struct pl_range pl_entity_text_trim(pl_str text, struct pl_range piece);

#endif
