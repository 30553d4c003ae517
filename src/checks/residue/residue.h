/* residue.h - what the kind of check "residue" is made of: revisions that were
 * glued together when deleted and inserted text were both kept. */
#ifndef PLANLINT_CHECKS_RESIDUE_H
#define PLANLINT_CHECKS_RESIDUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "checks/shared/offer.h"
#include "checks/shared/params.h"
#include "checks/shared/scope.h"

struct pl_run;

struct pl_residue_params {
    size_t of;
    struct pl_scope scope;
    struct pl_words_param cues;       /* words after which a number is a year */
    struct pl_words_param places;     /* names of places */
    struct pl_words_param common;     /* words that any plan may use */
    struct pl_words_param endings;    /* that begin no closed compound */
    struct pl_words_param not_first;  /* that begin closed compounds */
    struct pl_words_param not_second; /* that end closed compounds */
    struct pl_words_param before_acronyms;
};

/* Whether a word is a place and a year of two revisions with the word after
 * it: "DOHABUCHAREST, 202622". The years rule reports these as one. */
bool pl_residue_is_place_of_years(const struct pl_run *run, uint32_t at);

void pl_residue_years(struct pl_run *run);
void pl_residue_words(struct pl_run *run);

#endif
