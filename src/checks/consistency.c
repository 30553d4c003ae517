/* consistency: two spellings of one thing in one document.
 *
 * Params: "families", lists of phrases (see phrase.h) that must not mix; or
 * "stems" with "endings", two lists of endings that must not mix across all
 * the stems ("organ", "real" with "ize", "ized" against "ise", "ised").
 * "before": "noun" counts only places before a word that may be a noun, where
 * a hyphen is called for; "notNouns" lists the words that are none. Words
 * with a capital are left out when "skipNames" is set. "in", "notIn" (see
 * scope.h). One finding for a family, at the first place of the rarer form.
 * Message: {minority}, {count}, {majority}, {others}. */
#include "base/arena.h"
#include "checks/checks.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

enum {
    MAX_FORMS = 8,   /* of a family */
    MAX_ENDING = 64, /* bytes of a stem with its ending */
    MAX_SHOWN = 20,  /* places that one finding lists */
};

struct params {
    struct pl_words_param *families;
    size_t family_count;
    struct pl_words_param stems;
    struct pl_words_param endings[2];
    bool before_noun;
    bool skip_names;
    struct pl_words_param not_nouns;
    struct pl_scope scope;
};

/* One form and where it stands. */
struct side {
    pl_str form;     /* as the message shows it */
    uint32_t length; /* words */
    struct pl_spots places;
};

static bool load_family(const struct pl_params *reader,
                        struct pl_words_param *family)
{
    family->count = pl_json_count(reader->json);
    if (pl_json_kind(reader->json) != PL_JSON_ARRAY || family->count < 2 ||
        family->count > MAX_FORMS) {
        return PL_FAIL_AT(reader->error, pl_json_place(reader->json),
                          "a family is an array of 2 to %d forms", MAX_FORMS);
    }
    family->items =
        pl_arena_array(reader->arena, family->count, sizeof(*family->items));
    pl_str *next = family->items;
    for (struct pl_json it = pl_json_first(reader->json); it.item;
         it = pl_json_next(it)) {
        if (!pl_json_as_string(reader->arena, it, next++, reader->error)) {
            return false;
        }
    }
    return true;
}

static bool load_families(const struct pl_params *reader, struct params *params)
{
    struct pl_json list = {0};
    if (!pl_params_list(reader, "families", &list)) {
        return false;
    }
    if (!list.item) {
        return true;
    }
    params->family_count = pl_json_count(list);
    params->families = pl_arena_array(reader->arena, params->family_count,
                                      sizeof(*params->families));
    struct pl_words_param *next = params->families;
    for (struct pl_json it = pl_json_first(list); it.item;
         it = pl_json_next(it)) {
        struct pl_params one = {reader->arena, it, reader->error};
        if (!load_family(&one, next++)) {
            return false;
        }
    }
    return true;
}

static bool load_endings(const struct pl_params *reader, struct params *params)
{
    struct pl_json endings = pl_json_get(reader->json, "endings");
    if (!endings.item) {
        return true;
    }
    static const char *const keys[] = {"one", "other"};
    struct pl_params inner = {reader->arena, endings, reader->error};
    if (!pl_json_only_keys(endings, keys, 2, reader->error) ||
        !pl_params_words(&inner, "one", &params->endings[0]) ||
        !pl_params_words(&inner, "other", &params->endings[1])) {
        return false;
    }
    return (params->endings[0].count > 0 && params->endings[1].count > 0) ||
           PL_FAIL_AT(reader->error, pl_json_place(endings),
                      "\"endings\" needs some in \"one\" and in \"other\"");
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"families", "stems",    "endings",
                                       "before",   "notNouns", "skipNames",
                                       "in",       "notIn"};
    static const char *const befores[] = {"anything", "noun"};
    struct params *params = pl_arena_alloc(arena, sizeof(*params));
    if (rule->params) {
        *params = *(const struct params *)rule->params;
    }
    rule->params = params;
    struct pl_params reader = {arena, json, error};
    size_t before = params->before_noun;
    bool ok =
        pl_json_only_keys(json, keys, sizeof(keys) / sizeof(*keys), error) &&
        load_families(&reader, params) &&
        pl_params_words(&reader, "stems", &params->stems) &&
        load_endings(&reader, params) &&
        pl_params_choice(&reader, "before", (struct pl_choices){befores, 2},
                         &before) &&
        pl_json_bool_or(json, "skipNames", &params->skip_names, error) &&
        pl_params_words(&reader, "notNouns", &params->not_nouns) &&
        pl_scope_load(arena, json, &params->scope, error);
    params->before_noun = before == 1;
    return ok;
}

