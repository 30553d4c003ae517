/* acronym: an acronym is not spelled out once, before its first use, in one
 * way, and used after.
 *
 * Params: "fault", one of
 *   "undefined"        never spelled out
 *   "late"             used before the place where it is
 *   "not-in-part"      used in an annex, spelled out elsewhere only
 *   "again"            spelled out a second time in the same way
 *   "two-expansions"   in two different ways
 *   "two-spellings"    in two ways that differ in spelling or number only
 *   "other-than-known" nearly as everybody does, but not quite
 *   "unused"           spelled out and never used
 *   "rare"             spelled out and used seldom ("maxUses")
 *   "long-form"        its words are written out where it would do
 *   "list-order"       a list of abbreviations is not in alphabetical order
 *   "entry-unused"     an entry of that list is used nowhere
 *   "entry-missing"    an acronym of the text is not in that list
 *   "redundant"        the last of its words follows it: "PIN number"
 *   "article"          "a" or "an" against the way it is read
 *   "possessive"       it ends in 's;
 * "known": acronyms that need no definition, an array of names or an object
 * from names to their long forms; what a profile or a configuration names is
 * added; "minUses", "maxUses": places that it takes to count; "minWords", words
 * of a document that is long enough to be judged; "habit": first uses are
 * judged only where at least as many acronyms are spelled out as are not.
 * "in", "notIn" (see scope.h). Where there is a list of abbreviations, first
 * uses are not judged.
 * Message: {acronym}; {count} (its places) and {times}, the same as "once",
 * "twice", "3 times" (undefined, rare); {long}, the words it stands for;
 * {other}, the later words; {next}, the word after it (redundant); {before}
 * (list-order); {article}, {prefer} (article); {part} (not-in-part). */
#include "checks/acronym/acronym.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "checks/acronym/heed.h"
#include "checks/checks.h"
#include "checks/shared/params.h"
#include "plan/plan.h"

static const struct fault {
    const char *name;
    void (*run)(struct pl_run *run);
} faults[] = {
    {"undefined", pl_acronym_undefined},
    {"late", pl_acronym_late},
    {"not-in-part", pl_acronym_not_in_part},
    {"again", pl_acronym_again},
    {"two-expansions", pl_acronym_two_expansions},
    {"two-spellings", pl_acronym_two_spellings},
    {"other-than-known", pl_acronym_other_than_known},
    {"unused", pl_acronym_unused},
    {"rare", pl_acronym_rare},
    {"long-form", pl_acronym_long_forms},
    {"list-order", pl_acronym_list_order},
    {"entry-unused", pl_acronym_entry_unused},
    {"entry-missing", pl_acronym_entry_missing},
    {"redundant", pl_acronym_redundant},
    {"article", pl_acronym_article},
    {"possessive", pl_acronym_possessive},
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"fault",   "known", "minUses",
                                       "maxUses", "habit", "minWords",
                                       "in",      "notIn"};
    const char *names[PL_COUNT(faults)];
    for (size_t i = 0; i < PL_COUNT(faults); i++) {
        names[i] = faults[i].name;
    }
    struct pl_acronym_params *params =
        PL_PARAMS(arena, rule, struct pl_acronym_params, .fault = PL_NO_CHOICE,
                  .min_uses = 1);
    struct pl_params reader = {arena, json, error};
    struct pl_choices choices = {names, PL_COUNT(faults)};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", choices, &params->fault) &&
           pl_known_acronyms_add(&reader, &params->known) &&
           pl_params_size(&reader, "minUses", 1000, &params->min_uses) &&
           pl_params_size(&reader, "maxUses", 1000, &params->max_uses) &&
           pl_params_size(&reader, "minWords", 1000000, &params->min_words) &&
           pl_json_bool_or(json, "habit", &params->habit, error) &&
           pl_scope_load(arena, json, &params->scope, error);
}

static void run(struct pl_run *run)
{
    const struct pl_acronym_params *params = run->rule->params;
    if (run->plan->words->count >= params->min_words) {
        faults[params->fault].run(run);
    }
}

const struct pl_check pl_check_acronym = {
    .name = "acronym", .load = load, .run = run};

bool pl_acronym_heeds_known(const struct pl_rule *rule)
{
    const struct pl_acronym_params *params = rule->params;
    return rule->check == &pl_check_acronym && params &&
           faults[params->fault].run == pl_acronym_undefined;
}
