/* figures: numbers in figures, against the same number in words and in place
 * of words.
 *
 * Params: "fault", one of the names below; "counting", a list for each
 * language of the words for zero, one, two, ...; "max", the largest number that
 * is written in words; "notAfter", words after which a number is a label or,
 * in words, the end of a longer one; "notBefore", words that call for figures;
 * "in", "notIn" (see scope.h). What a message has:
 *
 *   "differing"  {match} ("five (6)"), {figure}, {word}
 *   "small"      {match}, {word}, {after} */
#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "checks/checks.h"
#include "checks/shared/gaps.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

enum fault { FAULT_DIFFERING, FAULT_SMALL, FAULT_COUNT };

static const char *const fault_names[FAULT_COUNT] = {
    [FAULT_DIFFERING] = "differing",
    [FAULT_SMALL] = "small",
};

enum {
    MAX_NUMBER = 1000,
    MAX_DIGITS = 6, /* of a number whose value is read */
};

struct params {
    size_t fault; /* enum fault */
    size_t max;
    struct pl_words_param *counting; /* one list for each language */
    size_t counting_count;
    struct pl_words_param not_after;
    struct pl_words_param not_before;
    struct pl_scope scope;
};

/* One rule at work. */
struct figures {
    struct pl_run *run;
    const struct params *params;
    struct pl_word_set not_after;
    struct pl_word_set not_before;
};

static bool load_counting(const struct pl_params *reader, struct params *params)
{
    struct pl_records_param found = {sizeof(*params->counting),
                                     pl_params_words_record, params->counting,
                                     params->counting_count};
    if (!pl_params_records(reader, "counting", &found)) {
        return false;
    }
    params->counting = found.items;
    params->counting_count = found.count;
    return true;
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {
        "fault", "counting", "max", "notAfter", "notBefore", "in", "notIn"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .fault = PL_NO_CHOICE);
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           load_counting(&reader, params) &&
           pl_params_size(&reader, "max", MAX_NUMBER, &params->max) &&
           pl_params_words(&reader, "notAfter", &params->not_after) &&
           pl_params_words(&reader, "notBefore", &params->not_before) &&
           pl_scope_load(arena, json, &params->scope, error) &&
           pl_params_need(&reader, "\"counting\"", params->counting_count > 0);
}

/* ----- numbers ----- */

static bool is_figure(const struct pl_form *form)
{
    static const uint32_t kinds =
        PL_FORM_LOWER | PL_FORM_UPPER | PL_FORM_DIGIT | PL_FORM_WIDE;
    return (form->flags & kinds) == PL_FORM_DIGIT &&
           form->text.len <= MAX_DIGITS;
}

static uint32_t value_of(const struct figures *it, uint32_t at)
{
    pl_str text = pl_word_text(it->run->plan->words, at);
    uint32_t value = 0;
    for (size_t i = 0; i < text.len && pl_is_digit(text.data[i]); i++) {
        value = value * 10 + (uint32_t)(text.data[i] - '0');
    }
    return value;
}

/* The number that a word is, in any language; PL_NONE: none. */
static uint32_t value_of_word(const struct figures *it, pl_str word)
{
    for (size_t l = 0; l < it->params->counting_count; l++) {
        const struct pl_words_param *list = &it->params->counting[l];
        for (size_t i = 0; i < list->count; i++) {
            if (pl_str_eq_ignore_case(list->items[i], word)) {
                return (uint32_t)i;
            }
        }
    }
    return PL_NONE;
}

static pl_str gap_before(const struct figures *it, uint32_t at)
{
    const struct pl_words *words = it->run->plan->words;
    return pl_range_text(words->text, pl_word_gap(words, at));
}

/* Whether the words at `at` and after it are one number twice: "five (5)". */
static bool is_pair(const struct figures *it, uint32_t at)
{
    static const pl_str open = PL_STR(" (");
    static const pl_str close = PL_STR(")");
    const struct pl_words *words = it->run->plan->words;
    if (at + 1 >= words->count ||
        words->text.data[words->items[at + 1].start - 1] != open.data[1] ||
        !pl_str_eq(gap_before(it, at + 1), open) ||
        !pl_str_starts(gap_before(it, at + 2), close)) {
        return false;
    }
    pl_str gap = gap_before(it, at);
    char before = gap.len ? gap.data[gap.len - 1] : ' ';
    return at == 0 || pl_is_space(before) || before == '(';
}

/* "twenty four", "one hundred and ten": the end of a longer number. */
static bool ends_longer_number(const struct figures *it, uint32_t at)
{
    const struct pl_words *words = it->run->plan->words;
    for (uint32_t back = 1; back <= 2 && back <= at; back++) {
        if (pl_word_set_has(&it->not_after, words->items[at - back].form)) {
            return true;
        }
    }
    return false;
}

static void report_pair(struct figures *it, uint32_t at, uint32_t figure)
{
    struct pl_run *run = it->run;
    const struct pl_words *words = run->plan->words;
    struct pl_range range = {words->items[at].start,
                             pl_word_range(words, at + 1).end + 1};
    PL_FINDING(run, range, {"match", pl_range_text(words->text, range)},
               {"figure", pl_word_text(words, figure)},
               {"word", pl_word_text(words, figure == at ? at + 1 : at)});
}

