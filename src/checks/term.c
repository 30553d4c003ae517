/* term: a form that the house does not use stands for one that it does.
 *
 * Params: "terms", a list of {"prefer": "...", "reject": ["...", ...]};
 * phrases as in phrase.h; "in", "notIn" (see scope.h). Message: {match},
 * {prefer}. */
#include "base/arena.h"
#include "checks/checks.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

struct term {
    pl_str prefer;
    struct pl_words_param reject;
};

struct params {
    struct term *terms;
    size_t term_count;
    struct pl_scope scope;
};

static bool load_term(const struct pl_params *reader, struct term *term)
{
    static const char *const keys[] = {"prefer", "reject"};
    if (!pl_json_only_keys(reader->json, keys, 2, reader->error) ||
        !pl_json_string(reader->arena, reader->json, "prefer", &term->prefer,
                        reader->error) ||
        !pl_params_words(reader, "reject", &term->reject)) {
        return false;
    }
    return (term->prefer.len > 0 && term->reject.count > 0) ||
           PL_FAIL_AT(reader->error, pl_json_place(reader->json),
                      "a term needs words in \"prefer\" and in \"reject\"");
}

static bool load_terms(const struct pl_params *reader, struct params *params)
{
    struct pl_json list = {0};
    if (!pl_params_list(reader, "terms", &list)) {
        return false;
    }
    if (!list.item) {
        return true;
    }
    params->term_count = pl_json_count(list);
    params->terms = pl_arena_array(reader->arena, params->term_count,
                                   sizeof(*params->terms));
    struct term *next = params->terms;
    for (struct pl_json it = pl_json_first(list); it.item;
         it = pl_json_next(it)) {
        struct pl_params one = {reader->arena, it, reader->error};
        if (!load_term(&one, next++)) {
            return false;
        }
    }
    return true;
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"terms", "in", "notIn"};
    struct params *params = pl_arena_alloc(arena, sizeof(*params));
    if (rule->params) {
        *params = *(const struct params *)rule->params;
    }
    rule->params = params;
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, 3, error) &&
           load_terms(&reader, params) &&
           pl_scope_load(arena, json, &params->scope, error);
}

static void report(struct pl_run *run, const struct term *term, uint32_t at,
                   uint32_t last)
{
    const struct pl_words *words = run->plan->words;
    struct pl_range range = {words->items[at].start,
                             pl_word_range(words, last).end};
    pl_str found = pl_range_text(words->text, range);
    pl_str prefer = pl_phrase_like(run->arena, term->prefer, found);
    struct pl_finding *finding =
        PL_FINDING(run, range, {"match", found}, {"prefer", prefer});
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){range, prefer},
                   PL_ARGS({"prefer", prefer}));
}

static void run_term(struct pl_run *run, const struct term *term,
                     struct pl_scope scope)
{
    const struct pl_words *words = run->plan->words;
    for (size_t i = 0; i < term->reject.count; i++) {
        struct pl_spots places = {.arena = run->arena};
        pl_spots_add_phrase(&places, words, term->reject.items[i]);
        uint32_t count = pl_phrase_word_count(term->reject.items[i]);
        for (size_t k = 0; k < places.words.len; k++) {
            uint32_t at = places.words.items[k];
            const struct pl_block *block =
                pl_scope_block(scope, run->plan, words->items[at].start);
            if (block && at + count <= block->word_end) {
                report(run, term, at, at + count - 1);
            }
        }
    }
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    for (size_t i = 0; i < params->term_count; i++) {
        run_term(run, &params->terms[i], params->scope);
    }
}

const struct pl_check pl_check_term = {
    .name = "term", .load = load, .run = run};
