/* Words before a number: "annex 2", "Annex 2". */
#include "base/arena.h"
#include "base/attr.h"
#include "base/chars.h"
#include "checks/capital/capital.h"
#include "checks/shared/phrase.h"
#include "lint/check.h"
#include "plan/plan.h"

enum { AHEAD = 16 }; /* places whose words are on their way at a time */

/* 2, 3a, IV: a number, or letters that can be a Roman one. */
static bool is_number(pl_str word)
{
    if (word.len > 0 && pl_is_digit(word.data[0])) {
        return true;
    }
    for (size_t i = 0; i < word.len; i++) {
        char c = word.data[i];
        if (c != 'I' && c != 'V' && c != 'X') {
            return false;
        }
    }
    return word.len > 0;
}

/* "section 3.2 of the Act" is a part of something else. */
static bool is_elsewhere(const struct pl_words *words,
                         const struct pl_block *block, uint32_t number)
{
    static const pl_str of = PL_STR("of");
    static const pl_str dot = PL_STR(".");
    uint32_t next = number + 1;
    while (
        next < block->word_end &&
        pl_str_eq(pl_range_text(words->text, pl_word_gap(words, next)), dot)) {
        next++;
    }
    return next < block->word_end && pl_str_eq(pl_word_text(words, next), of);
}

static bool has_number_after(const struct pl_words *words, uint32_t at)
{
    return at + 1 < words->count &&
           is_number(words->forms[words->items[at + 1].form].text);
}

/* In running text, or after an opening parenthesis; a number is after it. */
static bool counts(const struct pl_run *run, const struct pl_block *block,
                   uint32_t at)
{
    const struct pl_words *words = run->plan->words;
    if (at + 1 >= block->word_end || !pl_word_is_joined(words, at + 1) ||
        is_elsewhere(words, block, at + 1)) {
        return false;
    }
    return pl_capital_is_inside(run, block, at);
}

static void add_word(const struct pl_run *run, struct pl_scope scope,
                     pl_str word, struct pl_capital_term *term)
{
    const struct pl_words *words = run->plan->words;
    struct pl_spots spots = {.arena = run->scratch};
    pl_spots_add_word(&spots, words, word);
    for (size_t i = 0; i < spots.words.len; i++) {
        uint32_t at = spots.words.items[i];
        if (i + AHEAD < spots.words.len) {
            PL_PREFETCH(words->items + spots.words.items[i + AHEAD]);
        }
        uint32_t flags = words->forms[words->items[at].form].flags;
        if (!(flags & PL_FORM_LOWER) || !has_number_after(words, at)) {
            continue;
        }
        const struct pl_block *block =
            pl_scope_block(scope, run->plan, words->items[at].start);
        if (!block || !counts(run, block, at)) {
            continue;
        }
        if (flags & PL_FORM_UPPER) {
            *PL_VEC_PUSH(run->scratch, &term->upper) = pl_word_range(words, at);
        } else {
            *PL_VEC_PUSH(run->scratch, &term->lower) = pl_word_range(words, at);
        }
    }
}

void pl_capital_find_designations(const struct pl_run *run,
                                  struct pl_scope scope,
                                  const struct pl_words_param *list,
                                  struct pl_capital_terms *found)
{
    for (size_t i = 0; i < list->count; i++) {
        add_word(run, scope, list->items[i],
                 PL_VEC_PUSH(run->scratch, &found->items));
    }
}
