/* acronym.h - what the kind of check "acronym" is made of. */
#ifndef PLANLINT_CHECKS_ACRONYM_H
#define PLANLINT_CHECKS_ACRONYM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"
#include "base/vec.h"
#include "checks/shared/params.h"
#include "checks/shared/scope.h"

struct pl_acronym;
struct pl_expansion;
struct pl_finding;
struct pl_fix;
struct pl_map;
struct pl_plan;
struct pl_run;
struct pl_section;

/* A well-known acronym, with what it stands for where a rule file tells. */
struct pl_known_acronym {
    pl_str name;
    const pl_str *long_forms;
    size_t long_form_count;
};

/* Those of one list in a file, which several rules may share. */
struct pl_known_list {
    PL_VEC(struct pl_known_acronym) items;
    struct pl_map *by_name; /* indexes in `items` */
};

struct pl_known_acronyms {
    const struct pl_known_list *list;       /* NULL: none are known */
    const struct pl_known_acronyms *before; /* known before; may be NULL */
};

struct pl_acronym_params {
    size_t fault; /* index in the table of acronym.c */
    struct pl_known_acronyms known;
    size_t min_uses;
    size_t max_uses; /* 0: any number */
    size_t min_words;
    bool habit;
    struct pl_scope scope;
};

/* Adds the member "known" of the parameters, names alone in an array or an
 * object from names to long forms, to those that are known already. */
PL_MUST_CHECK bool pl_known_acronyms_add(const struct pl_params *params,
                                         struct pl_known_acronyms *known);

/* NULL when it is not known. */
const struct pl_known_acronym *pl_known_acronyms_find(const struct pl_run *run,
                                                      pl_str name);

/* Whether the rule speaks of an acronym that is used so often. */
bool pl_acronym_is_used_enough(const struct pl_run *run,
                               const struct pl_acronym *acronym);

/* The words that it stands for; may be empty. */
pl_str pl_acronym_long_form(const struct pl_run *run,
                            const struct pl_expansion *expansion);

/* "Coastal Alert Protocol (CAP)"; the acronym alone where the words follow or
 * could not be told. */
struct pl_range pl_acronym_definition_range(const struct pl_run *run,
                                            const struct pl_expansion *it);

/* The acronym of an expansion with the parentheses and the space before it:
 * what is left out when nobody uses it; empty when it stands otherwise. */
struct pl_range pl_acronym_parenthesis(const struct pl_run *run,
                                       const struct pl_expansion *expansion);

/* Whether the place of an expansion is in the scope of the rule. */
bool pl_acronym_is_in_scope(const struct pl_run *run,
                            const struct pl_expansion *expansion);

/* The part of the document that is read alone, or PL_NONE for its body. */
uint32_t pl_acronym_part(const struct pl_plan *plan, uint32_t block);

bool pl_acronym_part_is_annex(const struct pl_section *section);
uint32_t pl_acronym_part_of_use(const struct pl_plan *plan,
                                const struct pl_acronym *it, uint32_t use);

/* Whether a piece of text is in quotation marks, in the text of a link or an
 * image, or in a list of references: somebody else's words. */
bool pl_acronym_is_aside(const struct pl_run *run, struct pl_range range);

/* Cuts the last word off a long form: its letters. */
pl_str pl_acronym_cut_word(pl_str *rest);

/* "ITS-90", "DS-100", "CH~4~": the name of one thing among others. */
bool pl_acronym_has_number(const struct pl_plan *plan, struct pl_range range);

/* Whether a block ends like a sentence or a part of one: a title has its
 * acronyms for those who look for it. */
bool pl_acronym_is_in_sentence(const struct pl_plan *plan, uint32_t block);

struct pl_acronym_list {
    PL_VEC(const struct pl_acronym *) items;
};

/* Takes out those whose words stand somewhere in the plan with a capital each:
 * "the Burial Operations Support System, or BOSS". */
void pl_acronym_drop_written(struct pl_run *run, struct pl_acronym_list *list);

/* Without a plural ending: "technolog" of "technology" and "technologies". */
pl_str pl_acronym_stem(pl_str word);

/* "ICT": two capitals or more, and nothing else. */
bool pl_acronym_is_capitals(pl_str word);

enum pl_long_form_order {
    PL_LONG_FORMS_ALIKE, /* but for capitals and number */
    PL_LONG_FORMS_NEAR,  /* but for the spelling of a word, or the number
                            of one inside */
    PL_LONG_FORMS_DIFFERENT,
};

/* What could not be told is no difference, nor is another language, nor words
 * before those of the other. */
enum pl_long_form_order pl_long_forms_compare(pl_str a, pl_str b);

/* Offers to spell the acronym out at a use: "CAP" becomes "Coastal Alert
 * Protocol (CAP)". NULL, and nothing is offered, where the word goes on. */
struct pl_fix *pl_acronym_offer_words(struct pl_run *run,
                                      struct pl_finding *finding,
                                      const struct pl_acronym *it,
                                      struct pl_range range);

/* Notes which acronym a finding is about. */
struct pl_finding *pl_acronym_is_subject(struct pl_finding *finding,
                                         const struct pl_acronym *acronym);

/* The faults. */
void pl_acronym_undefined(struct pl_run *run);
void pl_acronym_late(struct pl_run *run);
void pl_acronym_not_in_part(struct pl_run *run);
void pl_acronym_again(struct pl_run *run);
void pl_acronym_two_expansions(struct pl_run *run);
void pl_acronym_two_spellings(struct pl_run *run);
void pl_acronym_unused(struct pl_run *run);
void pl_acronym_rare(struct pl_run *run);
void pl_acronym_long_forms(struct pl_run *run);
void pl_acronym_other_than_known(struct pl_run *run);
void pl_acronym_list_order(struct pl_run *run);
void pl_acronym_entry_unused(struct pl_run *run);
void pl_acronym_entry_missing(struct pl_run *run);
void pl_acronym_redundant(struct pl_run *run);
void pl_acronym_article(struct pl_run *run);
void pl_acronym_possessive(struct pl_run *run);

#endif
