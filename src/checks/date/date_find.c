/* Where dates stand, and what the calendar says about them. */
#include "base/arena.h"
#include "base/chars.h"
#include "base/vec.h"
#include "checks/date/date.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "lint/check.h"
#include "plan/plan.h"

enum {
    FIRST_YEAR = 1583, /* of the calendar that is in use */
    LAST_YEAR = 2999,
};

/* ----- the calendar ----- */

static bool is_leap(uint32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

uint32_t pl_date_last_day(uint32_t month, uint32_t year)
{
    static const uint32_t days[] = {31, 28, 31, 30, 31, 30,
                                    31, 31, 30, 31, 30, 31};
    bool may_leap = month == 2 && (year == 0 || is_leap(year));
    return days[month - 1] + may_leap;
}

/* Sakamoto's method. */
uint32_t pl_date_weekday(const struct pl_date *date)
{
    static const uint32_t shifts[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    uint32_t year = date->year - (date->month < 3);
    uint32_t sunday_based = (year + year / 4 - year / 100 + year / 400 +
                             shifts[date->month - 1] + date->day) %
                            7;
    return (sunday_based + 6) % 7;
}

/* ----- the words of a date ----- */

struct finder {
    struct pl_run *run;
    const struct pl_words *words;
    const struct pl_date_words *names;
    const struct pl_block *block;
    PL_VEC(struct pl_date) found;
};

static pl_str gap_before(const struct finder *f, uint32_t at)
{
    return pl_range_text(f->words->text, pl_word_gap(f->words, at));
}

static bool is_in_block(const struct finder *f, uint32_t at)
{
    return at >= f->block->first_word && at < f->block->word_end;
}

static bool is_comma_or_space(const struct finder *f, uint32_t at)
{
    static const pl_str comma = PL_STR(", ");
    return pl_word_is_joined(f->words, at) ||
           pl_str_eq(gap_before(f, at), comma);
}

/* The number that word `at` is, of `min` to `max` digits; 0: none. An ordinal
 * such as "3rd" or "1er" counts by its digits. */
static uint32_t number_at(const struct finder *f, uint32_t at, size_t min,
                          size_t max)
{
    if (!is_in_block(f, at)) {
        return 0;
    }
    pl_str text = pl_word_text(f->words, at);
    uint32_t value = 0;
    size_t len = 0;
    while (len < text.len && len <= max && pl_is_digit(text.data[len])) {
        value = value * 10 + (uint32_t)(text.data[len++] - '0');
    }
    bool is_ordinal = len + 2 == text.len && pl_is_lower(text.data[len]) &&
                      pl_is_lower(text.data[len + 1]);
    return len >= min && len <= max && (len == text.len || is_ordinal) ? value
                                                                       : 0;
}

static uint32_t year_at(const struct finder *f, uint32_t at)
{
    uint32_t year = number_at(f, at, 4, 4);
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

static bool is_of(const struct finder *f, uint32_t at)
{
    return is_in_block(f, at) && pl_word_is_joined(f->words, at) &&
           pl_words_param_has(f->names->of, pl_word_text(f->words, at));
}

static uint32_t weekday_at(const struct finder *f, uint32_t at)
{
    const struct pl_date_names *names = f->names->weekdays;
    for (size_t i = 0; i < names->count && is_in_block(f, at); i++) {
        if (pl_str_eq_ignore_case(names->items[i],
                                  pl_word_text(f->words, at))) {
            return (uint32_t)i;
        }
    }
    return PL_NONE;
}

/* The weekday before the first word of the date. */
static void take_weekday(const struct finder *f, uint32_t first,
                         struct pl_date *date)
{
    date->weekday = PL_NONE;
    if (is_in_block(f, first) && first > f->block->first_word &&
        is_comma_or_space(f, first)) {
        date->weekday = weekday_at(f, first - 1);
        date->weekday_range = pl_word_range(f->words, first - 1);
    }
}

/* Not within a code such as "108-31". */
static bool begins_apart(const struct finder *f, uint32_t at)
{
    static const pl_str ties = PL_STR("-/.:,");
    pl_str gap = gap_before(f, at);
    return gap.len == 0 ||
           pl_str_find_char(ties, gap.data[gap.len - 1], 0) == PL_NOWHERE;
}

/* The day that a span of days begins with: "12" of "12 to 15 March". */
static void take_first_day(const struct finder *f, uint32_t day,
                           struct pl_date *date)
{
    static const pl_str dashes[] = {PL_STR("-"), PL_STR("\u2013")};
    uint32_t first = PL_NONE;
    pl_str gap = gap_before(f, day);
    if (pl_str_eq(gap, dashes[0]) || pl_str_eq(gap, dashes[1])) {
        first = day - 1;
    } else if (day > f->block->first_word + 1 &&
               pl_word_is_joined(f->words, day) &&
               pl_words_param_has(f->names->to,
                                  pl_word_text(f->words, day - 1)) &&
               pl_word_is_joined(f->words, day - 1)) {
        first = day - 2;
    }
    if (first == PL_NONE || !is_in_block(f, first)) {
        return;
    }
    uint32_t value = number_at(f, first, 1, 2);
    if (value <= 31 && begins_apart(f, first)) {
        date->first_day = value;
        date->first_range = pl_word_range(f->words, first);
    }
}

/* "31 June 2025", "31 de junio de 2025". */
static bool read_day_first(const struct finder *f, uint32_t month,
                           struct pl_date *date)
{
    uint32_t day = month - 1;
    if (is_of(f, day) && pl_word_is_joined(f->words, month)) {
        day--;
    } else if (!pl_word_is_joined(f->words, month)) {
        return false;
    }
    date->day = number_at(f, day, 1, 2);
    if (date->day == 0) {
        return false;
    }
    take_first_day(f, day, date);
    if (date->first_day == 0 && !begins_apart(f, day)) {
        return false;
    }
    uint32_t year = month + 1;
    year += is_of(f, year) ? 1 : 0;
    bool has_year = is_in_block(f, year) && is_comma_or_space(f, year);
    date->year = has_year ? year_at(f, year) : 0;
    uint32_t last = date->year ? year : month;
    date->range = (struct pl_range){f->words->items[day].start,
                                    pl_word_range(f->words, last).end};
    take_weekday(f, day, date);
    return true;
}

/* "31st": what no quantity is. */
static bool is_ordinal(const struct finder *f, uint32_t at)
{
    pl_str text = pl_word_text(f->words, at);
    return text.len > 2 && pl_is_digit(text.data[text.len - 3]) &&
           pl_is_lower(text.data[text.len - 1]);
}

/* "June 31st" */
static bool read_ordinal_day(const struct finder *f, uint32_t month,
                             struct pl_date *date)
{
    uint32_t day = month + 1;
    if (!is_in_block(f, day) || !pl_word_is_joined(f->words, day) ||
        !is_ordinal(f, day)) {
        return false;
    }
    date->day = number_at(f, day, 1, 2);
    date->year = 0;
    date->range = (struct pl_range){f->words->items[month].start,
                                    pl_word_range(f->words, day).end};
    take_weekday(f, month, date);
    return date->day > 0;
}

/* "June 31, 2025". */
static bool read_month_first(const struct finder *f, uint32_t month,
                             struct pl_date *date)
{
    uint32_t day = month + 1;
    uint32_t year = month + 2;
    if (!is_in_block(f, year) || !pl_word_is_joined(f->words, day) ||
        !is_comma_or_space(f, year)) {
        return false;
    }
    date->day = number_at(f, day, 1, 2);
    date->year = year_at(f, year);
    date->range = (struct pl_range){f->words->items[month].start,
                                    pl_word_range(f->words, year).end};
    take_weekday(f, month, date);
    return date->day > 0 && date->year > 0;
}

static uint32_t month_of(const struct finder *f, uint32_t at)
{
    const struct pl_date_names *months = f->names->months;
    for (size_t i = 0; i < months->count; i++) {
        if (pl_str_eq_ignore_case(months->items[i],
                                  pl_word_text(f->words, at))) {
            return (uint32_t)(i % months->per_language) + 1;
        }
    }
    return 0;
}

static void read_date(struct finder *f, uint32_t month)
{
    struct pl_date date = {.month = month_of(f, month), .weekday = PL_NONE};
    bool has_day = month > f->block->first_word;
    if (date.month > 0 &&
        ((has_day && read_day_first(f, month, &date)) ||
         read_month_first(f, month, &date) ||
         read_ordinal_day(f, month, &date)) &&
        pl_scope_is_prose(f->run->plan, f->block, date.range)) {
        *PL_VEC_PUSH(f->run->scratch, &f->found) = date;
    }
}

struct pl_dates pl_dates_find(struct pl_run *run,
                              const struct pl_date_words *words)
{
    struct finder f = {.run = run, .words = run->plan->words, .names = words};
    struct pl_spots places = {.arena = run->scratch};
    for (size_t i = 0; i < words->months->count; i++) {
        pl_spots_add_word(&places, f.words, words->months->items[i]);
    }
    pl_spots_sort(&places);
    uint32_t cursor = 0;
    for (size_t i = 0; i < places.words.len; i++) {
        uint32_t at = places.words.items[i];
        f.block = pl_scope_next_block((struct pl_scope){0}, run->plan,
                                      f.words->items[at].start, &cursor);
        if (f.block && is_in_block(&f, at)) {
            read_date(&f, at);
        }
    }
    return (struct pl_dates){f.found.items, f.found.len};
}

bool pl_date_is_span(const struct pl_plan *plan, struct pl_range between,
                     const struct pl_words_param *to)
{
    static const pl_str dashes[] = {PL_STR("-"), PL_STR("\u2013")};
    pl_str text = pl_str_trim(pl_range_text(plan->text, between));
    return between.start < between.end &&
           (pl_str_eq(text, dashes[0]) || pl_str_eq(text, dashes[1]) ||
            pl_words_param_has(to, text));
}
