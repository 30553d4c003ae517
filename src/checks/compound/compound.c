/* compound: one compound written with a hyphen, with a space and as one word.
 *
 * Nothing is listed: what has a hyphen somewhere in the plan is looked for
 * without it. Only equal positions are compared: before a noun, or alone; for
 * what is right in one may be wrong in the other ("high-quality services",
 * "services of high quality").
 *
 * Params, lists of words: "prefixes" (any position is compared), "adjectives"
 * (first words that only count before a noun), "particles" (second words that
 * only count after one of "determiners": "the follow-up", but "to follow up"),
 * "never" (first words that begin no compound), "other" (words that are not
 * what they would be with a hyphen: "reform"), "notNouns" (see phrase.h),
 * "alone" (words after which a compound before them stands alone), "degrees"
 * (words that belong to the adjective after them: "a very high quality"),
 * "prefer" (forms of the house), "except" (compounds as one word or with a
 * hyphen that another rule judges); "mixed" (see family.h); "in", "notIn" (see
 * scope.h).
 * Message: see family.h. */
#include "checks/compound/compound.h"
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/chars.h"
#include "checks/checks.h"
#include "checks/shared/family.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

struct params {
    struct pl_words_param prefixes;
    struct pl_words_param adjectives;
    struct pl_words_param particles;
    struct pl_words_param determiners;
    struct pl_words_param never;
    struct pl_words_param other;
    struct pl_words_param not_nouns;
    struct pl_words_param alone;
    struct pl_words_param degrees;
    struct pl_words_param prefer;
    struct pl_words_param except;
    struct pl_mix mix;
    struct pl_scope scope;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {
        "prefixes", "adjectives", "particles", "determiners", "never",
        "other",    "notNouns",   "alone",     "prefer",      "except",
        "mixed",    "degrees",    "in",        "notIn"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .mix = pl_mix_default());
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_words(&reader, "prefixes", &params->prefixes) &&
           pl_params_words(&reader, "adjectives", &params->adjectives) &&
           pl_params_words(&reader, "particles", &params->particles) &&
           pl_params_words(&reader, "determiners", &params->determiners) &&
           pl_params_words(&reader, "never", &params->never) &&
           pl_params_words(&reader, "other", &params->other) &&
           pl_params_words(&reader, "notNouns", &params->not_nouns) &&
           pl_params_words(&reader, "alone", &params->alone) &&
           pl_params_words(&reader, "degrees", &params->degrees) &&
           pl_params_words(&reader, "prefer", &params->prefer) &&
           pl_params_words(&reader, "except", &params->except) &&
           pl_mix_load(&reader, &params->mix) &&
           pl_scope_load(arena, json, &params->scope, error);
}

/* The lists that are asked for each place, as forms of one plan. */
struct sets {
    struct pl_word_set determiners;
    struct pl_word_set not_nouns;
    struct pl_word_set alone;
    struct pl_word_set degrees;
};

/* Where a place stands; only places of one position are compared. */
enum position { BEFORE_NOUN, ALONE, POSITION_COUNT, NO_POSITION };

enum sort { ORDINARY, PREFIXED, ADJECTIVE, WITH_PARTICLE };

/* Variants of a family, in this order. */
enum form { HYPHENED, SPACED, CLOSED, FORM_COUNT };

struct judged {
    struct pl_run *run;
    const struct sets *sets;
    pl_str first; /* as written with a hyphen, in small letters */
    pl_str second;
    enum sort sort;
};

static bool ends_like_adjective(pl_str word)
{
    static const pl_str endings[] = {
        PL_STR("al"),  PL_STR("ic"), PL_STR("ive"), PL_STR("ous"),
        PL_STR("ful"), PL_STR("ed"), PL_STR("er"),  PL_STR("est")};
    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
        if (pl_str_ends(word, endings[i])) {
            return true;
        }
    }
    return false;
}

