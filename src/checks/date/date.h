/* date.h - the dates in a plan's prose that have the name of a month.
 *
 * Internal to the kind "date"; everything lives in the arena of the run. */
#ifndef PLANLINT_CHECKS_DATE_H
#define PLANLINT_CHECKS_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"

struct pl_plan;
struct pl_run;
struct pl_words_param;

/* Names of months or of weekdays, those of one language after those of the
 * other. */
struct pl_date_names {
    pl_str *items;
    size_t count;
    size_t per_language;
};

struct pl_date_words {
    const struct pl_date_names *months;
    const struct pl_date_names *weekdays;
    const struct pl_words_param *to; /* between the ends of a span */
    const struct pl_words_param *of; /* between a day and its month */
};

struct pl_date {
    struct pl_range range; /* from the day to the year, without the weekday */
    uint32_t day;          /* 0: none */
    uint32_t month;        /* 1 to 12 */
    uint32_t year;         /* 0: none */
    uint32_t weekday;      /* index of its name; PL_NONE: none */
    struct pl_range weekday_range;
    uint32_t first_day; /* of a span of days in one month; 0: none */
    struct pl_range first_range;
};

struct pl_dates {
    struct pl_date *items;
    size_t count;
};

/* In the order of the text. */
struct pl_dates pl_dates_find(struct pl_run *run,
                              const struct pl_date_words *words);

/* Of a month in a year; in an unknown year (0) February has 29 days. */
uint32_t pl_date_last_day(uint32_t month, uint32_t year);

/* 0 for Monday; the date has a day that exists and a year. */
uint32_t pl_date_weekday(const struct pl_date *date);

/* Whether what stands between two dates makes a span of them. */
bool pl_date_is_span(const struct pl_plan *plan, struct pl_range between,
                     const struct pl_words_param *to);

#endif
