#include "plan/acronyms/long_form.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "plan/acronyms/initials.h"

enum {
    MIN_INNER = 4, /* bytes of a word that gives more than its initial */
    IMPOSSIBLE = 200,
};

/* What it costs when a word is not what a plain initialism would have. */
enum {
    COST_SMALL = 1, /* a small word that gives its initial */
    COST_INNER = 1, /* a letter from inside a word */
    COST_SKIP = 2,  /* a word that gives no letter */
};

/* An acronym and the words that are tried for it. */
struct attempt {
    const struct pl_acronym_forms *forms;
    struct pl_initials letters;
    uint32_t first; /* word */
    uint32_t count; /* words */
    /* The least cost of giving letters [i, count) to words [j, count). */
    uint8_t costs[PL_INITIALS_MAX + 1][PL_INITIALS_MAX_WORDS + 1];
};

/* The ITU of "ITU-T" does not stand for itself. */
static bool is_compound_head(const struct pl_acronym_forms *forms,
                             uint32_t word)
{
    const struct pl_words *words = forms->words;
    if (word + 1 >= words->count ||
        pl_acronym_form_at(forms, word + 1)->shape != PL_ACRONYM_LETTER) {
        return false;
    }
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, word + 1));
    return pl_str_eq(gap, (pl_str)PL_STR("-"));
}

/* Whether the word is the next letters themselves: the ITU of "ITU Radio
 * communication Sector (ITU-R)"; how many letters those are. */
static uint32_t letters_spelled(const struct attempt *it, uint32_t word,
                                uint32_t letter)
{
    const struct pl_acronym_form *form = pl_acronym_form_at(it->forms, word);
    if (form->shape != PL_ACRONYM_CAPITALS ||
        is_compound_head(it->forms, word)) {
        return 0;
    }
    pl_str text =
        pl_str_slice(pl_word_text(it->forms->words, word), form->base_start,
                     (size_t)form->base_start + form->base_len);
    size_t len = 1;
    uint32_t n = 0;
    for (size_t at = 0; at < text.len; at += len, n++) {
        if (letter + n >= it->letters.count ||
            it->letters.folded[letter + n] !=
                pl_initials_lower_at(text, at, &len)) {
            return 0;
        }
    }
    return n < it->letters.count ? n : 0;
}

static uint8_t cheaper(uint8_t cost, uint32_t other)
{
    return other < cost ? (uint8_t)other : cost;
}

static bool is_small(const struct attempt *it, uint32_t at)
{
    return pl_acronym_form_at(it->forms, at)->is_small;
}

static bool is_number(pl_str word)
{
    return pl_is_digit(word.data[0]);
}

static uint32_t skip_cost(const struct attempt *it, uint32_t letter,
                          uint32_t word)
{
    bool is_tail = letter == it->letters.count && it->letters.has_letter_tail;
    bool is_free = is_tail || pl_acronym_form_at(it->forms, word)->is_small ||
                   is_number(pl_word_text(it->forms->words, word));
    return is_free ? 0 : COST_SKIP;
}

/* The least cost when word `j` gives letter `i` and maybe some more. */
static uint8_t give_cost(const struct attempt *it, uint32_t i, uint32_t j)
{
    uint32_t at = it->first + j;
    pl_str word = pl_word_text(it->forms->words, at);
    uint32_t spelled = letters_spelled(it, at, i);
    uint8_t best = spelled ? it->costs[i + spelled][j + 1] : IMPOSSIBLE;
    size_t pos = pl_initials_after(word, it->letters.folded[i]);
    if (pos == 0) {
        return best;
    }
    bool is_little = is_small(it, at);
    uint32_t cost =
        is_little && !it->letters.is_typed_lower[i] ? COST_SMALL : 0;
    best = cheaper(best, cost + it->costs[i + 1][j + 1]);
    bool is_acronym =
        pl_acronym_form_at(it->forms, at)->shape == PL_ACRONYM_CAPITALS;
    if (is_little || is_acronym || word.len < MIN_INNER) {
        return best;
    }
    size_t len = 1;
    for (uint32_t k = i + 1; k < it->letters.count && pos < word.len;
         pos += len) {
        if (pl_initials_lower_at(word, pos, &len) == it->letters.folded[k]) {
            k++;
            cost += COST_INNER;
            best = cheaper(best, cost + it->costs[k][j + 1]);
        }
    }
    return best;
}

static bool is_digit_letter(const struct attempt *it, uint32_t i)
{
    return it->letters.folded[i] >= '0' && it->letters.folded[i] <= '9';
}

