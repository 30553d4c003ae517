/* consistency: two spellings of one thing in one document.
 *
 * Params, one of: "families", lists of phrases (see phrase.h) that must not
 * mix; "stems" with "endings", two lists of endings that must not mix across
 * all the stems ("organ", "real" with "ize", "ized" against "ise", "ised");
 * "spellings", two lists of words, pair by pair, that must not mix across all
 * the pairs ("colour", "centre" against "color", "center").
 * "before": "noun" counts only places before a word that may be a noun, where
 * a hyphen is called for; "notNouns" lists the words that are none. Words
 * with a capital are left out when "skipNames" is set. "prefer": forms of the
 * house. "mixed" (see family.h), "in", "notIn" (see scope.h). One finding for
 * a family. Message: see family.h. */
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "checks/checks.h"
#include "checks/shared/family.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

enum {
    MAX_FORMS = 8,   /* of a family */
    MAX_ENDING = 64, /* bytes of a stem with its ending */
};

struct params {
    struct pl_words_param *families;
    size_t family_count;
    struct pl_words_param stems;
    struct pl_words_param endings[2];
    struct pl_words_param spellings[2];
    struct pl_words_param prefer;
    struct pl_mix mix;
    bool before_noun;
    bool skip_names;
    struct pl_words_param not_nouns;
    struct pl_scope scope;
};

/* One form and where it stands. */
struct side {
    pl_str form;     /* as the message shows it; empty: as it stands there */
    uint32_t length; /* words */
    struct pl_spots places;
};

static bool load_family(const struct pl_params *reader, void *record)
{
    struct pl_words_param *family = record;
    if (!pl_params_words_record(reader, family)) {
        return false;
    }
    return (family->count >= 2 && family->count <= MAX_FORMS) ||
           PL_FAIL_AT(reader->error, pl_json_place(reader->json),
                      "a family is an array of 2 to %d forms", MAX_FORMS);
}

static bool load_families(const struct pl_params *reader, struct params *params)
{
    struct pl_records_param found = {sizeof(*params->families), load_family,
                                     params->families, params->family_count};
    if (!pl_params_records(reader, "families", &found)) {
        return false;
    }
    params->families = found.items;
    params->family_count = found.count;
    return true;
}

/* "endings" or "spellings": two lists of the same length. */
static bool load_sides(const struct pl_params *reader, const char *key,
                       struct pl_words_param sides[2])
{
    struct pl_json json = pl_json_get(reader->json, key);
    if (!json.item) {
        return true;
    }
    static const char *const keys[] = {"one", "other"};
    struct pl_params inner = {reader->arena, json, reader->error};
    if (!pl_json_only_keys(json, keys, PL_COUNT(keys), reader->error) ||
        !pl_params_words(&inner, "one", &sides[0]) ||
        !pl_params_words(&inner, "other", &sides[1])) {
        return false;
    }
    return (sides[0].count > 0 && sides[0].count == sides[1].count) ||
           PL_FAIL_AT(reader->error, pl_json_place(json),
                      "\"%s\" needs some in \"one\" and as many in "
                      "\"other\"",
                      key);
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {
        "families",  "stems",  "endings", "spellings", "before", "notNouns",
        "skipNames", "prefer", "mixed",   "in",        "notIn"};
    static const char *const befores[] = {"anything", "noun"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .mix = pl_mix_default());
    struct pl_params reader = {arena, json, error};
    size_t before = params->before_noun;
    bool ok =
        pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
        load_families(&reader, params) &&
        pl_params_words(&reader, "stems", &params->stems) &&
        load_sides(&reader, "endings", params->endings) &&
        load_sides(&reader, "spellings", params->spellings) &&
        pl_params_words(&reader, "prefer", &params->prefer) &&
        pl_mix_load(&reader, &params->mix) &&
        pl_params_choice(&reader, "before", PL_CHOICES(befores), &before) &&
        pl_json_bool_or(json, "skipNames", &params->skip_names, error) &&
        pl_params_words(&reader, "notNouns", &params->not_nouns) &&
        pl_scope_load(arena, json, &params->scope, error) &&
        pl_params_need(&reader, "\"families\", \"stems\" or \"spellings\"",
                       params->family_count + params->stems.count +
                               params->spellings[0].count >
                           0);
    params->before_noun = before == 1;
    return ok;
}

static bool is_name(const struct pl_run *run, uint32_t at)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    return params->skip_names &&
           (words->forms[words->items[at].form].flags & PL_FORM_UPPER);
}

/* Whether a place of a block is one to count; `next` is the word after it. */
static bool counts(const struct pl_run *run, const struct pl_block *block,
                   const struct pl_word_set *not_nouns, uint32_t next)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    return block && next <= block->word_end &&
           (!params->before_noun ||
            (next < block->word_end &&
             pl_word_may_be_noun(words, not_nouns, next)));
}

