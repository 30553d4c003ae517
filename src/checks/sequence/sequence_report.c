/* What is told of a number: what it is, where it stands, what is missing and
 * what it should be. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "checks/sequence/sequence.h"
#include "checks/shared/fault_text.h"
#include "checks/shared/series_faults.h"

/* ----- words ----- */

struct pl_range pl_sequence_number(const struct pl_run *run,
                                   const struct pl_series_entry *entry)
{
    pl_str text = run->plan->text;
    struct pl_range core = entry->range;
    while (core.end > core.start + 1 && !pl_is_alnum(text.data[core.end - 1])) {
        core.end--;
    }
    uint32_t start = core.end;
    while (start > core.start &&
           (pl_is_alnum(text.data[start - 1]) || text.data[start - 1] == '.' ||
            text.data[start - 1] == '-')) {
        start--;
    }
    core.start = start < core.end ? start : core.start;
    return core;
}

static pl_str typed(const struct pl_run *run, uint32_t index)
{
    return pl_range_text(
        run->plan->text,
        pl_sequence_number(run, pl_sequence_entry(run, index)));
}

static pl_str label_of(const struct pl_run *run, uint32_t index)
{
    return pl_label_text(run->arena, pl_sequence_entry(run, index)->label);
}

/* "between 2.1 and 2.3", "after 7", "before 2". */
static pl_str place_of(const struct pl_run *run, uint32_t before,
                       uint32_t after)
{
    struct pl_buf place = pl_buf_in(run->arena);
    if (before != PL_NONE && after != PL_NONE) {
        pl_buf_addf(&place, "between %.*s and %.*s",
                    PL_STR_ARG(label_of(run, before)),
                    PL_STR_ARG(label_of(run, after)));
    } else if (before != PL_NONE) {
        pl_buf_addf(&place, "after %.*s", PL_STR_ARG(label_of(run, before)));
    } else if (after != PL_NONE) {
        pl_buf_addf(&place, "before %.*s", PL_STR_ARG(label_of(run, after)));
    } else {
        pl_buf_add_text(&place, "alone");
    }
    return pl_buf_str(&place);
}

/* The number with the word before it, "objective 1.2", or with the name of
 * the series, "target 1.2". */
static pl_str what_of(const struct pl_run *run,
                      const struct pl_series_entry *entry)
{
    const struct pl_sequence_params *params = run->rule->params;
    pl_str text = run->plan->text;
    struct pl_range core = pl_sequence_number(run, entry);
    uint32_t start = core.start;
    while (start > 0 && text.data[start - 1] == ' ') {
        start--;
    }
    uint32_t word = start;
    while (word > 0 && pl_is_letter(text.data[word - 1])) {
        word--;
    }
    if (word < start && pl_is_upper(text.data[word])) {
        struct pl_buf what = pl_buf_in(run->arena);
        pl_buf_add(&what, pl_str_slice(text, word, core.end));
        what.data[0] = pl_to_lower(what.data[0]);
        return pl_buf_str(&what);
    }
    return pl_str_from(pl_arena_printf(run->arena, "%s %.*s",
                                       pl_sequence_series_names[params->series],
                                       PL_STR_ARG(pl_range_text(text, core))));
}

/* ----- findings ----- */

/* Another number for `entry`, when one is known. */
static void offer_number(struct pl_run *run, struct pl_finding *finding,
                         const struct pl_series_entry *entry,
                         struct pl_label label, bool safe)
{
    if (!label.count) {
        return;
    }
    pl_str number = pl_label_text(run->arena, label);
    pl_finding_fix(run->findings, finding, safe,
                   (struct pl_edit){pl_sequence_number(run, entry), number},
                   PL_ARGS({"expected", number}));
}

static const char *with_number(const struct pl_run *run, const char *words,
                               uint32_t index)
{
    return pl_arena_printf(run->arena, "%s %.*s", words,
                           PL_STR_ARG(label_of(run, index)));
}

static void relate(struct pl_run *run, struct pl_finding *finding,
                   const struct pl_fault *fault)
{
    if (fault->kind == PL_FAULT_DUPLICATE) {
        pl_finding_relate(run->findings, finding,
                          pl_sequence_entry(run, fault->other)->range,
                          with_number(run, "the other", fault->other));
    } else if (fault->other != PL_NONE) {
        pl_finding_relate(
            run->findings, finding, pl_sequence_entry(run, fault->other)->range,
            with_number(run, "changed places with", fault->other));
    } else if (fault->before != PL_NONE) {
        pl_finding_relate(run->findings, finding,
                          pl_sequence_entry(run, fault->before)->range,
                          with_number(run, "comes after", fault->before));
    }
}

void pl_sequence_report(struct pl_run *run, const struct pl_fault *fault)
{
    const struct pl_series_entry *entry = pl_sequence_entry(run, fault->entry);
    pl_str place = fault->kind == PL_FAULT_GAP
                       ? label_of(run, fault->before)
                       : place_of(run, fault->before, fault->after);
    struct pl_finding *finding =
        PL_FINDING(run, entry->range, {"number", typed(run, fault->entry)},
                   {"name", pl_range_text(run->plan->text, entry->range)},
                   {"what", what_of(run, entry)}, {"place", place},
                   {"missing", pl_fault_missing(run->arena, fault)},
                   {"hint", pl_fault_hint(run->arena, fault)});
    relate(run, finding, fault);
    if (fault->kind != PL_FAULT_GAP) {
        offer_number(run, finding, entry, fault->missing, false);
    }
}

/* The neighbour of `at` in its series, or PL_NONE. */
static uint32_t neighbour(const struct pl_series *series, uint32_t at,
                          bool is_next)
{
    if (is_next) {
        return at + 1 < series->entry_end ? at + 1 : PL_NONE;
    }
    return at > series->first_entry ? at - 1 : PL_NONE;
}

void pl_sequence_report_malformed(struct pl_run *run,
                                  const struct pl_series *series, uint32_t at)
{
    const struct pl_series_entry *entry = pl_sequence_entry(run, at);
    uint32_t before = neighbour(series, at, false);
    uint32_t after = neighbour(series, at, true);
    bool fits =
        (before == PL_NONE ||
         pl_label_follows(pl_sequence_entry(run, before)->label,
                          entry->label)) &&
        (after == PL_NONE ||
         pl_label_follows(entry->label, pl_sequence_entry(run, after)->label));
    struct pl_finding *finding =
        PL_FINDING(run, entry->range, {"number", typed(run, at)},
                   {"expected", label_of(run, at)},
                   {"place", place_of(run, before, after)});
    offer_number(run, finding, entry, entry->label, fits);
}
