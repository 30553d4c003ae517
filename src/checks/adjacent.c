/* adjacent: two words that cannot stand side by side do ("should shall").
 *
 * Params: "pairs", a list of {"first": [...], "then": [...]} with optional
 * "notAfter" and "notBefore", words before and after the pair that make it
 * right ("a must to"); "in", "notIn" (see scope.h). A word that a hyphen or a
 * slash ties to its other neighbour is left alone ("the in-depth review"), and
 * so is a name ("of Achieve Partners").
 * Message: {match}, {first}, {second}. */
#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "checks/checks.h"
#include "checks/shared/offer.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"
#include "plan/words/marked_words.h"

struct pair {
    struct pl_words_param first;
    struct pl_words_param then;
    struct pl_words_param not_after;
    struct pl_words_param not_before;
};

struct params {
    struct pair *pairs;
    size_t pair_count;
    struct pl_scope scope;
};

static bool load_pair(const struct pl_params *reader, void *record)
{
    static const char *const keys[] = {"first", "then", "notAfter",
                                       "notBefore"};
    struct pair *pair = record;
    if (!pl_json_only_keys(reader->json, keys, PL_COUNT(keys), reader->error) ||
        !pl_params_words(reader, "first", &pair->first) ||
        !pl_params_words(reader, "then", &pair->then) ||
        !pl_params_words(reader, "notAfter", &pair->not_after) ||
        !pl_params_words(reader, "notBefore", &pair->not_before)) {
        return false;
    }
    return (pair->first.count > 0 && pair->then.count > 0) ||
           PL_FAIL_AT(reader->error, pl_json_place(reader->json),
                      "a pair needs words in \"first\" and in \"then\"");
}

static bool load_pairs(const struct pl_params *reader, struct params *params)
{
    struct pl_records_param found = {sizeof(*params->pairs), load_pair,
                                     params->pairs, params->pair_count};
    if (!pl_params_records(reader, "pairs", &found)) {
        return false;
    }
    params->pairs = found.items;
    params->pair_count = found.count;
    return true;
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"pairs", "in", "notIn"};
    struct params *params = PL_PARAMS(arena, rule, struct params, 0);
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           load_pairs(&reader, params) &&
           pl_scope_load(arena, json, &params->scope, error) &&
           pl_params_need(&reader, "\"pairs\"", params->pair_count > 0);
}

/* The words of one pair in one plan. */
struct pair_in_plan {
    struct pl_word_set then;
    struct pl_word_set not_after;
    struct pl_word_set not_before;
};

/* "the in" of "the in-depth review", "and or" of "and/or". */
static bool is_part_of_compound(const struct pl_words *words, uint32_t at)
{
    if (at >= words->count) {
        return false;
    }
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    return gap.len > 0 &&
           (gap.data[0] == '-' || gap.data[0] == '/' || gap.data[0] == '\'' ||
            gap.data[0] == '"' || pl_str_starts(gap, (pl_str)PL_STR("\u2011")));
}

static bool is_capital_letter(const struct pl_words *words, uint32_t at)
{
    pl_str word = pl_word_text(words, at);
    return word.len == 1 && pl_is_upper(word.data[0]);
}

static bool is_in_capitals(uint32_t flags)
{
    return (flags & PL_FORM_UPPER) && !(flags & PL_FORM_LOWER);
}

/* "on 31 May could": a name, when something stands before it in the sentence.
 */
static bool is_name_inside(const struct pl_words *words, uint32_t at)
{
    uint32_t flags = words->forms[words->items[at].form].flags;
    return (flags & PL_FORM_UPPER) && (flags & PL_FORM_LOWER) && at > 0 &&
           pl_word_is_joined(words, at);
}

/* "Annex A provides", "the A of the logo", "of Achieve Partners", "the OR
 * group", "the port's ITS provides": a letter or an acronym is no article, and
 * a second word with a capital is a name. */
