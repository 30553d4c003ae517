#include "plan/references/reference_context.h"

#include <stddef.h>

#include "base/chars.h"
#include "base/utf8.h"
#include "plan/references/reference_words.h"
#include "plan/words/scan.h"

static const char *const instruments[] = {
#define PL_INSTRUMENT(word) word,
#define PL_NUMBERED_INSTRUMENT(word, name, is_plural) word,
#include "plan/references/instrument.def"
    NULL};

static const char *const own_words[] = {
    "this",     "these",     "present",  "présent",   "présente",
    "présents", "présentes", "presente", "presentes", NULL};

static const char *const other_words[] = {
    "that", "those",   "its",  "their", "said",   "such",  "a",
    "an",   "another", "his",  "her",   "un",     "une",   "son",
    "sa",   "ses",     "leur", "ledit", "ladite", "dudit", "cette",
    "ce",   "una",     "su",   "sus",   "dicho",  "dicha", NULL};

static const char *const articles[] = {"the", "la",  "le",  "les",
                                       "el",  "los", "las", NULL};

static bool is_internal(pl_str word)
{
    char first = word.len > 0 ? pl_to_lower(word.data[0]) : '\0';
    for (uint8_t i = 0; i < pl_reference_word_count; i++) {
        if (pl_reference_words[i].word.data[0] == first &&
            pl_reference_words[i].place != PL_PLACE_NONE &&
            pl_str_eq_ignore_case(word, pl_reference_words[i].word)) {
            return true;
        }
    }
    return false;
}

static bool starts_capital(const struct pl_scan *scan)
{
    char c = pl_scan_peek(scan, 0);
    if (!pl_is_wide(c)) {
        return pl_is_upper(c);
    }
    size_t len;
    return pl_utf8_is_upper(pl_utf8_decode(scan->text, scan->at, &len));
}

/* "[ITU-T X.500]", but not a footnote mark. */
static bool starts_citation(const struct pl_scan *scan)
{
    static const pl_str mark = PL_STR("[footnoteRef");
    pl_str rest = pl_str_slice(scan->text, scan->at, scan->end);
    char next = pl_scan_peek(scan, 1);
    return pl_scan_peek(scan, 0) == '[' && !pl_str_starts(rest, mark) &&
           next != '^' && !(pl_is_digit(next) && pl_scan_peek(scan, 2) == ':');
}

static bool read_of(struct pl_scan *scan)
{
    static const char *const words[] = {"of",  "de", "du", "des",
                                        "del", "da", "do", NULL};
    return pl_scan_any_word(scan, words) || pl_scan_elision(scan);
}

static bool read_in(struct pl_scan *scan)
{
    static const char *const words[] = {"in",     "to",   "under", "from",
                                        "within", "dans", "à",     "au",
                                        "aux",    "en",   NULL};
    return pl_scan_any_word(scan, words);
}

/* What stands after "of" or "in" and an article. */
static enum pl_context read_owner(struct pl_scan *scan, bool is_of,
                                  bool is_other)
{
    if (starts_citation(scan)) {
        return PL_CONTEXT_FOREIGN;
    }
    if (is_internal(pl_scan_letters(scan))) {
        return is_other ? PL_CONTEXT_FOREIGN : PL_CONTEXT_WITHIN;
    }
    bool is_capital = starts_capital(scan);
    if (pl_scan_any_word(scan, instruments)) {
        return PL_CONTEXT_FOREIGN;
    }
    if (is_capital || (is_of && is_other)) {
        return PL_CONTEXT_FOREIGN;
    }
    return is_of ? PL_CONTEXT_DOUBTFUL : PL_CONTEXT_PLAIN;
}

static enum pl_context read_preposition(struct pl_scan *scan)
{
    bool is_of = read_of(scan);
    if (!is_of && !read_in(scan)) {
        return PL_CONTEXT_PLAIN;
    }
    pl_scan_blanks(scan);
    bool has_the = pl_scan_any_word(scan, articles);
    pl_scan_blanks(scan);
    has_the |= pl_scan_elision(scan);
    if (pl_scan_any_word(scan, own_words)) {
        return PL_CONTEXT_OWN;
    }
    bool is_other = pl_scan_any_word(scan, other_words);
    pl_scan_blanks(scan);
    if (!is_of && !has_the && !is_other && !starts_capital(scan) &&
        !starts_citation(scan) && !is_internal(pl_scan_letters(scan))) {
        return PL_CONTEXT_PLAIN; /* "see paragraph 5 to understand" */
    }
    return read_owner(scan, is_of, is_other);
}

