/* numeral: one number of the same things in figures here and in words there.
 *
 * "five goals" and "5 goals", "third session" and "3rd session". A number that
 * begins a sentence is in words whatever the style, and does not count; nor do
 * measures ("units"). Params: "of": "cardinal" or "ordinal"; "words": the
 * number words, the first of them for 1; "units"; "mixed" (see family.h);
 * "in", "notIn" (see scope.h). Message: see family.h. */
#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "checks/checks.h"
#include "checks/shared/family.h"
#include "checks/shared/pairs.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

enum { CARDINAL, ORDINAL };

enum form { IN_WORDS, IN_FIGURES, FORM_COUNT };

struct params {
    size_t of;
    struct pl_words_param words;
    struct pl_words_param units;
    struct pl_mix mix;
    struct pl_scope scope;
};

/* A number of one kind of things, in both forms. */
struct quantity {
    struct pl_variant forms[FORM_COUNT];
};

struct finder {
    struct pl_run *run;
    struct pl_word_set units;
    struct pl_pairs pairs; /* (value, fold of the noun) */
    PL_VEC(struct quantity) quantities;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"of",    "words", "units",
                                       "mixed", "in",    "notIn"};
    static const char *const kinds[] = {"cardinal", "ordinal"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .of = PL_NO_CHOICE,
                  .mix = pl_mix_default());
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "of", PL_CHOICES(kinds), &params->of) &&
           pl_params_words(&reader, "words", &params->words) &&
           pl_params_words(&reader, "units", &params->units) &&
           pl_mix_load(&reader, &params->mix) &&
           pl_scope_load(arena, json, &params->scope, error) &&
           pl_params_need(&reader, "\"words\"", params->words.count > 0);
}

/* "5", or "5th" of an ordinal; 0 for what is no such number. */
static uint32_t value_of(pl_str word, bool is_ordinal)
{
    uint32_t value = 0;
    size_t at = 0;
    while (at < word.len && at < 3 && pl_is_digit(word.data[at])) {
        value = value * 10 + (uint32_t)(word.data[at++] - '0');
    }
    size_t ending = word.len - at;
    return at > 0 && word.data[0] != '0' && ending == (is_ordinal ? 2 : 0)
               ? value
               : 0;
}

/* "4 shapes × 3 levels" */
static bool is_factor(const struct pl_words *words, uint32_t noun)
{
    static const pl_str times = PL_STR(" \u00D7");
    pl_str rest = pl_str_slice(words->text, pl_word_range(words, noun).end,
                               words->text.len);
    return pl_str_starts(rest, times);
}

/* A word or a number before it: the number begins no sentence. */
static bool may_count(const struct finder *it, const struct pl_block *block,
                      uint32_t at)
{
    const struct pl_words *words = it->run->plan->words;
    if (at <= block->first_word || at + 1 >= block->word_end ||
        !pl_word_is_joined(words, at) || !pl_word_is_joined(words, at + 1) ||
        is_factor(words, at + 1)) {
        return false;
    }
    const struct pl_form *before = &words->forms[words->items[at - 1].form];
    const struct pl_form *noun = &words->forms[words->items[at + 1].form];
    return (before->flags & (PL_FORM_LOWER | PL_FORM_UPPER | PL_FORM_DIGIT)) ==
               PL_FORM_LOWER &&
           (noun->flags & (PL_FORM_LOWER | PL_FORM_UPPER | PL_FORM_DIGIT)) ==
               PL_FORM_LOWER &&
           noun->text.len > 3 &&
           !pl_word_set_has(&it->units, words->items[at + 1].form);
}

static void add_place(struct finder *it, uint32_t at, uint32_t value,
                      enum form form)
{
    const struct params *params = it->run->rule->params;
    const struct pl_words *words = it->run->plan->words;
    const struct pl_block *block =
        pl_scope_block(params->scope, it->run->plan, words->items[at].start);
    if (!block || !may_count(it, block, at)) {
        return;
    }
    uint32_t noun = words->forms[words->items[at + 1].form].fold;
    uint32_t index = pl_pairs_add(&it->pairs, (struct pl_pair){value, noun});
    if (index == it->quantities.len) {
        PL_VEC_PUSH(it->run->arena, &it->quantities);
    }
    struct pl_variant *variant = &it->quantities.items[index].forms[form];
    struct pl_range place = {words->items[at].start,
                             pl_word_range(words, at + 1).end};
    if (variant->places.len == 0) {
        variant->form = pl_range_text(words->text, place);
    }
    *PL_VEC_PUSH(it->run->arena, &variant->places) = place;
}

static void add_word(struct finder *it, pl_str word, uint32_t value)
{
    const struct pl_words *words = it->run->plan->words;
    uint32_t form = pl_words_form(words, word);
    for (uint32_t k = 0; form != PL_NONE && k < words->forms[form].count; k++) {
        add_place(it, words->postings[words->forms[form].first_posting + k],
                  value, IN_WORDS);
    }
}

static void find_figures(struct finder *it)
{
    const struct params *params = it->run->rule->params;
    const struct pl_words *words = it->run->plan->words;
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        uint32_t value = form->flags & PL_FORM_DIGIT
                             ? value_of(form->text, params->of == ORDINAL)
                             : 0;
        if (value < 2 || value > params->words.count) {
            continue;
        }
        for (uint32_t k = 0; k < form->count; k++) {
            add_place(it, words->postings[form->first_posting + k], value,
                      IN_FIGURES);
        }
    }
}

static void find_words(struct finder *it)
{
    const struct params *params = it->run->rule->params;
    for (size_t i = 1; i < params->words.count; i++) {
        add_word(it, params->words.items[i], (uint32_t)i + 1);
    }
}

/* The number in the other form, with the noun as it stands there. */
static pl_str rewrite(const struct pl_run *run, const struct pl_family *family,
                      struct pl_range place, const struct pl_variant *to)
{
    (void)family;
    pl_str text = pl_range_text(run->plan->text, place);
    size_t from = pl_str_find_char(text, ' ', 0);
    size_t end = pl_str_find_char(to->form, ' ', 0);
    if (from == PL_NOWHERE || end == PL_NOWHERE) {
        return (pl_str){NULL, 0};
    }
    return pl_str_from(pl_arena_printf(
        run->arena, "%.*s%.*s", PL_STR_ARG(pl_str_slice(to->form, 0, end)),
        PL_STR_ARG(pl_str_slice(text, from, text.len))));
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct finder finder = {.run = run,
                            .units = pl_word_set_of(run, &params->units),
                            .pairs = {.arena = run->arena}};
    find_words(&finder);
    find_figures(&finder);
    for (size_t i = 0; i < finder.quantities.len; i++) {
        pl_family_judge(
            run,
            &(struct pl_family){.variants = finder.quantities.items[i].forms,
                                .count = FORM_COUNT,
                                .rewrite = rewrite,
                                .skip_quotations = true},
            &params->mix);
    }
}

const struct pl_check pl_check_numeral = {
    .name = "numeral", .load = load, .run = run};
