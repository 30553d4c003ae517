/* date: days that a month does not have, weekdays that a day was not, spans
 * that end before they begin.
 *
 * Params: "fault": "impossible", "weekday" or "reversed"; "months" and
 * "weekdays" (from Monday on), a list for each language; "to", words between
 * the two ends of a span; "of", words between a day and its month. What a
 * message has:
 *
 *   "impossible"  {match} ("31 June"), {last} (the last day of that month)
 *   "weekday"     {match}, {day} (as typed), {weekday} (that it is)
 *   "reversed"    {match}, {first}, {second} */
#include "checks/date/date.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

enum fault { FAULT_IMPOSSIBLE, FAULT_WEEKDAY, FAULT_REVERSED, FAULT_COUNT };

static const char *const fault_names[FAULT_COUNT] = {
    [FAULT_IMPOSSIBLE] = "impossible",
    [FAULT_WEEKDAY] = "weekday",
    [FAULT_REVERSED] = "reversed",
};

struct params {
    size_t fault; /* enum fault */
    struct pl_date_names months;
    struct pl_date_names weekdays;
    struct pl_words_param to;
    struct pl_words_param of;
};

static bool load_names(const struct pl_params *reader, const char *key,
                       size_t count, struct pl_date_names *names)
{
    struct pl_json list = {0};
    if (!pl_params_list(reader, key, &list)) {
        return false;
    }
    if (!list.item) {
        return true;
    }
    names->per_language = count;
    names->count = pl_json_count(list) * count;
    names->items =
        pl_arena_array(reader->arena, names->count, sizeof(*names->items));
    pl_str *next = names->items;
    for (struct pl_json it = pl_json_first(list); it.item;
         it = pl_json_next(it)) {
        if (pl_json_count(it) != count) {
            return PL_FAIL_AT(reader->error, pl_json_place(it),
                              "\"%s\" needs %zu names for each language", key,
                              count);
        }
        for (struct pl_json name = pl_json_first(it); name.item;
             name = pl_json_next(name)) {
            if (!pl_json_as_string(reader->arena, name, next++,
                                   reader->error)) {
                return false;
            }
        }
    }
    return true;
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    enum { MONTHS = 12, WEEKDAYS = 7 };
    static const char *const keys[] = {"fault", "months", "weekdays", "to",
                                       "of"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .fault = PL_NO_CHOICE);
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           load_names(&reader, "months", MONTHS, &params->months) &&
           load_names(&reader, "weekdays", WEEKDAYS, &params->weekdays) &&
           pl_params_words(&reader, "to", &params->to) &&
           pl_params_words(&reader, "of", &params->of) &&
           pl_params_need(&reader, "\"months\"", params->months.count > 0);
}

static pl_str text_of(const struct pl_run *run, struct pl_range range)
{
    return pl_range_text(run->plan->text, range);
}

static void judge_impossible(struct pl_run *run, const struct pl_date *date)
{
    uint32_t last = pl_date_last_day(date->month, date->year);
    bool is_day = date->day <= 31 || date->year > 0;
    if (date->day > 0 && date->day > last && is_day) {
        PL_FINDING(run, date->range, {"match", text_of(run, date->range)},
                   {"last", pl_arena_number(run->arena, last)});
    }
}

static void judge_weekday(struct pl_run *run, const struct pl_date *date)
{
    const struct params *params = run->rule->params;
    if (date->year == 0 || date->day == 0 || date->weekday == PL_NONE ||
        date->day > pl_date_last_day(date->month, date->year)) {
        return;
    }
    uint32_t weekday = pl_date_weekday(date);
    const struct pl_date_names *names = &params->weekdays;
    if (weekday != date->weekday % names->per_language) {
        size_t language = date->weekday / names->per_language;
        pl_str name = names->items[language * names->per_language + weekday];
        struct pl_range day = date->weekday_range;
        PL_FINDING(run, day, {"match", text_of(run, date->range)},
                   {"day", text_of(run, day)}, {"weekday", name});
    }
}

/* "12 to 3 March": the day before the one that has the month. */
static void judge_days(struct pl_run *run, const struct pl_date *date)
{
    if (date->first_day > 0 && date->first_day > date->day && date->day > 0) {
        struct pl_range range = {date->first_range.start, date->range.end};
        PL_FINDING(run, range, {"match", text_of(run, range)},
                   {"first", text_of(run, date->first_range)},
                   {"second", text_of(run, date->range)});
    }
}

/* A date without its year is in the year of the next one, or in the one
 * before that. */
static bool is_after(const struct pl_date *first, const struct pl_date *second)
{
    if (second->year == 0 || first->day == 0 || second->day == 0) {
        return false;
    }
    if (first->year == 0) {
        return first->month == second->month && first->day > second->day;
    }
    if (first->year != second->year) {
        return first->year > second->year;
    }
    return first->month > second->month ||
           (first->month == second->month && first->day > second->day);
}

static void judge_span(struct pl_run *run, const struct pl_date *first,
                       const struct pl_date *second)
{
    const struct params *params = run->rule->params;
    struct pl_range between = {first->range.end, second->range.start};
    if (pl_date_is_span(run->plan, between, &params->to) &&
        is_after(first, second)) {
        struct pl_range range = {first->range.start, second->range.end};
        PL_FINDING(run, range, {"match", text_of(run, range)},
                   {"first", text_of(run, first->range)},
                   {"second", text_of(run, second->range)});
    }
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct pl_dates dates = pl_dates_find(
        run, &(struct pl_date_words){&params->months, &params->weekdays,
                                     &params->to, &params->of});
    for (size_t i = 0; i < dates.count; i++) {
        const struct pl_date *date = &dates.items[i];
        switch ((enum fault)params->fault) {
        case FAULT_IMPOSSIBLE:
            judge_impossible(run, date);
            break;
        case FAULT_WEEKDAY:
            judge_weekday(run, date);
            break;
        case FAULT_REVERSED:
            judge_days(run, date);
            if (i > 0) {
                judge_span(run, &dates.items[i - 1], date);
            }
            break;
        case FAULT_COUNT:
        default:
            break;
        }
    }
}

const struct pl_check pl_check_date = {
    .name = "date", .load = load, .run = run};
