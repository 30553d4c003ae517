#include "plan/long_form.h"

#include <string.h>

#include "base/chars.h"
#include "base/utf8.h"

enum {
    MAX_LETTERS = 20,                /* of an acronym with its hyphens */
    MAX_WORDS = 2 * MAX_LETTERS + 8, /* of its long form */
    MIN_INNER = 4, /* bytes of a word that gives more than its initial */
    RIGHT_QUOTE = 0x2019,
    IMPOSSIBLE = 200,
};

/* What it costs when a word is not what a plain initialism would have. */
enum {
    COST_SMALL = 1, /* a small word that gives its initial */
    COST_INNER = 1, /* a letter from inside a word */
    COST_SKIP = 2,  /* a word that gives no letter */
};

struct letters {
    uint32_t folded[MAX_LETTERS];
    bool is_typed_lower[MAX_LETTERS]; /* the o of QoS */
    uint32_t count;
    bool has_letter_tail; /* ITU-T: "Sector" may follow what T stands for */
};

static struct letters read_letters(pl_str acronym)
{
    struct letters it = {.count = 0};
    size_t len = 1;
    uint32_t in_part = 0;
    for (size_t at = 0; at < acronym.len; at += len) {
        uint32_t code_point = pl_utf8_decode(acronym, at, &len);
        if (code_point == '-') {
            in_part = 0;
            continue;
        }
        if (it.count == MAX_LETTERS) {
            it.count = 0; /* too long to be one */
            break;
        }
        it.folded[it.count] = pl_utf8_to_lower(code_point);
        it.is_typed_lower[it.count++] = pl_utf8_is_lower(code_point);
        in_part++;
    }
    it.has_letter_tail = in_part == 1 && it.count > 1;
    return it;
}

/* "U.S. ": full stops of initials end no phrase. */
static bool follows_initial(const struct pl_words *words, uint32_t at,
                            pl_str gap)
{
    pl_str before = pl_word_text(words, at - 1);
    return before.len == 1 && pl_is_upper(before.data[0]) &&
           (pl_str_eq(gap, (pl_str)PL_STR(".")) ||
            pl_str_eq(gap, (pl_str)PL_STR(". ")));
}

/* Whether nothing but the glue of a phrase stands before word `at` > 0. */
static bool is_phrase_gap(const struct pl_words *words, uint32_t at)
{
    static const pl_str wide_glue[] = {
        PL_STR("\u00a0"), PL_STR("\u2010"), PL_STR("\u2011"),
        PL_STR("\u2018"), PL_STR("\u2019"), PL_STR("\u201c"),
        PL_STR("\u201d"), PL_STR("\u00ab"), PL_STR("\u00bb"),
    };
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    if (follows_initial(words, at, gap)) {
        return true;
    }
    for (size_t i = 0; i < gap.len;) {
        if (strchr(" -/,&'\"*_\n", gap.data[i]) && gap.data[i] != '\0') {
            i++;
            continue;
        }
        pl_str rest = pl_str_slice(gap, i, gap.len);
        size_t k = 0;
        while (k < sizeof(wide_glue) / sizeof(wide_glue[0]) &&
               !pl_str_starts(rest, wide_glue[k])) {
            k++;
        }
        if (k == sizeof(wide_glue) / sizeof(wide_glue[0])) {
            return false;
        }
        i += wide_glue[k].len;
    }
    return true;
}

uint32_t pl_phrase_end(const struct pl_words *words, uint32_t from,
                       uint32_t limit)
{
    uint32_t at = from < limit ? from + 1 : from;
    while (at < limit && is_phrase_gap(words, at)) {
        at++;
    }
    return at;
}

/* An acronym and the words that are tried for it. */
struct attempt {
    const struct pl_acronym_forms *forms;
    struct letters letters;
    uint32_t first; /* word */
    uint32_t count; /* words */
    /* The least cost of giving letters [i, count) to words [j, count). */
    uint8_t costs[MAX_LETTERS + 1][MAX_WORDS + 1];
};