static enum sort sort_of(const struct params *params, pl_str first,
                         pl_str second)
{
    if (pl_words_param_has(&params->prefixes, first)) {
        return PREFIXED;
    }
    if (pl_words_param_has(&params->particles, second)) {
        return WITH_PARTICLE;
    }
    return ends_like_adjective(first) ||
                   pl_words_param_has(&params->adjectives, first)
               ? ADJECTIVE
               : ORDINARY;
}

/* Whether what follows the compound shows that no noun belongs to it. */
static bool stands_alone(const struct judged *it, const struct pl_block *block,
                         uint32_t next)
{
    const struct pl_words *words = it->run->plan->words;
    if (next >= block->word_end) {
        return true;
    }
    if (pl_word_is_joined(words, next)) {
        return pl_word_set_has(&it->sets->alone, words->items[next].form);
    }
    char c = words->text.data[pl_word_gap(words, next).start];
    return c == '.' || c == ';' || c == ':' || c == ')';
}

static bool is_after(const struct judged *it, const struct pl_word_set *set,
                     const struct pl_block *block, uint32_t at)
{
    const struct pl_words *words = it->run->plan->words;
    return at > block->first_word && pl_word_is_joined(words, at) &&
           pl_word_set_has(set, words->items[at - 1].form);
}

static enum position position_of(const struct judged *it, uint32_t at,
                                 uint32_t length)
{
    const struct params *params = it->run->rule->params;
    const struct pl_words *words = it->run->plan->words;
    const struct pl_block *block =
        pl_scope_block(params->scope, it->run->plan, words->items[at].start);
    uint32_t next = at + length;
    if (!block || next > block->word_end ||
        is_after(it, &it->sets->degrees, block, at)) {
        return NO_POSITION;
    }
    if (it->sort == PREFIXED) {
        return ALONE;
    }
    if (it->sort == WITH_PARTICLE) {
        return is_after(it, &it->sets->determiners, block, at) ? ALONE
                                                               : NO_POSITION;
    }
    if (next < block->word_end &&
        pl_word_may_be_noun(words, &it->sets->not_nouns, next)) {
        return BEFORE_NOUN;
    }
    return it->sort != ADJECTIVE && stands_alone(it, block, next) ? ALONE
                                                                  : NO_POSITION;
}

/* Not in capitals, and no part of an identifier. */
static bool is_plain_word(const struct pl_words *words, uint32_t at)
{
    static const pl_str ties = PL_STR("_-/.@\\");
    struct pl_range range = pl_word_range(words, at);
    bool is_tied = range.start > 0 &&
                   pl_str_find_char(ties, words->text.data[range.start - 1],
                                    0) != PL_NOWHERE;
    bool is_tied_after =
        range.end < words->text.len && words->text.data[range.end] == '_';
    return (words->forms[words->items[at].form].flags & PL_FORM_LOWER) &&
           !is_tied && !is_tied_after;
}

static void add_places(const struct judged *it, const uint32_t *items,
                       size_t count, uint32_t length,
                       struct pl_variant places[POSITION_COUNT])
{
    const struct pl_words *words = it->run->plan->words;
    for (size_t i = 0; i < count; i++) {
        enum position position = position_of(it, items[i], length);
        if (position != NO_POSITION &&
            (length > 1 || is_plain_word(words, items[i]))) {
            *PL_VEC_PUSH(it->run->arena, &places[position].places) =
                (struct pl_range){
                    words->items[items[i]].start,
                    pl_word_range(words, items[i] + length - 1).end};
        }
    }
}

static pl_str joined(const struct judged *it, const char *between)
{
    return pl_str_from(pl_arena_printf(it->run->arena, "%.*s%s%.*s",
                                       PL_STR_ARG(it->first), between,
                                       PL_STR_ARG(it->second)));
}

static pl_str rewrite(const struct pl_run *run, const struct pl_family *family,
                      struct pl_range place, const struct pl_variant *to)
{
    static const char between[FORM_COUNT] = {'-', ' ', '\0'};
    const struct judged *it = family->thing;
    pl_str text = pl_range_text(run->plan->text, place);
    struct pl_buf out = pl_buf_in(run->arena);
    char separator = between[to - family->variants];
    pl_buf_add(&out, pl_str_slice(text, 0, it->first.len));
    if (separator) {
        pl_buf_add_char(&out, separator);
    }
    pl_buf_add(&out, pl_str_slice(text, text.len - it->second.len, text.len));
    return pl_buf_str(&out);
}

