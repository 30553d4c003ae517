/* marking: where the mark of a footnote stands.
 *
 * Params: "fault": "before-punctuation", "after-punctuation", "apart" (a space
 * before it) or "skipped" (a number is left out). Message: {match}, {id}; for
 * punctuation {mark}, for a number {expected}. */
#include "base/arena.h"
#include "base/chars.h"
#include "checks/checks.h"
#include "checks/shared/params.h"
#include "plan/plan.h"
#include "text/source.h"

enum fault {
    FAULT_BEFORE,
    FAULT_AFTER,
    FAULT_APART,
    FAULT_SKIPPED,
    FAULT_COUNT
};

static const char *const fault_names[FAULT_COUNT] = {
    [FAULT_BEFORE] = "before-punctuation",
    [FAULT_AFTER] = "after-punctuation",
    [FAULT_APART] = "apart",
    [FAULT_SKIPPED] = "skipped",
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct pl_params reader = {arena, json, error};
    return pl_params_load_choice(&reader, rule, "fault",
                                 PL_CHOICES(fault_names));
}

static bool is_punctuation(char c)
{
    static const pl_str marks = PL_STR(".,;:");
    return pl_str_find_char(marks, c, 0) != PL_NOWHERE;
}

static char char_at(pl_str text, size_t at)
{
    return at < text.len ? text.data[at] : '\n';
}

static char char_before(pl_str text, uint32_t at)
{
    return at > 0 ? text.data[at - 1] : '\n';
}

/* A mark with what stands on either side. */
struct place {
    struct pl_range range;
    pl_str id;
    char before;
    char after;
    char next; /* the one after `after` */
};

static struct place place_of(const struct pl_plan *plan,
                             const struct pl_footnote_mark *mark)
{
    pl_str text = plan->text;
    return (struct place){.range = mark->range,
                          .id = mark->id,
                          .before = char_before(text, mark->range.start),
                          .after = char_at(text, mark->range.end),
                          .next = char_at(text, mark->range.end + 1)};
}

static void report(struct pl_run *run, const struct place *it,
                   struct pl_range edited, pl_str text)
{
    struct pl_finding *finding = PL_FINDING(
        run, it->range, {"match", pl_range_text(run->plan->text, it->range)},
        {"id", it->id}, {"mark", {&it->after, 1}});
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){edited, text}, PL_NO_ARGS);
}

/* The mark and the punctuation in the other order. */
static pl_str swapped(struct pl_run *run, const struct place *it, char mark,
                      bool mark_first)
{
    pl_str note = pl_range_text(run->plan->text, it->range);
    const char *text =
        mark_first
            ? pl_arena_printf(run->arena, "%c%.*s", mark, PL_STR_ARG(note))
            : pl_arena_printf(run->arena, "%.*s%c", PL_STR_ARG(note), mark);
    return pl_str_from(text);
}

/* Not before ".." or ".com", and not after another mark. */
static void judge_before(struct pl_run *run, const struct place *it)
{
    bool ends = pl_is_space(it->next) || it->next == '\n';
    if (is_punctuation(it->after) && ends && !is_punctuation(it->before) &&
        !pl_is_space(it->before)) {
        report(run, it, (struct pl_range){it->range.start, it->range.end + 1},
               swapped(run, it, it->after, true));
    }
}

static void judge_after(struct pl_run *run, const struct place *it)
{
    bool ends = pl_is_space(it->after);
    if (is_punctuation(it->before) && it->before != ':' && ends) {
        struct place shown = *it;
        shown.after = it->before;
        report(run, &shown,
               (struct pl_range){it->range.start - 1, it->range.end},
               swapped(run, it, it->before, false));
    }
}

/* Several marks stand one after the other: "1, 2". */
static void judge_apart(struct pl_run *run, const struct place *it)
{
    static const pl_str ends = PL_STR(".;:)\"");
    uint32_t start = it->range.start;
    char word = start > 1 ? run->plan->text.data[start - 2] : '\n';
    bool follows_word =
        pl_is_alnum(word) || pl_str_find_char(ends, word, 0) != PL_NOWHERE;
    if (it->before == ' ' && follows_word) {
        report(run, it, (struct pl_range){start - 1, start}, (pl_str){NULL, 0});
    }
}

/* ----- numbers ----- */

/* The number that an id is; 0: it is none. */
static uint32_t number_of(pl_str id)
{
    enum { MAX_DIGITS = 6 };
    uint32_t number = 0;
    for (size_t i = 0; i < id.len; i++) {
        if (!pl_is_digit(id.data[i]) || id.len > MAX_DIGITS) {
            return 0;
        }
        number = number * 10 + (uint32_t)(id.data[i] - '0');
    }
    return number;
}

/* Only where all marks are numbers that begin with 1. */
static bool are_numbers(const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->footnote_marks_count; i++) {
        if (number_of(plan->footnote_marks[i].id) == 0) {
            return false;
        }
    }
    return plan->footnote_marks_count > 0 &&
           number_of(plan->footnote_marks[0].id) == 1;
}

/* Then the note tells what is missing. */
static bool has_note(const struct pl_plan *plan, uint32_t number)
{
    for (uint32_t i = 0; i < plan->footnotes_count; i++) {
        if (number_of(plan->footnotes[i].id) == number) {
            return true;
        }
    }
    return false;
}

static void judge_numbers(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    uint32_t highest = 0;
    for (uint32_t i = 0; i < plan->footnote_marks_count; i++) {
        const struct pl_footnote_mark *mark = &plan->footnote_marks[i];
        uint32_t number = number_of(mark->id);
        if (number > highest + 1 && !has_note(plan, highest + 1)) {
            PL_FINDING(run, mark->range,
                       {"match", pl_range_text(plan->text, mark->range)},
                       {"id", mark->id},
                       {"expected", pl_arena_number(run->arena, highest + 1)});
        }
        highest = number > highest ? number : highest;
    }
}

static void run_marking(struct pl_run *run)
{
    static void (*const judges[FAULT_COUNT])(struct pl_run *,
                                             const struct place *) = {
        [FAULT_BEFORE] = judge_before,
        [FAULT_AFTER] = judge_after,
        [FAULT_APART] = judge_apart,
    };
    size_t fault = pl_params_choice_of(run->rule);
    const struct pl_plan *plan = run->plan;
    if (fault == FAULT_SKIPPED) {
        if (are_numbers(plan)) {
            judge_numbers(run);
        }
        return;
    }
    for (uint32_t i = 0; i < plan->footnote_marks_count; i++) {
        struct place place = place_of(plan, &plan->footnote_marks[i]);
        judges[fault](run, &place);
    }
}

const struct pl_check pl_check_marking = {
    .name = "marking",
    .load = load,
    .run = run_marking,
};
