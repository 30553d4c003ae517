/* claim: a number of things that does not agree with what else the document
 * says.
 *
 * Params: "fault":
 *   "entities": "the five goals" of a plan that has four;
 *   "disagree": "the four Sectors" here, "the three Sectors" there;
 * "numbers", the words for 1, 2, 3 and so on; "leads", words one of which
 * stands before a number that says how many there are; "adjectives" that may
 * stand between. Message: {claim}, {count}, {kind}, {other}. */
#include "base/array.h"
#include "base/chars.h"
#include "base/map.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "plan/plan.h"

enum fault { FAULT_ENTITIES, FAULT_DISAGREE };

static const char *const fault_names[] = {
    [FAULT_ENTITIES] = "entities",
    [FAULT_DISAGREE] = "disagree",
};

struct params {
    size_t fault; /* enum fault */
    struct pl_words_param numbers;
    struct pl_words_param leads;
    struct pl_words_param adjectives;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .fault = PL_NO_CHOICE);
    static const char *const keys[] = {"fault", "numbers", "leads",
                                       "adjectives"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           pl_params_words(&reader, "numbers", &params->numbers) &&
           pl_params_words(&reader, "leads", &params->leads) &&
           pl_params_words(&reader, "adjectives", &params->adjectives) &&
           pl_params_need(&reader, "\"numbers\"", params->numbers.count > 0);
}

/* ----- numbers in words ----- */

/* 1 for the first of the list; 0 for a word that is not in it. */
static uint32_t place_of(const struct pl_words_param *list, pl_str word)
{
    for (size_t i = 0; i < list->count; i++) {
        if (pl_str_eq_ignore_case(list->items[i], word)) {
            return (uint32_t)i + 1;
        }
    }
    return 0;
}

static bool has_hyphen_before(const struct pl_words *words, uint32_t at)
{
    struct pl_range word = pl_word_range(words, at);
    return word.start > 0 && words->text.data[word.start - 1] == '-';
}

/* Every place of a number word, in order. */
static struct pl_spots find_numbers(const struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct pl_spots places = {.arena = run->scratch};
    for (size_t i = 0; i < params->numbers.count; i++) {
        pl_spots_add_word(&places, run->plan->words, params->numbers.items[i]);
    }
    if (places.words.len > 0) {
        pl_spots_sort(&places);
    }
    return places;
}

static bool is_in_prose(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t at = pl_plan_block_at(plan, offset);
    enum pl_block_kind kind =
        at == PL_NONE ? PL_BLOCK_CODE : plan->blocks[at].kind;
    return kind == PL_BLOCK_PARAGRAPH || kind == PL_BLOCK_ITEM ||
           kind == PL_BLOCK_CELL || kind == PL_BLOCK_HEADING;
}

/* ----- entities: "the five goals" ----- */

/* A number and the noun that it counts. */
struct claim {
    uint32_t word; /* the number */
    uint32_t noun; /* the last word of what is counted */
    uint32_t number;
};

static struct pl_range range_of(const struct pl_words *words,
                                const struct claim *claim)
{
    return (struct pl_range){pl_word_range(words, claim->word).start,
                             pl_word_range(words, claim->noun).end};
}

static bool is_led(const struct pl_run *run, uint32_t word)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    return word > 0 && pl_word_is_joined(words, word) &&
           pl_words_param_has(&params->leads, pl_word_text(words, word - 1));
}

/* The plural of an entity that the number counts, with adjectives between. */
static bool find_kind(const struct pl_run *run, struct claim *claim,
                      enum pl_entity_kind *kind)
{
    enum { MOST_ADJECTIVES = 2 };
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    for (uint32_t at = claim->word + 1;
         at < words->count && pl_word_is_joined(words, at) &&
         at <= claim->word + MOST_ADJECTIVES + 1;
         at++) {
        pl_str word = pl_word_text(words, at);
        for (int k = 0; k < PL_ENTITY_KIND_COUNT; k++) {
            pl_str plural =
                pl_str_from(pl_entity_plural((enum pl_entity_kind)k));
            if (pl_str_eq_ignore_case(word, plural)) {
                claim->noun = at;
                *kind = (enum pl_entity_kind)k;
                return true;
            }
        }
        if (!pl_words_param_has(&params->adjectives, word)) {
            return false;
        }
    }
    return false;
}

