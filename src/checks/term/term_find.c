/* Where rejected forms stand. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/chars.h"
#include "base/map.h"
#include "checks/shared/phrase.h"
#include "checks/term/term.h"
#include "lint/check.h"
#include "plan/plan.h"

enum { MAX_SHOWN = 20 }; /* places that a finding about all of them names */

/* The places of one term. */
struct places {
    PL_VEC(struct pl_range) ranges;
};

static struct pl_edit edit_of(const struct pl_run *run, pl_str prefer,
                              struct pl_range range)
{
    pl_str found = pl_range_text(run->plan->text, range);
    return (struct pl_edit){range, pl_phrase_like(run->arena, prefer, found)};
}

/* `places` is empty or how many there are: " (12 places)". */
static struct pl_finding *add_finding(struct pl_run *run, struct pl_edit edit,
                                      pl_str places)
{
    pl_str found = pl_range_text(run->plan->text, edit.range);
    return PL_FINDING(run, edit.range, {"match", found}, {"prefer", edit.text},
                      {"places", places});
}

static struct pl_fix *add_fix(struct pl_run *run, struct pl_finding *finding,
                              struct pl_edit edit)
{
    return pl_finding_fix(run->findings, finding, false, edit,
                          PL_ARGS({"prefer", edit.text}));
}

static void report(struct pl_run *run, pl_str prefer, struct pl_range range)
{
    struct pl_edit edit = edit_of(run, prefer, range);
    add_fix(run, add_finding(run, edit, (pl_str){NULL, 0}), edit);
}

/* One finding, at the first place. */
static void report_all(struct pl_run *run, pl_str prefer,
                       const struct places *places)
{
    size_t count = places->ranges.len;
    struct pl_edit edit = edit_of(run, prefer, places->ranges.items[0]);
    struct pl_finding *finding = add_finding(
        run, edit,
        pl_str_from(pl_arena_printf(run->arena, " (%zu places)", count)));
    struct pl_fix *fix = add_fix(run, finding, edit);
    for (size_t i = 1; i < count; i++) {
        if (i < MAX_SHOWN) {
            pl_finding_relate(run->findings, finding, places->ranges.items[i],
                              "here, too");
        }
        if (fix) {
            *PL_VEC_PUSH(run->arena, &fix->edits) =
                edit_of(run, prefer, places->ranges.items[i]);
        }
    }
}

static bool is_capitalized(const struct pl_words *words, uint32_t at)
{
    return (words->forms[words->items[at].form].flags & PL_FORM_CAPITALIZED) !=
           0;
}

/* After the end of a sentence, or first in its block. */
static bool begins_sentence(const struct pl_words *words,
                            const struct pl_block *block, uint32_t at)
{
    static const pl_str ends = PL_STR(".?!:");
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    for (size_t i = 0; i < gap.len; i++) {
        if (pl_str_find_char(ends, gap.data[i], 0) != PL_NOWHERE) {
            return true;
        }
    }
    return at == block->first_word;
}

/* Part of a code, a file's name or mark-up. */
static bool is_in_code(pl_str text, struct pl_range word)
{
    uint32_t start = word.start;
    static const pl_str ties = PL_STR("<>:=-/._#");
    char before = start > 0 ? text.data[start - 1] : ' ';
    char after = word.end < text.len ? text.data[word.end] : ' ';
    char next = word.end + 1 < text.len ? text.data[word.end + 1] : ' ';
    return pl_str_find_char(ties, before, 0) != PL_NOWHERE ||
           (after == ':' && !pl_is_space(next)) ||
           (before == '"' && start > 1 && text.data[start - 2] == '=');
}

/* Whether the words from `at` to before `end` may be part of a name. */
static bool may_be_name(const struct pl_words *words,
                        const struct pl_block *block, uint32_t at, uint32_t end)
{
    bool begins = begins_sentence(words, block, at);
    bool name_follows = end < block->word_end &&
                        pl_word_is_joined(words, end) &&
                        is_capitalized(words, end);
    return is_capitalized(words, at) && (!begins || name_follows);
}

/* Whether a place of `count` words is one to report. */
static bool is_wanted(const struct pl_run *run, uint32_t at, uint32_t count)
{
    const struct pl_term_params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    const struct pl_block *block =
        pl_scope_block(params->scope, run->plan, words->items[at].start);
    return block && at + count <= block->word_end &&
           !is_in_code(words->text, pl_word_range(words, at)) &&
           (!params->skip_names || !may_be_name(words, block, at, at + count));
}

static bool is_beside(const struct pl_words *words,
                      const struct pl_words_param *list, uint32_t at)
{
    return list->count > 0 && at < words->count &&
           pl_words_param_has(list, pl_word_text(words, at));
}

