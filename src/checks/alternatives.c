/* alternatives: two words side by side of which the document uses each alone.
 *
 * In "wide open and free exchange" one of the two is left over when "wide and
 * free exchange" and "open and free exchange" stand elsewhere: what comes next
 * is a conjunction and two words. One of the two may stand only in another
 * such place, when the other stands without it.
 * Params: "conjunctions"; "in", "notIn" (see scope.h). Message: {first},
 * {second}, {rest} (the conjunction and the word after it). */
#include "base/arena.h"
#include "base/array.h"
#include "base/attr.h"
#include "base/hash.h"
#include "checks/checks.h"
#include "checks/shared/offer.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

enum {
    MIN_LETTERS = 4,    /* of each of the two */
    REST = 3,           /* words: "and free exchange" */
    BITS_A_PHRASE = 16, /* of the filter */
    MAX_PLACES = 64,    /* of a word that is looked for */
    AHEAD = 40,         /* places whose words are on their way at a time */
    PARALLEL = 4,       /* words of "wave height and tide height" */
};

struct params {
    struct pl_words_param conjunctions;
    struct pl_scope scope;
};

/* A bit for each word with what follows it, some sharing one; where a bit is
 * missing the phrase does not stand in the document. */
struct filter {
    uint8_t *bits;
    uint32_t mask;
};

struct search {
    struct pl_run *run;
    const struct pl_words *words;
    struct pl_spots conjunctions;
    struct pl_spots places; /* of the word that is looked for */
    uint32_t *hashes; /* for each: of the phrase without the word before it */
    struct filter filter;
};

/* Where a word stands with the same rest. */
struct uses {
    size_t alone;   /* places without the other word before it */
    uint32_t first; /* of all places, or PL_NONE */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"conjunctions", "in", "notIn"};
    struct params *params = PL_PARAMS(arena, rule, struct params, 0);
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_words(&reader, "conjunctions", &params->conjunctions) &&
           pl_scope_load(arena, json, &params->scope, error) &&
           pl_params_need(&reader, "\"conjunctions\"",
                          params->conjunctions.count > 0);
}

static uint32_t fold_at(const struct pl_words *words, uint32_t at)
{
    return words->forms[words->items[at].form].fold;
}

/* Whether words `at` to `at` + `count` - 1 exist with only spaces between. */
static bool are_joined(const struct pl_words *words, uint32_t at,
                       uint32_t count)
{
    if (at + count > words->count) {
        return false;
    }
    for (uint32_t i = 1; i < count; i++) {
        if (!pl_word_is_joined(words, at + i)) {
            return false;
        }
    }
    return true;
}

/* For a phrase without its first word, and with that word. */
static uint32_t rest_hash(const struct pl_words *words, uint32_t rest)
{
    uint32_t hash = 0;
    for (uint32_t i = 0; i < REST && rest + i < words->count; i++) {
        hash = pl_hash_mix_32(hash, fold_at(words, rest + i));
    }
    return hash;
}

static uint32_t phrase_hash(const struct pl_words *words, uint32_t word,
                            uint32_t hash)
{
    return pl_hash_mix_32(hash, fold_at(words, word));
}

static void make_filter(struct search *search)
{
    size_t count = search->conjunctions.words.len;
    uint32_t bits = 64;
    while (bits < count * BITS_A_PHRASE && bits < UINT32_C(1) << 30) {
        bits *= 2;
    }
    search->filter.mask = bits - 1;
    search->filter.bits = pl_arena_array(search->run->scratch, bits / 8, 1);
    search->hashes =
        pl_arena_array(search->run->scratch, count, sizeof(*search->hashes));
}

static void fetch(const struct pl_words *words, const struct pl_spots *places,
                  size_t index)
{
    if (index < places->words.len) {
        PL_PREFETCH(words->items + places->words.items[index]);
    }
}

/* Takes up the phrases that there are, and keeps the hashes of those that
 * would be there without the second word. */
static void add_phrases(struct search *search)
{
    const struct pl_words *words = search->words;
    const uint32_t *places = search->conjunctions.words.items;
    for (size_t i = 0; i < search->conjunctions.words.len; i++) {
        uint32_t at = places[i];
        fetch(words, &search->conjunctions, i + AHEAD);
        if (at == 0) {
            continue;
        }
        uint32_t hash = rest_hash(words, at);
        uint32_t bit = phrase_hash(words, at - 1, hash) & search->filter.mask;
        search->filter.bits[bit / 8] |= (uint8_t)(1U << bit % 8);
        search->hashes[i] = at > 1 ? phrase_hash(words, at - 2, hash) : 0;
    }
}

static bool may_stand(const struct search *search, uint32_t hash)
{
    uint32_t bit = hash & search->filter.mask;
    return search->filter.bits[bit / 8] & 1U << bit % 8;
}

static bool is_content_word(const struct pl_words *words, uint32_t at)
{
    const struct pl_form *form = &words->forms[words->items[at].form];
    return form->text.len >= MIN_LETTERS && (form->flags & PL_FORM_LOWER) &&
           !(form->flags & (PL_FORM_DIGIT | PL_FORM_MIXED));
}

/* Whether the word at `at` and what follows it are those of the rest. */
static bool stands_with(const struct pl_words *words, uint32_t at,
                        uint32_t rest)
{
    if (at + REST >= words->count) {
        return false;
    }
    for (uint32_t i = 0; i < REST; i++) {
        if (fold_at(words, at + 1 + i) != fold_at(words, rest + i)) {
            return false;
        }
    }
    return are_joined(words, at, REST + 1);
}

