/* Words of two revisions in one: "ICTdigital", "pPriorities". */
#include "base/arena.h"
#include "base/chars.h"
#include "base/map.h"
#include "checks/checks.h"
#include "checks/residue/residue.h"
#include "checks/shared/phrase.h"
#include "plan/plan.h"

enum {
    MAX_GLUED = 64,       /* bytes of a word that is looked into */
    MIN_ACRONYM = 2,      /* letters */
    MIN_TAIL = 4,         /* after an acronym */
    MIN_CAMEL = 4,        /* on each side of a capital */
    MANY_CAMELS = 3,      /* from here on they are names, not slips */
    MIN_PART = 6,         /* of two words in small letters */
    MIN_AFTER_ENDING = 5, /* when the first has an ending of its own */
    MIN_SECOND = 8,       /* when it has not */
};

struct search {
    struct pl_run *run;
    const struct pl_words *words;
    const struct pl_residue_params *params;
    const struct pl_map *common;
    const struct pl_map *not_first;
    const struct pl_map *not_second;
};

/* A word in small letters, to look up its parts. */
struct lower {
    char bytes[MAX_GLUED];
    size_t len;
};

static struct lower lower_of(pl_str word)
{
    struct lower lower = {.len = word.len};
    for (size_t i = 0; i < word.len; i++) {
        lower.bytes[i] = pl_to_lower(word.data[i]);
    }
    return lower;
}

static bool has(const struct pl_map *set, pl_str word)
{
    return pl_map_get(set, word) != PL_NONE;
}

/* In whatever case: a form's lower case is always interned. */
static bool is_used(const struct search *search, pl_str lower)
{
    return pl_words_form(search->words, lower) != PL_NONE;
}

/* Also when only its plural or its singular is used. */
static bool is_used_in_any_number(const struct search *search, pl_str lower)
{
    if (is_used(search, lower)) {
        return true;
    }
    if (lower.data[lower.len - 1] == 's') {
        return is_used(search, pl_str_slice(lower, 0, lower.len - 1));
    }
    char plural[MAX_GLUED + 1];
    for (size_t i = 0; i < lower.len; i++) {
        plural[i] = lower.data[i];
    }
    plural[lower.len] = 's';
    return is_used(search, (pl_str){plural, lower.len + 1});
}

static bool is_known(const struct search *search, pl_str lower)
{
    return is_used_in_any_number(search, lower) || has(search->common, lower);
}

static bool is_used_in_any_case(const struct search *search, pl_str word)
{
    struct lower lower = lower_of(word);
    return is_used(search, (pl_str){lower.bytes, lower.len});
}

static bool is_known_in_any_case(const struct search *search, pl_str word)
{
    struct lower lower = lower_of(word);
    return is_known(search, (pl_str){lower.bytes, lower.len});
}

static size_t capitals_at_start(pl_str word)
{
    size_t count = 0;
    while (count < word.len && pl_is_upper(word.data[count])) {
        count++;
    }
    return count;
}

static bool is_lower_from(pl_str word, size_t from)
{
    for (size_t i = from; i < word.len; i++) {
        if (!pl_is_lower(word.data[i])) {
            return false;
        }
    }
    return from < word.len;
}

static bool cut(pl_str word, size_t at, struct pl_readings *readings)
{
    readings->first = pl_str_slice(word, 0, at);
    readings->second = pl_str_slice(word, at, word.len);
    return true;
}

static bool is_acronym_and_word(const struct search *search, pl_str word,
                                size_t at)
{
    bool plural = word.data[at - 1] == 's';
    pl_str acronym = pl_str_slice(word, 0, plural ? at - 1 : at);
    pl_str tail = pl_str_slice(word, at, word.len);
    struct lower lower = lower_of(acronym);
    return tail.len >= MIN_TAIL && is_known_in_any_case(search, tail) &&
           !has(search->not_first, (pl_str){lower.bytes, lower.len}) &&
           (pl_words_form(search->words, acronym) != PL_NONE ||
            pl_words_form(search->words, pl_str_slice(word, 0, at)) != PL_NONE);
}

/* "ICTdigital", "ICTstechnologies". */
static bool split_acronym(const struct search *search, pl_str word,
                          struct pl_readings *readings)
{
    size_t capitals = capitals_at_start(word);
    if (capitals < MIN_ACRONYM || !is_lower_from(word, capitals)) {
        return false;
    }
    size_t plural = capitals + (word.data[capitals] == 's');
    const size_t ends[] = {plural, capitals};
    for (size_t i = 0; i < 2; i++) {
        if (is_acronym_and_word(search, word, ends[i])) {
            return cut(word, ends[i], readings);
        }
    }
    return false;
}