/* Words `at` and `at` + 1, of which `figure` is to be in figures and the other
 * one in words. */
static void judge_pair(struct figures *it, const struct pl_block *block,
                       uint32_t at, uint32_t figure)
{
    const struct pl_words *words = it->run->plan->words;
    struct pl_word word = words->items[figure];
    if (!is_figure(&words->forms[word.form]) ||
        word.start < block->content.start) {
        return;
    }
    uint32_t other =
        value_of_word(it, pl_word_text(words, figure == at ? at + 1 : at));
    if (other != PL_NONE && other != value_of(it, figure) &&
        (figure == at || !ends_longer_number(it, at))) {
        report_pair(it, at, figure);
    }
}

static void find_pairs(struct figures *it)
{
    struct pl_gap_kinds kinds = {0};
    pl_gap_kinds_add(&kinds, PL_GAP_ROUND);
    struct pl_gaps gaps = pl_gaps_of(it->run, it->params->scope, &kinds);
    struct pl_gap gap;
    while (pl_gaps_next(&gaps, &gap)) {
        uint32_t at = gap.word - 1;
        if (pl_gap_is_inside(&gap) && is_pair(it, at)) {
            judge_pair(it, gap.block, at, at);
            judge_pair(it, gap.block, at, at + 1);
        }
    }
}

/* ----- small numbers in figures ----- */

enum { NEAR = 12 }; /* words around a number in which others make a series */

static bool is_plain_word(const struct pl_words *words, uint32_t at)
{
    const struct pl_form *form = &words->forms[words->items[at].form];
    return (form->flags & (PL_FORM_LOWER | PL_FORM_UPPER | PL_FORM_DIGIT)) ==
           PL_FORM_LOWER;
}

/* Whether word `at` goes on after a space as a noun in the plural may. */
static bool is_plural(const struct figures *it, uint32_t at)
{
    static const pl_str s = PL_STR("s");
    static const pl_str ss = PL_STR("ss");
    const struct pl_words *words = it->run->plan->words;
    if (at >= words->count || !pl_word_is_joined(words, at) ||
        !is_plain_word(words, at) ||
        pl_word_set_has(&it->not_before, words->items[at].form)) {
        return false;
    }
    pl_str word = pl_word_text(words, at);
    return word.len > 3 && pl_str_ends(word, s) && !pl_str_ends(word, ss);
}

/* A number among others is written as they are. */
static bool is_in_series(const struct figures *it, const struct pl_block *block,
                         uint32_t at)
{
    uint32_t from =
        at > block->first_word + NEAR ? at - NEAR : block->first_word;
    uint32_t to = at + NEAR < block->word_end ? at + NEAR : block->word_end;
    const struct pl_words *words = it->run->plan->words;
    for (uint32_t i = from; i < to; i++) {
        if (i != at &&
            (words->forms[words->items[i].form].flags & PL_FORM_DIGIT)) {
            return true;
        }
    }
    return false;
}

static void judge_small(struct figures *it, const struct pl_block *block,
                        uint32_t at)
{
    struct pl_run *run = it->run;
    const struct pl_words *words = run->plan->words;
    const struct pl_words_param *counting = it->params->counting;
    uint32_t value = value_of(it, at);
    if (value == 0 || value > it->params->max || !counting ||
        value >= counting->count || at <= block->first_word ||
        at + 1 >= block->word_end || !pl_word_is_joined(words, at) ||
        !is_plain_word(words, at - 1) ||
        pl_word_set_has(&it->not_after, words->items[at - 1].form) ||
        !is_plural(it, at + 1) || is_in_series(it, block, at)) {
        return;
    }
    pl_str word = counting->items[value];
    struct pl_range range = pl_word_range(words, at);
    struct pl_finding *finding =
        PL_FINDING(run, range, {"match", pl_word_text(words, at)},
                   {"word", word}, {"after", pl_word_text(words, at + 1)});
    pl_finding_fix(run->findings, finding, false, (struct pl_edit){range, word},
                   PL_ARGS({"word", word}));
}

static void find_small(struct figures *it)
{
    const struct pl_plan *plan = it->run->plan;
    const struct pl_words *words = plan->words;
    struct pl_spots places = {.arena = it->run->scratch};
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        for (uint32_t k = 0; k < form->count && is_figure(form); k++) {
            *PL_VEC_PUSH(places.arena, &places.words) =
                words->postings[form->first_posting + k];
        }
    }
    pl_spots_sort(&places);
    uint32_t cursor = 0;
    for (size_t i = 0; i < places.words.len; i++) {
        uint32_t at = places.words.items[i];
        uint32_t start = words->items[at].start;
        const struct pl_block *block =
            pl_scope_next_block(it->params->scope, plan, start, &cursor);
        if (block && block->content.start <= start) {
            judge_small(it, block, at);
        }
    }
}

static void run_figures(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct figures it = {
        .run = run,
        .params = params,
        .not_after = pl_word_set_of(run, &params->not_after),
        .not_before = pl_word_set_of(run, &params->not_before),
    };
    if (params->fault == FAULT_SMALL) {
        find_small(&it);
    } else {
        find_pairs(&it);
    }
}

const struct pl_check pl_check_figures = {
    .name = "figures",
    .load = load,
    .run = run_figures,
};