static bool is_label_or_name(const struct pl_words *words, uint32_t at)
{
    uint32_t first = words->forms[words->items[at].form].flags;
    uint32_t second = words->forms[words->items[at + 1].form].flags;
    bool acronym = is_in_capitals(first) && !is_in_capitals(second) &&
                   pl_word_text(words, at).len > 1;
    bool name = ((second & PL_FORM_UPPER) &&
                 ((second & PL_FORM_LOWER) || !is_in_capitals(first))) ||
                acronym || is_name_inside(words, at);
    bool label = is_capital_letter(words, at) && pl_word_is_joined(words, at);
    return name || label || is_capital_letter(words, at + 1);
}

/* Whether words `at` and `at` + 1, which are of the pair, stand wrongly. */
static bool clash(const struct pl_words *words, const struct pair_in_plan *pair,
                  uint32_t at)
{
    if (!pl_word_is_joined(words, at + 1) || is_label_or_name(words, at) ||
        is_part_of_compound(words, at + 2) ||
        pl_word_is_hyphenated(words, at)) {
        return false;
    }
    bool excused_before =
        at > 0 && pl_word_is_joined(words, at) &&
        pl_word_set_has(&pair->not_after, words->items[at - 1].form);
    return !excused_before &&
           !pl_word_set_has_joined(&pair->not_before, words, at + 2);
}

/* Reports words `at` and `at` + 1 when they are in one block of the scope. */
static void report_in(struct pl_run *run, struct pl_scope scope, uint32_t at)
{
    const struct pl_words *words = run->plan->words;
    struct pl_range range = {words->items[at].start,
                             pl_word_range(words, at + 1).end};
    const struct pl_block *block =
        pl_scope_block(scope, run->plan, range.start);
    if (block && at + 1 < block->word_end) {
        struct pl_readings words_alone = {pl_word_text(words, at),
                                          pl_word_text(words, at + 1)};
        struct pl_finding *finding = PL_FINDING(
            run, range, {"match", pl_range_text(words->text, range)},
            {"first", words_alone.first}, {"second", words_alone.second});
        pl_offer_readings(run, finding, range, words_alone);
    }
}

/* One pair at work on one plan. */
struct search {
    struct pl_run *run;
    struct pl_word_set first;
    struct pair_in_plan forms;
};

enum { IS_FIRST = 1, IS_THEN = 2 };

static struct pl_spots places_of(const struct search *search)
{
    struct pl_arena *scratch = search->run->scratch;
    const struct pl_words *words = search->run->plan->words;
    struct pl_spots places = {.arena = scratch};
    uint8_t *marks = pl_marks_new(scratch, words);
    pl_word_set_mark(&search->first, marks, IS_FIRST);
    pl_word_set_mark(&search->forms.then, marks, IS_THEN);
    pl_spots_add_pairs(&places, words, marks, IS_FIRST, IS_THEN);
    return places;
}

static void run_pair(struct pl_run *run, const struct pair *pair,
                     struct pl_scope scope)
{
    const struct pl_words *words = run->plan->words;
    struct search search = {
        .run = run,
        .first = pl_word_set_of(run, &pair->first),
        .forms = {.then = pl_word_set_of(run, &pair->then),
                  .not_after = pl_word_set_of(run, &pair->not_after),
                  .not_before = pl_word_set_of(run, &pair->not_before)},
    };
    struct pl_spots places = places_of(&search);
    for (size_t i = 0; i < places.words.len; i++) {
        uint32_t at = places.words.items[i];
        if (pl_word_fold(words, at) != pl_word_fold(words, at + 1) &&
            clash(words, &search.forms, at)) {
            report_in(run, scope, at);
        }
    }
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    for (size_t i = 0; i < params->pair_count; i++) {
        run_pair(run, &params->pairs[i], params->scope);
    }
}

const struct pl_check pl_check_adjacent = {
    .name = "adjacent", .load = load, .run = run};