/* "et seq.", "et suivants": what follows the number, too. */
static void skip_following(struct pl_scan *scan)
{
    static const char *const rest[] = {"seq",      "seqq", "suiv",
                                       "suivants", "ss",   NULL};
    struct pl_scan s = *scan;
    if (pl_scan_word(&s, "et") && pl_scan_blanks(&s) &&
        pl_scan_any_word(&s, rest)) {
        pl_scan_char(&s, '.');
        pl_scan_blanks(&s);
        *scan = s;
    }
}

bool pl_context_has_of(pl_str text, struct pl_range phrase,
                       struct pl_range block)
{
    struct pl_scan scan = {text, phrase.end, block.end};
    return pl_scan_blanks(&scan) && read_of(&scan);
}

enum pl_context pl_context_after(pl_str text, struct pl_range phrase,
                                 struct pl_range block)
{
    static const char *const away[] = {"thereof", "thereto", "therein",
                                       "ibid",    "ibidem",  NULL};
    static const char *const here[] = {"hereof", "hereto", "herein", NULL};
    struct pl_scan scan = {text, phrase.end, block.end};
    bool has_comma = pl_scan_char(&scan, ',');
    pl_scan_blanks(&scan);
    skip_following(&scan);
    if (pl_scan_any_word(&scan, away)) {
        return PL_CONTEXT_FOREIGN;
    }
    if (pl_scan_any_word(&scan, here)) {
        return PL_CONTEXT_OWN;
    }
    if (starts_citation(&scan)) {
        return PL_CONTEXT_DOUBTFUL;
    }
    if (has_comma && starts_capital(&scan)) {
        return pl_scan_any_word(&scan, instruments) ? PL_CONTEXT_FOREIGN
                                                    : PL_CONTEXT_PLAIN;
    }
    return read_preposition(&scan);
}

/* Whether a sentence, a cell or a line begins at `at`. */
static bool begins_sentence(pl_str text, uint32_t from, uint32_t at)
{
    at = pl_scan_back(text, from, at);
    if (at <= from) {
        return true;
    }
    char c = text.data[at - 1];
    return c == '.' || c == ':' || c == ';' || c == '?' || c == '!' ||
           c == '\t' || c == '(' || c == ')' || c == ']' || c == '"';
}

/* A number that is not a year: of a standard, of a resolution. */
static bool is_number(pl_str word)
{
    size_t digits = 0;
    for (size_t i = 0; i < word.len; i++) {
        digits += pl_is_digit(word.data[i]) ? 1 : 0;
    }
    bool is_year = word.len == 4 && digits == 4 &&
                   (word.data[0] == '1' || word.data[0] == '2');
    return digits > 0 && !is_year;
}

static bool is_acronym(pl_str word)
{
    size_t capitals = 0;
    for (size_t i = 0; i < word.len; i++) {
        capitals += pl_is_upper(word.data[i]) ? 1 : 0;
    }
    return capitals >= 2;
}

/* "Development Goal 4", "SDG target 4.4", of the United Nations; "agenda item
 * 3", of a meeting; "Code Section 83", of a law. */
static const char *const global_words[] = {
    "development", "sdg", "sdgs", "global", "agenda", "code", NULL};

static bool is_possessive(pl_str word)
{
    static const char *const pronouns[] = {"its", "their", "whose", NULL};
    char last = word.data[word.len - 1];
    return pl_is_one_of(word, pronouns) ||
           (last == '\'' && pl_str_ends(word, (pl_str)PL_STR("s'"))) ||
           (last == 's' &&
            (pl_str_ends(word, (pl_str)PL_STR("'s")) ||
             pl_str_ends(word, (pl_str)PL_STR("\xE2\x80\x99s"))));
}

/* "as Figure 6 shows" */
static bool leads_to_verb(pl_str text, struct pl_range phrase,
                          struct pl_range block)
{
    static const char *const verbs[] = {
        "shows",     "show",     "says",        "say",      "states",
        "state",     "sets",     "set",         "explains", "describes",
        "indicates", "requires", "illustrates", "provides", "makes",
        "defines",   "lists",    "notes",       NULL};
    struct pl_scan scan = {text, phrase.end, block.end};
    return pl_scan_blanks(&scan) && pl_scan_any_word(&scan, verbs);
}

