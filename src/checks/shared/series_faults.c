#include "checks/shared/series_faults.h"

#include <assert.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/vec.h"
#include "checks/shared/typed_label.h"
#include "text/source.h"
#include "text/word/view/view.h"

/* One stretch of numbers. Indexes below count from its beginning. */
struct run {
    struct pl_arena *arena;
    const struct pl_series_entry *entries;
    const uint32_t *origins; /* see struct pl_numbers_run */
    uint32_t first;
    uint32_t count;
    bool *kept;       /* the entries that are taken to be right */
    uint32_t *rising; /* indexes of the kept, ascending */
    uint32_t rising_count;
    PL_VEC(struct pl_fault) faults;
};

static bool is_first_number(struct pl_label label)
{
    return label.count > 0 && label.parts[label.count - 1].value == 1 &&
           label.parts[label.count - 1].bis == 0 &&
           label.parts[label.count - 1].letter == 0;
}

/* Whether the numbering begins again at `at`: a first number after at least
 * two others, itself followed by its successor or by nothing. */
static bool begins_again(const struct pl_series_entry *entries, uint32_t begin,
                         uint32_t at, uint32_t end)
{
    return at - begin >= 2 && is_first_number(entries[at].label) &&
           (at + 1 == end ||
            pl_label_follows(entries[at].label, entries[at + 1].label));
}

static bool is_in_order(const struct pl_series_entry *entries, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        if (!pl_label_follows(entries[i - 1].label, entries[i].label)) {
            return false;
        }
    }
    return true;
}