/* What is mixed in the positions from `from` to `to`, as one family. */
static void
judge_positions(const struct judged *it,
                struct pl_variant places[FORM_COUNT][POSITION_COUNT],
                size_t from, size_t to)
{
    static const char *const between[FORM_COUNT] = {"-", " ", ""};
    const struct params *params = it->run->rule->params;
    struct pl_variant variants[FORM_COUNT];
    struct pl_family family = {.variants = variants,
                               .count = FORM_COUNT,
                               .rewrite = rewrite,
                               .skip_quotations = true,
                               .thing = it};
    for (size_t form = 0; form < FORM_COUNT; form++) {
        variants[form] = (struct pl_variant){.form = joined(it, between[form])};
        for (size_t i = from; i < to; i++) {
            for (size_t k = 0; k < places[form][i].places.len; k++) {
                *PL_VEC_PUSH(it->run->arena, &variants[form].places) =
                    places[form][i].places.items[k];
            }
        }
        if (pl_words_param_has(&params->prefer, variants[form].form)) {
            family.preferred = &variants[form];
        }
    }
    pl_family_judge(it->run, &family, &params->mix);
}

/* One word is right or wrong in any position: then all count together. */
static void judge(const struct judged *it, const struct pl_compound *compound)
{
    const struct params *params = it->run->rule->params;
    struct pl_spots closed = {.arena = it->run->scratch};
    pl_str word = joined(it, "");
    if (!pl_words_param_has(&params->other, word)) {
        pl_spots_add_word(&closed, it->run->plan->words, word);
    }
    if ((closed.words.len == 0 && compound->spaced.len == 0) ||
        pl_words_param_has(&params->except, word) ||
        pl_words_param_has(&params->except, joined(it, "-"))) {
        return;
    }
    struct pl_variant places[FORM_COUNT][POSITION_COUNT] = {0};
    add_places(it, compound->hyphened.items, compound->hyphened.len, 2,
               places[HYPHENED]);
    add_places(it, compound->spaced.items, compound->spaced.len, 2,
               places[SPACED]);
    add_places(it, closed.words.items, closed.words.len, 1, places[CLOSED]);
    if (closed.words.len > 0) {
        judge_positions(it, places, 0, POSITION_COUNT);
        return;
    }
    judge_positions(it, places, BEFORE_NOUN, BEFORE_NOUN + 1);
    judge_positions(it, places, ALONE, ALONE + 1);
}

static pl_str in_small_letters(struct pl_arena *arena, pl_str word)
{
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < word.len; i++) {
        pl_buf_add_char(&out, pl_to_lower(word.data[i]));
    }
    return pl_buf_str(&out);
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    struct sets sets = {.determiners =
                            pl_word_set_of(run, &params->determiners),
                        .not_nouns = pl_word_set_of(run, &params->not_nouns),
                        .alone = pl_word_set_of(run, &params->alone),
                        .degrees = pl_word_set_of(run, &params->degrees)};
    struct pl_compounds found;
    pl_compounds_find(run, &params->never, &found);
    for (size_t i = 0; i < found.items.len; i++) {
        const struct pl_compound *compound = &found.items.items[i];
        uint32_t form = words->items[compound->first_word].form;
        pl_str first = words->forms[form].text;
        pl_str second = pl_word_text(words, compound->first_word + 1);
        bool has_lower = words->forms[form].flags & PL_FORM_LOWER;
        struct judged it = {
            run, &sets, has_lower ? in_small_letters(run->arena, first) : first,
            second, ORDINARY};
        it.sort = sort_of(params, it.first, second);
        judge(&it, compound);
    }
}

const struct pl_check pl_check_compound = {
    .name = "compound", .load = load, .run = run};
