/* notation: one thing in several notations.
 *
 * Params: "of", what is looked at: "per-cent" (12 %, 12 per cent), "thousands"
 * (10 000, 10,000), "years" (2028-2031 with a hyphen or a dash), "date"
 * (4 July, July 4, 04.07.2026; "words": the months), "quotation" (marks),
 * "dash" (between words), "full-stop" (of the abbreviations "words" before a
 * number), "ampersand" (where the same two words stand with "and"). "mixed"
 * (see family.h); "in", "notIn" (see scope.h). Message: see family.h. */
#include "checks/notation/notation.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "checks/checks.h"
#include "checks/shared/params.h"
#include "plan/plan.h"

typedef void finder(const struct pl_notation *it);

struct params {
    size_t of; /* in `finders` */
    struct pl_words_param words;
    struct pl_mix mix;
    struct pl_scope scope;
};

static const char *const things[] = {"per-cent",  "thousands", "years",
                                     "date",      "quotation", "dash",
                                     "full-stop", "ampersand"};
static finder *const finders[PL_COUNT(things)] = {
    pl_notation_per_cent,   pl_notation_thousands,  pl_notation_years,
    pl_notation_dates,      pl_notation_quotations, pl_notation_dashes,
    pl_notation_full_stops, pl_notation_ampersands};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"of", "words", "mixed", "in", "notIn"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .of = PL_NO_CHOICE,
                  .mix = pl_mix_default());
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "of", PL_CHOICES(things), &params->of) &&
           pl_params_words(&reader, "words", &params->words) &&
           pl_mix_load(&reader, &params->mix) &&
           pl_scope_load(arena, json, &params->scope, error);
}

void pl_notation_add(const struct pl_notation *it, struct pl_variant *variant,
                     struct pl_range place)
{
    const struct pl_plan *plan = it->run->plan;
    const struct pl_block *block = pl_scope_block(it->scope, plan, place.start);
    if (block && pl_scope_is_prose(plan, block, place)) {
        *PL_VEC_PUSH(it->run->arena, &variant->places) = place;
    }
}

/* The text of the first place. */
static pl_str first_text(const struct pl_notation *it,
                         const struct pl_variant *variant)
{
    struct pl_range first = variant->places.items[0];
    for (size_t i = 1; i < variant->places.len; i++) {
        if (variant->places.items[i].start < first.start) {
            first = variant->places.items[i];
        }
    }
    return pl_range_text(it->run->plan->text, first);
}

void pl_notation_judge(const struct pl_notation *it, struct pl_family family)
{
    for (size_t i = 0; i < family.count; i++) {
        struct pl_variant *variant = &family.variants[i];
        if (variant->form.len == 0 && variant->places.len > 0) {
            variant->form = first_text(it, variant);
        }
    }
    pl_family_judge(it->run, &family, it->mix);
}

bool pl_notation_is_digits(pl_str word, size_t least, size_t most)
{
    size_t at = 0;
    while (at < word.len && pl_is_digit(word.data[at])) {
        at++;
    }
    return at == word.len && least <= at && at <= most;
}

bool pl_notation_is_day(pl_str word)
{
    if (!pl_notation_is_digits(word, 1, 2)) {
        return false;
    }
    int value = word.data[0] - '0';
    if (word.len == 2) {
        value = value * 10 + (word.data[1] - '0');
    }
    return 1 <= value && value <= 31;
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    finders[params->of](&(struct pl_notation){run, &params->words, &params->mix,
                                              params->scope});
}

const struct pl_check pl_check_notation = {
    .name = "notation", .load = load, .run = run};
