/* citation.h - what the faults of the kind "citation" share.
 *
 * Internal to the kind; everything lives in the arena of the run. */
#ifndef PLANLINT_CHECKS_CITATION_H
#define PLANLINT_CHECKS_CITATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "checks/shared/params.h"

struct pl_arena;
struct pl_citation;
struct pl_finding;
struct pl_plan;
struct pl_run;

/* Of a rule; citation.c says what they mean. */
struct pl_citation_params {
    size_t fault;
    struct pl_words_param instruments; /* none: all */
    struct pl_words_param conferences; /* "Corran 2018 2022" */
};

/* Whether the rule is about instruments of this kind. */
bool pl_citation_is_asked(const struct pl_run *run,
                          const struct pl_citation *citation);

/* "resolution/71/": what is cited; with the year when `with_year`. */
pl_str pl_citation_key(struct pl_arena *arena, const struct pl_plan *plan,
                       const struct pl_citation *citation, bool with_year);

/* Whether place and year belong to the number: "71", not "70/1". */
bool pl_citation_is_bare_number(const struct pl_plan *plan,
                                const struct pl_citation *citation);

/* Whether the body is named right before: "WTSA Resolution 2". */
bool pl_citation_is_known(const struct pl_plan *plan,
                          const struct pl_citation *citation);

/* Offers to put the place and year of `full` after the number of `it`. */
void pl_citation_offer_full(struct pl_run *run, struct pl_finding *finding,
                            const struct pl_citation *it,
                            const struct pl_citation *full);

/* The faults; each adds its findings. */
void pl_citation_find_parts(struct pl_run *run);
void pl_citation_find_conferences(struct pl_run *run);
void pl_citation_find_place_names(struct pl_run *run);
void pl_citation_find_number_words(struct pl_run *run);
void pl_citation_find_revisions(struct pl_run *run);
void pl_citation_find_editions(struct pl_run *run);
void pl_citation_find_symbols(struct pl_run *run);

#endif
