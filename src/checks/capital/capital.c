/* capital: one term with capitals in some places and without in others.
 *
 * Only running text counts: no headings, no beginnings of sentences, no names
 * that are part of longer ones. Params: "of": "phrase" (two words and more,
 * found from the text itself) or "designation" (one of "words" before a
 * number: "annex 2"); "links" ("of", which tie names together) and "smallWords"
 * of titles ("the"), for phrases; "prefer" (forms of the house, as they are
 * written); "except" (terms that another rule judges); "mixed" (see family.h);
 * "in", "notIn" (see scope.h). Message: see family.h. */
#include "checks/capital/capital.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "checks/checks.h"
#include "checks/shared/family.h"
#include "checks/shared/params.h"
#include "plan/plan.h"

enum { OF_PHRASE, OF_DESIGNATION };

enum form { UPPER, LOWER, FORM_COUNT };

struct params {
    size_t of;
    struct pl_words_param words;
    struct pl_words_param prefer;
    struct pl_words_param except;
    struct pl_small_words small;
    struct pl_mix mix;
    struct pl_scope scope;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"of",     "words", "prefer",
                                       "except", "links", "smallWords",
                                       "mixed",  "in",    "notIn"};
    static const char *const kinds[] = {"phrase", "designation"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .of = PL_NO_CHOICE,
                  .mix = pl_mix_default());
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "of", PL_CHOICES(kinds), &params->of) &&
           pl_params_words(&reader, "words", &params->words) &&
           pl_params_words(&reader, "prefer", &params->prefer) &&
           pl_params_words(&reader, "except", &params->except) &&
           pl_params_words(&reader, "links", &params->small.links) &&
           pl_params_words(&reader, "smallWords", &params->small.others) &&
           pl_mix_load(&reader, &params->mix) &&
           pl_scope_load(arena, json, &params->scope, error) &&
           pl_params_need(&reader, "\"words\"",
                          params->of == OF_PHRASE || params->words.count > 0);
}

bool pl_capital_is_inside(const struct pl_run *run,
                          const struct pl_block *block, uint32_t at)
{
    const struct pl_words *words = run->plan->words;
    if (at <= block->first_word) {
        return false;
    }
    uint32_t flags = words->forms[words->items[at - 1].form].flags;
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    bool goes_on =
        pl_word_is_joined(words, at) || pl_str_eq(gap, (pl_str)PL_STR(", "));
    return goes_on &&
           (flags & (PL_FORM_LOWER | PL_FORM_UPPER)) == PL_FORM_LOWER;
}

/* The first letter of each word of the text as it is in the other. */
static pl_str rewrite(const struct pl_run *run, const struct pl_family *family,
                      struct pl_range place, const struct pl_variant *to)
{
    (void)family;
    pl_str text = pl_range_text(run->plan->text, place);
    struct pl_buf out = pl_buf_in(run->arena);
    if (text.len != to->form.len) {
        return (pl_str){NULL, 0};
    }
    for (size_t i = 0; i < text.len; i++) {
        bool is_space = text.data[i] == ' ' || text.data[i] == '\n';
        pl_buf_add_char(&out, is_space ? text.data[i] : to->form.data[i]);
    }
    return pl_buf_str(&out);
}

static void judge(struct pl_run *run, const struct pl_capital_term *term)
{
    const struct params *params = run->rule->params;
    pl_str text = run->plan->text;
    if (term->upper.len == 0 || term->lower.len == 0 ||
        pl_words_param_has(&params->except,
                           pl_range_text(text, term->upper.items[0]))) {
        return;
    }
    struct pl_variant variants[FORM_COUNT];
    variants[UPPER].form = pl_range_text(text, term->upper.items[0]);
    variants[LOWER].form = pl_range_text(text, term->lower.items[0]);
    struct pl_family family = {.variants = variants,
                               .count = FORM_COUNT,
                               .rewrite = rewrite,
                               .skip_quotations = true};
    for (size_t i = 0; i < FORM_COUNT; i++) {
        for (size_t k = 0; k < params->prefer.count; k++) {
            if (pl_str_eq(params->prefer.items[k], variants[i].form)) {
                family.preferred = &variants[i];
            }
        }
    }
    variants[UPPER].places.items = term->upper.items;
    variants[UPPER].places.len = term->upper.len;
    variants[LOWER].places.items = term->lower.items;
    variants[LOWER].places.len = term->lower.len;
    pl_family_judge(run, &family, &params->mix);
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct pl_capital_terms found = {{0}};
    if (params->of == OF_PHRASE) {
        pl_capital_find_phrases(run, params->scope, &params->small, &found);
    } else {
        pl_capital_find_designations(run, params->scope, &params->words,
                                     &found);
    }
    for (size_t i = 0; i < found.items.len; i++) {
        judge(run, &found.items.items[i]);
    }
}

const struct pl_check pl_check_capital = {
    .name = "capital", .load = load, .run = run};
