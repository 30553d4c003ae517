#include "plan/structure/years.h"

#include "base/arena.h"
#include "base/chars.h"
#include "base/vec.h"
#include "plan/plan.h"
#include "plan/words/block_walk.h"
#include "plan/words/marked_words.h"
#include "plan/words/scan.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, YEAR_DIGITS = 4 };
enum { LONGEST_TITLE = 250 }; /* bytes */

struct builder {
    struct pl_arena *arena;
    struct pl_plan *plan;
    struct pl_block_walk walk;
    PL_VEC(struct pl_years) years;
};

static uint32_t number_of(pl_str digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < digits.len; i++) {
        value = value * 10 + (uint32_t)(digits.data[i] - '0');
    }
    return value;
}

static bool all_digits(pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!pl_is_digit(text.data[i])) {
            return false;
        }
    }
    return text.len > 0;
}

static bool is_year(pl_str text)
{
    return text.len == YEAR_DIGITS && all_digits(text) &&
           number_of(text) >= FIRST_YEAR && number_of(text) <= LAST_YEAR;
}

static pl_str digits_at(const struct pl_scan *scan)
{
    struct pl_scan end = *scan;
    while (pl_is_digit(pl_scan_peek(&end, 0))) {
        end.at++;
    }
    return pl_is_alnum(pl_scan_peek(&end, 0))
               ? (pl_str){0}
               : pl_str_slice(scan->text, scan->at, end.at);
}

/* A hyphen and a digit, as in dates, codes and damaged spans. */
static bool runs_on(struct pl_scan scan)
{
    return (pl_scan_dash(&scan) || pl_scan_char(&scan, '.')) &&
           pl_is_digit(pl_scan_peek(&scan, 0));
}

/* The second year of a span whose first ends at `scan`. */
static bool read_end(struct pl_scan *scan, uint32_t from, uint32_t *to)
{
    static const char *const connectors[] = {
        "to", "through", "until", "\xC3\xA0" /* a grave */, "al", "a", NULL};
    struct pl_scan s = *scan;
    bool spaced = pl_scan_blanks(&s);
    bool in_words = pl_scan_any_word(&s, connectors);
    bool has_dash = !in_words && pl_scan_dash(&s);
    if (!in_words && !has_dash && !pl_scan_char(&s, '/')) {
        return false;
    }
    spaced |= pl_scan_blanks(&s);
    pl_str digits = digits_at(&s);
    s.at += (uint32_t)digits.len;
    if (is_year(digits)) {
        *to = number_of(digits);
    } else if (digits.len == 2 && !spaced) {
        *to = from - from % 100 + number_of(digits);
        if (!has_dash && *to != from + 1) {
            return false; /* "2018/25" is a document */
        }
    } else {
        return false;
    }
    bool is_backwards = *to <= from && (in_words || digits.len == 2);
    if (is_backwards || runs_on(s)) {
        return false;
    }
    *scan = s;
    return true;
}

/* Whether a hyphen ties the year to digits that are neither a year nor those
 * of a date: what a revision left behind, or a code. */
static bool is_tied(pl_str text, struct pl_range year, struct pl_scan after)
{
    uint32_t before = year.start;
    while (before > 0 && (pl_is_wide(text.data[before - 1]) ||
                          text.data[before - 1] == '-')) {
        before--;
    }
    pl_str word = pl_scan_word_before(text, 0, before);
    struct pl_scan dash = {text, before, year.start};
    if (all_digits(word) && word.len > 2 && pl_scan_dash(&dash) &&
        dash.at == year.start) {
        return true;
    }
    if (!pl_scan_dash(&after)) {
        return false;
    }
    uint32_t from = after.at;
    while (pl_is_alnum(pl_scan_peek(&after, 0))) {
        after.at++;
    }
    return after.at - from > 2 && pl_is_digit(text.data[from]);
}

/* Part of "$2000", "3.2000" or "2000.5". */
static bool is_amount(pl_str text, struct pl_range year)
{
    char before = year.start > 0 ? text.data[year.start - 1] : ' ';
    char after = year.end < text.len ? text.data[year.end] : ' ';
    char next = year.end + 1 < text.len ? text.data[year.end + 1] : ' ';
    return before == '$' || after == '%' ||
           ((after == '.' || after == ',') && pl_is_digit(next));
}

/* The year in "FY2024": the letters are skipped. */
static struct pl_range without_letters(pl_str text, struct pl_range word)
{
    while (word.start < word.end && !pl_is_digit(text.data[word.start])) {
        word.start++;
    }
    return word;
}

/* "2024", or "FY2024" for a fiscal year. */
static bool is_year_word(const struct pl_form *form)
{
    static const pl_str fiscal = PL_STR("FY");
    pl_str year = pl_str_starts(form->text, fiscal)
                      ? pl_str_slice(form->text, fiscal.len, form->text.len)
                      : form->text;
    return (form->flags & PL_FORM_DIGIT) && is_year(year);
}

static void add(struct builder *b, struct pl_years years, uint32_t end)
{
    years.range.end = end;
    *PL_VEC_PUSH(b->arena, &b->years) = years;
}