static uint32_t lower_at(pl_str word, size_t at, size_t *len)
{
    return pl_utf8_to_lower(pl_utf8_decode(word, at, len));
}

/* Offset after the initial when it is `letter`, else 0: of "Union", of
 * "l'Union" and, for x, of "exchange". */
static size_t after_initial(pl_str word, uint32_t letter)
{
    size_t len = 1;
    if (lower_at(word, 0, &len) == letter) {
        return len;
    }
    size_t quote = len;
    if (quote >= word.len) {
        return 0;
    }
    uint32_t second = lower_at(word, quote, &len);
    if (second == 'x' && letter == 'x' && pl_to_lower(word.data[0]) == 'e') {
        return 2;
    }
    size_t at = quote + len;
    bool is_elided = second == '\'' || second == RIGHT_QUOTE;
    return is_elided && at < word.len && lower_at(word, at, &len) == letter
               ? at + len
               : 0;
}

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
        pl_str_slice(pl_word_text(it->forms->words, word), 0, form->base_len);
    size_t len = 1;
    uint32_t n = 0;
    for (size_t at = 0; at < text.len; at += len, n++) {
        if (letter + n >= it->letters.count ||
            it->letters.folded[letter + n] != lower_at(text, at, &len)) {
            return 0;
        }
    }
    return n < it->letters.count ? n : 0;
}

static uint8_t cheaper(uint8_t cost, uint32_t other)
{
    return other < cost ? (uint8_t)other : cost;
}

static bool is_capitalized(const struct pl_words *words, uint32_t at)
{
    return words->forms[words->items[at].form].flags & PL_FORM_CAPITALIZED;
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
    size_t pos = after_initial(word, it->letters.folded[i]);
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
        if (lower_at(word, pos, &len) == it->letters.folded[k]) {
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
                          struct pl_word_span span, pl_str acronym)
{
    it->forms = forms;
    it->letters = read_letters(acronym);
    it->first = span.first;
    it->count = span.end - span.first;
    if (it->letters.count < 2 || it->count == 0 || it->count > MAX_WORDS) {
        return false;
    }
    fill_costs(it);
    return true;
}

/* The cost of the best long form at the end of the span, or IMPOSSIBLE. */
static uint8_t match_in_order(const struct pl_acronym_forms *forms,
                              struct pl_word_span span, pl_str acronym,
                              struct pl_word_span *found)
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
            *found = (struct pl_word_span){it.first + j, span.end};
        }
    }
    return best;
}

/* The run of words that ends a span; when `is_name`, of capitalized ones with
 * small words between them. */
static struct pl_word_span last_run(const struct pl_acronym_forms *forms,
                                    struct pl_word_span span, bool is_name)
{
    struct pl_word_span run = {span.end, span.end};
    for (uint32_t at = span.end; at-- > span.first;) {
        bool is_article = pl_acronym_form_at(forms, at)->is_small;
        bool is_in = is_article ? run.first < run.end
                                : !is_name || is_capitalized(forms->words, at);
        if (!is_in) {
            break;
        }
        run.first = is_article ? run.first : at;
    }
    return run;
}

struct tally {
    uint32_t first; /* the leftmost word that gives a letter */
    uint32_t words; /* from there on that are not small */
    uint32_t given; /* letters of the acronym that are initials of words */
};

/* Which letters the words' initials give in any order, from the right. */
static struct tally count_initials(const struct attempt *it,
                                   struct pl_word_span run)
{
    bool used[MAX_LETTERS] = {false};
    struct tally tally = {run.end, 0, 0};
    uint32_t words = 0;
    for (uint32_t at = run.end;
         at-- > run.first && tally.given < it->letters.count;) {
        pl_str word = pl_word_text(it->forms->words, at);
        if (pl_acronym_form_at(it->forms, at)->is_small || is_number(word)) {
            continue;
        }
        words++;
        for (uint32_t i = 0; i < it->letters.count; i++) {
            if (!used[i] && after_initial(word, it->letters.folded[i])) {
                used[i] = true;
                tally = (struct tally){at, words, tally.given + 1};
                break;
            }
        }
    }
    return tally;
}

