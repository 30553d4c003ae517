#include "plan/acronyms/initials.h"

#include "base/chars.h"
#include "base/utf8.h"

enum { RIGHT_QUOTE = 0x2019 };

struct pl_initials pl_initials_read(pl_str acronym)
{
    struct pl_initials it = {.count = 0};
    size_t len = 1;
    uint32_t in_part = 0;
    for (size_t at = 0; at < acronym.len; at += len) {
        uint32_t code_point = pl_utf8_decode(acronym, at, &len);
        if (code_point == '-') {
            in_part = 0;
            continue;
        }
        if (it.count == PL_INITIALS_MAX) {
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

uint32_t pl_initials_lower_at(pl_str word, size_t at, size_t *len)
{
    if (!pl_is_wide(word.data[at])) {
        *len = 1;
        return (unsigned char)pl_to_lower(word.data[at]);
    }
    return pl_utf8_to_lower(pl_utf8_decode(word, at, len));
}

size_t pl_initials_after(pl_str word, uint32_t letter)
{
    size_t len = 1;
    if (pl_initials_lower_at(word, 0, &len) == letter) {
        return len;
    }
    size_t quote = len;
    if (quote >= word.len) {
        return 0;
    }
    uint32_t second = pl_initials_lower_at(word, quote, &len);
    if (second == 'x' && letter == 'x' && pl_to_lower(word.data[0]) == 'e') {
        return 2;
    }
    size_t at = quote + len;
    bool is_elided = second == '\'' || second == RIGHT_QUOTE;
    return is_elided && at < word.len &&
                   pl_initials_lower_at(word, at, &len) == letter
               ? at + len
               : 0;
}

/* An acronym whose words are sought. */
struct attempt {
    const struct pl_acronym_forms *forms;
    struct pl_initials letters;
};

static bool is_capitalized(const struct pl_words *words, uint32_t at)
{
    return words->forms[words->items[at].form].flags & PL_FORM_CAPITALIZED;
}

static bool is_number(pl_str word)
{
    return pl_is_digit(word.data[0]);
}

/* The run of words that ends a span; when `is_name`, of capitalized ones with
 * small words between them. */
static struct pl_word_run last_run(const struct pl_acronym_forms *forms,
                                   struct pl_word_run span, bool is_name)
{
    struct pl_word_run run = {span.end, span.end};
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
                                   struct pl_word_run run)
{
    bool used[PL_INITIALS_MAX] = {false};
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
            if (!used[i] && pl_initials_after(word, it->letters.folded[i])) {
                used[i] = true;
                tally = (struct tally){at, words, tally.given + 1};
                break;
            }
        }
    }
    return tally;
}

static bool is_likely_name(const struct attempt *it, const struct tally *tally)
{
    const struct pl_initials *letters = &it->letters;
    if (tally->words < 2) {
        return false;
    }
    if (tally->given == letters->count) {
        pl_str first = pl_word_text(it->forms->words, tally->first);
        return letters->count > 2 && tally->words <= letters->count + 3 &&
               pl_initials_after(first, letters->folded[0]) > 0;
    }
    return letters->count > 3 && tally->given * 2 > letters->count &&
           tally->words <= letters->count + 1;
}

/* "Safety Sector (WRNU-S)": the name of a part without that of the whole. */
static bool match_part(const struct attempt *it, struct pl_word_run run,
                       struct pl_word_run *found)
{
    uint32_t tail = it->letters.folded[it->letters.count - 1];
    for (uint32_t at = run.first; at + 1 < run.end; at++) {
        if (!pl_acronym_form_at(it->forms, at)->is_small &&
            pl_initials_after(pl_word_text(it->forms->words, at), tail) > 0) {
            *found = (struct pl_word_run){at, run.end};
            return it->letters.has_letter_tail;
        }
    }
    return false;
}

enum pl_initials_match pl_initials_match(const struct pl_acronym_forms *forms,
                                         struct pl_word_run span,
                                         pl_str acronym,
                                         struct pl_word_run *found)
{
    struct attempt it = {.forms = forms, .letters = pl_initials_read(acronym)};
    uint32_t letters = it.letters.count;
    if (letters < 2 || span.end - span.first > PL_INITIALS_MAX_WORDS) {
        return PL_INITIALS_NONE;
    }
    struct pl_word_run run = last_run(forms, span, true);
    struct tally name = count_initials(&it, run);
    *found = (struct pl_word_run){name.first, span.end};
    if (name.given == letters && name.words == letters) {
        return PL_INITIALS_NAME;
    }
    if (match_part(&it, run, found)) {
        return PL_INITIALS_LIKELY;
    }
    if (is_likely_name(&it, &name)) {
        found->first = name.given == letters ? name.first : span.end;
        return PL_INITIALS_LIKELY;
    }
    struct tally words = count_initials(&it, last_run(forms, span, false));
    *found = (struct pl_word_run){words.first, span.end};
    bool is_whole = words.given == letters && words.words == letters;
    return is_whole && letters > 2 ? PL_INITIALS_WORDS : PL_INITIALS_NONE;
}
