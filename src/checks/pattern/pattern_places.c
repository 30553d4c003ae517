/* The places that words or gaps lead to, where a match may begin. */
#include "base/search.h"
#include "checks/pattern/pattern_params.h"
#include "checks/pattern/pattern_search.h"
#include "checks/shared/gaps.h"
#include "checks/shared/params.h"
#include "checks/shared/scope.h"
#include "lint/check.h"
#include "plan/plan.h"

enum {
    CLAUSE = 40, /* words before a place that belong to its clause */
};

/* Whether the word before word `at` of the block asks to pass over. */
static bool is_passed_over(const struct pl_pattern_search *search, uint32_t at)
{
    const struct pl_words *words = search->run->plan->words;
    return at > search->block->first_word &&
           pl_word_set_has(&search->not_after, words->items[at - 1].form);
}

/* Whether a word of "clauseHas" stands in the clause before word `at`. */
static bool clause_fits(const struct pl_pattern_search *search, uint32_t at)
{
    const struct pl_words *words = search->run->plan->words;
    if (search->params->clause_has.count == 0) {
        return true;
    }
    for (uint32_t i = at; i > search->block->first_word && at - i < CLAUSE;
         i--) {
        if (is_passed_over(search, i) ||
            (i < at && !pl_word_is_joined(words, i))) {
            return false;
        }
        if (pl_word_set_has(&search->clause_has, words->items[i - 1].form)) {
            return !is_passed_over(search, i - 1);
        }
    }
    return false;
}

static struct pl_spots places_of(const struct pl_pattern_search *search,
                                 const struct pl_words_param *words)
{
    struct pl_spots places = {.arena = search->run->scratch};
    for (size_t i = 0; i < words->count; i++) {
        pl_spots_add_word(&places, search->run->plan->words, words->items[i]);
    }
    pl_spots_sort(&places);
    return places;
}

/* All the words of "words" from `from` up to word `then` of the block. */
static void try_before(struct pl_pattern_search *search,
                       const struct pl_word_set *firsts, uint32_t from,
                       uint32_t then)
{
    const struct pl_words *words = search->run->plan->words;
    for (uint32_t i = from; i < then; i++) {
        if (pl_word_set_has(firsts, words->items[i].form) &&
            search->block->content.start <= words->items[i].start &&
            !is_passed_over(search, i) && clause_fits(search, i)) {
            pl_pattern_try_at(search, words->items[i].start);
        }
    }
}

/* Keeps the places that have one of `firsts` before them, `within` words away
 * at most. */
static void keep_near(struct pl_spots *places, const struct pl_spots *firsts,
                      size_t within)
{
    size_t kept = 0;
    size_t next = 0;
    for (size_t i = 0; i < places->words.len; i++) {
        uint32_t place = places->words.items[i];
        while (next < firsts->words.len &&
               firsts->words.items[next] + within < place) {
            next++;
        }
        if (next < firsts->words.len && firsts->words.items[next] < place) {
            places->words.items[kept++] = place;
        }
    }
    places->words.len = kept;
}

/* The words of "then" are rarer than those of "words": only what stands before
 * them is looked at. */
void pl_pattern_search_words_then(struct pl_pattern_search *search)
{
    const struct pl_plan *plan = search->run->plan;
    const struct pl_pattern_params *params = search->params;
    struct pl_spots places = places_of(search, &params->then);
    struct pl_word_set firsts = pl_word_set_of(search->run, &params->words);
    if (params->within > 0) {
        struct pl_spots before = places_of(search, &params->words);
        keep_near(&places, &before, params->within);
    }
    uint32_t tried = 0;
    uint32_t cursor = 0;
    for (size_t i = 0; i < places.words.len; i++) {
        uint32_t then = places.words.items[i];
        uint32_t at = plan->words->items[then].start;
        search->block = pl_scope_next_block(params->scope, plan, at, &cursor);
        if (search->block && search->block->content.start <= at) {
            uint32_t from = search->block->first_word;
            if (params->within > 0 && then - from > params->within) {
                from = then - (uint32_t)params->within;
            }
            try_before(search, &firsts, from > tried ? from : tried, then);
            tried = then;
        }
    }
}

void pl_pattern_search_words(struct pl_pattern_search *search)
{
    const struct pl_plan *plan = search->run->plan;
    const struct pl_pattern_params *params = search->params;
    struct pl_spots places = places_of(search, &params->words);
    uint32_t cursor = 0;
    for (size_t i = 0; i < places.words.len; i++) {
        uint32_t word = places.words.items[i];
        pl_spots_fetch(&places, plan->words, i);
        uint32_t at = plan->words->items[word].start;
        search->block = pl_scope_next_block(params->scope, plan, at, &cursor);
        if (search->block && search->block->content.start <= at &&
            !is_passed_over(search, word) && clause_fits(search, word)) {
            pl_pattern_try_at(search, at);
        }
    }
}

/* Gaps are a few bytes long: no search that needs preparation pays. */
static bool has_piece(pl_str gap, pl_str piece)
{
    for (size_t at = 0; at + piece.len <= gap.len; at++) {
        size_t same = 0;
        while (same < piece.len && gap.data[at + same] == piece.data[same]) {
            same++;
        }
        if (same == piece.len) {
            return true;
        }
    }
    return false;
}

static bool gap_fits(const struct pl_pattern_search *search,
                     const struct pl_gap *gap)
{
    pl_str text = pl_range_text(search->run->plan->text, gap->range);
    bool fits = false;
    for (size_t i = 0; i < search->params->gaps.count && !fits; i++) {
        fits = has_piece(text, search->params->gaps.items[i]);
    }
    return fits && (search->params->next_word == PL_NEXT_ANY ||
                    gap->word < gap->block->word_end);
}

/* Whether the text has a piece at all, as far as a look at one sign tells. */
static bool may_occur(pl_str text, pl_str piece)
{
    return (pl_gap_flags(piece) & PL_GAP_OTHER) == 0 ||
           pl_str_find_char(text, piece.data[piece.len - 1], 0) != PL_NOWHERE;
}

void pl_pattern_search_gaps(struct pl_pattern_search *search)
{
    struct pl_gap_kinds kinds = {0};
    for (size_t i = 0; i < search->params->gaps.count; i++) {
        pl_str piece = search->params->gaps.items[i];
        if (may_occur(search->run->plan->text, piece)) {
            pl_gap_kinds_add(&kinds, pl_gap_flags(piece));
        }
    }
    struct pl_gaps gaps =
        pl_gaps_of(search->run, search->params->scope, &kinds);
    gaps.next = (enum pl_gap_next)search->params->next_word;
    struct pl_gap gap;
    while (!search->run->over_budget && pl_gaps_next(&gaps, &gap)) {
        search->block = gap.block;
        if (gap_fits(search, &gap) && !is_passed_over(search, gap.word)) {
            pl_pattern_try_at(search, gap.range.start);
        }
    }
}
