/* embedded.h - the rule and profile files that live inside the binary.
 *
 * The tables are made at build time from rules/ and rules/sets/, sorted by
 * name in byte order. They are constant, live as long as the process and
 * hold each file byte for byte. */
#ifndef PLANLINT_LINT_EMBEDDED_H
#define PLANLINT_LINT_EMBEDDED_H

#include <stddef.h>

#include "base/str.h"

struct pl_embedded_span {
    size_t from;
    size_t to; /* 0: there is none */
};

/* What a rule file says besides "params", "within" and "examples". */
struct pl_embedded_head {
    pl_str id;
    pl_str name;
    pl_str severity;
    pl_str summary;
    pl_str why;
    pl_str source;
    pl_str check;
    pl_str message;
    pl_str fix;
    pl_str kept_in; /* "register" */
    const pl_str *languages;
    size_t language_count;
    struct pl_embedded_span within; /* where their values stand in the file */
    struct pl_embedded_span params;
};

struct pl_embedded_file {
    const char *name;          /* no folder: "PL401-acronym-undefined.json" */
    const unsigned char *data; /* `size` bytes; a NUL follows them */
    size_t size;               /* bytes, without that NUL */
    const struct pl_embedded_head *head; /* NULL: of what is no rule */
};

/* One entry per rules/NAME.json; `pl_embedded_rules_count` of them. */
extern const struct pl_embedded_file pl_embedded_rules[];
extern const size_t pl_embedded_rules_count;

/* One entry per rules/sets/NAME.json; `pl_embedded_sets_count` of them. */
extern const struct pl_embedded_file pl_embedded_sets[];
extern const size_t pl_embedded_sets_count;

#endif
