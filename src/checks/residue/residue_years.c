/* Years of two revisions in one: "2028-20314-2027". */
#include "base/arena.h"
#include "base/chars.h"
#include "checks/checks.h"
#include "checks/residue/residue.h"
#include "checks/shared/phrase.h"
#include "plan/plan.h"

enum {
    YEAR = 4, /* digits */
    LONGEST = 2 * YEAR,
    FIRST_YEAR = 1950,
    LAST_YEAR = 2100,
    FAR = 15,      /* years that a revision does not move a date by */
    MIN_PLACE = 3, /* letters of a place */
    MIN_NAME = 5,  /* of one that is known only from the document */
    MAX_PLACE = 64,
    MIN_GLUED = 12, /* of two in one, when neither is known */
};

static unsigned number_of(pl_str digits)
{
    unsigned value = 0;
    for (size_t i = 0; i < digits.len; i++) {
        value = value * 10 + (unsigned)(digits.data[i] - '0');
    }
    return value;
}

static bool is_digits(const struct pl_words *words, uint32_t at)
{
    uint32_t flags = words->forms[words->items[at].form].flags;
    return flags == PL_FORM_DIGIT;
}

static bool is_year(pl_str digits)
{
    unsigned value = digits.len == YEAR ? number_of(digits) : 0;
    return value >= FIRST_YEAR && value <= LAST_YEAR;
}

static bool is_year_word(const struct pl_words *words, uint32_t at)
{
    return at < words->count && is_digits(words, at) &&
           is_year(pl_word_text(words, at));
}

static unsigned distance(unsigned a, unsigned b)
{
    return a > b ? a - b : b - a;
}

static pl_str joined(struct pl_arena *arena, pl_str a, pl_str b)
{
    return pl_str_from(
        pl_arena_printf(arena, "%.*s%.*s", PL_STR_ARG(a), PL_STR_ARG(b)));
}

/* "20310" is "203" with "1" and "0", "202622" is "20" with "26" and "22". */
static bool split(struct pl_arena *arena, pl_str digits,
                  struct pl_readings *years)
{
    if (digits.len <= YEAR || digits.len >= LONGEST) {
        return false;
    }
    size_t common = LONGEST - digits.len;
    years->first = pl_str_slice(digits, 0, YEAR);
    years->second = joined(arena, pl_str_slice(digits, 0, common),
                           pl_str_slice(digits, YEAR, digits.len));
    return is_year(years->first) && is_year(years->second) &&
           !pl_str_eq(years->first, years->second) &&
           distance(number_of(years->first), number_of(years->second)) <= FAR;
}

static pl_str gap_text(const struct pl_words *words, uint32_t at)
{
    return pl_range_text(words->text, pl_word_gap(words, at));
}

static bool is_dash(pl_str gap)
{
    static const pl_str dashes[] = {PL_STR("-"), PL_STR("\u2013"),
                                    PL_STR("\u2011"), PL_STR(" - "),
                                    PL_STR(" \u2013 ")};
    for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++) {
        if (pl_str_eq(gap, dashes[i])) {
            return true;
        }
    }
    return false;
}

static bool has_dash_before(const struct pl_words *words, uint32_t at)
{
    return at > 0 && at < words->count && is_dash(gap_text(words, at));
}

static bool is_period(unsigned from, unsigned to)
{
    return from < to && to - from <= FAR;
}

/* The readings are of what stands in `read`, which is in `range`. */
static void report_in(struct pl_run *run, struct pl_range range,
                      struct pl_range read, struct pl_readings readings)
{
    struct pl_finding *finding =
        PL_FINDING(run, range, {"match", pl_range_text(run->plan->text, range)},
                   {"first", readings.first}, {"second", readings.second});
    pl_offer_readings(run, finding, read, readings);
}

static void report(struct pl_run *run, struct pl_range range,
                   struct pl_readings readings)
{
    report_in(run, range, range, readings);
}

static struct pl_range from_to(const struct pl_words *words, uint32_t first,
                               uint32_t last)
{
    return (struct pl_range){words->items[first].start,
                             pl_word_range(words, last).end};
}

static pl_str period(struct pl_arena *arena, pl_str from, pl_str to)
{
    return pl_str_from(
        pl_arena_printf(arena, "%.*s-%.*s", PL_STR_ARG(from), PL_STR_ARG(to)));
}