/* "pPriorities", "Ppriorities": one letter in both cases. */
static bool split_initial(const struct search *search, pl_str word,
                          struct pl_readings *readings)
{
    if (word.len <= MIN_TAIL || word.data[0] == word.data[1] ||
        pl_to_lower(word.data[0]) != pl_to_lower(word.data[1]) ||
        !is_lower_from(word, 2)) {
        return false;
    }
    pl_str rest = pl_str_slice(word, 1, word.len);
    if (!is_used_in_any_case(search, rest)) {
        return false;
    }
    struct pl_arena *arena = search->run->arena;
    readings->first = pl_str_from(pl_arena_printf(
        arena, "%c%.*s", word.data[0], (int)word.len - 2, word.data + 2));
    readings->second = rest;
    return true;
}

/* Where the only capital of "stationsPlatforms" stands, or 0. */
static size_t camel_of(pl_str word)
{
    size_t capital = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (pl_is_upper(word.data[i])) {
            if (capital || i < MIN_CAMEL) {
                return 0;
            }
            capital = i;
        }
    }
    return word.len - capital >= MIN_CAMEL ? capital : 0;
}

static bool split_camel(const struct search *search, pl_str word,
                        struct pl_readings *readings)
{
    size_t capital = camel_of(word);
    return capital &&
           is_used_in_any_case(search, pl_str_slice(word, 0, capital)) &&
           is_used_in_any_case(search, pl_str_slice(word, capital, word.len)) &&
           cut(word, capital, readings);
}

/* "withROMB": a small word and an acronym of the document. */
static bool split_before_acronym(const struct search *search, pl_str word,
                                 struct pl_readings *readings)
{
    const struct pl_residue_params *params = search->run->rule->params;
    size_t at = 0;
    while (at < word.len && pl_is_lower(word.data[at])) {
        at++;
    }
    pl_str acronym = pl_str_slice(word, at, word.len);
    return acronym.len >= MIN_ACRONYM &&
           capitals_at_start(acronym) == acronym.len &&
           pl_words_param_has(&params->before_acronyms,
                              pl_str_slice(word, 0, at)) &&
           pl_words_form(search->words, acronym) != PL_NONE &&
           cut(word, at, readings);
}

static bool has_ending(const struct search *search, pl_str word)
{
    const struct pl_residue_params *params = search->run->rule->params;
    static const pl_str no_plural = PL_STR("ss");
    for (size_t i = 0; i < params->endings.count; i++) {
        if (pl_str_ends(word, params->endings.items[i])) {
            return !pl_str_ends(word, no_plural);
        }
    }
    return false;
}

static size_t occurrences(const struct search *search, pl_str lower)
{
    struct pl_spots places = {.arena = search->run->scratch};
    pl_spots_add_word(&places, search->words, lower);
    return places.words.len;
}

/* Two fragments of a broken word stand in a document, too, but not often. */
static bool is_established(const struct search *search, pl_str lower)
{
    return has(search->common, lower) || occurrences(search, lower) > 1;
}

static bool are_two_words(const struct search *search, pl_str first,
                          pl_str second)
{
    bool both = is_used(search, first) && is_used(search, second);
    size_t least = has_ending(search, first) ? MIN_AFTER_ENDING
                   : both                    ? MIN_PART
                                             : MIN_SECOND;
    return second.len >= least && is_known(search, first) &&
           is_known(search, second) &&
           (is_used_in_any_number(search, first) ||
            is_used_in_any_number(search, second)) &&
           !has(search->not_first, first) && !has(search->not_second, second) &&
           (is_established(search, first) || is_established(search, second));
}

/* "availabilitysustainability": both are words of their own. */
static bool split_plain(const struct search *search, pl_str word,
                        struct pl_readings *readings)
{
    if (word.len < MIN_PART + MIN_AFTER_ENDING) {
        return false;
    }
    struct lower lower = lower_of(word);
    pl_str whole = {lower.bytes, lower.len};
    for (size_t at = MIN_PART; at + MIN_AFTER_ENDING <= word.len; at++) {
        if (are_two_words(search, pl_str_slice(whole, 0, at),
                          pl_str_slice(whole, at, whole.len))) {
            return cut(word, at, readings);
        }
    }
    return false;
}

