/* Phrases whose words have a capital each: "the Working Group". */
#include "base/arena.h"
#include "base/chars.h"
#include "checks/capital/capital.h"
#include "checks/shared/pairs.h"
#include "checks/shared/phrase.h"
#include "lint/check.h"
#include "plan/plan.h"
#include "plan/words/marked_words.h"

enum {
    FEWEST_WORDS = 2,
    MOST_WORDS = 5,
    SHORTEST = 3, /* bytes of a word of a phrase */
};

/* What stands before a phrase. Keys of the first words in the tree of phrases;
 * its other keys are nodes of the tree. */
enum before { AFTER_THE, AFTER_A, AFTER_OTHER, BEFORE_COUNT };

struct finder {
    const struct pl_run *run;
    const struct pl_words *words;
    struct pl_scope scope;
    struct pl_word_set links;
    struct pl_word_set small;
    uint32_t cursor;
    struct pl_pairs tree;   /* (node before or kind of `before`, fold) */
    PL_VEC(uint32_t) terms; /* of each node: index of the term, or PL_NONE */
    struct pl_capital_terms *found;
    uint32_t the, a, an; /* forms */
};

static uint32_t key_of_node(uint32_t node)
{
    return node + BEFORE_COUNT;
}

static const struct pl_form *form_at(const struct finder *it, uint32_t at)
{
    return &it->words->forms[it->words->items[at].form];
}

static enum before before_of(const struct finder *it, uint32_t at)
{
    if (at == 0) {
        return AFTER_OTHER;
    }
    uint32_t form = it->words->items[at - 1].form;
    if (form == it->the) {
        return AFTER_THE;
    }
    return form == it->a || form == it->an ? AFTER_A : AFTER_OTHER;
}

/* "Plan", not "PLAN", "iPlan", "Plan2" or "Plan's". */
static bool is_capitalized(const struct pl_form *form)
{
    return form->text.len >= SHORTEST &&
           (form->flags & (PL_FORM_CAPITALIZED | PL_FORM_LOWER | PL_FORM_DIGIT |
                           PL_FORM_MIXED)) ==
               (PL_FORM_CAPITALIZED | PL_FORM_LOWER) &&
           !(form->flags & PL_FORM_APOSTROPHE);
}

static bool has_capital(const struct finder *it, uint32_t at)
{
    return form_at(it, at)->flags & (PL_FORM_UPPER | PL_FORM_DIGIT);
}

static bool is_link(const struct finder *it, uint32_t at)
{
    return pl_word_set_has(&it->links, it->words->items[at].form);
}

/* "**Dry Docks**", "**New Dry Docks:**": the end of what is set as a title. */
static bool ends_bold(pl_str text, uint32_t at)
{
    static const pl_str ends[] = {PL_STR("**"), PL_STR(":**")};
    pl_str rest = pl_str_slice(text, at, text.len);
    return pl_str_starts(rest, ends[0]) || pl_str_starts(rest, ends[1]);
}

/* A name goes on after it: "Member States of Africa", "Working Group 2", or
 * its abbreviation follows in parentheses, or it is itself hyphenated. */
static bool goes_on(const struct finder *it, const struct pl_block *block,
                    uint32_t end)
{
    if (end >= block->word_end) {
        return false;
    }
    pl_str gap = pl_range_text(it->words->text, pl_word_gap(it->words, end));
    if (gap.len == 0 || gap.data[0] == '-' || gap.data[0] == '/' ||
        (gap.len > 1 && gap.data[1] == '(')) {
        return true;
    }
    static const pl_str no_break_space = PL_STR("\u00A0");
    if (!pl_word_is_joined(it->words, end) && !pl_str_eq(gap, no_break_space)) {
        return false;
    }
    return has_capital(it, end) ||
           (is_link(it, end) && end + 1 < block->word_end &&
            has_capital(it, end + 1));
}

static bool is_small_word(const struct finder *it, uint32_t at)
{
    return pl_word_set_has(&it->small, it->words->items[at].form) ||
           is_link(it, at);
}

/* "Ministry of", "Data as a" before it: the name or title of something. A
 * capital that begins a sentence proves that only with a link after it. */
static bool is_continuation(const struct finder *it,
                            const struct pl_block *block, uint32_t at)
{
    bool is_linked = is_link(it, at - 1);
    while (at > block->first_word && pl_word_is_joined(it->words, at)) {
        at--;
        if (!is_small_word(it, at)) {
            bool begins =
                at == block->first_word || !pl_word_is_joined(it->words, at);
            return has_capital(it, at) && (is_linked || !begins);
        }
    }
    return false;
}

/* How many words of one block are joined by spaces from `at` on, each of
 * which has a capital. */
static uint32_t run_length(const struct finder *it,
                           const struct pl_block *block, uint32_t at)
{
    uint32_t end = at;
    while (end < block->word_end && end - at <= MOST_WORDS &&
           (end == at || pl_word_is_joined(it->words, end)) &&
           is_capitalized(form_at(it, end))) {
        end++;
    }
    return end - at;
}

static struct pl_range place_of(const struct finder *it, uint32_t at,
                                uint32_t length)
{
    return (struct pl_range){it->words->items[at].start,
                             pl_word_range(it->words, at + length - 1).end};
}

