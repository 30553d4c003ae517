#include "checks/pattern/pattern_params.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/regex.h"
#include "checks/shared/gaps.h"
#include "lint/rule.h"

enum {
    MAX_MOST = 1000,
    MAX_WITHIN = 1000, /* words */
};

bool pl_pattern_compile(const struct pl_pattern_params *params,
                        struct pl_regex **regex, struct pl_error *error)
{
    unsigned flags = params->ignore_case ? PL_REGEX_IGNORE_CASE : 0;
    flags |= pl_pattern_is_by_place(params) ? PL_REGEX_ANCHORED : 0;
    return pl_regex_compile(params->pattern, flags, regex, NULL, error);
}

static bool is_valid(const struct pl_pattern_params *params,
                     struct pl_json json, struct pl_error *error)
{
    if (pl_json_is_known(json)) {
        return true;
    }
    struct pl_json pattern = pl_json_get(json, "pattern");
    struct pl_place place = pl_json_place(pattern.item ? pattern : json);
    if (params->pattern.len == 0) {
        return PL_FAIL_AT(error, place,
                          "\"pattern\" is missing, a regular expression");
    }
    struct pl_regex *regex;
    struct pl_error reason;
    if (!pl_pattern_compile(params, &regex, &reason)) {
        return PL_FAIL_AT(error, place, "%s", reason.message);
    }
    pl_regex_free(regex);
    return true;
}

/* A string, or several between which a person has to choose. */
static bool load_replace(const struct pl_params *reader,
                         struct pl_pattern_params *params)
{
    struct pl_json json = pl_json_get(reader->json, "replace");
    if (pl_json_kind(json) != PL_JSON_STRING) {
        return pl_params_words(reader, "replace", &params->replace);
    }
    params->replace = (struct pl_words_param){
        pl_arena_array(reader->arena, 1, sizeof(pl_str)), 1};
    return pl_json_string(reader->arena, reader->json, "replace",
                          params->replace.items, reader->error);
}

bool pl_pattern_load(struct pl_arena *arena, struct pl_json json,
                     struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {
        "pattern", "ignoreCase", "in",       "notIn",     "words",
        "then",    "within",     "gaps",     "mark",      "nextWord",
        "replace", "safe",       "notAfter", "clauseHas", "attested",
        "known",   "notQuoted",  "notCode",  "notPrompt", "most"};
    static const char *const evidence[] = {[PL_ATTESTED_NO] = "no",
                                           [PL_ATTESTED_JOINED] = "joined",
                                           [PL_ATTESTED_WORD] = "word"};
    static const char *const next_words[] = {[PL_NEXT_ANY] = "any",
                                             [PL_NEXT_LOWER] = "lower",
                                             [PL_NEXT_FIGURE] = "figure"};
    struct pl_pattern_params *params =
        PL_PARAMS(arena, rule, struct pl_pattern_params, 0);
    struct pl_params reader = {arena, json, error};
    bool ok =
        pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
        pl_json_string_or(arena, json, "pattern", &params->pattern, error) &&
        pl_json_bool_or(json, "ignoreCase", &params->ignore_case, error) &&
        load_replace(&reader, params) &&
        pl_json_bool_or(json, "safe", &params->safe, error) &&
        pl_json_bool_or(json, "notQuoted", &params->not_quoted, error) &&
        pl_json_bool_or(json, "notCode", &params->not_code, error) &&
        pl_json_bool_or(json, "notPrompt", &params->not_prompt, error) &&
        pl_scope_load(arena, json, &params->scope, error) &&
        pl_params_size(&reader, "mark", PL_PATTERN_MAX_MARK, &params->mark) &&
        pl_params_size(&reader, "most", MAX_MOST, &params->most) &&
        pl_params_words(&reader, "words", &params->words) &&
        pl_params_words(&reader, "then", &params->then) &&
        pl_params_size(&reader, "within", MAX_WITHIN, &params->within) &&
        pl_params_words(&reader, "gaps", &params->gaps) &&
        pl_params_words(&reader, "notAfter", &params->not_after) &&
        pl_params_words(&reader, "clauseHas", &params->clause_has) &&
        pl_params_words(&reader, "known", &params->known) &&
        pl_params_choice(&reader, "attested", PL_CHOICES(evidence),
                         &params->attested) &&
        pl_params_choice(&reader, "nextWord", PL_CHOICES(next_words),
                         &params->next_word);
    return ok && is_valid(params, json, error);
}
