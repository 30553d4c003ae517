/* pattern_params.h - the parameters of the kind "pattern"; pattern.c says what
 * they mean. */
#ifndef PLANLINT_CHECKS_PATTERN_PARAMS_H
#define PLANLINT_CHECKS_PATTERN_PARAMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/json.h"
#include "base/str.h"
#include "checks/shared/params.h"
#include "checks/shared/scope.h"

struct pl_arena;
struct pl_regex;
struct pl_rule;

enum { PL_PATTERN_MAX_MARK = 9 };

/* The evidence that a match wants. */
enum pl_attested { PL_ATTESTED_NO, PL_ATTESTED_JOINED, PL_ATTESTED_WORD };

struct pl_pattern_params {
    pl_str pattern;
    bool ignore_case;
    bool safe;
    size_t next_word; /* enum pl_gap_next */
    size_t mark;
    size_t within;                 /* words */
    size_t attested;               /* enum pl_attested */
    size_t most;                   /* 0: any number */
    struct pl_words_param replace; /* alternatives */
    struct pl_words_param words;
    struct pl_words_param then;
    struct pl_words_param gaps;
    struct pl_words_param not_after;
    struct pl_words_param clause_has;
    struct pl_words_param known;
    struct pl_scope scope;
    bool not_quoted;
    bool not_code;
    bool not_prompt;
};

/* The "load" of the kind. */
PL_MUST_CHECK bool pl_pattern_load(struct pl_arena *arena, struct pl_json json,
                                   struct pl_rule *rule,
                                   struct pl_error *error);

/* Whether the pattern is only tried at places that words or gaps lead to. */
static inline bool
pl_pattern_is_by_place(const struct pl_pattern_params *params)
{
    return params->words.count > 0 || params->gaps.count > 0;
}

/* The caller frees the expression. */
PL_MUST_CHECK bool pl_pattern_compile(const struct pl_pattern_params *params,
                                      struct pl_regex **regex,
                                      struct pl_error *error);

#endif
