/* Marks: quotation marks, dashes, full stops after a short word, ampersands. */
#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "checks/notation/notation.h"
#include "checks/shared/gaps.h"
#include "checks/shared/pairs.h"
#include "lint/check.h"
#include "plan/plan.h"

static struct pl_gaps marked_gaps(const struct pl_notation *it,
                                  struct pl_gap_kinds *kinds)
{
    *kinds = (struct pl_gap_kinds){0};
    pl_gap_kinds_add(kinds, PL_GAP_OTHER);
    return pl_gaps_of(it->run, it->scope, kinds);
}

/* What opens a quotation. */
static const pl_str openings[] = {PL_STR("\""), PL_STR("\u201C"),
                                  PL_STR("\u00AB"), PL_STR("\u201E")};

/* After the beginning, a space or a parenthesis: the mark opens something. */
static bool may_open(pl_str text, uint32_t at, uint32_t block_start)
{
    if (at <= block_start) {
        return true;
    }
    char before = text.data[at - 1];
    return pl_is_space(before) || before == '(';
}

/* The marks of a gap that stand right before a word. */
static void add_opening(const struct pl_notation *it, const struct pl_gap *gap,
                        struct pl_variant variants[PL_COUNT(openings)])
{
    pl_str text = it->run->plan->text;
    for (size_t i = 0; i < PL_COUNT(openings); i++) {
        pl_str gap_text = pl_range_text(text, gap->range);
        if (!pl_str_ends(gap_text, openings[i])) {
            continue;
        }
        struct pl_range place = {gap->range.end - (uint32_t)openings[i].len,
                                 gap->range.end};
        if (may_open(text, place.start, gap->block->content.start) &&
            !pl_scope_is_in_macro(text, place.start)) {
            pl_notation_add(it, &variants[i], place);
        }
    }
}

void pl_notation_quotations(const struct pl_notation *it)
{
    struct pl_variant variants[PL_COUNT(openings)] = {
        {.form = PL_STR("\"...\"")},
        {.form = PL_STR("\u201C...\u201D")},
        {.form = PL_STR("\u00AB...\u00BB")},
        {.form = PL_STR("\u201E...\u201C")}};
    struct pl_gap_kinds kinds;
    struct pl_gaps gaps = marked_gaps(it, &kinds);
    struct pl_gap gap;
    while (pl_gaps_next(&gaps, &gap)) {
        if (gap.word < gap.block->word_end) {
            add_opening(it, &gap, variants);
        }
    }
    pl_notation_judge(it, (struct pl_family){.variants = variants,
                                             .count = PL_COUNT(openings),
                                             .is_quoted = true});
}

static const pl_str dashes[] = {PL_STR(" - "), PL_STR(" \u2013 "),
                                PL_STR(" \u2014 "), PL_STR("\u2014")};

static pl_str rewrite_dash(const struct pl_run *run,
                           const struct pl_family *family,
                           struct pl_range place, const struct pl_variant *to)
{
    (void)run;
    (void)place;
    return dashes[to - family->variants];
}

/* A dash in the midst of a sentence; after its first words it sets off a
 * label. */
void pl_notation_dashes(const struct pl_notation *it)
{
    enum { WORDS_BEFORE = 4 };
    const struct pl_words *words = it->run->plan->words;
    struct pl_variant variants[PL_COUNT(dashes)] = {{.form = {NULL, 0}}};
    struct pl_gap_kinds kinds = {0};
    pl_gap_kinds_add(&kinds, PL_GAP_OTHER);
    pl_gap_kinds_add(&kinds, PL_GAP_TIE);
    struct pl_gaps gaps = pl_gaps_of(it->run, it->scope, &kinds);
    gaps.next = PL_NEXT_LOWER;
    struct pl_gap gap;
    while (pl_gaps_next(&gaps, &gap)) {
        pl_str text = pl_range_text(words->text, gap.range);
        for (size_t i = 0; i < PL_COUNT(dashes); i++) {
            if (pl_str_eq(text, dashes[i]) &&
                gap.word >= gap.block->first_word + WORDS_BEFORE &&
                pl_is_lower(words->text.data[gap.range.start - 1])) {
                pl_notation_add(it, &variants[i], gap.range);
            }
        }
    }
    pl_notation_judge(it, (struct pl_family){.variants = variants,
                                             .count = PL_COUNT(dashes),
                                             .rewrite = rewrite_dash,
                                             .safe = true});
}

enum stop { WITH_STOP, WITHOUT_STOP, STOP_COUNT };

static pl_str rewrite_stop(const struct pl_run *run,
                           const struct pl_family *family,
                           struct pl_range place, const struct pl_variant *to)
{
    (void)run;
    (void)place;
    (void)family;
    return to->form;
}