/* "as Part B", "e.g. Figure 6": what may stand for any number. */
static bool is_example(pl_str text, uint32_t from, uint32_t at, pl_str word)
{
    static const pl_str abbreviation = PL_STR("e.g.");
    static const char *const words[] = {"as", "example", NULL};
    if (pl_is_one_of(word, words)) {
        return true;
    }
    at = at > from && text.data[at - 1] == ',' ? at - 1 : at;
    return at > from && text.data[at - 1] == '.' &&
           pl_str_ends(pl_str_slice(text, from, at), abbreviation);
}

/* Whether a quotation mark ends at `at`. */
static bool has_quote_before(pl_str text, uint32_t from, uint32_t at)
{
    static const pl_str wide_mark = PL_STR("\xE2\x80\x9C");
    char c = at > from ? text.data[at - 1] : '\0';
    return c == '"' || (pl_is_wide(c) &&
                        pl_str_ends(pl_str_slice(text, from, at), wide_mark));
}

/* A quotation mark before the phrase or before the word that leads to it. */
static bool is_quoted(pl_str text, uint32_t from, uint32_t at, pl_str word)
{
    return has_quote_before(text, from, at) ||
           has_quote_before(text, from, (uint32_t)(at - word.len));
}

/* "40 U.S.C. § 11103" */
static bool ends_with_initials(pl_str text, uint32_t from, uint32_t at)
{
    return at >= from + 4 && text.data[at - 1] == '.' &&
           pl_is_upper(text.data[at - 2]) && text.data[at - 3] == '.' &&
           pl_is_upper(text.data[at - 4]);
}

/* "at paragraph 52", as judgments and reports are cited; one's own text is
 * referred to "in paragraph 52". */
static bool is_cited_at(pl_str word)
{
    static const char *const words[] = {"at", NULL};
    return pl_is_one_of(word, words);
}

/* "www.body.org/report-2021, Table 8" */
static bool is_in_address(pl_str text, uint32_t from, pl_str word)
{
    uint32_t at = (uint32_t)(word.data - text.data);
    uint32_t slashes = 0;
    while (at > from && !pl_is_space(text.data[at - 1])) {
        slashes += text.data[--at] == '/';
    }
    return slashes > 1;
}

static enum pl_context judge_word(pl_str text, uint32_t from, pl_str word,
                                  bool after_comma)
{
    uint32_t start = (uint32_t)(word.data - text.data);
    if (word.len == 0) {
        return PL_CONTEXT_PLAIN;
    }
    if (is_cited_at(word) || (after_comma && is_in_address(text, from, word))) {
        return PL_CONTEXT_DOUBTFUL;
    }
    if (pl_is_one_of(word, global_words) ||
        ((pl_is_one_of(word, instruments) || is_number(word)) &&
         !after_comma)) {
        return PL_CONTEXT_FOREIGN;
    }
    if (is_number(word) || is_acronym(word) || is_possessive(word)) {
        return PL_CONTEXT_DOUBTFUL;
    }
    bool is_name = pl_is_upper(word.data[0]) && !after_comma &&
                   !begins_sentence(text, from, start);
    return is_name ? PL_CONTEXT_DOUBTFUL : PL_CONTEXT_PLAIN;
}

enum pl_context pl_context_before(pl_str text, struct pl_range phrase,
                                  struct pl_range block)
{
    uint32_t from = block.start;
    uint32_t at = pl_scan_back(text, from, phrase.start);
    bool after_comma = at > from && text.data[at - 1] == ',';
    if (after_comma) {
        at = pl_scan_back(text, from, at - 1);
    }
    char c = at > from ? text.data[at - 1] : ' ';
    pl_str word = pl_scan_word_before(text, from, at);
    if (c == '`') {
        return PL_CONTEXT_FOREIGN; /* of the file that stands in code */
    }
    if (!after_comma && ends_with_initials(text, from, at)) {
        return PL_CONTEXT_FOREIGN;
    }
    bool is_example_of =
        is_example(text, from, at, word) && !leads_to_verb(text, phrase, block);
    if (c == ')' || c == ']' || is_example_of ||
        is_quoted(text, from, at, word)) {
        return PL_CONTEXT_DOUBTFUL;
    }
    return judge_word(text, from, word, after_comma);
}