/* "2028-20314-2027": 8-2031 put in and 4-2027 struck out after "202". */
static bool report_chain(struct pl_run *run, uint32_t at)
{
    const struct pl_words *words = run->plan->words;
    pl_str middle = pl_word_text(words, at);
    if (!has_dash_before(words, at) || !has_dash_before(words, at + 1) ||
        !is_year_word(words, at - 1) || !is_year_word(words, at + 1) ||
        middle.len <= YEAR || middle.len > LONGEST) {
        return false;
    }
    pl_str before = pl_word_text(words, at - 1);
    pl_str after = pl_word_text(words, at + 1);
    pl_str rest = pl_str_slice(middle, YEAR, middle.len);
    pl_str to = pl_str_slice(middle, 0, YEAR);
    pl_str from =
        joined(run->arena, pl_str_slice(before, 0, YEAR - rest.len), rest);
    if (!is_year(to) || !is_year(from) ||
        !is_period(number_of(before), number_of(to)) ||
        !is_period(number_of(from), number_of(after))) {
        return false;
    }
    report(run, from_to(words, at - 1, at + 1),
           (struct pl_readings){period(run->arena, before, to),
                                period(run->arena, from, after)});
    return true;
}

/* "20284-20317" and "2028-20317": a year of a period, or both. */
static bool report_period(struct pl_run *run, uint32_t at,
                          struct pl_readings years)
{
    const struct pl_words *words = run->plan->words;
    struct pl_readings to;
    if (has_dash_before(words, at + 1) && is_digits(words, at + 1) &&
        split(run->arena, pl_word_text(words, at + 1), &to)) {
        report(
            run, from_to(words, at, at + 1),
            (struct pl_readings){period(run->arena, years.first, to.first),
                                 period(run->arena, years.second, to.second)});
        return true;
    }
    bool ends = has_dash_before(words, at) && is_year_word(words, at - 1);
    bool begins = has_dash_before(words, at + 1) && is_year_word(words, at + 1);
    if (ends || begins) {
        report(run, pl_word_range(words, at), years);
    }
    return ends || begins;
}

/* The second half of "20284-20317". */
static bool is_told_with_word_before(const struct pl_run *run, uint32_t at)
{
    const struct pl_words *words = run->plan->words;
    struct pl_readings years;
    return has_dash_before(words, at) && is_digits(words, at - 1) &&
           split(run->arena, pl_word_text(words, at - 1), &years);
}

static bool is_used(const struct pl_words *words, pl_str word)
{
    uint32_t form = pl_words_form(words, word);
    return form != PL_NONE && words->forms[form].count > 0;
}

/* Whether a document that has a name in capitals has it as "Larkhaven", too. */
static bool is_name_in_text(const struct pl_run *run, pl_str name)
{
    const struct pl_words *words = run->plan->words;
    char spelled[MAX_PLACE];
    if (name.len > sizeof(spelled)) {
        return false;
    }
    for (size_t i = 0; i < name.len; i++) {
        spelled[i] =
            i == 0 ? pl_to_upper(name.data[i]) : pl_to_lower(name.data[i]);
    }
    return is_used(words, (pl_str){spelled, name.len});
}

/* Where a known name ends or begins in two that are glued; 0 when nowhere. */
static size_t known_split(const struct pl_run *run, pl_str name)
{
    const struct pl_residue_params *params = run->rule->params;
    for (size_t i = MIN_PLACE; i + MIN_PLACE <= name.len; i++) {
        if (pl_words_param_has(&params->places, pl_str_slice(name, 0, i)) ||
            pl_words_param_has(&params->places,
                               pl_str_slice(name, i, name.len))) {
            return i;
        }
    }
    return 0;
}

/* The same for names that stand elsewhere in the document, the longest. */
static size_t attested_split(const struct pl_run *run, pl_str name)
{
    size_t split = 0;
    size_t longest = MIN_NAME - 1;
    for (size_t i = MIN_PLACE; i + MIN_PLACE <= name.len; i++) {
        if (i > longest && is_name_in_text(run, pl_str_slice(name, 0, i))) {
            split = i;
            longest = i;
        }
        if (name.len - i > longest &&
            is_name_in_text(run, pl_str_slice(name, i, name.len))) {
            split = i;
            longest = name.len - i;
        }
    }
    return split;
}

static bool split_place(const struct pl_run *run, pl_str name,
                        struct pl_readings *places)
{
    size_t at = known_split(run, name);
    at = at ? at : attested_split(run, name);
    *places = (struct pl_readings){pl_str_slice(name, 0, at),
                                   pl_str_slice(name, at, name.len)};
    return at > 0;
}

static bool is_one_place(const struct pl_run *run, pl_str name)
{
    const struct pl_residue_params *params = run->rule->params;
    return pl_words_param_has(&params->places, name) ||
           is_name_in_text(run, name);
}

