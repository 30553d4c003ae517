/* rule.h - a rule: data that names a kind of check and its parameters.
 *
 * A rule is one JSON file: data, documentation and tests in one. See
 * rules/schema/rule.schema.json for the form. Rules live in the arena they
 * were loaded into and are read-only while documents are checked. */
#ifndef PLANLINT_LINT_RULE_H
#define PLANLINT_LINT_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/json.h"
#include "base/str.h"
#include "lint/register.h"
#include "lint/severity.h"
#include "text/source.h"

struct pl_arena;
struct pl_check;
struct pl_embedded_file;
struct pl_embedded_head;
struct pl_query;

/* What an example must report: `text` is the exact text of the range. */
struct pl_expected {
    pl_str text;
    pl_str message; /* a part of the message; empty: any */
};

struct pl_example {
    pl_str title; /* what it shows; may be empty */
    pl_str text;  /* of a Word file as in text/word/sample/sample.h */
    enum pl_format format;
    bool forced_format;   /* false: the format is found from the text */
    uint32_t period_from; /* years that the configuration gives; 0: none */
    uint32_t period_to;
    const struct pl_expected *expected; /* none: a good example */
    size_t expected_count;
};

struct pl_rule {
    const char *path;              /* of its file, for messages */
    pl_str id;                     /* "PL103" */
    pl_str name;                   /* "paragraph-number-duplicate" */
    enum pl_severity severity;     /* the one in force; off: not at work */
    enum pl_severity own_severity; /* the one of its file */
    pl_str summary;                /* one line: what is reported */
    pl_str why;                    /* why it matters to a reader of the plan */
    pl_str source;  /* the style guide or standard it comes from */
    pl_str message; /* template with {placeholders} */
    pl_str fix;     /* template of the fix's title; may be empty */
    const struct pl_check *check;
    void *params; /* what the check's `load` made of "params"; may be NULL */
    const struct pl_query *within; /* findings count only in what it captures;
                                      NULL: anywhere */
    const pl_str *languages;       /* it speaks only about text in these ("en");
                                      NULL: about all */
    size_t language_count;
    enum pl_register kept_in;          /* "register" */
    pl_str file;                       /* the text of its file; borrowed */
    const struct pl_example *examples; /* see pl_rule_load_examples() */
    size_t example_count;
    const struct pl_embedded_head *unread; /* its "params" and "within" wait for
                                              pl_rule_complete(); NULL: read */
};

/* The kinds of check that rules may name. The kind "builtin" is always there
 * too: the engine itself reports through rules of it. */
struct pl_checks {
    const struct pl_check *const *items;
    size_t count;
};

struct pl_rule_file {
    const char *path; /* for messages */
    pl_str text;
};

/* Reads one rule from its file, which must outlive it. Unknown keys, a wrong
 * type, an unknown kind or bad parameters fail with path:line:column. Examples
 * are not read: checking does not need them. */
PL_MUST_CHECK bool pl_rule_load(struct pl_arena *arena,
                                struct pl_rule_file file,
                                struct pl_checks checks, struct pl_rule *rule,
                                struct pl_error *error);

/* Takes a rule inside the binary from its head, which it must have; nothing but
 * the head is read. Fails for an unknown kind. */
PL_MUST_CHECK bool pl_rule_load_head(const struct pl_embedded_file *file,
                                     struct pl_checks checks,
                                     struct pl_rule *rule,
                                     struct pl_error *error);

/* Reads what a rule that was taken from its head needs to be run; nothing when
 * that was read. */
PL_MUST_CHECK bool pl_rule_complete(struct pl_arena *arena,
                                    struct pl_rule *rule,
                                    struct pl_error *error);

/* Confines a rule to the nodes that a query captures: `within` is its text, a
 * string or an array of lines. */
PL_MUST_CHECK bool pl_rule_confine(struct pl_arena *arena, struct pl_rule *rule,
                                   struct pl_json within,
                                   struct pl_error *error);

/* Gives a rule the parameters that `params` (an object, or nothing) names;
 * the others stay. */
PL_MUST_CHECK bool pl_rule_set_params(struct pl_arena *arena,
                                      struct pl_rule *rule,
                                      struct pl_json params,
                                      struct pl_error *error);

/* Where a member of the rule's file stands. */
struct pl_place pl_rule_place(const struct pl_rule *rule, const char *key);

/* The "params" of a rule's file as they stand there, or the empty string. */
pl_str pl_rule_params_text(const struct pl_rule *rule);

/* Reads the examples of a rule that pl_rule_load() has made. */
PL_MUST_CHECK bool pl_rule_load_examples(struct pl_arena *arena,
                                         struct pl_rule *rule,
                                         struct pl_error *error);

#endif