static bool split(const struct search *search, const struct pl_form *form,
                  bool camels_too, struct pl_readings *readings)
{
    pl_str word = form->text;
    if (split_initial(search, word, readings)) {
        return true;
    }
    if (form->flags & PL_FORM_MIXED) {
        return camels_too && (split_before_acronym(search, word, readings) ||
                              split_camel(search, word, readings));
    }
    size_t capitals = capitals_at_start(word);
    if (capitals >= MIN_ACRONYM && capitals < word.len) {
        return split_acronym(search, word, readings);
    }
    return split_plain(search, word, readings);
}

/* Written once in the whole document, whatever the case. */
static bool is_unique(const struct search *search, pl_str word)
{
    struct lower lower = lower_of(word);
    return occurrences(search, (pl_str){lower.bytes, lower.len}) <= 1;
}

static bool is_candidate(const struct pl_form *form)
{
    return form->count == 1 && form->text.len > MIN_TAIL &&
           form->text.len <= MAX_GLUED &&
           !(form->flags & (PL_FORM_DIGIT | PL_FORM_WIDE | PL_FORM_APOSTROPHE));
}

static bool has_many_camels(const struct pl_words *words)
{
    size_t count = 0;
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        count += (form->flags & PL_FORM_MIXED) &&
                 !(form->flags & PL_FORM_CAPITALIZED) && camel_of(form->text);
    }
    return count >= MANY_CAMELS;
}

/* "practical length" for "practicallength"; nothing for "gGoals", of which one
 * word is right. */
static pl_str apart(struct pl_run *run, pl_str word,
                    struct pl_readings readings)
{
    bool is_cut = readings.first.len + readings.second.len == word.len;
    return is_cut ? pl_str_from(pl_arena_printf(run->arena, "%.*s %.*s",
                                                PL_STR_ARG(readings.first),
                                                PL_STR_ARG(readings.second)))
                  : (pl_str){NULL, 0};
}

static void report(struct pl_run *run, uint32_t at, struct pl_readings readings)
{
    struct pl_range range = pl_word_range(run->plan->words, at);
    pl_str both = apart(run, pl_word_text(run->plan->words, at), readings);
    struct pl_finding *finding =
        PL_FINDING(run, range, {"match", pl_word_text(run->plan->words, at)},
                   {"first", readings.first}, {"second", readings.second});
    if (both.len > 0) {
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){range, both}, PL_ARGS({"new", both}));
    }
    pl_offer_readings(run, finding, range, readings);
}

static const struct pl_map *set_of(struct pl_arena *arena,
                                   const struct pl_words_param *list)
{
    struct pl_map *set = pl_map_new(arena, list->count);
    for (size_t i = 0; i < list->count; i++) {
        pl_map_put(set, list->items[i], 1);
    }
    return set;
}

/* Part of an address or a code: "example.org", "key=value". */
static bool is_in_code(const struct pl_words *words, uint32_t at)
{
    pl_str before = pl_range_text(words->text, pl_word_gap(words, at));
    pl_str after = pl_range_text(words->text, pl_word_gap(words, at + 1));
    char last = before.len ? before.data[before.len - 1] : ' ';
    char first = after.len ? after.data[0] : ' ';
    bool tied = after.len == 1 && (first == '.' || first == ':');
    return last == '_' || last == '@' || last == '.' || first == '_' ||
           first == '@' || first == '=' || tied;
}

static void check_forms(const struct search *search)
{
    const struct pl_words *words = search->words;
    bool camels_too = !has_many_camels(words);
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        struct pl_readings readings;
        if (!is_candidate(form) ||
            !split(search, form, camels_too, &readings) ||
            !is_unique(search, form->text)) {
            continue;
        }
        uint32_t at = words->postings[form->first_posting];
        if (!pl_residue_is_place_of_years(search->run, at) &&
            !is_in_code(words, at) &&
            pl_scope_block(search->params->scope, search->run->plan,
                           words->items[at].start)) {
            report(search->run, at, readings);
        }
    }
}

void pl_residue_words(struct pl_run *run)
{
    const struct pl_residue_params *params = run->rule->params;
    struct search search = {
        .run = run,
        .words = run->plan->words,
        .params = params,
        .common = set_of(run->arena, &params->common),
        .not_first = set_of(run->arena, &params->not_first),
        .not_second = set_of(run->arena, &params->not_second),
    };
    check_forms(&search);
}
