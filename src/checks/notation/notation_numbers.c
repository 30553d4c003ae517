/* Numbers: per cent, thousands, spans of years. */
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/chars.h"
#include "checks/notation/notation.h"
#include "lint/check.h"
#include "plan/plan.h"

enum share { SIGN, TWO_WORDS, ONE_WORD, SHARE_COUNT };

static bool has_digits(const struct pl_words *words, uint32_t at)
{
    return words->forms[words->items[at].form].flags & PL_FORM_DIGIT;
}

/* Bytes of white space at the beginning: a space or a no-break space. */
static uint32_t space_of(pl_str gap)
{
    static const pl_str no_break = PL_STR("\u00A0");
    static const pl_str narrow = PL_STR("\u202F");
    if (pl_str_starts(gap, no_break)) {
        return (uint32_t)no_break.len;
    }
    if (pl_str_starts(gap, narrow)) {
        return (uint32_t)narrow.len;
    }
    return gap.len > 0 && gap.data[0] == ' ' ? 1 : 0;
}

/* The end of the "%" right after word `at`, or 0; not in parentheses, where
 * many write the sign alone. */
static uint32_t sign_after(const struct pl_words *words, uint32_t at)
{
    uint32_t end = pl_word_range(words, at).end;
    pl_str rest = pl_str_slice(words->text, end, end + 4);
    uint32_t space = space_of(rest);
    bool is_sign = space < rest.len && rest.data[space] == '%';
    bool is_closed = space + 1 < rest.len && rest.data[space + 1] == ')';
    return is_sign && !is_closed ? end + space + 1 : 0;
}

/* "12%", "12 %" */
static void add_signs(const struct pl_notation *it, struct pl_variant *signs)
{
    const struct pl_words *words = it->run->plan->words;
    for (size_t at = pl_str_find_char(words->text, '%', 0); at != PL_NOWHERE;
         at = pl_str_find_char(words->text, '%', at + 1)) {
        uint32_t after = pl_words_at(words, (uint32_t)at);
        if (after > 0 && has_digits(words, after - 1) &&
            sign_after(words, after - 1) == at + 1) {
            pl_notation_add(it, signs,
                            (struct pl_range){words->items[after - 1].start,
                                              (uint32_t)at + 1});
        }
    }
}

/* The places of a word that come `before` words after a number. */
static void add_shares(const struct pl_notation *it, pl_str word,
                       struct pl_variant shares[SHARE_COUNT])
{
    static const pl_str per = PL_STR("per");
    const struct pl_words *words = it->run->plan->words;
    uint32_t form = pl_words_form(words, word);
    for (uint32_t k = 0; form != PL_NONE && k < words->forms[form].count; k++) {
        uint32_t at = words->postings[words->forms[form].first_posting + k];
        bool is_two = at > 0 && pl_str_eq(pl_word_text(words, at - 1), per);
        uint32_t number = is_two ? at - 2 : at - 1;
        if (at < 2 || !has_digits(words, number) ||
            (is_two != (word.len == 4))) {
            continue;
        }
        struct pl_range place = {words->items[number].start,
                                 pl_word_range(words, at).end};
        pl_notation_add(it, &shares[is_two ? TWO_WORDS : ONE_WORD], place);
    }
}

static pl_str rewrite_share(const struct pl_run *run,
                            const struct pl_family *family,
                            struct pl_range place, const struct pl_variant *to)
{
    static const char *const endings[SHARE_COUNT] = {"%", " per cent",
                                                     " percent"};
    pl_str text = pl_range_text(run->plan->text, place);
    size_t end = 0;
    while (end < text.len && text.data[end] >= '0' && text.data[end] <= '9') {
        end++;
    }
    return end == 0 ? (pl_str){NULL, 0}
                    : pl_str_from(pl_arena_printf(
                          run->arena, "%.*s%s",
                          PL_STR_ARG(pl_str_slice(text, 0, end)),
                          endings[to - family->variants]));
}

