/* term: a form that the house does not use stands for one that it does.
 *
 * Params: "terms", a list of {"prefer": "...", "reject": ["...", ...]};
 * phrases as in phrase.h; a term's "notAfter" and "notBefore" list words
 * beside which it is something else, and "since" is a year: a document whose
 * year, the one that it names most often, is before it has the old form.
 * "stems" with "endings", two lists "prefer" and "reject" of the same length:
 * each stem with each ending
 * ("organ" with "ise", for "ize"). "exactCase" wants the very capitals of
 * "reject"; "skipNames" passes over words with a capital that does not begin a
 * sentence, and over those before another capital. "atOnce": a term that more
 * places than that have is how the document says it, and one finding tells of
 * all. "in", "notIn" (see scope.h). Message: {match}, {prefer}, {places}:
 * empty, or for such a finding " (12 places)". */
#include "checks/term/term.h"

#include "base/arena.h"
#include "base/array.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "plan/plan.h"

enum { MOST_AT_ONCE = 1000, LAST_YEAR = 2100 };

static bool load_term(const struct pl_params *reader, void *record)
{
    struct pl_term *term = record;
    static const char *const keys[] = {"prefer", "reject", "notAfter",
                                       "notBefore", "since"};
    if (!pl_json_only_keys(reader->json, keys, PL_COUNT(keys), reader->error) ||
        !pl_json_string(reader->arena, reader->json, "prefer", &term->prefer,
                        reader->error) ||
        !pl_params_words(reader, "reject", &term->reject) ||
        !pl_params_words(reader, "notAfter", &term->not_after) ||
        !pl_params_words(reader, "notBefore", &term->not_before) ||
        !pl_params_size(reader, "since", LAST_YEAR, &term->since)) {
        return false;
    }
    return (term->prefer.len > 0 && term->reject.count > 0) ||
           PL_FAIL_AT(reader->error, pl_json_place(reader->json),
                      "a term needs words in \"prefer\" and in \"reject\"");
}

static bool load_terms(const struct pl_params *reader,
                       struct pl_term_params *params)
{
    struct pl_records_param found = {sizeof(*params->terms), load_term,
                                     params->terms, params->term_count};
    if (!pl_params_records(reader, "terms", &found)) {
        return false;
    }
    params->terms = found.items;
    params->term_count = found.count;
    return true;
}

static bool load_endings(const struct pl_params *reader,
                         struct pl_term_params *params)
{
    struct pl_json endings = pl_json_get(reader->json, "endings");
    if (!endings.item) {
        return true;
    }
    static const char *const keys[] = {"prefer", "reject"};
    struct pl_params inner = {reader->arena, endings, reader->error};
    if (!pl_json_only_keys(endings, keys, PL_COUNT(keys), reader->error) ||
        !pl_params_words(&inner, "prefer", &params->good_endings) ||
        !pl_params_words(&inner, "reject", &params->bad_endings)) {
        return false;
    }
    return params->good_endings.count == params->bad_endings.count ||
           PL_FAIL_AT(reader->error, pl_json_place(endings),
                      "\"endings\" needs one in \"prefer\" for each in "
                      "\"reject\"");
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"terms",     "stems",     "endings",
                                       "exactCase", "skipNames", "atOnce",
                                       "in",        "notIn"};
    struct pl_term_params *params =
        PL_PARAMS(arena, rule, struct pl_term_params, 0);
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           load_terms(&reader, params) &&
           pl_params_words(&reader, "stems", &params->stems) &&
           load_endings(&reader, params) &&
           pl_json_bool_or(json, "exactCase", &params->exact_case, error) &&
           pl_json_bool_or(json, "skipNames", &params->skip_names, error) &&
           pl_params_size(&reader, "atOnce", MOST_AT_ONCE, &params->at_once) &&
           pl_scope_load(arena, json, &params->scope, error) &&
           pl_params_need(&reader, "\"terms\" or \"stems\"",
                          params->term_count + params->stems.count > 0);
}

static void run(struct pl_run *run)
{
    const struct pl_term_params *params = run->rule->params;
    for (size_t i = 0; i < params->term_count; i++) {
        pl_term_find(run, &params->terms[i]);
    }
    if (params->stems.count > 0) {
        pl_term_find_stems(run);
    }
}

const struct pl_check pl_check_term = {
    .name = "term", .load = load, .run = run};