/* "No. 5" and "No 5". */
static void judge_abbreviation(const struct pl_notation *it, uint32_t form)
{
    static const pl_str stop = PL_STR(". ");
    static const pl_str no_break = PL_STR(".\u00A0");
    const struct pl_words *words = it->run->plan->words;
    struct pl_variant variants[STOP_COUNT] = {{.form = {NULL, 0}}};
    for (uint32_t k = 0; k < words->forms[form].count; k++) {
        uint32_t at = words->postings[words->forms[form].first_posting + k];
        if (at + 1 >= words->count ||
            !pl_is_digit(words->text.data[words->items[at + 1].start])) {
            continue;
        }
        struct pl_range place = pl_word_range(words, at);
        pl_str gap = pl_range_text(words->text, pl_word_gap(words, at + 1));
        if (pl_word_is_joined(words, at + 1)) {
            pl_notation_add(it, &variants[WITHOUT_STOP], place);
        } else if (pl_str_eq(gap, stop) || pl_str_eq(gap, no_break)) {
            place.end++;
            pl_notation_add(it, &variants[WITH_STOP], place);
        }
    }
    pl_notation_judge(it, (struct pl_family){.variants = variants,
                                             .count = STOP_COUNT,
                                             .rewrite = rewrite_stop});
}

void pl_notation_full_stops(const struct pl_notation *it)
{
    for (size_t i = 0; i < it->words->count; i++) {
        uint32_t form =
            pl_words_form(it->run->plan->words, it->words->items[i]);
        if (form != PL_NONE) {
            judge_abbreviation(it, form);
        }
    }
}

/* Both ways in which two words are tied. */
struct tied {
    struct pl_variant forms[2]; /* with "&", with "and" */
};

struct ties {
    struct pl_pairs pairs;
    PL_VEC(struct tied) items;
};

static bool is_lower(const struct pl_words *words, uint32_t at)
{
    uint32_t flags = words->forms[words->items[at].form].flags;
    return (flags & (PL_FORM_LOWER | PL_FORM_UPPER)) == PL_FORM_LOWER;
}

static void add_ampersand(const struct pl_notation *it, struct ties *ties,
                          uint32_t at)
{
    const struct pl_words *words = it->run->plan->words;
    struct pl_pair pair = {words->items[at - 1].form, words->items[at].form};
    uint32_t index = pl_pairs_add(&ties->pairs, pair);
    if (index == ties->items.len) {
        PL_VEC_PUSH(it->run->arena, &ties->items);
    }
    pl_notation_add(it, &ties->items.items[index].forms[0],
                    (struct pl_range){words->items[at - 1].start,
                                      pl_word_range(words, at).end});
}

static void find_ampersands(const struct pl_notation *it, struct ties *ties)
{
    static const pl_str ampersand = PL_STR(" & ");
    const struct pl_words *words = it->run->plan->words;
    for (size_t at = pl_str_find_char(words->text, '&', 0); at != PL_NOWHERE;
         at = pl_str_find_char(words->text, '&', at + 1)) {
        uint32_t next = pl_words_at(words, (uint32_t)at);
        if (next > 0 && next < words->count && is_lower(words, next - 1) &&
            is_lower(words, next) &&
            pl_str_eq(pl_range_text(words->text, pl_word_gap(words, next)),
                      ampersand)) {
            add_ampersand(it, ties, next);
        }
    }
}

static void find_ands(const struct pl_notation *it, struct ties *ties)
{
    const struct pl_words *words = it->run->plan->words;
    uint32_t form = pl_words_form(words, (pl_str)PL_STR("and"));
    for (uint32_t k = 0; form != PL_NONE && k < words->forms[form].count; k++) {
        uint32_t at = words->postings[words->forms[form].first_posting + k];
        if (at == 0 || at + 1 >= words->count) {
            continue;
        }
        struct pl_pair pair = {words->items[at - 1].form,
                               words->items[at + 1].form};
        uint32_t index = pl_pairs_find(&ties->pairs, pair);
        if (index != PL_NONE && pl_word_is_joined(words, at) &&
            pl_word_is_joined(words, at + 1)) {
            pl_notation_add(
                it, &ties->items.items[index].forms[1],
                (struct pl_range){words->items[at - 1].start,
                                  pl_word_range(words, at + 1).end});
        }
    }
}

static pl_str rewrite_tie(const struct pl_run *run,
                          const struct pl_family *family, struct pl_range place,
                          const struct pl_variant *to)
{
    (void)run;
    (void)family;
    (void)place;
    return to->form;
}

void pl_notation_ampersands(const struct pl_notation *it)
{
    struct ties ties = {.pairs = {.arena = it->run->arena}};
    find_ampersands(it, &ties);
    if (ties.items.len > 0) {
        find_ands(it, &ties);
    }
    for (size_t i = 0; i < ties.items.len; i++) {
        pl_notation_judge(
            it, (struct pl_family){.variants = ties.items.items[i].forms,
                                   .count = 2,
                                   .rewrite = rewrite_tie});
    }
}