void pl_notation_per_cent(const struct pl_notation *it)
{
    struct pl_variant shares[SHARE_COUNT] = {{.form = PL_STR("%")},
                                             {.form = PL_STR("per cent")},
                                             {.form = PL_STR("percent")}};
    add_shares(it, (pl_str)PL_STR("cent"), shares);
    add_shares(it, (pl_str)PL_STR("percent"), shares);
    if (shares[TWO_WORDS].places.len + shares[ONE_WORD].places.len == 0) {
        return; /* signs alone mix with nothing */
    }
    add_signs(it, &shares[SIGN]);
    pl_notation_judge(it, (struct pl_family){.variants = shares,
                                             .count = SHARE_COUNT,
                                             .rewrite = rewrite_share});
}

enum thousands { COMMA, SPACE, APOSTROPHE, PLAIN, THOUSANDS_COUNT };

/* How the three digits at `at` are tied to those before; or COUNT: not. */
static enum thousands tie_of(const struct pl_words *words, uint32_t at)
{
    if (at == 0 || !pl_notation_is_digits(pl_word_text(words, at - 1), 1, 3)) {
        return THOUSANDS_COUNT;
    }
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    if (pl_str_eq(gap, (pl_str)PL_STR(","))) {
        return COMMA;
    }
    bool is_space = gap.len > 0 && space_of(gap) == gap.len;
    bool is_round = pl_str_ends(pl_word_text(words, at), (pl_str)PL_STR("00"));
    return is_space && (gap.len > 1 || is_round) ? SPACE : THOUSANDS_COUNT;
}

/* A number and a comma before it: a list of numbers. */
static bool is_in_list(pl_str text, uint32_t start)
{
    return start > 2 && text.data[start - 2] == ',' &&
           text.data[start - 3] >= '0' && text.data[start - 3] <= '9';
}

/* No digit or sign of a longer number before or after it. */
static bool is_whole(pl_str text, struct pl_range place)
{
    char before = place.start > 0 ? text.data[place.start - 1] : ' ';
    char after = place.end < text.len ? text.data[place.end] : ' ';
    char second = place.end + 1 < text.len ? text.data[place.end + 1] : ' ';
    bool is_digit_next = second >= '0' && second <= '9';
    return (before == ' ' || before == '(' || before == '\n') &&
           !is_in_list(text, place.start) &&
           !((after == '.' || after == ',' || after == '-' || after == '/' ||
              after == ' ' || after == ':') &&
             is_digit_next) &&
           after != '_' && after != '\'';
}

static void add_groups(const struct pl_notation *it, uint32_t form,
                       struct pl_variant variants[THOUSANDS_COUNT])
{
    const struct pl_words *words = it->run->plan->words;
    for (uint32_t k = 0; k < words->forms[form].count; k++) {
        uint32_t at = words->postings[words->forms[form].first_posting + k];
        enum thousands tie = tie_of(words, at);
        if (tie == THOUSANDS_COUNT) {
            continue;
        }
        struct pl_range place = {words->items[at - 1].start,
                                 pl_word_range(words, at).end};
        if (is_whole(words->text, place)) {
            pl_notation_add(it, &variants[tie], place);
        }
    }
}

static bool is_plural(pl_str word)
{
    static const pl_str people = PL_STR("people");
    return pl_str_ends(word, (pl_str)PL_STR("s")) || pl_str_eq(word, people);
}

/* Five and six digits of what there are many; codes are none. */
static void add_plain(const struct pl_notation *it, uint32_t form,
                      struct pl_variant *variant)
{
    const struct pl_words *words = it->run->plan->words;
    for (uint32_t k = 0; k < words->forms[form].count; k++) {
        uint32_t at = words->postings[words->forms[form].first_posting + k];
        struct pl_range place = pl_word_range(words, at);
        if (at > 0 && pl_word_is_joined(words, at) &&
            pl_word_is_joined(words, at + 1) &&
            is_plural(pl_word_text(words, at + 1)) &&
            !(words->forms[words->items[at - 1].form].flags &
              (PL_FORM_UPPER | PL_FORM_DIGIT)) &&
            !has_digits(words, at + 1) && is_whole(words->text, place)) {
            pl_notation_add(it, variant, place);
        }
    }
}