/* The node of the phrase, which is added; its term, too. */
static struct pl_capital_term *add_term(struct finder *it, uint32_t at,
                                        uint32_t length)
{
    struct pl_arena *arena = it->run->scratch;
    uint32_t node = 0;
    uint32_t key = before_of(it, at);
    for (uint32_t i = 0; i < length; i++) {
        node = pl_pairs_add(&it->tree,
                            (struct pl_pair){key, form_at(it, at + i)->fold});
        if (node == it->terms.len) {
            *PL_VEC_PUSH(arena, &it->terms) = PL_NONE;
        }
        key = key_of_node(node);
    }
    if (it->terms.items[node] == PL_NONE) {
        it->terms.items[node] = (uint32_t)it->found->items.len;
        PL_VEC_PUSH(arena, &it->found->items);
    }
    return &it->found->items.items[it->terms.items[node]];
}

/* Returns the word after what it has looked at. */
static uint32_t take_upper(struct finder *it, uint32_t at)
{
    const struct pl_block *block = pl_scope_next_block(
        it->scope, it->run->plan, it->words->items[at].start, &it->cursor);
    if (!block || !pl_capital_is_inside(it->run, block, at)) {
        return at + 1;
    }
    uint32_t length = run_length(it, block, at);
    if (length >= FEWEST_WORDS && length <= MOST_WORDS &&
        !ends_bold(it->words->text, place_of(it, at, length).end) &&
        !goes_on(it, block, at + length) && !is_continuation(it, block, at)) {
        *PL_VEC_PUSH(it->run->scratch, &add_term(it, at, length)->upper) =
            place_of(it, at, length);
    }
    return at + (length > 0 ? length : 1);
}

/* Two words with a capital, the first after a small letter or a comma and one
 * space: what may be a term in running text, seen from its bytes alone. */
static bool may_begin_term(const struct pl_words *words, uint32_t at)
{
    pl_str text = words->text;
    uint32_t start = words->items[at].start;
    return pl_is_upper(text.data[start]) && start > 1 &&
           pl_is_space(text.data[start - 1]) &&
           (pl_is_lower(text.data[start - 2]) || text.data[start - 2] == ',') &&
           pl_is_upper(text.data[words->items[at + 1].start]);
}

static void find_upper(struct finder *it)
{
    const struct pl_words *words = it->words;
    struct pl_spots places = {.arena = it->run->scratch};
    uint8_t *marks = pl_marks_new(it->run->scratch, words);
    for (uint32_t i = 0; i < words->form_count; i++) {
        marks[i] = is_capitalized(&words->forms[i]);
    }
    pl_spots_add_pairs(&places, words, marks, 1, 1);
    uint32_t from = 0;
    for (size_t i = 0; i < places.words.len; i++) {
        pl_spots_fetch(&places, words, i);
        uint32_t at = places.words.items[i];
        if (at >= from && may_begin_term(words, at)) {
            from = take_upper(it, at);
        }
    }
}

/* The longest phrase of the tree that stands in small letters at `at`;
 * `*length` is its words. */
static uint32_t longest_term(const struct finder *it,
                             const struct pl_block *block, uint32_t at,
                             uint32_t *length)
{
    uint32_t key = before_of(it, at);
    uint32_t term = PL_NONE;
    for (uint32_t i = at; i < block->word_end; i++) {
        if (i > at && !pl_word_is_joined(it->words, i)) {
            break;
        }
        uint32_t node = pl_pairs_find(
            &it->tree, (struct pl_pair){key, it->words->items[i].form});
        if (node == PL_NONE) {
            break;
        }
        if (it->terms.items[node] != PL_NONE) {
            term = it->terms.items[node];
            *length = i + 1 - at;
        }
        key = key_of_node(node);
    }
    return term;
}

static void take_lower(struct finder *it, uint32_t at)
{
    const struct pl_block *block = pl_scope_next_block(
        it->scope, it->run->plan, it->words->items[at].start, &it->cursor);
    uint32_t length = 0;
    if (!block || !pl_capital_is_inside(it->run, block, at)) {
        return;
    }
    uint32_t term = longest_term(it, block, at, &length);
    if (term != PL_NONE && !goes_on(it, block, at + length)) {
        *PL_VEC_PUSH(it->run->scratch, &it->found->items.items[term].lower) =
            place_of(it, at, length);
    }
}

enum { BEGINS = 1, GOES_ON = 2 };

/* For each form, whether phrases begin with it or go on with it. */
static const uint8_t *marks_of(const struct finder *it)
{
    uint8_t *marks = pl_marks_new(it->run->scratch, it->words);
    for (size_t i = 0; i < it->tree.items.len; i++) {
        const struct pl_pair *pair = &it->tree.items.items[i];
        marks[pair->second] |= pair->first < BEFORE_COUNT ? BEGINS : GOES_ON;
    }
    return marks;
}

static void find_lower(struct finder *it)
{
    struct pl_spots places = {.arena = it->run->scratch};
    pl_spots_add_pairs(&places, it->words, marks_of(it), BEGINS, GOES_ON);
    it->cursor = 0;
    for (size_t i = 0; i < places.words.len; i++) {
        pl_spots_fetch(&places, it->words, i);
        take_lower(it, places.words.items[i]);
    }
}

void pl_capital_find_phrases(const struct pl_run *run, struct pl_scope scope,
                             const struct pl_small_words *small,
                             struct pl_capital_terms *found)
{
    const struct pl_words *words = run->plan->words;
    struct finder finder = {
        .run = run,
        .words = words,
        .scope = scope,
        .links = pl_word_set_of(run, &small->links),
        .small = pl_word_set_of(run, &small->others),
        .tree = {.arena = run->scratch},
        .found = found,
        .the = pl_words_form(words, (pl_str)PL_STR("the")),
        .a = pl_words_form(words, (pl_str)PL_STR("a")),
        .an = pl_words_form(words, (pl_str)PL_STR("an")),
    };
    find_upper(&finder);
    if (finder.tree.items.len > 0) {
        find_lower(&finder);
    }
}