/* The first two lines. */
static pl_str title_of(pl_str text)
{
    size_t end = pl_str_find_char(text, '\n', 0);
    end = end == PL_NOWHERE ? end : pl_str_find_char(text, '\n', end + 1);
    return pl_str_slice(text, 0, end);
}

/* "of the Union", when the title names it, or "of this plan". */
static bool is_of_all(const struct pl_words *words, uint32_t at)
{
    static const char *const plans[] = {"plan", "strategy", "framework",
                                        "programme", NULL};
    if (!pl_str_eq(pl_word_text(words, at), (pl_str)PL_STR("of")) ||
        at + 2 >= words->count) {
        return false;
    }
    pl_str article = pl_word_text(words, at + 1);
    bool has_article = pl_str_eq(article, (pl_str)PL_STR("the")) ||
                       pl_str_eq(article, (pl_str)PL_STR("this"));
    pl_str owner = pl_word_text(words, at + (has_article ? 2 : 1));
    for (size_t i = 0; plans[i]; i++) {
        if (has_article && pl_str_eq(owner, pl_str_from(plans[i]))) {
            return true;
        }
    }
    return pl_is_upper(owner.data[0]) &&
           pl_str_find(title_of(words->text), owner, 0) != PL_NOWHERE;
}

/* "of", "for", "in": the claim is about a part of them. */
static bool is_limited(const struct pl_words *words, const struct claim *claim)
{
    static const char *const limits[] = {
        "of",   "for",   "in",    "under", "that",  "which", "from",
        "with", "whose", "where", "to",    "below", "above", NULL};
    uint32_t next = claim->noun + 1;
    if (next >= words->count || !pl_word_is_joined(words, next) ||
        is_of_all(words, next)) {
        return false;
    }
    for (size_t i = 0; limits[i]; i++) {
        if (pl_str_eq_ignore_case(pl_word_text(words, next),
                                  pl_str_from(limits[i]))) {
            return true;
        }
    }
    return false;
}

/* The entities of a kind, counted for certain: outermost, numbered from 1
 * without a gap. */
struct census {
    uint32_t count; /* 0: not certain */
    uint32_t first; /* entity */
    uint32_t last;
};

static struct census count_kind(const struct pl_plan *plan,
                                enum pl_entity_kind kind)
{
    struct census census = {.first = PL_NONE};
    uint32_t family = PL_NONE;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (it->kind != kind) {
            continue;
        }
        bool is_next = it->label.count == 1 &&
                       it->label.parts[0].value == census.count + 1 &&
                       (family == PL_NONE || it->family == family) &&
                       it->parent == PL_NONE;
        if (!is_next) {
            return (struct census){0};
        }
        family = it->family;
        census.first = census.first == PL_NONE ? i : census.first;
        census.last = i;
        census.count++;
    }
    return census;
}

static void judge_entities(struct pl_run *run, struct claim *claim,
                           const struct census *censuses)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_words *words = plan->words;
    enum pl_entity_kind kind;
    if (!is_led(run, claim->word) || !find_kind(run, claim, &kind) ||
        is_limited(words, claim)) {
        return;
    }
    struct census census = censuses[kind];
    struct pl_range range = range_of(words, claim);
    if (census.count < 2 || census.count == claim->number ||
        !is_in_prose(plan, range.start)) {
        return;
    }
    struct pl_finding *finding =
        PL_FINDING(run, range, {"claim", pl_range_text(words->text, range)},
                   {"count", pl_arena_number(run->arena, census.count)},
                   {"kind", pl_str_from(pl_entity_plural(kind))});
    pl_finding_relate(run->findings, finding,
                      plan->entities[census.first].range, "the first of them");
    pl_finding_relate(run->findings, finding, plan->entities[census.last].range,
                      "the last of them");
}