/* Acronyms that come from another language, or another order of words:
 * "Telecommunication Development Bureau (BDT)". */
enum any_order {
    NO_NAME,
    LIKELY_NAME, /* most letters, or only the R of "ITU-R" */
    WHOLE_WORDS, /* all letters and no other word */
    WHOLE_NAME,  /* the same, in capitals */
};

static bool is_likely_name(const struct attempt *it, const struct tally *tally)
{
    const struct letters *letters = &it->letters;
    if (tally->words < 2) {
        return false;
    }
    if (tally->given == letters->count) {
        pl_str first = pl_word_text(it->forms->words, tally->first);
        return letters->count > 2 && tally->words <= letters->count + 3 &&
               after_initial(first, letters->folded[0]) > 0;
    }
    return letters->count > 3 && tally->given * 2 > letters->count &&
           tally->words <= letters->count + 1;
}

/* "Safety Sector (WRNU-S)": the name of a part without that of the whole. */
static bool match_part(const struct attempt *it, struct pl_word_span run,
                       struct pl_word_span *found)
{
    uint32_t tail = it->letters.folded[it->letters.count - 1];
    for (uint32_t at = run.first; at + 1 < run.end; at++) {
        if (!pl_acronym_form_at(it->forms, at)->is_small &&
            after_initial(pl_word_text(it->forms->words, at), tail) > 0) {
            *found = (struct pl_word_span){at, run.end};
            return it->letters.has_letter_tail;
        }
    }
    return false;
}

static enum any_order match_in_any_order(const struct pl_acronym_forms *forms,
                                         struct pl_word_span span,
                                         pl_str acronym,
                                         struct pl_word_span *found)
{
    struct attempt it = {.forms = forms, .letters = read_letters(acronym)};
    uint32_t letters = it.letters.count;
    if (letters < 2 || span.end - span.first > MAX_WORDS) {
        return NO_NAME;
    }
    struct pl_word_span run = last_run(forms, span, true);
    struct tally name = count_initials(&it, run);
    *found = (struct pl_word_span){name.first, span.end};
    if (name.given == letters && name.words == letters) {
        return WHOLE_NAME;
    }
    if (match_part(&it, run, found)) {
        return LIKELY_NAME;
    }
    if (is_likely_name(&it, &name)) {
        found->first = name.given == letters ? name.first : span.end;
        return LIKELY_NAME;
    }
    struct tally words = count_initials(&it, last_run(forms, span, false));
    *found = (struct pl_word_span){words.first, span.end};
    bool is_whole = words.given == letters && words.words == letters;
    return is_whole && letters > 2 ? WHOLE_WORDS : NO_NAME;
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
                         struct pl_word_span span, pl_str acronym,
                         struct pl_word_span *found)
{
    if (is_of_other_script(forms, span.end - 1, acronym)) {
        *found = (struct pl_word_span){span.end, span.end};
        return true;
    }
    uint32_t most = 2 * (uint32_t)pl_utf8_count(acronym) + 6;
    uint32_t first = span.end;
    while (first > span.first && span.end - first < most &&
           (first == span.end || is_phrase_gap(forms->words, first))) {
        first--;
    }
    struct pl_word_span near = {first, span.end};
    uint8_t cost = match_in_order(forms, near, acronym, found);
    if (cost == 0 || !is_plain_case(acronym)) {
        return cost != IMPOSSIBLE;
    }
    struct pl_word_span name;
    enum any_order order = match_in_any_order(forms, near, acronym, &name);
    if (order == WHOLE_NAME || (order != NO_NAME && cost == IMPOSSIBLE)) {
        *found = name;
        return true;
    }
    return cost != IMPOSSIBLE;
}

bool pl_long_form_is(const struct pl_acronym_forms *forms,
                     struct pl_word_span span, pl_str acronym,
                     struct pl_word_span *found)
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
    return match_in_any_order(forms, span, acronym, found) > LIKELY_NAME &&
           found->first == span.first;
}
