/* Where two words stand with a hyphen, and where with a space. */
#include "base/arena.h"
#include "base/chars.h"
#include "checks/compound/compound.h"
#include "checks/shared/phrase.h"
#include "lint/check.h"
#include "plan/plan.h"
#include "plan/words/block_walk.h"
#include "plan/words/marked_words.h"

enum { SHORTEST = 2 }; /* bytes of the second word */

static const pl_str no_break = PL_STR("\u2011");

/* The number that all spellings of a word share; but "IT" is not "it". */
static uint32_t key_of(const struct pl_words *words, uint32_t form)
{
    bool has_lower = words->forms[form].flags & PL_FORM_LOWER;
    return has_lower ? words->forms[form].fold : form;
}

/* A hyphen alone, or a no-break hyphen, right before word `at`, which is not
 * the first. */
static bool has_hyphen_before(const struct pl_words *words, uint32_t at)
{
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    return pl_str_eq(gap, (pl_str)PL_STR("-")) || pl_str_eq(gap, no_break);
}

/* A character that ties what stands on both sides of it together. */
static bool ties(char c)
{
    return c == '-' || c == '/' || c == '_' || c == '@' || c == '\\' ||
           c == '=' || c == '&' || c == '#' || pl_is_wide(c);
}

/* Part of a longer chain ("end-to-end"), of an address or a file's name. */
static bool is_in_chain(const struct pl_words *words, uint32_t at)
{
    pl_str text = words->text;
    uint32_t start = words->items[at].start;
    uint32_t end = pl_word_range(words, at + 1).end;
    char next = end < text.len ? text.data[end] : ' ';
    char after = end + 1 < text.len ? text.data[end + 1] : ' ';
    char before = start > 0 ? text.data[start - 1] : ' ';
    return (ties(next) && !pl_is_wide(next)) ||
           (next == '.' && pl_is_alnum(after)) || before == '.' ||
           (ties(before) && !pl_is_wide(before));
}

/* Letters alone, without a capital in the second word. */
static bool may_be_compound(const struct pl_words *words, uint32_t at)
{
    const struct pl_form *first = &words->forms[words->items[at].form];
    const struct pl_form *second = &words->forms[words->items[at + 1].form];
    return !(first->flags & (PL_FORM_DIGIT | PL_FORM_MIXED)) &&
           (second->flags & (PL_FORM_DIGIT | PL_FORM_UPPER)) == 0 &&
           !((first->flags | second->flags) & PL_FORM_APOSTROPHE) &&
           second->text.len >= SHORTEST;
}

static void add_hyphened(struct pl_compounds *found,
                         const struct pl_words *words, uint32_t at)
{
    struct pl_pair pair = {key_of(words, words->items[at].form),
                           key_of(words, words->items[at + 1].form)};
    uint32_t index = pl_pairs_add(&found->pairs, pair);
    if (index == found->items.len) {
        PL_VEC_PUSH(found->arena, &found->items)->first_word = at;
    }
    *PL_VEC_PUSH(found->arena, &found->items.items[index].hyphened) = at;
}

/* Adds the words that begin right after a hyphen: what the text is searched
 * for is much rarer than words. */
static void add_after_hyphens(const struct pl_plan *plan,
                              struct pl_spots *places)
{
    struct pl_block_walk walk = {.plan = plan};
    size_t at = pl_str_find_char(plan->text, '-', 0);
    for (; at != PL_NOWHERE; at = pl_str_find_char(plan->text, '-', at + 1)) {
        uint32_t next = (uint32_t)at + 1;
        if (at == 0 || next == plan->text.len ||
            pl_is_space(plan->text.data[at - 1]) ||
            !(pl_is_alnum(plan->text.data[next]) ||
              pl_is_wide(plan->text.data[next]))) {
            continue;
        }
        uint32_t block = pl_block_walk_to(&walk, next);
        uint32_t word =
            block == PL_NONE
                ? PL_NONE
                : pl_plan_word_from(plan, &plan->blocks[block], next);
        if (word < plan->words->count &&
            plan->words->items[word].start == next) {
            *PL_VEC_PUSH(places->arena, &places->words) = word;
        }
    }
}

static void add_after_wide_gaps(const struct pl_words *words,
                                struct pl_spots *places)
{
    for (uint32_t i = 0; i + 1 < words->odd_gap_count; i++) {
        if (words->odd_gap_flags[i] == PL_GAP_OTHER) {
            *PL_VEC_PUSH(places->arena, &places->words) = words->odd_gaps[i];
        }
    }
}

static void find_hyphened(const struct pl_run *run,
                          const struct pl_words_param *never,
                          struct pl_compounds *found)
{
    const struct pl_words *words = run->plan->words;
    struct pl_word_set set = pl_word_set_of(run, never);
    struct pl_spots places = {.arena = run->scratch};
    add_after_hyphens(run->plan, &places);
    add_after_wide_gaps(words, &places);
    pl_spots_sort(&places);
    for (size_t i = 0; i < places.words.len; i++) {
        uint32_t at = places.words.items[i];
        if (at > 0 && has_hyphen_before(words, at) &&
            may_be_compound(words, at - 1) && !is_in_chain(words, at - 1) &&
            !pl_word_set_has(&set, words->items[at - 1].form)) {
            add_hyphened(found, words, at - 1);
        }
    }
}

enum { IS_FIRST = 1, IS_SECOND = 2 };

/* For each form, whether a compound begins or ends with its word. */
static const uint8_t *marks_of(struct pl_arena *scratch,
                               const struct pl_compounds *found,
                               const struct pl_words *words)
{
    uint8_t *of_key = pl_marks_new(scratch, words);
    uint8_t *marks = pl_marks_new(scratch, words);
    for (size_t i = 0; i < found->pairs.items.len; i++) {
        of_key[found->pairs.items.items[i].first] |= IS_FIRST;
        of_key[found->pairs.items.items[i].second] |= IS_SECOND;
    }
    for (uint32_t i = 0; i < words->form_count; i++) {
        marks[i] = of_key[key_of(words, i)];
    }
    return marks;
}

static void add_spaced(struct pl_compounds *found, const struct pl_words *words,
                       uint32_t at)
{
    struct pl_pair pair = {key_of(words, words->items[at].form),
                           key_of(words, words->items[at + 1].form)};
    uint32_t index = pl_pairs_find(&found->pairs, pair);
    if (index != PL_NONE && may_be_compound(words, at) &&
        !is_in_chain(words, at)) {
        *PL_VEC_PUSH(found->arena, &found->items.items[index].spaced) = at;
    }
}

static void find_spaced(const struct pl_run *run, struct pl_compounds *found)
{
    const struct pl_words *words = run->plan->words;
    struct pl_spots places = {.arena = run->scratch};
    const uint8_t *marks = marks_of(run->scratch, found, words);
    pl_spots_add_pairs(&places, words, marks, IS_FIRST, IS_SECOND);
    for (size_t i = 0; i < places.words.len; i++) {
        uint32_t at = places.words.items[i];
        if (pl_word_is_joined(words, at + 1)) {
            add_spaced(found, words, at);
        }
    }
}

void pl_compounds_find(const struct pl_run *run,
                       const struct pl_words_param *never,
                       struct pl_compounds *found)
{
    *found =
        (struct pl_compounds){.arena = run->arena, .pairs.arena = run->arena};
    find_hyphened(run, never, found);
    if (found->items.len > 0) {
        find_spaced(run, found);
    }
}
