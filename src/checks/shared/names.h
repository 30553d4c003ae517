/* names.h - whether two names of a thing are the same.
 *
 * Compared word by word: capitals, articles, punctuation and a plural "s" do
 * not matter. */
#ifndef PLANLINT_CHECKS_NAMES_H
#define PLANLINT_CHECKS_NAMES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum pl_name_order {
    PL_NAMES_DIFFER,
    PL_NAMES_EQUAL,
    PL_NAMES_LONGER,  /* `a` goes on after all the words of `b` */
    PL_NAMES_SHORTER, /* `b` goes on after all the words of `a` */
};

/* A name without words differs from every other. */
enum pl_name_order pl_names_compare(pl_str a, pl_str b);

/* How many of the words of `a` stand in `b`, too, wherever: per cent. */
uint32_t pl_names_shared(pl_str a, pl_str b);

/* A bit for each word, some words sharing one: where `part` has a bit that
 * `name` has not, pl_name_has() is false. For names compared many times. */
uint64_t pl_name_bits(pl_str name);

/* Whether all words of `part` stand in `name`, one after the other. */
bool pl_name_has(pl_str name, pl_str part);

#endif
