/* regex.h - one PCRE2 pattern, bounded in time and memory; PCRE2's only door.
 *
 * Patterns are UTF-8 with Unicode classes. Match, depth and heap limits, the
 * size of a pattern and a deadline are set so that no pattern and no text can
 * hang or exhaust the process. Interpreted at first, compiled to machine code
 * (where that is allowed) once enough text was searched to be worth it; the
 * answers are the same. A regex serves one thread at a time. */
#ifndef PLANLINT_BASE_REGEX_H
#define PLANLINT_BASE_REGEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

struct pl_regex;

enum pl_regex_flag {
    PL_REGEX_IGNORE_CASE = 1,
    PL_REGEX_ANCHORED = 2, /* matches only at the offset it is asked for */
};

enum { PL_REGEX_MAX_GROUPS = 16 }; /* captured groups that are reported */

struct pl_match {
    size_t group_count;                /* with group 0, the whole match */
    size_t start[PL_REGEX_MAX_GROUPS]; /* byte offsets; PL_NOWHERE: unset */
    size_t end[PL_REGEX_MAX_GROUPS];
};

enum pl_regex_answer {
    PL_REGEX_NO_MATCH,
    PL_REGEX_MATCH,
    PL_REGEX_OVER_BUDGET, /* a limit or the deadline was hit */
};

/* The error names what is wrong and at which offset of the pattern;
 * `*error_offset` (may be NULL) is that offset in bytes. */
PL_MUST_CHECK bool pl_regex_compile(pl_str pattern, unsigned flags,
                                    struct pl_regex **regex,
                                    size_t *error_offset,
                                    struct pl_error *error);
void pl_regex_free(struct pl_regex *regex); /* takes NULL */

/* The first match in `subject` (valid UTF-8) at or after `from`, which stands
 * between characters; it may be empty. A search may take 50 ms, and on average
 * all searches no more than 1 us a byte: else the answer is "over budget", and
 * the caller should leave the document alone. */
enum pl_regex_answer pl_regex_find(struct pl_regex *regex, pl_str subject,
                                   size_t from, struct pl_match *match);

#endif