/* Whether a place of `length` words is one to count. */
static bool counts(const struct pl_run *run,
                   const struct pl_word_set *not_nouns, uint32_t at,
                   uint32_t length)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    const struct pl_form *form = &words->forms[words->items[at].form];
    if (params->skip_names && (form->flags & PL_FORM_UPPER)) {
        return false;
    }
    const struct pl_block *block =
        pl_scope_block(params->scope, run->plan, words->items[at].start);
    uint32_t next = at + length;
    return block && next <= block->word_end &&
           (!params->before_noun ||
            (next < block->word_end &&
             pl_word_may_be_noun(words, not_nouns, next)));
}

static void keep_what_counts(const struct pl_run *run, struct side *side)
{
    const struct params *params = run->rule->params;
    struct pl_word_set not_nouns = pl_word_set_of(run, &params->not_nouns);
    size_t kept = 0;
    pl_spots_sort(&side->places);
    for (size_t i = 0; i < side->places.words.len; i++) {
        uint32_t at = side->places.words.items[i];
        if (counts(run, &not_nouns, at, side->length)) {
            side->places.words.items[kept++] = at;
        }
    }
    side->places.words.len = kept;
}

static struct pl_range range_of(const struct pl_words *words,
                                const struct side *side, size_t i)
{
    uint32_t at = side->places.words.items[i];
    return (struct pl_range){words->items[at].start,
                             pl_word_range(words, at + side->length - 1).end};
}

static void report(struct pl_run *run, const struct side *minority,
                   const struct side *majority)
{
    const struct pl_words *words = run->plan->words;
    size_t count = minority->places.words.len;
    struct pl_finding *finding = PL_FINDING(
        run, range_of(words, minority, 0),
        {"minority", pl_range_text(words->text, range_of(words, minority, 0))},
        {"count", pl_arena_number(run->arena, count)},
        {"majority", majority->form},
        {"others", pl_arena_number(run->arena, majority->places.words.len)});
    for (size_t i = 1; i < count && i < MAX_SHOWN; i++) {
        pl_finding_relate(run->findings, finding, range_of(words, minority, i),
                          "here, too");
    }
    pl_finding_relate(run->findings, finding, range_of(words, majority, 0),
                      "the other form, first used here");
}

/* The form that stands most often, the first among equals; NULL when none
 * stands at all. */
static const struct side *majority_of(const struct side *sides, size_t count)
{
    const struct side *most = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t len = sides[i].places.words.len;
        if (len > 0 && (!most || len > most->places.words.len)) {
            most = &sides[i];
        }
    }
    return most;
}

/* One form alone mixes with nothing. */
static bool are_mixed(const struct side *sides, size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        found += sides[i].places.words.len > 0;
    }
    return found > 1;
}

static void judge(struct pl_run *run, struct side *sides, size_t count)
{
    if (!are_mixed(sides, count)) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        keep_what_counts(run, &sides[i]);
    }
    const struct side *most = majority_of(sides, count);
    for (size_t i = 0; i < count; i++) {
        if (&sides[i] != most && sides[i].places.words.len > 0) {
            report(run, &sides[i], most);
        }
    }
}

static void run_family(struct pl_run *run, const struct pl_words_param *family)
{
    struct side sides[MAX_FORMS];
    for (size_t i = 0; i < family->count; i++) {
        sides[i] =
            (struct side){.form = family->items[i],
                          .length = pl_phrase_word_count(family->items[i]),
                          .places = {.arena = run->arena}};
        pl_spots_add_phrase(&sides[i].places, run->plan->words,
                            family->items[i]);
    }
    judge(run, sides, family->count);
}

static void add_endings(struct pl_run *run, pl_str stem,
                        const struct pl_words_param *endings, struct side *side)
{
    for (size_t i = 0; i < endings->count; i++) {
        char word[MAX_ENDING];
        pl_str ending = endings->items[i];
        if (stem.len + ending.len > sizeof(word)) {
            continue;
        }
        for (size_t k = 0; k < stem.len; k++) {
            word[k] = stem.data[k];
        }
        for (size_t k = 0; k < ending.len; k++) {
            word[stem.len + k] = ending.data[k];
        }
        pl_spots_add_word(&side->places, run->plan->words,
                          (pl_str){word, stem.len + ending.len});
    }
}

static void run_stems(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct side sides[2];
    for (size_t i = 0; i < 2; i++) {
        pl_str shown = params->endings[i].items[0];
        sides[i] = (struct side){.form = pl_str_from(pl_arena_printf(
                                     run->arena, "-%.*s", PL_STR_ARG(shown))),
                                 .length = 1,
                                 .places = {.arena = run->arena}};
        for (size_t k = 0; k < params->stems.count; k++) {
            add_endings(run, params->stems.items[k], &params->endings[i],
                        &sides[i]);
        }
    }
    judge(run, sides, 2);
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    for (size_t i = 0; i < params->family_count; i++) {
        run_family(run, &params->families[i]);
    }
    if (params->stems.count && params->endings[0].count &&
        params->endings[1].count) {
        run_stems(run);
    }
}

const struct pl_check pl_check_consistency = {
    .name = "consistency", .load = load, .run = run};
