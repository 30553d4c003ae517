/* params.h - reading the "params" of a rule file.
 *
 * What a reader does not find it leaves as it is, so that a profile may change
 * one parameter and keep the others. */
#ifndef PLANLINT_CHECKS_PARAMS_H
#define PLANLINT_CHECKS_PARAMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/array.h"
#include "base/attr.h"
#include "base/error.h"
#include "base/json.h"
#include "base/str.h"

struct pl_arena;
struct pl_rule;

/* The parameters of a rule, to be read into: those it has, or of the members
 * that are given, when it has none yet. They are a copy (see lint/check.h),
 * and the rule's from now on. */
#define PL_PARAMS(arena, rule, type, ...)                           \
    ((type *)pl_params_renew((arena), (rule), &(type){__VA_ARGS__}, \
                             sizeof(type)))

PL_NEVER_NULL void *pl_params_renew(struct pl_arena *arena,
                                    struct pl_rule *rule, const void *defaults,
                                    size_t size);

struct pl_params {
    struct pl_arena *arena; /* strings are copied to it */
    struct pl_json json;    /* an object, or nothing */
    struct pl_error *error;
};

/* What one of a few words may be; its number is its index. */
struct pl_choices {
    const char *const *names; /* NULL: an index that is no choice */
    size_t count;
};

/* Of an array of names. */
#define PL_CHOICES(names) ((struct pl_choices){(names), PL_COUNT(names)})

#define PL_NO_CHOICE SIZE_MAX /* for a parameter that must be given */

/* An array of strings. */
struct pl_words_param {
    pl_str *items;
    size_t count;
};

/* A string that is one of `choices`; fails when it is another one, or absent
 * while `*choice` is PL_NO_CHOICE. */
PL_MUST_CHECK bool pl_params_choice(const struct pl_params *params,
                                    const char *key, struct pl_choices choices,
                                    size_t *choice);

/* The whole `load` of a kind whose only parameter is a choice that must be
 * given; pl_params_choice_of() is what `run` makes of it. */
PL_MUST_CHECK bool pl_params_load_choice(const struct pl_params *params,
                                         struct pl_rule *rule, const char *key,
                                         struct pl_choices choices);
size_t pl_params_choice_of(const struct pl_rule *rule);

/* A whole number of at most `max`. */
PL_MUST_CHECK bool pl_params_size(const struct pl_params *params,
                                  const char *key, size_t max, size_t *size);

PL_MUST_CHECK bool pl_params_words(const struct pl_params *params,
                                   const char *key,
                                   struct pl_words_param *words);

/* Whether one of the words is this one, in whatever case. */
bool pl_words_param_has(const struct pl_words_param *words, pl_str word);

/* Fails, unless it is given, for want of what the rule judges by: "\"pairs\"".
 */
PL_MUST_CHECK bool pl_params_need(const struct pl_params *params,
                                  const char *what, bool is_given);

/* An array of things that `read` reads one by one, each from its own JSON. */
struct pl_records_param {
    size_t size; /* bytes of a record */
    bool (*read)(const struct pl_params *params, void *record);
    void *items;
    size_t count;
};

PL_MUST_CHECK bool pl_params_records(const struct pl_params *params,
                                     const char *key,
                                     struct pl_records_param *records);

/* Reads a record that is a pl_words_param. */
PL_MUST_CHECK bool pl_params_words_record(const struct pl_params *params,
                                          void *words);

/* An array whose items the caller reads; what is absent leaves `*list`. */
PL_MUST_CHECK bool pl_params_list(const struct pl_params *params,
                                  const char *key, struct pl_json *list);

#endif
