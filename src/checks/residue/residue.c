/* residue: deleted and inserted text of a revision were both kept.
 *
 * Params: "of": "years" ("2028-20314-2027", "202622") or "words"
 * ("availabilitysustainability", "ICTsnetworks", "pPriorities").
 * Years: "cues", words after which a number is a year; "places", names that
 * may stand before one. Words: "common", words that a plan may use though it
 * does so only once; "endings" that the first part of a closed compound does
 * not have; "notFirst" and "notSecond", what begins and ends closed compounds.
 * "beforeAcronyms", small words that may run into an acronym.
 * "in", "notIn" (see scope.h). Message: {match}, {first}, {second}. */
#include "checks/residue/residue.h"

#include "base/arena.h"
#include "base/array.h"
#include "checks/checks.h"
#include "checks/shared/params.h"

enum { OF_YEARS, OF_WORDS };

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {
        "of",       "cues",      "places",         "common", "endings",
        "notFirst", "notSecond", "beforeAcronyms", "in",     "notIn"};
    static const char *const kinds[] = {"years", "words"};
    struct pl_residue_params *params =
        PL_PARAMS(arena, rule, struct pl_residue_params, .of = PL_NO_CHOICE);
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "of", PL_CHOICES(kinds), &params->of) &&
           pl_params_words(&reader, "cues", &params->cues) &&
           pl_params_words(&reader, "places", &params->places) &&
           pl_params_words(&reader, "common", &params->common) &&
           pl_params_words(&reader, "endings", &params->endings) &&
           pl_params_words(&reader, "notFirst", &params->not_first) &&
           pl_params_words(&reader, "notSecond", &params->not_second) &&
           pl_params_words(&reader, "beforeAcronyms",
                           &params->before_acronyms) &&
           pl_scope_load(arena, json, &params->scope, error);
}

static void run(struct pl_run *run)
{
    const struct pl_residue_params *params = run->rule->params;
    if (params->of == OF_YEARS) {
        pl_residue_years(run);
    } else {
        pl_residue_words(run);
    }
}

const struct pl_check pl_check_residue = {
    .name = "residue", .load = load, .run = run};