/* "(Doha, 202622)": a place before it, the end of a parenthesis after it. */
static bool is_dated_place(const struct pl_words *words, uint32_t at)
{
    static const pl_str comma = PL_STR(", ");
    pl_str after = gap_text(words, at + 1);
    return at > 0 && pl_str_eq(gap_text(words, at), comma) && after.len > 0 &&
           after.data[0] == ')' &&
           (words->forms[words->items[at - 1].form].flags &
            PL_FORM_CAPITALIZED);
}

static pl_str dated(struct pl_arena *arena, pl_str place, pl_str year)
{
    return pl_str_from(pl_arena_printf(arena, "%.*s, %.*s", PL_STR_ARG(place),
                                       PL_STR_ARG(year)));
}

/* With a year of two revisions goes a place of two, unless it is known to be
 * one; where it cannot be split only the years are told apart. */
static void report_dated_place(struct pl_run *run, uint32_t at,
                               struct pl_readings years)
{
    const struct pl_words *words = run->plan->words;
    pl_str name = pl_word_text(words, at - 1);
    struct pl_readings places;
    if (is_one_place(run, name)) {
        report(run, pl_word_range(words, at), years);
    } else if (split_place(run, name, &places)) {
        report(run, from_to(words, at - 1, at),
               (struct pl_readings){
                   dated(run->arena, places.first, years.first),
                   dated(run->arena, places.second, years.second)});
    } else {
        struct pl_range year = pl_word_range(words, at);
        report_in(run, name.len < MIN_GLUED ? year : from_to(words, at - 1, at),
                  year, years);
    }
}

/* What stands around it makes it a part of a longer number or code. */
static bool is_part_of_number(const struct pl_words *words, uint32_t at)
{
    pl_str before = gap_text(words, at);
    pl_str after = gap_text(words, at + 1);
    char last = before.len ? before.data[before.len - 1] : ' ';
    bool tied = last == '.' || last == ',' || last == '/' || last == '#' ||
                last == '-' || last == '_' || last == '+' || last == '$';
    bool goes_on = after.len == 1 && after.data[0] != ' ' &&
                   after.data[0] != '\n' && at + 1 < words->count;
    return tied || goes_on || (after.len && after.data[0] == '%');
}

/* A number of things: "in 20310 cases". */
static bool is_before_word(const struct pl_words *words, uint32_t at)
{
    if (at + 1 >= words->count || !pl_word_is_joined(words, at + 1)) {
        return false;
    }
    uint32_t flags = words->forms[words->items[at + 1].form].flags;
    return flags & PL_FORM_LOWER;
}

/* After a word such as "by" a number is a year when the document has one of
 * the two elsewhere; both when it might count what follows. */
static bool is_cued(const struct pl_run *run, const struct pl_word_set *cues,
                    uint32_t at, struct pl_readings years)
{
    const struct pl_words *words = run->plan->words;
    if (at == 0 || !pl_word_is_joined(words, at) ||
        !pl_word_set_has(cues, words->items[at - 1].form) ||
        is_part_of_number(words, at)) {
        return false;
    }
    int known = is_used(words, years.first) + is_used(words, years.second);
    return known >= (is_before_word(words, at) ? 2 : 1);
}

static void check_word(struct pl_run *run, const struct pl_word_set *cues,
                       uint32_t at)
{
    const struct pl_residue_params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    struct pl_readings years;
    if (!pl_scope_block(params->scope, run->plan, words->items[at].start) ||
        report_chain(run, at) ||
        !split(run->arena, pl_word_text(words, at), &years) ||
        is_told_with_word_before(run, at) || report_period(run, at, years)) {
        return;
    }
    if (is_dated_place(words, at)) {
        report_dated_place(run, at, years);
    } else if (is_cued(run, cues, at, years)) {
        report(run, pl_word_range(words, at), years);
    }
}

bool pl_residue_is_place_of_years(const struct pl_run *run, uint32_t at)
{
    const struct pl_words *words = run->plan->words;
    struct pl_readings years;
    return at + 1 < words->count && is_digits(words, at + 1) &&
           is_dated_place(words, at + 1) &&
           split(run->arena, pl_word_text(words, at + 1), &years);
}

static bool may_be_years(const struct pl_form *form)
{
    return form->flags == PL_FORM_DIGIT && form->text.len > YEAR &&
           form->text.len <= LONGEST && is_year(pl_str_slice(form->text, 0, 4));
}

void pl_residue_years(struct pl_run *run)
{
    const struct pl_residue_params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    struct pl_word_set cues = pl_word_set_of(run, &params->cues);
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        for (uint32_t k = 0; may_be_years(form) && k < form->count; k++) {
            check_word(run, &cues, words->postings[form->first_posting + k]);
        }
    }
}