static void read_years(struct builder *b, struct pl_range range)
{
    struct pl_plan *plan = b->plan;
    uint32_t block = pl_block_walk_to(&b->walk, range.start);
    if (block == PL_NONE || is_amount(plan->text, range)) {
        return;
    }
    uint32_t from = number_of(pl_range_text(plan->text, range));
    struct pl_years years = {from, from, range, block};
    struct pl_scan scan = {plan->text, range.end,
                           plan->blocks[block].range.end};
    if (read_end(&scan, from, &years.to)) {
        add(b, years, scan.at);
        return;
    }
    years.to = from;
    if (!is_tied(plan->text, range, scan)) {
        add(b, years, range.end);
    }
}

static void find_years(struct builder *b, struct pl_arena *scratch)
{
    const struct pl_words *words = b->plan->words;
    uint8_t *marks = pl_marks_new(scratch, words);
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        marks[i] = is_year_word(form);
    }
    struct pl_marked_words found = pl_marked_words_find(scratch, words, marks);
    b->years.items =
        pl_arena_array(b->arena, found.count, sizeof(*b->years.items));
    b->years.cap = found.count; /* each year is read at most once */
    uint32_t done = 0;
    for (size_t i = 0; i < found.count; i++) {
        pl_marked_words_ahead(&found, words, i);
        struct pl_range range = without_letters(
            words->text, pl_word_range(words, found.items[i].word));
        if (range.start < done) {
            continue;
        }
        read_years(b, range);
        done = b->years.len ? b->years.items[b->years.len - 1].range.end : 0;
    }
}

/* What a title says about years. */
struct title {
    bool is_of_plan;
    bool has_number;
    bool is_damaged; /* a number that is longer than a year */
};

static struct title read_title(const struct pl_words *words,
                               const uint8_t *plan_marks, struct pl_range range)
{
    struct title title = {0};
    for (uint32_t at = pl_words_at(words, range.start);
         at < words->count && words->items[at].start < range.end; at++) {
        pl_str word = pl_word_text(words, at);
        if (plan_marks[words->items[at].form]) {
            title.is_of_plan = true;
        } else if (pl_is_digit(word.data[0]) && word.len >= YEAR_DIGITS) {
            title.has_number = true;
            title.is_damaged |= word.len > YEAR_DIGITS;
        }
    }
    return title;
}

/* Takes the period from a title; whether the title decides. */
static bool take_period(struct pl_plan *plan, const uint8_t *plan_marks,
                        struct pl_range range)
{
    if (range.end - range.start > LONGEST_TITLE) {
        return false;
    }
    struct title title = read_title(plan->words, plan_marks, range);
    if (!title.is_of_plan || !title.has_number) {
        return false;
    }
    for (uint32_t i = 0; !title.is_damaged && i < plan->years_count; i++) {
        const struct pl_years *it = &plan->years[i];
        if (pl_range_has(range, it->range.start) && it->from < it->to) {
            plan->period = *it;
            break;
        }
    }
    return true;
}

static uint8_t *mark_plan_words(struct pl_arena *scratch,
                                const struct pl_words *words)
{
    static const char *const names[] = {"plan",
                                        "plans",
                                        "strategy",
                                        "strategic",
                                        "programme",
                                        "program",
                                        "framework",
                                        "roadmap",
                                        "agenda",
                                        "programmes",
                                        "programa",
                                        "strat\xC3\xA9gie",
                                        "strat\xC3\xA9gique",
                                        "cadre",
                                        "estrategia",
                                        "estrat\xC3\xA9gico",
                                        "marco"};
    uint8_t *marks = pl_marks_new(scratch, words);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        pl_marks_set(marks, words, names[i], 1);
    }
    pl_marks_spread(marks, words);
    return marks;
}

static bool is_text(enum pl_block_kind kind)
{
    return kind == PL_BLOCK_HEADING || kind == PL_BLOCK_PARAGRAPH;
}

static void find_period(struct pl_plan *plan, struct pl_arena *scratch)
{
    uint8_t *marks = mark_plan_words(scratch, plan->words);
    uint32_t first = 0;
    while (first < plan->blocks_count && !is_text(plan->blocks[first].kind)) {
        first++;
    }
    if (first < plan->blocks_count &&
        take_period(plan, marks, plan->blocks[first].content)) {
        return;
    }
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        if (section->kind == PL_SECTION_NUMBERED ||
            (section->level > 1 && section->kind != PL_SECTION_ANNEX)) {
            continue;
        }
        if (take_period(plan, marks, plan->blocks[section->heading].content) ||
            take_period(plan, marks, section->subtitle)) {
            return;
        }
    }
}

void pl_years_build(struct pl_arena *arena, struct pl_plan *plan)
{
    struct builder b = {.arena = arena, .plan = plan, .walk = {.plan = plan}};
    struct pl_arena *scratch = pl_arena_new();
    find_years(&b, scratch);
    plan->years = b.years.items;
    plan->years_count = (uint32_t)b.years.len;
    find_period(plan, scratch);
    pl_arena_free(scratch);
}