static bool are_beside(const struct pl_words *words, uint32_t at,
                       uint32_t first, uint32_t second)
{
    return at + 1 < words->count &&
           fold_at(words, at) == fold_at(words, first) &&
           fold_at(words, at + 1) == fold_at(words, second) &&
           pl_word_is_joined(words, at + 1);
}

/* In search->places; none of a word that stands too often. */
static void find_places(struct search *search, uint32_t word)
{
    const struct pl_words *words = search->words;
    pl_str text = words->forms[fold_at(words, word)].text;
    search->places.words.len = 0;
    if (pl_word_occurrences(words, text) <= MAX_PLACES) {
        pl_spots_add_word(&search->places, words, text);
    }
}

/* Of word `word`, beside word `other`, before the words from `rest` on; the
 * place itself left out. */
static struct uses uses_of(struct search *search, uint32_t word, uint32_t other,
                           uint32_t rest)
{
    const struct pl_words *words = search->words;
    const struct pl_spots *places = &search->places;
    find_places(search, word);
    struct uses uses = {.first = PL_NONE};
    for (size_t i = 0; i < places->words.len; i++) {
        uint32_t at = places->words.items[i];
        fetch(words, places, i + AHEAD);
        if (at + 1 == rest || !stands_with(words, at, rest)) {
            continue;
        }
        bool beside = at > 0 && are_beside(words, at - 1, other, word);
        uses.alone += !beside;
        uses.first = at < uses.first ? at : uses.first;
    }
    return uses;
}

/* Whether the two words before `rest` stand side by side before something
 * else, or the second comes again ("wave height and tide height"). */
static bool belong_together(struct search *search, uint32_t rest,
                            uint32_t block_end)
{
    const struct pl_words *words = search->words;
    const struct pl_spots *places = &search->places;
    find_places(search, rest - 2);
    for (size_t i = 0; i < places->words.len; i++) {
        uint32_t at = places->words.items[i];
        fetch(words, places, i + AHEAD);
        if (are_beside(words, at, rest - 2, rest - 1) &&
            !stands_with(words, at + 1, rest)) {
            return true;
        }
    }
    for (uint32_t i = 1; i <= PARALLEL && rest + i < block_end; i++) {
        if (fold_at(words, rest + i) == fold_at(words, rest - 1)) {
            return true;
        }
    }
    return false;
}

static struct pl_range from_to(const struct pl_words *words, uint32_t first,
                               uint32_t last)
{
    return (struct pl_range){words->items[first].start,
                             pl_word_range(words, last).end};
}

static void report(const struct search *search, uint32_t rest,
                   const struct uses uses[2])
{
    const struct pl_words *words = search->words;
    struct pl_run *run = search->run;
    struct pl_range both = from_to(words, rest - 2, rest - 1);
    struct pl_readings readings = {pl_word_text(words, rest - 2),
                                   pl_word_text(words, rest - 1)};
    struct pl_finding *finding = PL_FINDING(
        run, both, {"first", readings.first}, {"second", readings.second},
        {"rest", pl_range_text(words->text, from_to(words, rest, rest + 1))});
    for (size_t i = 0; i < 2; i++) {
        pl_finding_relate(run->findings, finding,
                          from_to(words, uses[i].first, uses[i].first + REST),
                          i == 0 ? "the first of the two" : "the second");
    }
    pl_offer_readings(run, finding, both, readings);
}

static bool may_be_alternatives(const struct pl_words *words, uint32_t rest)
{
    return is_content_word(words, rest - 2) &&
           is_content_word(words, rest - 1) &&
           fold_at(words, rest - 2) != fold_at(words, rest - 1) &&
           are_joined(words, rest - 2, REST + 2) &&
           !pl_word_is_hyphenated(words, rest - 2);
}

/* Looks at the two words before the conjunction at `rest`. */
static void try_at(struct search *search, uint32_t rest)
{
    const struct params *params = search->run->rule->params;
    const struct pl_words *words = search->words;
    if (!may_be_alternatives(words, rest)) {
        return;
    }
    struct uses uses[2] = {uses_of(search, rest - 2, rest - 1, rest)};
    if (uses[0].first == PL_NONE) {
        return;
    }
    uses[1] = uses_of(search, rest - 1, rest - 2, rest);
    if (uses[1].first == PL_NONE || uses[0].alone + uses[1].alone == 0) {
        return;
    }
    const struct pl_block *block = pl_scope_block(
        params->scope, search->run->plan, words->items[rest - 2].start);
    if (block && rest + REST <= block->word_end &&
        !belong_together(search, rest, block->word_end)) {
        report(search, rest, uses);
    }
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct search search = {.run = run,
                            .words = run->plan->words,
                            .conjunctions = {.arena = run->scratch},
                            .places = {.arena = run->scratch}};
    for (size_t i = 0; i < params->conjunctions.count; i++) {
        pl_spots_add_word(&search.conjunctions, search.words,
                          params->conjunctions.items[i]);
    }
    make_filter(&search);
    add_phrases(&search);
    for (size_t i = 0; i < search.conjunctions.words.len; i++) {
        uint32_t at = search.conjunctions.words.items[i];
        if (at >= 2 && may_stand(&search, search.hashes[i])) {
            try_at(&search, at);
        }
    }
}

const struct pl_check pl_check_alternatives = {
    .name = "alternatives", .load = load, .run = run};
