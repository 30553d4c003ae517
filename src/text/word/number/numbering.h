/* numbering.h - the lists that a Word document defines; for numbers.h. */
#ifndef PLANLINT_TEXT_WORD_NUMBER_NUMBERING_H
#define PLANLINT_TEXT_WORD_NUMBER_NUMBERING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"
#include "text/word/number/numbers.h"

struct pl_buf;

enum { PL_WORD_LEVELS = 9 };

/* How a number is written. */
enum pl_word_format {
#define PL_WORD_FORMAT(constant, name) PL_WORD_FORMAT_##constant,
#include "text/word/number/number_format.def"
#undef PL_WORD_FORMAT
};

/* The format of a name; decimal for one that is not known. */
enum pl_word_format pl_word_format_of(pl_str name);

/* Writes a number. `width` is that of a custom format "001": leading zeros. */
void pl_word_write_number(struct pl_buf *out, enum pl_word_format format,
                          uint32_t number, uint32_t width);

struct pl_word_level_rule {
    bool is_given;
    uint32_t start;
    enum pl_word_format format;
    uint32_t width;   /* of a custom format; 0: none */
    pl_str text;      /* "%1.%2" */
    uint32_t restart; /* PL_NONE: absent; 0: never; else a level from 1 */
    bool is_hidden;   /* counted, but not displayed */
    bool is_legal;    /* all levels in decimal */
    enum pl_word_suffix suffix;
    pl_str style;                 /* that is numbered by it; may be empty */
    struct pl_word_indent indent; /* of its paragraphs */
};

struct pl_word_abstract {
    uint32_t id;
    bool is_single_level;
    pl_str name;       /* that fields know it by; may be empty */
    pl_str style_link; /* numStyleLink: defined by the list of that style */
    struct pl_word_level_rule levels[PL_WORD_LEVELS];
};

struct pl_word_list {
    uint32_t id;       /* w:numId */
    uint32_t abstract; /* index; PL_NONE: there is none of that id */
    bool has_start[PL_WORD_LEVELS];
    uint32_t starts[PL_WORD_LEVELS];
    const struct pl_word_level_rule *overrides[PL_WORD_LEVELS]; /* or NULL */
};

struct pl_map;

struct pl_word_numbers {
    const struct pl_word_abstract *abstracts;
    uint32_t abstract_count;
    const struct pl_word_list *lists;
    uint32_t list_count;
    const struct pl_map *by_id; /* lists by their number, as text */
};

/* The list of a w:numId, or NULL. */
const struct pl_word_list *
pl_word_list_of(const struct pl_word_numbers *numbers, uint32_t id);

/* The index of the definition that a list follows, through the links of
 * styles; PL_NONE. */
uint32_t pl_word_abstract_of(const struct pl_word_file *word,
                             const struct pl_word_list *list);

/* The rule of a level: the list's own, or that of its definition; the next one
 * below where a level is missing; NULL. */
const struct pl_word_level_rule *
pl_word_rule_of(const struct pl_word_file *word,
                const struct pl_word_list *list, uint32_t abstract,
                uint32_t level);

#endif
