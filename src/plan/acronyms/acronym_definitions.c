#include "plan/acronyms/acronym_definitions.h"

#include "base/chars.h"
#include "plan/acronyms/long_form.h"
#include "plan/entities/roles.h"
#include "plan/plan.h"

enum { MAX_LISTED_WORDS = 16 }; /* of a long form in a list of abbreviations */

/* What the definitions of one place need to know. */
struct site {
    const struct pl_plan *plan;
    const struct pl_acronym_forms *forms;
    const struct pl_acronym_place *place;
    const struct pl_block *block;
};

static pl_str gap_before(const struct site *site, uint32_t word)
{
    const struct pl_words *words = site->plan->words;
    struct pl_range gap = pl_word_gap(words, word);
    struct pl_range in = site->block->range;
    gap.start = gap.start < in.start ? in.start : gap.start;
    gap.end = gap.end > in.end ? in.end : gap.end;
    return pl_range_text(words->text, gap);
}

/* Quotes and emphasis at the ends of a piece of text mean nothing here. */
static const pl_str dressing[] = {
    PL_STR("\\"),     PL_STR("\""),     PL_STR("'"),      PL_STR("*"),
    PL_STR("_"),      PL_STR(" "),      PL_STR("\n"),     PL_STR("\u00a0"),
    PL_STR("\u201c"), PL_STR("\u201d"), PL_STR("\u2018"), PL_STR("\u2019"),
    PL_STR("\u00ab"), PL_STR("\u00bb"),
};
enum { DRESSINGS = sizeof(dressing) / sizeof(dressing[0]) };

static pl_str undress_end(pl_str s)
{
    for (size_t i = 0; i < DRESSINGS;) {
        bool is_there = pl_str_ends(s, dressing[i]);
        s.len -= is_there ? dressing[i].len : 0;
        i = is_there ? 0 : i + 1;
    }
    return s;
}

static pl_str undress_start(pl_str s)
{
    for (size_t i = 0; i < DRESSINGS;) {
        bool is_there = pl_str_starts(s, dressing[i]);
        s = is_there ? pl_str_slice(s, dressing[i].len, s.len) : s;
        i = is_there ? 0 : i + 1;
    }
    return s;
}

/* Whether `gap` opens a parenthesis and nothing but the end of a footnote
 * mark or of a link stands before that. */
static bool opens_parenthesis(pl_str gap)
{
    bool is_one_other = gap.len == 1 && gap.data[0] != '(';
    if (is_one_other || pl_str_find_char(gap, '(', 0) == PL_NOWHERE) {
        return false;
    }
    gap = undress_end(gap);
    if (!pl_str_ends(gap, (pl_str)PL_STR("("))) {
        return false;
    }
    gap = undress_end(pl_str_slice(gap, 0, gap.len - 1));
    bool is_link = pl_str_starts(gap, (pl_str)PL_STR("](")) &&
                   pl_str_ends(gap, (pl_str)PL_STR(")"));
    return gap.len == 0 || gap.data[gap.len - 1] == ']' || is_link;
}

/* "(HDO, 2010)" names an author. */
static bool is_year(const struct site *site, uint32_t word)
{
    enum { DIGITS = 4 };
    pl_str text = word < site->block->word_end
                      ? pl_word_text(site->plan->words, word)
                      : (pl_str){NULL, 0};
    bool is_number = text.len == DIGITS;
    for (size_t i = 0; i < text.len; i++) {
        is_number = is_number && pl_is_digit(text.data[i]);
    }
    return is_number;
}

/* Whether a parenthesis closes, or goes on with something else, after the
 * acronym; a number may follow it: "(WTSA-20)". */
static bool closes_after(const struct site *site, uint32_t word)
{
    pl_str gap = gap_before(site, word);
    if (pl_str_eq(gap, (pl_str)PL_STR("-")) && word < site->block->word_end &&
        pl_is_digit(pl_word_text(site->plan->words, word).data[0])) {
        gap = gap_before(site, word + 1);
    }
    gap = undress_start(gap);
    return gap.len > 0 && (gap.data[0] == ')' || gap.data[0] == ';' ||
                           (gap.data[0] == ',' && !is_year(site, word)));
}

