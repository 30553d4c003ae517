/* listing.h - the items of one list, as a reader compares them: how each one
 * begins and ends.
 *
 * Internal to the kind "listing"; everything lives in the arena of the run. */
#ifndef PLANLINT_CHECKS_LISTING_H
#define PLANLINT_CHECKS_LISTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"

struct pl_item;
struct pl_list;
struct pl_run;

/* What stands at the end of an item, before an "and" that joins it with the
 * next one. */
enum pl_item_end {
    PL_END_NOTHING,
    PL_END_STOP, /* also a question mark and its like */
    PL_END_SEMICOLON,
    PL_END_COMMA,
    PL_END_COLON,
    PL_END_UNKNOWN, /* "etc.", a dash, something that is no prose */
    PL_END_COUNT
};

/* The first letter of an item. */
enum pl_item_case {
    PL_CASE_LOWER,
    PL_CASE_UPPER,
    PL_CASE_NAME,    /* a capital, perhaps that of a name */
    PL_CASE_UNKNOWN, /* of an acronym, or no letter */
    PL_CASE_COUNT
};

/* How the first word of an item makes the item go on. */
enum pl_item_form {
    PL_ITEM_OTHER,
    PL_ITEM_UNKNOWN, /* "digitally publishing", no word */
    PL_ITEM_TO,      /* "to publish the plan" */
    PL_ITEM_ING,     /* "publishing the plan" */
    PL_ITEM_FORM_COUNT
};

struct pl_listed {
    const struct pl_item *item;
    struct pl_range body;  /* without the marks and notes behind it */
    struct pl_range mark;  /* the end mark; empty, where it would stand */
    struct pl_range joint; /* "and" or "or" at the end; may be empty */
    struct pl_range first; /* the first word; may be empty */
    uint32_t last;         /* word that the item ends with, or PL_NONE */
    enum pl_item_end end;
    enum pl_item_case letter;
    enum pl_item_form form;
    bool goes_on;      /* in blocks of its own, or in a list within */
    bool is_sentences; /* a sentence ends inside it */
};

struct pl_listing {
    const struct pl_list *list;
    const struct pl_listed *items;
    size_t count;
    bool is_open; /* perhaps not all of it was understood as one list */
};

/* One for each list of the plan, without joints: read once for all rules. */
const struct pl_listing *pl_listings_of(struct pl_run *run);

/* The same listing where the last words of items that are among `joints` join
 * them with the next ones. */
struct pl_listing pl_listing_cut_joints(const struct pl_run *run,
                                        const struct pl_listing *listing,
                                        const struct pl_word_set *joints);

/* The parameters of a rule; listing.c says what they mean. */
struct pl_listing_params {
    size_t fault;
    size_t least;
    size_t max;
    size_t bullets;
    uint32_t usual; /* bits of enum pl_item_end; 0: all */
    uint32_t found;
    struct pl_words_param joints;
    struct pl_words_param verbs;
    struct pl_scope scope;
};

/* One rule at work on one list. */
struct pl_listing_judge {
    struct pl_run *run;
    const struct pl_listing_params *params;
    struct pl_word_set joints;
    struct pl_word_set verbs;
    struct pl_listing listing;
};

/* How many items are of each class of something. */
struct pl_tally {
    uint32_t counts[PL_END_COUNT];
    uint32_t total;
};

/* The class of most items, the first among equals. */
size_t pl_tally_usual(const struct pl_tally *tally);

/* Whether enough items agree, and a few do not. */
bool pl_tally_is_clear(const struct pl_listing_judge *judge,
                       const struct pl_tally *tally);

/* How a rule writes an end mark (";", "" for nothing; NULL: it cannot). */
const char *pl_item_end_mark(enum pl_item_end end);

/* The faults; each adds its findings for the list that the judge has. */
void pl_listing_case(const struct pl_listing_judge *judge);
void pl_listing_small(const struct pl_listing_judge *judge);
void pl_listing_ends(const struct pl_listing_judge *judge);
void pl_listing_last(const struct pl_listing_judge *judge);
void pl_listing_marked(const struct pl_listing_judge *judge);
void pl_listing_joint(const struct pl_listing_judge *judge);
void pl_listing_form(const struct pl_listing_judge *judge);
void pl_listing_intro(const struct pl_listing_judge *judge);
void pl_listing_lone(const struct pl_listing_judge *judge);
void pl_listing_depth(const struct pl_listing_judge *judge);

#endif
