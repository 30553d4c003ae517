#include "checks/notation.h"
#include "lint/check.h"
#include "plan/plan.h"

/* 4 July, 4th July, July 4, July 4th */
enum order { DAY_FIRST, ORDINAL_FIRST, DAY_LAST, ORDINAL_LAST, ORDER_COUNT };

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

void pl_notation_dates(const struct pl_notation *it)
{
    const struct pl_words *words = it->run->plan->words;
    struct pl_variant variants[ORDER_COUNT] = {{{NULL, 0}}};
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
    pl_notation_judge(
        it, (struct pl_family){.variants = variants, .count = ORDER_COUNT});
}
