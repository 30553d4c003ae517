/* cognate: a verb and a noun of one stem side by side ("measures the
 * measurement of").
 *
 * Params: "endings" of the nouns; "between", words that may stand between the
 * two, of which the last is needed; "before", a word that the noun stands
 * before; "notVerbs", words with an "s" that are nouns; "in", "notIn" (see
 * scope.h). Message: {verb}, {noun}. */
#include "base/arena.h"
#include "base/array.h"
#include "base/attr.h"
#include "base/chars.h"
#include "checks/checks.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

enum {
    MIN_STEM = 4, /* letters, of which nothing is left on either side */
    STEM = 5,     /* letters that are enough */
    AHEAD = 40,   /* places whose words are on their way at a time */
    MAX_REST = 3, /* letters of the verb after these: "alloc-ate" */
};

struct params {
    struct pl_words_param endings;
    struct pl_words_param between;
    struct pl_words_param before;
    struct pl_words_param not_verbs;
    struct pl_scope scope;
};

/* The lists, as forms of one plan. */
struct search {
    struct pl_run *run;
    const struct pl_words *words;
    struct pl_word_set between;
    struct pl_word_set not_verbs;
    uint8_t *kinds; /* enum kind, of each form that was looked at */
};

/* Whether a word has one of the endings. */
enum kind { UNKNOWN, NOUN, OTHER };

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"endings",  "between", "before",
                                       "notVerbs", "in",      "notIn"};
    struct params *params = PL_PARAMS(arena, rule, struct params, 0);
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_words(&reader, "endings", &params->endings) &&
           pl_params_words(&reader, "between", &params->between) &&
           pl_params_words(&reader, "before", &params->before) &&
           pl_params_words(&reader, "notVerbs", &params->not_verbs) &&
           pl_scope_load(arena, json, &params->scope, error) &&
           pl_params_need(&reader, "\"endings\"", params->endings.count > 0);
}

/* The noun without its ending; empty when it has none of these. */
static pl_str root_of(const struct params *params, pl_str noun)
{
    for (size_t i = 0; i < params->endings.count; i++) {
        pl_str ending = params->endings.items[i];
        if (noun.len >= MIN_STEM + ending.len && pl_str_ends(noun, ending)) {
            return pl_str_slice(noun, 0, noun.len - ending.len);
        }
    }
    return (pl_str){NULL, 0};
}

static bool is_noun(const struct search *search, uint32_t at)
{
    uint32_t form = search->words->items[at].form;
    uint8_t *kind = &search->kinds[form];
    if (*kind == UNKNOWN) {
        pl_str text = search->words->forms[form].text;
        bool noun = root_of(search->run->rule->params, text).len > 0;
        *kind = noun ? NOUN : OTHER;
    }
    return *kind == NOUN;
}

static size_t shared(pl_str a, pl_str b)
{
    size_t len = 0;
    while (len < a.len && len < b.len &&
           pl_to_lower(a.data[len]) == pl_to_lower(b.data[len])) {
        len++;
    }
    return len;
}

/* "allots" is of the stem of "allot-ment", "provides" of "provis-ion". */
static bool is_of_stem(pl_str verb, pl_str root)
{
    pl_str stem = pl_str_slice(verb, 0, verb.len - 1);
    size_t len = shared(stem, root);
    bool is_whole = len == root.len && len == stem.len;
    return (is_whole && len >= MIN_STEM) ||
           (len >= STEM && stem.len - len <= MAX_REST && root.len - len <= 2);
}

/* "measures", but also "waves". */
static bool may_be_verb(const struct search *search, uint32_t at)
{
    const struct pl_words *words = search->words;
    const struct pl_form *form = &words->forms[words->items[at].form];
    return !(form->flags & PL_FORM_UPPER) && form->text.len > MIN_STEM &&
           form->text.data[form->text.len - 1] == 's' &&
           !pl_word_set_has(&search->not_verbs, words->items[at].form);
}

static bool are_joined(const struct pl_words *words, uint32_t first,
                       uint32_t last)
{
    while (first < last && pl_word_is_joined(words, first + 1)) {
        first++;
    }
    return first == last;
}

static void report_in(const struct search *search, uint32_t verb, uint32_t noun)
{
    const struct params *params = search->run->rule->params;
    const struct pl_words *words = search->words;
    struct pl_range range = {words->items[verb].start,
                             pl_word_range(words, noun).end};
    const struct pl_block *block =
        pl_scope_block(params->scope, search->run->plan, range.start);
    if (block && noun + 1 < block->word_end) {
        PL_FINDING(search->run, range, {"verb", pl_word_text(words, verb)},
                   {"noun", pl_word_text(words, noun)});
    }
}

static void judge(const struct search *search, uint32_t verb, uint32_t noun)
{
    const struct params *params = search->run->rule->params;
    pl_str noun_text = pl_word_text(search->words, noun);
    pl_str text = pl_word_text(search->words, verb);
    if (shared(text, noun_text) < MIN_STEM ||
        !are_joined(search->words, verb, noun + 1)) {
        return;
    }
    pl_str root = root_of(params, noun_text);
    if (is_of_stem(text, root) && !is_noun(search, verb)) {
        report_in(search, verb, noun);
    }
}

/* Looks for "measures the measurement" before word `at`: a word may stand
 * before the noun. */
static void try_at(const struct search *search, uint32_t at)
{
    const struct pl_words *words = search->words;
    for (uint32_t i = 2; i <= 3 && at > i && is_noun(search, at - 1); i++) {
        if (!pl_word_set_has(&search->between, words->items[at - i].form)) {
            continue;
        }
        uint32_t verb = at - i - 1;
        if (may_be_verb(search, verb)) {
            judge(search, verb, at - 1);
        }
        return;
    }
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    struct search search = {
        .run = run,
        .words = words,
        .between = pl_word_set_of(run, &params->between),
        .not_verbs = pl_word_set_of(run, &params->not_verbs),
        .kinds = pl_arena_array(run->scratch, words->form_count, 1),
    };
    struct pl_word_set before = pl_word_set_of(run, &params->before);
    for (size_t i = 0; i < before.count; i++) {
        const struct pl_form *form = &words->forms[before.forms[i]];
        const uint32_t *places = words->postings + form->first_posting;
        for (uint32_t k = 0; k < form->count; k++) {
            uint32_t next = k + AHEAD < form->count ? k + AHEAD : k;
            PL_PREFETCH(words->items + places[next]);
            try_at(&search, places[k]);
        }
    }
}

const struct pl_check pl_check_cognate = {
    .name = "cognate", .load = load, .run = run};