static void fill_costs(struct attempt *it)
{
    uint32_t m = it->letters.count;
    uint32_t n = it->count;
    for (uint32_t i = m + 1; i-- > 0;) {
        it->costs[i][n] = i == m ? 0 : IMPOSSIBLE;
        if (i < m && is_digit_letter(it, i)) { /* ICT4D */
            it->costs[i][n] = it->costs[i + 1][n];
        }
    }
    for (uint32_t j = n; j-- > 0;) {
        for (uint32_t i = m + 1; i-- > 0;) {
            uint32_t skipped =
                skip_cost(it, i, it->first + j) + it->costs[i][j + 1];
            uint8_t best = cheaper(IMPOSSIBLE, skipped);
            if (i < m) {
                best = cheaper(best, give_cost(it, i, j));
            }
            if (i < m && is_digit_letter(it, i)) {
                best = cheaper(best, it->costs[i + 1][j]);
            }
            it->costs[i][j] = best;
        }
    }
}

/* Up to which cost words are an acronym's long form. */
static uint32_t cost_limit(const struct attempt *it, uint32_t word_count)
{
    switch (it->letters.count) {
    case 0:
    case 1:
        return 0;
    case 2:
        return word_count == 1 ? COST_INNER : 0;
    case 3:
        return 2;
    case 4:
        return 3;
    default:
        return 4;
    }
}

/* The cost when the long form begins with word `j`, which gives the first
 * letter. */
static uint8_t cost_from(const struct attempt *it, uint32_t j)
{
    uint32_t at = it->first + j;
    return is_small(it, at) ? IMPOSSIBLE : give_cost(it, 0, j);
}

static bool begin_attempt(struct attempt *it,
                          const struct pl_acronym_forms *forms,
                          struct pl_word_run span, pl_str acronym)
{
    *it = (struct attempt){
        .forms = forms,
        .letters = pl_initials_read(acronym),
        .first = span.first,
        .count = span.end - span.first,
    };
    if (it->letters.count < 2 || it->count == 0 ||
        it->count > PL_INITIALS_MAX_WORDS) {
        return false;
    }
    fill_costs(it);
    return true;
}

/* The cost of the best long form at the end of the span, or IMPOSSIBLE. */
static uint8_t match_in_order(const struct pl_acronym_forms *forms,
                              struct pl_word_run span, pl_str acronym,
                              struct pl_word_run *found)
{
    struct attempt it;
    uint8_t best = IMPOSSIBLE;
    if (!begin_attempt(&it, forms, span, acronym)) {
        return best;
    }
    for (uint32_t j = it.count; j-- > 0;) {
        uint8_t cost = cost_from(&it, j);
        if (cost < best && cost <= cost_limit(&it, it.count - j)) {
            best = cost;
            *found = (struct pl_word_run){it.first + j, span.end};
        }
    }
    return best;
}

static bool is_plain_case(pl_str acronym)
{
    size_t len = 1;
    for (size_t at = 0; at < acronym.len; at += len) {
        if (pl_utf8_is_lower(pl_utf8_decode(acronym, at, &len))) {
            return false;
        }
    }
    return true;
}

/* Whether an acronym in Latin letters follows a word in others: which words
 * it stands for cannot be told. */
static bool is_of_other_script(const struct pl_acronym_forms *forms,
                               uint32_t before, pl_str acronym)
{
    enum { FIRST_GREEK = 0x370 };
    size_t len = 1;
    pl_str word = pl_word_text(forms->words, before);
    return pl_utf8_decode(word, 0, &len) >= FIRST_GREEK &&
           pl_utf8_decode(acronym, 0, &len) < FIRST_GREEK;
}

bool pl_long_form_before(const struct pl_acronym_forms *forms,
                         struct pl_word_run span, pl_str acronym,
                         struct pl_word_run *found)
{
    if (is_of_other_script(forms, span.end - 1, acronym)) {
        *found = (struct pl_word_run){span.end, span.end};
        return true;
    }
    uint32_t most = 2 * (uint32_t)pl_utf8_count(acronym) + 6;
    uint32_t first = span.end;
    while (first > span.first && span.end - first < most &&
           (first == span.end || pl_word_run_goes_on(forms->words, first))) {
        first--;
    }
    struct pl_word_run near = {first, span.end};
    uint8_t cost = match_in_order(forms, near, acronym, found);
    if (cost == 0 || !is_plain_case(acronym)) {
        return cost != IMPOSSIBLE;
    }
    struct pl_word_run name;
    enum pl_initials_match order =
        pl_initials_match(forms, near, acronym, &name);
    if (order == PL_INITIALS_NAME ||
        (order != PL_INITIALS_NONE && cost == IMPOSSIBLE)) {
        *found = name;
        return true;
    }
    return cost != IMPOSSIBLE;
}

bool pl_long_form_is(const struct pl_acronym_forms *forms,
                     struct pl_word_run span, pl_str acronym,
                     struct pl_word_run *found)
{
    while (span.first < span.end &&
           pl_acronym_form_at(forms, span.first)->is_small) {
        span.first++;
    }
    struct attempt it;
    if (begin_attempt(&it, forms, span, acronym) &&
        cost_from(&it, 0) <= cost_limit(&it, it.count)) {
        *found = span;
        return true;
    }
    return pl_initials_match(forms, span, acronym, found) >
               PL_INITIALS_LIKELY &&
           found->first == span.first;
}