static struct pl_range range_of(const struct pl_words *words,
                                struct pl_word_run span)
{
    if (span.first == span.end) {
        return (struct pl_range){0, 0};
    }
    return (struct pl_range){words->items[span.first].start,
                             pl_word_range(words, span.end - 1).end};
}

static bool is_capitalized(const struct pl_words *words, uint32_t at)
{
    return words->forms[words->items[at].form].flags & PL_FORM_CAPITALIZED;
}

/* "(II)" is a number whatever stands before it, unless that is a name. */
static bool is_believable(const struct site *site, struct pl_word_run span)
{
    return !pl_acronym_is_roman(site->place->name) ||
           (span.end - span.first > 1 &&
            is_capitalized(site->plan->words, span.first));
}

static bool after_long_form(const struct site *site, struct pl_word_run *span)
{
    const struct pl_acronym_place *place = site->place;
    struct pl_word_run before = {site->block->first_word, place->first};
    return before.first < before.end &&
           opens_parenthesis(gap_before(site, place->first)) &&
           closes_after(site, place->end) &&
           pl_long_form_before(site->forms, before, place->name, span);
}

static bool before_long_form(const struct site *site, struct pl_word_run *span)
{
    uint32_t from = site->place->end;
    uint32_t limit = site->block->word_end;
    if (from >= limit || !opens_parenthesis(gap_before(site, from))) {
        return false;
    }
    uint32_t most = from + MAX_LISTED_WORDS;
    uint32_t end =
        pl_word_run_end(site->plan->words, from, most < limit ? most : limit);
    pl_str after = undress_start(gap_before(site, end));
    return after.len > 0 && after.data[0] == ')' &&
           pl_long_form_is(site->forms, (struct pl_word_run){from, end},
                           site->place->name, span);
}

/* What may stand between an acronym and its long form on one line. */
static bool separates(pl_str gap)
{
    static const pl_str separators[] = {
        PL_STR("\t"), PL_STR(":"),      PL_STR("="),      PL_STR("|"),
        PL_STR(" -"), PL_STR("\u2013"), PL_STR("\u2014"), PL_STR("  "),
    };
    for (size_t i = 0; i < sizeof(separators) / sizeof(separators[0]); i++) {
        if (pl_str_find(gap, separators[i], 0) != PL_NOWHERE) {
            return pl_str_find_char(gap, '(', 0) == PL_NOWHERE;
        }
    }
    return false;
}

/* Also when a line of the list looks like a heading in it. */
static bool is_list_of_abbreviations(const struct site *site)
{
    const struct pl_plan *plan = site->plan;
    uint32_t section = site->block->section;
    if (section == PL_NONE) {
        return false;
    }
    uint32_t parent = plan->sections[section].parent;
    return pl_role_of_section(plan, section) == PL_ROLE_ABBREVIATIONS ||
           (parent != PL_NONE &&
            pl_role_of_section(plan, parent) == PL_ROLE_ABBREVIATIONS);
}

/* In a line, or in the first column of a table that has words in it. */
static bool is_in_front(const struct site *site)
{
    const struct pl_plan *plan = site->plan;
    uint32_t cell = site->block->detail;
    if (site->block->kind != PL_BLOCK_CELL || cell == PL_NONE ||
        plan->cells[cell].column == 0) {
        return true;
    }
    return plan->cells[cell].column == 1 && cell > 0 &&
           pl_range_is_empty(plan->blocks[plan->cells[cell - 1].block].content);
}

static bool is_glossary(const struct site *site)
{
    uint32_t section = site->block->section;
    return section != PL_NONE &&
           pl_role_of_section(site->plan, section) == PL_ROLE_DEFINITIONS;
}

/* "Coastal Alert Protocol (CAP): a form of warning". */
static bool is_defined_here(const struct site *site)
{
    return pl_str_starts(undress_start(gap_before(site, site->place->end)),
                         (pl_str)PL_STR("):"));
}

/* "NOTE - note that ...": a word does not spell itself out. */
static bool is_itself(const struct site *site, uint32_t word)
{
    const struct pl_words *words = site->plan->words;
    uint32_t name = words->items[site->place->first].form;
    return pl_word_fold(words, word) == words->forms[name].fold;
}