static void find_entities(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    if (run->plan->entities_count == 0) {
        return;
    }
    struct pl_spots places = find_numbers(run);
    struct census censuses[PL_ENTITY_KIND_COUNT];
    for (int k = 0; k < PL_ENTITY_KIND_COUNT; k++) {
        censuses[k] = count_kind(run->plan, (enum pl_entity_kind)k);
    }
    for (size_t i = 0; i < places.words.len; i++) {
        struct claim claim = {.word = places.words.items[i]};
        claim.number =
            place_of(&params->numbers, pl_word_text(words, claim.word));
        if (claim.number > 1 && !has_hyphen_before(words, claim.word)) {
            judge_entities(run, &claim, censuses);
        }
    }
}

/* ----- disagree: "the four Sectors", "the three Sectors" ----- */

static bool is_capitalized(const struct pl_words *words, uint32_t at)
{
    return (words->forms[words->items[at].form].flags & PL_FORM_CAPITALIZED) !=
           0;
}

static bool is_plural(pl_str word)
{
    char last = word.len > 3 ? word.data[word.len - 1] : '\0';
    return (last == 's' && word.data[word.len - 2] != 's') ||
           (last == 'x' && word.data[word.len - 2] == 'u');
}

/* A proper noun in the plural, of one to three words with capitals. */
static bool find_name(const struct pl_words *words, struct claim *claim)
{
    enum { MOST_WORDS = 3 };
    uint32_t at = claim->word;
    while (at + 1 < words->count && at < claim->word + MOST_WORDS &&
           pl_word_is_joined(words, at + 1) && is_capitalized(words, at + 1)) {
        at++;
    }
    claim->noun = at;
    bool goes_on = at + 1 < words->count && pl_word_is_joined(words, at + 1) &&
                   is_capitalized(words, at + 1);
    return at > claim->word && !goes_on && is_plural(pl_word_text(words, at));
}

static void report_disagreement(struct pl_run *run, const struct claim *claim,
                                const struct claim *other)
{
    const struct pl_words *words = run->plan->words;
    struct pl_range range = range_of(words, claim);
    struct pl_range before = range_of(words, other);
    struct pl_finding *finding =
        PL_FINDING(run, range, {"claim", pl_range_text(words->text, range)},
                   {"other", pl_range_text(words->text, before)});
    pl_finding_relate(run->findings, finding, before, "another number of them");
}

static void find_disagreements(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    struct pl_spots places = find_numbers(run);
    struct pl_map *seen = pl_map_new(run->scratch, places.words.len);
    struct claim *claims =
        pl_arena_array(run->scratch, places.words.len + 1, sizeof(*claims));
    for (uint32_t i = 0; i < places.words.len; i++) {
        struct claim *claim = &claims[i];
        claim->word = places.words.items[i];
        claim->number =
            place_of(&params->numbers, pl_word_text(words, claim->word));
        if (claim->number < 2 || has_hyphen_before(words, claim->word) ||
            !is_led(run, claim->word) || !find_name(words, claim) ||
            is_limited(words, claim)) {
            continue;
        }
        pl_str name = pl_str_slice(words->text,
                                   pl_word_range(words, claim->word + 1).start,
                                   pl_word_range(words, claim->noun).end);
        const struct claim *first = &claims[pl_map_get_or_add(seen, name, i)];
        if (first->number != claim->number) {
            report_disagreement(run, claim, first);
        }
    }
}

static void run_claim(struct pl_run *run)
{
    static void (*const finders[])(struct pl_run *) = {
        [FAULT_ENTITIES] = find_entities,
        [FAULT_DISAGREE] = find_disagreements,
    };
    const struct params *params = run->rule->params;
    finders[params->fault](run);
}

const struct pl_check pl_check_claim = {
    .name = "claim",
    .load = load,
    .run = run_claim,
};
