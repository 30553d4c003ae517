/* Dates: "4 July", "July 4", "04.07.2026". */
#include "checks/notation/notation.h"
#include "lint/check.h"
#include "plan/plan.h"

/* 4 July, 4th July, July 4, July 4th, 04.07.2026, 04/07/2026 */
enum order {
    DAY_FIRST,
    ORDINAL_FIRST,
    DAY_LAST,
    ORDINAL_LAST,
    WITH_DOTS,
    WITH_SLASHES,
    ORDER_COUNT
};

static bool is_ordinal(pl_str word)
{
    static const pl_str endings[] = {PL_STR("st"), PL_STR("nd"), PL_STR("rd"),
                                     PL_STR("th")};
    for (size_t i = 0; i < 4 && word.len > 2; i++) {
        if (pl_str_ends(word, endings[i]) &&
            pl_notation_is_day(pl_str_slice(word, 0, word.len - 2))) {
            return true;
        }
    }
    return false;
}

/* The order of a date whose month is word `month`; `*place` is the day and the
 * month. */
static enum order order_of(const struct pl_words *words, uint32_t month,
                           struct pl_range *place)
{
    *place = pl_word_range(words, month);
    if (month > 0 && pl_word_is_joined(words, month)) {
        pl_str before = pl_word_text(words, month - 1);
        bool is_day = pl_notation_is_day(before);
        if (is_day || is_ordinal(before)) {
            place->start = words->items[month - 1].start;
            return is_day ? DAY_FIRST : ORDINAL_FIRST;
        }
    }
    if (pl_word_is_joined(words, month + 1)) {
        pl_str after = pl_word_text(words, month + 1);
        bool is_day = pl_notation_is_day(after);
        if (is_day || is_ordinal(after)) {
            place->end = pl_word_range(words, month + 1).end;
            return is_day ? DAY_LAST : ORDINAL_LAST;
        }
    }
    return ORDER_COUNT;
}

/* The day, the month and the year, which is word `year`, in figures. */
static enum order order_of_figures(const struct pl_words *words, uint32_t year,
                                   struct pl_range *place)
{
    if (year < 2 || !pl_notation_is_day(pl_word_text(words, year - 1)) ||
        !pl_notation_is_day(pl_word_text(words, year - 2))) {
        return ORDER_COUNT;
    }
    pl_str first = pl_range_text(words->text, pl_word_gap(words, year - 1));
    pl_str second = pl_range_text(words->text, pl_word_gap(words, year));
    *place = (struct pl_range){words->items[year - 2].start,
                               pl_word_range(words, year).end};
    char before = place->start > 0 ? words->text.data[place->start - 1] : ' ';
    bool is_whole = before == ' ' || before == '(' || before == '\n';
    if (!is_whole || !pl_str_eq(first, second) || first.len != 1) {
        return ORDER_COUNT;
    }
    return first.data[0] == '.'   ? WITH_DOTS
           : first.data[0] == '/' ? WITH_SLASHES
                                  : ORDER_COUNT;
}

static bool is_year(pl_str word)
{
    return pl_notation_is_digits(word, 4, 4) &&
           (pl_str_starts(word, (pl_str)PL_STR("19")) ||
            pl_str_starts(word, (pl_str)PL_STR("20")));
}

static void add_figures(const struct pl_notation *it,
                        struct pl_variant variants[ORDER_COUNT])
{
    const struct pl_words *words = it->run->plan->words;
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        bool may_be = (form->flags & PL_FORM_DIGIT) && is_year(form->text);
        for (uint32_t k = 0; may_be && k < form->count; k++) {
            struct pl_range place;
            enum order order = order_of_figures(
                words, words->postings[form->first_posting + k], &place);
            if (order != ORDER_COUNT) {
                pl_notation_add(it, &variants[order], place);
            }
        }
    }
}

void pl_notation_dates(const struct pl_notation *it)
{
    const struct pl_words *words = it->run->plan->words;
    struct pl_variant variants[ORDER_COUNT] = {{.form = {NULL, 0}}};
    for (size_t i = 0; i < it->words->count; i++) {
        uint32_t form = pl_words_form(words, it->words->items[i]);
        if (form == PL_NONE) {
            continue;
        }
        for (uint32_t k = 0; k < words->forms[form].count; k++) {
            struct pl_range place;
            enum order order = order_of(
                words, words->postings[words->forms[form].first_posting + k],
                &place);
            if (order != ORDER_COUNT) {
                pl_notation_add(it, &variants[order], place);
            }
        }
    }
    add_figures(it, variants);
    pl_notation_judge(
        it, (struct pl_family){.variants = variants, .count = ORDER_COUNT});
}
