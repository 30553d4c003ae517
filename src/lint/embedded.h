/* embedded.h - the rule and profile files that live inside the binary.
 *
 * The tables are made at build time from rules/ and rules/sets/, sorted by
 * name in byte order. They are constant, live as long as the process and
 * hold each file byte for byte. */
#ifndef PLANLINT_LINT_EMBEDDED_H
#define PLANLINT_LINT_EMBEDDED_H

#include <stddef.h>

struct pl_embedded_file {
    const char *name;          /* no folder: "PL401-acronym-undefined.json" */
    const unsigned char *data; /* `size` bytes; a NUL follows them */
    size_t size;               /* bytes, without that NUL */

    /* Where the value of the member "examples" stands, in a file that is known
     * to be JSON; the end is 0 in one that is not, or without examples. */
    size_t examples_from;
    size_t examples_to;
};

/* One entry per rules/NAME.json; `pl_embedded_rules_count` of them. */
extern const struct pl_embedded_file pl_embedded_rules[];
extern const size_t pl_embedded_rules_count;

/* One entry per rules/sets/NAME.json; `pl_embedded_sets_count` of them. */
extern const struct pl_embedded_file pl_embedded_sets[];
extern const size_t pl_embedded_sets_count;

#endif