static bool is_something_else(const struct pl_words *words,
                              const struct pl_term *term, uint32_t at,
                              uint32_t end)
{
    return (at > 0 && is_beside(words, &term->not_after, at - 1)) ||
           is_beside(words, &term->not_before, end);
}

static void find_form(const struct pl_run *run, const struct pl_term *term,
                      pl_str form, struct places *found)
{
    const struct pl_term_params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    struct pl_spots places = {.arena = run->scratch};
    pl_spots_add_phrase(&places, words, form);
    uint32_t count = pl_phrase_word_count(form);
    for (size_t k = 0; k < places.words.len; k++) {
        uint32_t at = places.words.items[k];
        struct pl_range range = {words->items[at].start,
                                 pl_word_range(words, at + count - 1).end};
        bool fits = !params->exact_case ||
                    pl_str_eq(pl_range_text(words->text, range), form);
        if (fits && is_wanted(run, at, count) &&
            !is_something_else(words, term, at, at + count)) {
            *PL_VEC_PUSH(run->arena, &found->ranges) = range;
        }
    }
}

static int by_start(const void *a, const void *b)
{
    const struct pl_range *one = a;
    const struct pl_range *other = b;
    return (one->start > other->start) - (one->start < other->start);
}

/* The year that a word is, or 0. */
static size_t year_of(pl_str word)
{
    enum { DIGITS = 4, FIRST = 1900, LAST = 2100 };
    size_t year = 0;
    for (size_t i = 0; i < word.len && word.len == DIGITS; i++) {
        if (!pl_is_digit(word.data[i])) {
            return 0;
        }
        year = year * 10 + (size_t)(word.data[i] - '0');
    }
    return year >= FIRST && year <= LAST ? year : 0;
}

/* The year that the document names most often, the last of several; or 0. */
static size_t main_year(const struct pl_words *words)
{
    size_t main = 0;
    uint32_t most = 1;
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        size_t year = form->count >= most ? year_of(form->text) : 0;
        if (year > 0 && (form->count > most || year > main)) {
            main = year;
            most = form->count;
        }
    }
    return main;
}

/* Whether the form was still right when the document was written. */
static bool was_right(const struct pl_run *run, const struct pl_term *term)
{
    size_t year = term->since > 0 ? main_year(run->plan->words) : 0;
    return year > 0 && year < term->since;
}

void pl_term_find(struct pl_run *run, const struct pl_term *term)
{
    const struct pl_term_params *params = run->rule->params;
    struct places found = {{0}};
    for (size_t i = 0; i < term->reject.count; i++) {
        find_form(run, term, term->reject.items[i], &found);
    }
    size_t count = found.ranges.len;
    if (count == 0 || was_right(run, term)) {
        return;
    }
    if (params->at_once > 0 && count > params->at_once) {
        qsort(found.ranges.items, count, sizeof(*found.ranges.items), by_start);
        report_all(run, term->prefer, &found);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        report(run, term->prefer, found.ranges.items[i]);
    }
}

/* ----- stems ----- */

/* The stem and ending that a word in small letters is made of. */
struct parts {
    pl_str stem;
    size_t ending; /* index; PL_NOWHERE: none */
};

static struct parts parts_of(const struct pl_term_params *params,
                             const struct pl_map *stems, pl_str word)
{
    for (size_t i = 0; i < params->bad_endings.count; i++) {
        pl_str ending = params->bad_endings.items[i];
        if (pl_str_ends(word, ending)) {
            pl_str stem = pl_str_slice(word, 0, word.len - ending.len);
            if (pl_map_get(stems, stem) != PL_NONE) {
                return (struct parts){stem, i};
            }
        }
    }
    return (struct parts){{NULL, 0}, PL_NOWHERE};
}

static void report_form(struct pl_run *run, const struct pl_form *form,
                        pl_str prefer)
{
    const struct pl_words *words = run->plan->words;
    for (uint32_t k = 0; k < form->count; k++) {
        uint32_t at = words->postings[form->first_posting + k];
        if (is_wanted(run, at, 1)) {
            report(run, prefer, pl_word_range(words, at));
        }
    }
}

void pl_term_find_stems(struct pl_run *run)
{
    const struct pl_term_params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    struct pl_map *stems = pl_map_new(run->arena, params->stems.count);
    for (size_t i = 0; i < params->stems.count; i++) {
        pl_map_put(stems, params->stems.items[i], (uint32_t)i);
    }
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        if (form->count == 0 || (form->flags & PL_FORM_DIGIT)) {
            continue;
        }
        struct parts parts =
            parts_of(params, stems, words->forms[form->fold].text);
        if (parts.ending != PL_NOWHERE) {
            pl_str ending = params->good_endings.items[parts.ending];
            report_form(run, form,
                        pl_str_from(pl_arena_printf(run->arena, "%.*s%.*s",
                                                    PL_STR_ARG(parts.stem),
                                                    PL_STR_ARG(ending))));
        }
    }
}