/* Whether the words of `span` spell the acronym out; in a list of
 * abbreviations whatever stands there does. */
static bool is_listed(const struct site *site, struct pl_word_run all,
                      struct pl_word_run *span)
{
    if (all.end <= all.first || all.end - all.first > MAX_LISTED_WORDS ||
        is_itself(site, all.first)) {
        return false;
    }
    if (pl_long_form_is(site->forms, all, site->place->name, span)) {
        return true;
    }
    const struct pl_acronym_form *form =
        pl_acronym_form_at(site->forms, site->place->first);
    *span = all;
    return !form->is_emphasis && is_list_of_abbreviations(site);
}

/* Whether the acronym begins a line inside the block, and its long form stands
 * in a column beside it. */
static bool begins_column(const struct site *site)
{
    static const pl_str blanks[] = {PL_STR("  "), PL_STR("\t")};
    pl_str before = gap_before(site, site->place->first);
    pl_str gap = gap_before(site, site->place->end);
    return pl_str_find_char(before, '\n', 0) != PL_NOWHERE &&
           (pl_str_starts(gap, blanks[0]) || pl_str_starts(gap, blanks[1])) &&
           pl_str_trim(gap).len == 0 &&
           pl_str_find_char(gap, '\n', 0) == PL_NOWHERE;
}

/* The first word of the block that stands behind the acronym's line. */
static uint32_t line_end(const struct site *site)
{
    const struct pl_words *words = site->plan->words;
    uint32_t from = pl_word_range(words, site->place->end - 1).end;
    size_t end = pl_str_find_char(words->text, '\n', from);
    uint32_t limit = site->block->word_end;
    uint32_t word =
        end == PL_NOWHERE ? limit : pl_words_at(words, (uint32_t)end);
    return word < limit ? word : limit;
}

static bool in_line(const struct site *site, struct pl_word_run *span)
{
    const struct pl_acronym_place *place = site->place;
    bool is_column = begins_column(site);
    uint32_t limit = is_column ? line_end(site) : site->block->word_end;
    if (place->end >= limit ||
        (!is_column && (place->first != site->block->first_word ||
                        !separates(gap_before(site, place->end))))) {
        return false;
    }
    struct pl_word_run all = {
        place->end, pl_word_run_end(site->plan->words, place->end, limit)};
    return is_listed(site, all, span);
}

static bool in_next_cell(const struct site *site, struct pl_word_run *span)
{
    const struct pl_plan *plan = site->plan;
    const struct pl_block *block = site->block;
    const struct pl_acronym_place *place = site->place;
    if (block->kind != PL_BLOCK_CELL || block->detail == PL_NONE ||
        place->first != block->first_word || place->end != block->word_end ||
        block->detail + 1 >= plan->cells_count) {
        return false;
    }
    const struct pl_cell *cell = &plan->cells[block->detail];
    const struct pl_cell *next = cell + 1;
    if (next->table != cell->table || next->row != cell->row) {
        return false;
    }
    const struct pl_block *beside = &plan->blocks[next->block];
    struct pl_word_run all = {
        beside->first_word,
        pl_word_run_end(plan->words, beside->first_word, beside->word_end)};
    return is_listed(site, all, span);
}

bool pl_acronym_definition_at(const struct pl_plan *plan,
                              const struct pl_acronym_forms *forms,
                              const struct pl_acronym_place *place,
                              struct pl_expansion *expansion)
{
    struct site site = {plan, forms, place, &plan->blocks[place->block]};
    struct pl_word_run span;
    bool is_in_sentence =
        after_long_form(&site, &span) || before_long_form(&site, &span);
    if ((!is_in_sentence && !in_line(&site, &span) &&
         !in_next_cell(&site, &span)) ||
        !is_believable(&site, span)) {
        return false;
    }
    bool is_in_list = is_list_of_abbreviations(&site);
    *expansion = (struct pl_expansion){
        .acronym = range_of(plan->words,
                            (struct pl_word_run){place->first, place->end}),
        .long_form = range_of(plan->words, span),
        .block = place->block,
        .is_listed = !is_in_sentence || is_in_list || is_defined_here(&site) ||
                     is_glossary(&site),
        .is_entry = !is_in_sentence && is_in_list && is_in_front(&site),
    };
    return true;
}