static void add_apostrophes(const struct pl_notation *it, uint32_t form,
                            struct pl_variant *variant)
{
    const struct pl_words *words = it->run->plan->words;
    for (uint32_t k = 0; k < words->forms[form].count; k++) {
        pl_notation_add(
            it, variant,
            pl_word_range(
                words, words->postings[words->forms[form].first_posting + k]));
    }
}

/* The digits of the number with the separator of another. */
static pl_str rewrite_thousands(const struct pl_run *run,
                                const struct pl_family *family,
                                struct pl_range place,
                                const struct pl_variant *to)
{
    static const char *const separators[THOUSANDS_COUNT] = {",", "\u00A0", "'",
                                                            ""};
    pl_str text = pl_range_text(run->plan->text, place);
    struct pl_buf out = pl_buf_in(run->arena);
    size_t left = 0;
    for (size_t i = 0; i < text.len; i++) {
        left += pl_is_digit(text.data[i]);
    }
    for (size_t i = 0; i < text.len; i++) {
        if (!pl_is_digit(text.data[i])) {
            continue;
        }
        pl_buf_add_char(&out, text.data[i]);
        left--;
        if (left > 0 && left % 3 == 0) {
            pl_buf_add_text(&out, separators[to - family->variants]);
        }
    }
    return pl_buf_str(&out);
}

void pl_notation_thousands(const struct pl_notation *it)
{
    const struct pl_words *words = it->run->plan->words;
    struct pl_variant variants[THOUSANDS_COUNT] = {{.form = {NULL, 0}}};
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        if ((form->flags & (PL_FORM_DIGIT | PL_FORM_LOWER | PL_FORM_UPPER)) !=
            PL_FORM_DIGIT) {
            continue;
        }
        if (pl_notation_is_digits(form->text, 3, 3)) {
            add_groups(it, i, variants);
        } else if (pl_notation_is_digits(form->text, 5, 6) &&
                   form->text.data[0] != '0') {
            add_plain(it, i, &variants[PLAIN]);
        } else if (form->flags & PL_FORM_APOSTROPHE) {
            add_apostrophes(it, i, &variants[APOSTROPHE]);
        }
    }
    pl_notation_judge(it, (struct pl_family){.variants = variants,
                                             .count = THOUSANDS_COUNT,
                                             .rewrite = rewrite_thousands});
}

enum { YEAR = 4 }; /* digits */

static const pl_str year_ties[] = {PL_STR("-"),        PL_STR("\u2013"),
                                   PL_STR("\u2014"),   PL_STR(" - "),
                                   PL_STR(" \u2013 "), PL_STR("\u2011")};

static pl_str rewrite_years(const struct pl_run *run,
                            const struct pl_family *family,
                            struct pl_range place, const struct pl_variant *to)
{
    pl_str text = pl_range_text(run->plan->text, place);
    pl_str tie = year_ties[to - family->variants];
    return pl_str_from(pl_arena_printf(
        run->arena, "%.*s%.*s%.*s", PL_STR_ARG(pl_str_slice(text, 0, YEAR)),
        PL_STR_ARG(tie),
        PL_STR_ARG(pl_str_slice(text, text.len - YEAR, text.len))));
}

void pl_notation_years(const struct pl_notation *it)
{
    const struct pl_plan *plan = it->run->plan;
    struct pl_variant variants[PL_COUNT(year_ties)] = {{.form = {NULL, 0}}};
    for (uint32_t i = 0; i < plan->years_count; i++) {
        struct pl_range place = plan->years[i].range;
        pl_str text = pl_range_text(plan->text, place);
        if (text.len <= 2 * (size_t)YEAR) {
            continue;
        }
        pl_str tie = pl_str_slice(text, YEAR, text.len - YEAR);
        for (size_t k = 0; k < PL_COUNT(year_ties); k++) {
            if (pl_str_eq(tie, year_ties[k])) {
                pl_notation_add(it, &variants[k], place);
            }
        }
    }
    pl_notation_judge(it, (struct pl_family){.variants = variants,
                                             .count = PL_COUNT(year_ties),
                                             .rewrite = rewrite_years});
}