/* The first place in tails[0, len) whose number is not below `label`. */
static uint32_t place_among(const struct run *run, const uint32_t *tails,
                            uint32_t len, struct pl_label label)
{
    uint32_t low = 0;
    uint32_t high = len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (pl_label_compare(run->entries[tails[middle]].label, label) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The longest rising subsequence (patience sorting); of two equal numbers the
 * first is kept. */
static void keep_rising(struct run *run)
{
    uint32_t *tails = pl_arena_array(run->arena, run->count, sizeof(*tails));
    uint32_t *before = pl_arena_array(run->arena, run->count, sizeof(*before));
    uint32_t len = 0;
    for (uint32_t i = 0; i < run->count; i++) {
        struct pl_label label = run->entries[i].label;
        uint32_t at = place_among(run, tails, len, label);
        before[i] = at > 0 ? tails[at - 1] : PL_NONE;
        bool is_equal =
            at < len && pl_label_eq(run->entries[tails[at]].label, label);
        if (!is_equal) {
            tails[at] = i;
            len = at == len ? len + 1 : len;
        }
    }
    run->kept = pl_arena_array(run->arena, run->count, sizeof(*run->kept));
    run->rising = tails;
    run->rising_count = len;
    uint32_t at = tails[len - 1];
    for (uint32_t i = len; i-- > 0; at = before[at]) {
        assert(at != PL_NONE);
        run->kept[at] = true;
        run->rising[i] = at;
    }
}

/* The kept entry with that number, or PL_NONE. */
static uint32_t find_kept(const struct run *run, struct pl_label label)
{
    uint32_t at = place_among(run, run->rising, run->rising_count, label);
    bool found = at < run->rising_count &&
                 pl_label_eq(run->entries[run->rising[at]].label, label);
    return found ? run->rising[at] : PL_NONE;
}

/* How many numbers are missing between two neighbours of one parent. */
static uint32_t missing_between(struct pl_label a, struct pl_label b)
{
    if (!pl_label_same_parent(a, b) || pl_label_follows(a, b)) {
        return 0;
    }
    uint32_t low = a.parts[a.count - 1].value;
    uint32_t high = b.parts[b.count - 1].value;
    return high > low ? high - low - 1 : 0;
}

static struct pl_label label_after(struct pl_label label, uint32_t steps)
{
    label = pl_label_next(label);
    struct pl_label_part *part = &label.parts[label.count - 1];
    part->value = (uint16_t)(part->value + steps);
    return label;
}

/* A hole: what stands between two neighbours that were kept, entries
 * (before, after); either may be PL_NONE at an end of the run. */
struct hole {
    uint32_t before;
    uint32_t after;
    uint32_t outliers;
    uint32_t missing;
};

static void add_outlier(struct run *run, const struct hole *hole, uint32_t at,
                        uint32_t nth)
{
    struct pl_fault *fault = PL_VEC_PUSH(run->arena, &run->faults);
    *fault = (struct pl_fault){
        .kind = PL_FAULT_ORDER,
        .entry = at,
        .other = find_kept(run, run->entries[at].label),
        .before = hole->before,
        .after = hole->after,
    };
    if (fault->other != PL_NONE) {
        fault->kind = PL_FAULT_DUPLICATE;
    }
    if (hole->missing > 0 && hole->missing == hole->outliers) {
        fault->missing = label_after(run->entries[hole->before].label, nth);
    }
}

static void add_gap(struct run *run, const struct hole *hole)
{
    *PL_VEC_PUSH(run->arena, &run->faults) = (struct pl_fault){
        .kind = PL_FAULT_GAP,
        .entry = hole->after,
        .other = PL_NONE,
        .before = hole->before,
        .after = hole->after,
        .missing = label_after(run->entries[hole->before].label, 0),
        .missing_count = hole->missing,
    };
}

static void judge_hole(struct run *run, struct hole hole)
{
    uint32_t begin = hole.before == PL_NONE ? 0 : hole.before + 1;
    uint32_t end = hole.after == PL_NONE ? run->count : hole.after;
    hole.outliers = end - begin;
    if (hole.before != PL_NONE && hole.after != PL_NONE) {
        hole.missing = missing_between(run->entries[hole.before].label,
                                       run->entries[hole.after].label);
    }
    for (uint32_t i = begin; i < end; i++) {
        add_outlier(run, &hole, i, i - begin);
    }
    if (hole.outliers == 0 && hole.missing > 0) {
        add_gap(run, &hole);
    }
}

static void judge_holes(struct run *run)
{
    uint32_t before = PL_NONE;
    for (uint32_t i = 0; i < run->rising_count; i++) {
        judge_hole(run,
                   (struct hole){.before = before, .after = run->rising[i]});
        before = run->rising[i];
    }
    judge_hole(run, (struct hole){.before = before, .after = PL_NONE});
}

static bool is_within_gap(const struct pl_fault *gap, struct pl_label label)
{
    if (!pl_label_same_parent(gap->missing, label)) {
        return false;
    }
    uint32_t value = label.parts[label.count - 1].value;
    uint32_t low = gap->missing.parts[gap->missing.count - 1].value;
    return value >= low && value - low < gap->missing_count;
}

/* The gap with that number, or NULL: gaps are in the order of their numbers,
 * and only a few are looked at. */
static struct pl_fault *find_gap(struct run *run, struct pl_label label)
{
    for (size_t i = 0; i < run->faults.len; i++) {
        struct pl_fault *fault = &run->faults.items[i];
        if (fault->kind == PL_FAULT_GAP && is_within_gap(fault, label)) {
            return fault;
        }
    }
    return NULL;
}

/* Two faults that explain each other, where each has the other's number. */
static bool changed_places(const struct run *run, const struct pl_fault *a,
                           const struct pl_fault *b)
{
    return a->kind == PL_FAULT_ORDER && b->kind == PL_FAULT_ORDER &&
           a->missing.count && b->missing.count &&
           pl_label_eq(a->missing, run->entries[b->entry].label) &&
           pl_label_eq(b->missing, run->entries[a->entry].label);
}

enum { MAX_COMPARED = 64 }; /* faults of a run that are compared in pairs */

/* In 2 4 4 5 it is the first 4 that should be another number. */
static void join_with_gap(struct run *run, size_t at, bool *gone)
{
    struct pl_fault *fault = &run->faults.items[at];
    struct pl_fault *gap = at > 0 ? fault - 1 : NULL;
    if (fault->kind != PL_FAULT_DUPLICATE || fault->missing.count || !gap ||
        gap->kind != PL_FAULT_GAP || gap->missing_count != 1 ||
        gap->entry != fault->other || fault->before != fault->other) {
        return;
    }
    gone[at] = true;
    gap->kind = PL_FAULT_DUPLICATE;
    gap->other = fault->entry;
    gap->after = fault->entry;
    gap->missing_count = 0;
}

/* Takes away gaps whose number stands elsewhere, and the second of two numbers
 * that changed places. */
static void explain(struct run *run, bool *gone)
{
    for (size_t i = 0; i < run->faults.len; i++) {
        struct pl_fault *fault = &run->faults.items[i];
        join_with_gap(run, i, gone);
        if (fault->kind != PL_FAULT_ORDER || gone[i]) {
            continue;
        }
        struct pl_fault *gap = find_gap(run, run->entries[fault->entry].label);
        if (gap && gap->missing_count == 1) {
            gone[gap - run->faults.items] = true;
        }
        for (size_t k = i + 1; k < run->faults.len; k++) {
            if (changed_places(run, fault, &run->faults.items[k])) {
                fault->other = run->faults.items[k].entry;
                gone[k] = true;
            }
        }
    }
}

static uint32_t in_plan(const struct run *run, uint32_t index)
{
    if (index == PL_NONE) {
        return PL_NONE;
    }
    return run->origins ? run->origins[index] : run->first + index;
}

/* The faults that are left, counted in the plan's entries. */
static struct pl_faults finish(struct run *run, const bool *gone)
{
    size_t count = 0;
    for (size_t i = 0; i < run->faults.len; i++) {
        if (!gone[i]) {
            struct pl_fault fault = run->faults.items[i];
            fault.entry = in_plan(run, fault.entry);
            fault.other = in_plan(run, fault.other);
            fault.before = in_plan(run, fault.before);
            fault.after = in_plan(run, fault.after);
            run->faults.items[count++] = fault;
        }
    }
    return (struct pl_faults){
        .items = run->faults.items, .count = count, .entries = run->count};
}

static struct pl_faults judge(struct run *run)
{
    if (is_in_order(run->entries, run->count)) {
        return (struct pl_faults){.entries = run->count};
    }
    keep_rising(run);
    judge_holes(run);
    bool *gone = pl_arena_array(run->arena, run->faults.len + 1, sizeof(*gone));
    if (run->faults.len <= MAX_COMPARED) {
        explain(run, gone);
    }
    return finish(run, gone);
}

/* ----- how numbers are written ----- */

enum { AUTOMATIC = 128, MANNERS = 256 };

/* Whether Word has computed the number. */
static bool is_automatic(const struct pl_plan *plan,
                         const struct pl_series_entry *entry)
{
    if (!plan->source->view) {
        return false;
    }
    const struct pl_word_segment *segment =
        pl_word_view_place(plan->source->view, entry->range.start).segment;
    return segment && segment->kind == PL_WORD_LABEL;
}

/* The mark after a number, or a tab for one in a cell of a table. */
static unsigned char mark_of(const struct pl_plan *plan,
                             const struct pl_series_entry *entry)
{
    uint32_t start = entry->range.start;
    bool is_item = entry->block < plan->blocks_count &&
                   plan->blocks[entry->block].kind == PL_BLOCK_ITEM;
    bool is_cell = !is_item && start > 0 &&
                   plan->text.data[start - 1] == '\t' &&
                   (start == 1 || plan->text.data[start - 2] == '\n');
    char mark = is_cell ? '\t' : pl_mark_after_number(plan->text, entry->range);
    return (unsigned char)mark;
}

static unsigned char manner_of(const struct pl_plan *plan,
                               const struct pl_series_entry *entry)
{
    unsigned char mark = mark_of(plan, entry);
    return is_automatic(plan, entry) ? mark | AUTOMATIC : mark;
}

/* The manner of most entries; the first among equals. */
static unsigned char usual_manner(const struct pl_plan *plan,
                                  const struct pl_series *series)
{
    uint32_t counts[MANNERS] = {0};
    unsigned char best =
        manner_of(plan, &plan->series_entries[series->first_entry]);
    for (uint32_t i = series->first_entry; i < series->entry_end; i++) {
        counts[manner_of(plan, &plan->series_entries[i])]++;
    }
    for (uint32_t manner = 0; manner < MANNERS; manner++) {
        best = counts[manner] > counts[best] ? (unsigned char)manner : best;
    }
    return best;
}

bool pl_series_is_in_order(const struct pl_plan *plan,
                           const struct pl_series *series)
{
    return is_in_order(plan->series_entries + series->first_entry,
                       series->entry_end - series->first_entry);
}

struct pl_numbers_run pl_numbers_run_of(struct pl_arena *arena,
                                        const struct pl_plan *plan,
                                        const struct pl_series *series,
                                        const bool *quoted)
{
    uint32_t count = series->entry_end - series->first_entry;
    struct pl_numbers_run run = {.entries =
                                     plan->series_entries + series->first_entry,
                                 .first = series->first_entry,
                                 .count = count};
    if (is_in_order(run.entries, count)) {
        return run;
    }
    unsigned char manner = usual_manner(plan, series);
    struct pl_series_entry *entries =
        pl_arena_array(arena, count + 1, sizeof(*entries));
    uint32_t *origins = pl_arena_array(arena, count + 1, sizeof(*origins));
    run.count = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool counts = !quoted || !quoted[run.entries[i].block];
        if (counts && manner_of(plan, &run.entries[i]) == manner) {
            origins[run.count] = series->first_entry + i;
            entries[run.count++] = run.entries[i];
        }
    }
    run.entries = entries;
    run.origins = origins;
    return run;
}

struct pl_faults pl_faults_find(struct pl_arena *arena,
                                const struct pl_numbers_run *numbers,
                                uint32_t *from)
{
    uint32_t begin = *from;
    uint32_t end = begin + 1;
    while (end < numbers->count &&
           !begins_again(numbers->entries, begin, end, numbers->count)) {
        end++;
    }
    *from = end;
    struct run run = {.arena = arena,
                      .entries = numbers->entries + begin,
                      .origins =
                          numbers->origins ? numbers->origins + begin : NULL,
                      .first = numbers->first + begin,
                      .count = end - begin};
    return judge(&run);
}
