/* attributive: a term that has one form before a noun and another alone.
 *
 * Params: "attributive" ("telecommunication/ICT"), "standalone"
 * ("telecommunications/ICTs"). Before a noun the first is right; "nouns" lists
 * nouns that tell so for certain, or "notNouns" the words after which no noun
 * is meant (every other word then is taken for one). "standsBefore" lists
 * words before which only the second can stand. "series": adjectives, and
 * endings of some ("-able"), that may come between, after a comma or "and".
 * "notAfter": words before the term that leave the matter open. "in", "notIn"
 * (see scope.h). Message: {match}, {prefer}, {next}. One of the lists of words
 * must be given: without them there is nothing to judge by. */
#include "base/arena.h"
#include "base/array.h"
#include "checks/checks.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

struct params {
    pl_str attributive;
    pl_str standalone;
    struct pl_words_param nouns;
    struct pl_words_param not_nouns;
    struct pl_words_param stands_before;
    struct pl_words_param not_after;
    struct pl_words_param series;
    struct pl_scope scope;
};

/* The lists, as forms of one plan. */
struct lists {
    struct pl_word_set nouns;
    struct pl_word_set not_nouns;
    struct pl_word_set stands_before;
    struct pl_word_set not_after;
};

static bool has_two_forms(const struct params *params, struct pl_json json,
                          struct pl_error *error)
{
    if (params->attributive.len == 0 || params->standalone.len == 0) {
        return PL_FAIL_AT(error, pl_json_place(json),
                          "\"attributive\" and \"standalone\" must be given");
    }
    return !pl_str_eq_ignore_case(params->attributive, params->standalone) ||
           PL_FAIL_AT(error, pl_json_place(pl_json_get(json, "standalone")),
                      "\"standalone\" is the same as \"attributive\", \"%.*s\"",
                      PL_STR_ARG(params->standalone));
}

static bool has_words(const struct params *params, struct pl_json json,
                      struct pl_error *error)
{
    return params->nouns.count + params->not_nouns.count +
                   params->stands_before.count >
               0 ||
           PL_FAIL_AT(error, pl_json_place(json),
                      "\"nouns\", \"notNouns\" or \"standsBefore\" must have "
                      "words");
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {
        "attributive", "standalone", "nouns", "notNouns", "standsBefore",
        "notAfter",    "series",     "in",    "notIn"};
    struct params *params = PL_PARAMS(arena, rule, struct params, 0);
    struct pl_params reader = {arena, json, error};
    bool ok =
        pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
        pl_json_string_or(arena, json, "attributive", &params->attributive,
                          error) &&
        pl_json_string_or(arena, json, "standalone", &params->standalone,
                          error) &&
        pl_params_words(&reader, "nouns", &params->nouns) &&
        pl_params_words(&reader, "notNouns", &params->not_nouns) &&
        pl_params_words(&reader, "standsBefore", &params->stands_before) &&
        pl_params_words(&reader, "notAfter", &params->not_after) &&
        pl_params_words(&reader, "series", &params->series) &&
        pl_scope_load(arena, json, &params->scope, error);
    return ok && has_two_forms(params, json, error) &&
           has_words(params, json, error);
}

static bool is_adjective(const struct params *params, pl_str word)
{
    for (size_t i = 0; i < params->series.count; i++) {
        pl_str item = params->series.items[i];
        bool is_ending = item.len > 1 && item.data[0] == '-';
        if (is_ending ? pl_str_ends(word, pl_str_slice(item, 1, item.len))
                      : pl_str_eq(word, item)) {
            return true;
        }
    }
    return false;
}

/* Whether word `at` goes on after a comma and a space. */
static bool follows_comma(const struct pl_words *words, uint32_t at)
{
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    return pl_str_eq(gap, (pl_str)PL_STR(", "));
}

/* The word after ", reliable and efficient", or `next` when none come. */
static uint32_t after_series(const struct params *params,
                             const struct pl_words *words, uint32_t next)
{
    static const pl_str conjunction = PL_STR("and");
    for (;;) {
        bool is_and = next + 1 < words->count &&
                      pl_word_is_joined(words, next) &&
                      pl_word_is_joined(words, next + 1) &&
                      pl_str_eq(pl_word_text(words, next), conjunction);
        uint32_t at = next + (is_and ? 1 : 0);
        if (at >= words->count || (!is_and && !follows_comma(words, at)) ||
            !is_adjective(params, pl_word_text(words, at))) {
            return next;
        }
        next = at + 1;
    }
}

/* Whether the term before word `next` of the block is in front of a noun. */
static bool is_before_noun(const struct pl_run *run, const struct lists *lists,
                           uint32_t next)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    if (next >= words->count || !pl_word_is_joined(words, next)) {
        return false;
    }
    return pl_word_set_has(&lists->nouns, words->items[next].form) ||
           (params->not_nouns.count > 0 &&
            pl_word_may_be_noun(words, &lists->not_nouns, next));
}

static void report(struct pl_run *run, struct pl_range range, pl_str prefer,
                   uint32_t next)
{
    const struct pl_words *words = run->plan->words;
    pl_str match = pl_range_text(words->text, range);
    prefer = pl_phrase_like(run->arena, prefer, match);
    struct pl_finding *finding =
        PL_FINDING(run, range, {"match", match}, {"prefer", prefer},
                   {"next", pl_word_text(words, next)});
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){range, prefer},
                   PL_ARGS({"prefer", prefer}));
}

/* Whether the term from word `at` to `next` is in one block of the scope with
 * the word after it, and the one before leaves no doubt. */
static bool is_in_scope(const struct pl_run *run, const struct lists *lists,
                        uint32_t at, uint32_t next)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    const struct pl_block *block =
        pl_scope_block(params->scope, run->plan, words->items[at].start);
    return block && next < block->word_end &&
           (at == block->first_word ||
            !pl_word_set_has(&lists->not_after, words->items[at - 1].form));
}

/* Reports the places of `form` whose next word calls for the other form. */
static void check_form(struct pl_run *run, const struct lists *lists,
                       bool attributive)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    pl_str form = attributive ? params->attributive : params->standalone;
    pl_str other = attributive ? params->standalone : params->attributive;
    struct pl_spots places = {.arena = run->scratch};
    pl_spots_add_phrase(&places, words, form);
    for (size_t i = 0; i < places.words.len; i++) {
        uint32_t at = places.words.items[i];
        uint32_t end = at + pl_phrase_word_count(form);
        uint32_t next =
            params->series.count > 0 ? after_series(params, words, end) : end;
        bool wrong = attributive ? pl_word_set_has_joined(&lists->stands_before,
                                                          words, next)
                                 : is_before_noun(run, lists, next);
        if (wrong && is_in_scope(run, lists, at, next)) {
            struct pl_range range = {words->items[at].start,
                                     pl_word_range(words, end - 1).end};
            report(run, range, other, next);
        }
    }
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct lists lists = {
        .nouns = pl_word_set_of(run, &params->nouns),
        .not_nouns = pl_word_set_of(run, &params->not_nouns),
        .stands_before = pl_word_set_of(run, &params->stands_before),
        .not_after = pl_word_set_of(run, &params->not_after),
    };
    check_form(run, &lists, true);
    check_form(run, &lists, false);
}

const struct pl_check pl_check_attributive = {
    .name = "attributive", .load = load, .run = run};
