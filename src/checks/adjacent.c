/* adjacent: two words that cannot stand side by side do ("should shall").
 *
 * Params: "pairs", a list of {"first": [...], "then": [...]} with optional
 * "notAfter" and "notBefore", words before and after the pair that make it
 * right ("a must to"); "in", "notIn" (see scope.h). A word that a hyphen or a
 * slash ties to its other neighbour is left alone ("the in-depth review").
 * Message: {match}, {first}, {second}. */
#include "base/arena.h"
#include "checks/checks.h"
#include "checks/params.h"
#include "checks/phrase.h"
#include "checks/scope.h"
#include "plan/plan.h"

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

static bool load_pair(struct pl_arena *arena, struct pl_json json,
                      struct pair *pair, struct pl_error *error)
{
    static const char *const keys[] = {"first", "then", "notAfter",
                                       "notBefore"};
    struct pl_params reader = {arena, json, error};
    if (!pl_json_only_keys(json, keys, 4, error) ||
        !pl_params_words(&reader, "first", &pair->first) ||
        !pl_params_words(&reader, "then", &pair->then) ||
        !pl_params_words(&reader, "notAfter", &pair->not_after) ||
        !pl_params_words(&reader, "notBefore", &pair->not_before)) {
        return false;
    }
    return (pair->first.count > 0 && pair->then.count > 0) ||
           PL_FAIL_AT(error, pl_json_place(json),
                      "a pair needs words in \"first\" and in \"then\"");
}

static bool load_pairs(struct pl_arena *arena, struct pl_json list,
                       struct params *params, struct pl_error *error)
{
    if (!list.item) {
        return true;
    }
    if (pl_json_kind(list) != PL_JSON_ARRAY) {
        return PL_FAIL_AT(error, pl_json_place(list),
                          "\"pairs\" must be an array, found %s",
                          pl_json_kind_name(pl_json_kind(list)));
    }
    params->pair_count = pl_json_count(list);
    params->pairs =
        pl_arena_array(arena, params->pair_count, sizeof(*params->pairs));
    struct pair *next = params->pairs;
    for (struct pl_json it = pl_json_first(list); it.item;
         it = pl_json_next(it)) {
        if (!load_pair(arena, it, next++, error)) {
            return false;
        }
    }
    return true;
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"pairs", "in", "notIn"};
    struct params *params = pl_arena_alloc(arena, sizeof(*params));
    if (rule->params) {
        *params = *(const struct params *)rule->params;
    }
    rule->params = params;
    return pl_json_only_keys(json, keys, 3, error) &&
           load_pairs(arena, pl_json_get(json, "pairs"), params, error) &&
           pl_scope_load(arena, json, &params->scope, error);
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

static bool is_hyphenated_before(const struct pl_words *words, uint32_t at)
{
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    return gap.len == 1 && (gap.data[0] == '-' || gap.data[0] == '/');
}

static bool clash(const struct pl_words *words, const struct pair_in_plan *pair,
                  uint32_t at)
{
    if (!pl_word_set_has_joined(&pair->then, words, at + 1) ||
        is_part_of_compound(words, at + 2) || is_hyphenated_before(words, at)) {
        return false;
    }
    bool excused_before =
        at > 0 && pl_word_is_joined(words, at) &&
        pl_word_set_has(&pair->not_after, words->items[at - 1].form);
    return !excused_before &&
           !pl_word_set_has_joined(&pair->not_before, words, at + 2);
}

static void report(struct pl_run *run, uint32_t at)
{
    const struct pl_words *words = run->plan->words;
    struct pl_range range = {pl_word_range(words, at).start,
                             pl_word_range(words, at + 1).end};
    PL_FINDING(run, range, {"match", pl_range_text(words->text, range)},
               {"first", pl_word_text(words, at)},
               {"second", pl_word_text(words, at + 1)});
}

static void run_pair(struct pl_run *run, const struct pair *pair,
                     struct pl_scope scope)
{
    const struct pl_words *words = run->plan->words;
    struct pair_in_plan forms = {
        .then = pl_word_set_of(run->arena, words, pair->then.items,
                               pair->then.count),
        .not_after = pl_word_set_of(run->arena, words, pair->not_after.items,
                                    pair->not_after.count),
        .not_before = pl_word_set_of(run->arena, words, pair->not_before.items,
                                     pair->not_before.count),
    };
    struct pl_places places = {.arena = run->arena};
    for (size_t i = 0; forms.then.count > 0 && i < pair->first.count; i++) {
        pl_places_add_word(&places, words, pair->first.items[i]);
    }
    for (size_t i = 0; i < places.words.len; i++) {
        uint32_t at = places.words.items[i];
        if (!clash(words, &forms, at)) {
            continue;
        }
        const struct pl_block *block =
            pl_scope_block(scope, run->plan, words->items[at].start);
        if (block && at + 1 < block->word_end) {
            report(run, at);
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