static void keep_what_counts(const struct pl_run *run, struct side *side)
{
    const struct params *params = run->rule->params;
    struct pl_word_set not_nouns = pl_word_set_of(run, &params->not_nouns);
    const struct pl_word *words = run->plan->words->items;
    uint32_t cursor = 0;
    size_t kept = 0;
    pl_spots_sort(&side->places);
    for (size_t i = 0; i < side->places.words.len; i++) {
        uint32_t at = side->places.words.items[i];
        const struct pl_block *block = pl_scope_next_block(
            params->scope, run->plan, words[at].start, &cursor);
        if (!is_name(run, at) &&
            counts(run, block, &not_nouns, at + side->length)) {
            side->places.words.items[kept++] = at;
        }
    }
    side->places.words.len = kept;
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

static struct pl_variant variant_of(const struct pl_run *run,
                                    const struct side *side)
{
    const struct pl_words *words = run->plan->words;
    struct pl_variant variant = {.form = side->form};
    for (size_t i = 0; i < side->places.words.len; i++) {
        uint32_t at = side->places.words.items[i];
        *PL_VEC_PUSH(run->arena, &variant.places) =
            (struct pl_range){words->items[at].start,
                              pl_word_range(words, at + side->length - 1).end};
    }
    if (variant.form.len == 0 && variant.places.len > 0) {
        variant.form = pl_range_text(words->text, variant.places.items[0]);
    }
    return variant;
}

static void judge(struct pl_run *run, struct side *sides,
                  struct pl_family family)
{
    const struct params *params = run->rule->params;
    struct pl_variant variants[MAX_FORMS];
    if (!are_mixed(sides, family.count)) {
        return;
    }
    family.variants = variants;
    family.skip_quotations = true;
    for (size_t i = 0; i < family.count; i++) {
        keep_what_counts(run, &sides[i]);
        variants[i] = variant_of(run, &sides[i]);
        if (pl_words_param_has(&params->prefer, sides[i].form)) {
            family.preferred = &variants[i];
        }
    }
    pl_family_judge(run, &family, &params->mix);
}

static pl_str rewrite_phrase(const struct pl_run *run,
                             const struct pl_family *family,
                             struct pl_range place, const struct pl_variant *to)
{
    (void)family;
    return pl_phrase_like(run->arena, to->form,
                          pl_range_text(run->plan->text, place));
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
    judge(
        run, sides,
        (struct pl_family){.count = family->count, .rewrite = rewrite_phrase});
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

/* The other side's ending for the longest ending of this side. */
static pl_str rewrite_ending(const struct pl_run *run,
                             const struct pl_family *family,
                             struct pl_range place, const struct pl_variant *to)
{
    const struct params *params = run->rule->params;
    size_t other = to == family->variants ? 1 : 0;
    const struct pl_words_param *from = &params->endings[other];
    pl_str word = pl_range_text(run->plan->text, place);
    size_t best = from->count;
    for (size_t i = 0; i < from->count; i++) {
        if (pl_str_ends(word, from->items[i]) &&
            (best == from->count ||
             from->items[i].len > from->items[best].len)) {
            best = i;
        }
    }
    if (best == from->count) {
        return (pl_str){NULL, 0};
    }
    struct pl_buf out = pl_buf_in(run->arena);
    pl_buf_add(&out, pl_str_slice(word, 0, word.len - from->items[best].len));
    pl_buf_add(&out, params->endings[1 - other].items[best]);
    return pl_buf_str(&out);
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
    judge(run, sides,
          (struct pl_family){.count = 2, .rewrite = rewrite_ending});
}

static pl_str rewrite_spelling(const struct pl_run *run,
                               const struct pl_family *family,
                               struct pl_range place,
                               const struct pl_variant *to)
{
    const struct params *params = run->rule->params;
    size_t side = to == family->variants ? 0 : 1;
    const struct pl_words_param *from = &params->spellings[1 - side];
    pl_str word = pl_range_text(run->plan->text, place);
    for (size_t i = 0; i < from->count; i++) {
        if (pl_str_eq_ignore_case(from->items[i], word)) {
            return pl_phrase_like(run->arena, params->spellings[side].items[i],
                                  word);
        }
    }
    return (pl_str){NULL, 0};
}

static void run_spellings(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct side sides[2];
    for (size_t i = 0; i < 2; i++) {
        sides[i] = (struct side){.length = 1, .places = {.arena = run->arena}};
        for (size_t k = 0; k < params->spellings[i].count; k++) {
            pl_spots_add_word(&sides[i].places, run->plan->words,
                              params->spellings[i].items[k]);
        }
    }
    judge(run, sides,
          (struct pl_family){.count = 2, .rewrite = rewrite_spelling});
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    for (size_t i = 0; i < params->family_count; i++) {
        run_family(run, &params->families[i]);
    }
    if (params->stems.count && params->endings[0].count) {
        run_stems(run);
    }
    if (params->spellings[0].count) {
        run_spellings(run);
    }
}

const struct pl_check pl_check_consistency = {
    .name = "consistency", .load = load, .run = run};
