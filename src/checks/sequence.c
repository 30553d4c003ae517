/* sequence: a number of a series is missing, doubled, out of place, or not
 * what it stands for. Where a series begins is never judged.
 *
 * Params: "series": "section", "paragraph", "item", "annex", "figure", "table",
 * "goal", "target" or "footnote"; "fault": "gap", "duplicate", "order" or
 * "malformed"; "regular" (80), per cent of the numbers of a run that must be
 * without fault (or all of four or more but one); "maxGap" (10), numbers: more
 * that are missing are taken to be meant. Message: {number}, {name} (with its
 * word: "Annex 2"), {what}
 * ("objective 1.2"), {place} ("between 2 and 4"; of a gap, the number before
 * it), {missing} ("3 is missing"), {hint} (", and 3 is missing", or nothing);
 * of "malformed": {number}, {expected}, {place}. Fix: {expected}. */
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/search.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/label_text.h"
#include "checks/shared/params.h"
#include "checks/shared/series_faults.h"
#include "lint/shared.h"

enum fault { FAULT_GAP, FAULT_DUPLICATE, FAULT_ORDER, FAULT_MALFORMED };

static const char *const fault_names[] = {
    [FAULT_GAP] = "gap",
    [FAULT_DUPLICATE] = "duplicate",
    [FAULT_ORDER] = "order",
    [FAULT_MALFORMED] = "malformed",
};

static const char *const series_names[] = {
    [PL_SERIES_SECTION] = "section",   [PL_SERIES_PARAGRAPH] = "paragraph",
    [PL_SERIES_ITEM] = "item",         [PL_SERIES_ANNEX] = "annex",
    [PL_SERIES_FIGURE] = "figure",     [PL_SERIES_TABLE] = "table",
    [PL_SERIES_GOAL] = "goal",         [PL_SERIES_TARGET] = "target",
    [PL_SERIES_FOOTNOTE] = "footnote",
};

struct params {
    size_t series;  /* enum pl_series_kind */
    size_t fault;   /* enum fault */
    size_t regular; /* per cent of a run that must be without fault */
    size_t max_gap; /* numbers; a wider gap is taken to be meant */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .series = PL_NO_CHOICE,
                  .fault = PL_NO_CHOICE, .regular = 80, .max_gap = 10);
    static const char *const keys[] = {"series", "fault", "regular", "maxGap"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "series", PL_CHOICES(series_names),
                            &params->series) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           pl_params_size(&reader, "regular", 100, &params->regular) &&
           pl_params_size(&reader, "maxGap", UINT32_MAX / 2, &params->max_gap);
}

/* ----- words for messages ----- */

static const struct pl_series_entry *entry_at(const struct pl_run *run,
                                              uint32_t index)
{
    return &run->plan->series_entries[index];
}

/* The number inside what was typed: "b" of "b)", "2" of "Annex 2". */
static struct pl_range core_of(const struct pl_run *run,
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
    return pl_range_text(run->plan->text, core_of(run, entry_at(run, index)));
}

static pl_str label_of(const struct pl_run *run, uint32_t index)
{
    return pl_label_text(run->arena, entry_at(run, index)->label);
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

static struct pl_label last_missing(const struct pl_fault *fault)
{
    struct pl_label last = fault->missing;
    struct pl_label_part *part = &last.parts[last.count - 1];
    part->value = (uint16_t)(part->value + fault->missing_count - 1);
    return last;
}

/* "3 is missing", "3 and 4 are missing", "3 to 6 are missing". */
static pl_str missing_of(const struct pl_run *run, const struct pl_fault *fault)
{
    struct pl_buf words = pl_buf_in(run->arena);
    if (!fault->missing.count) {
        return pl_buf_str(&words);
    }
    pl_label_write(&words, fault->missing);
    if (fault->missing_count > 1) {
        pl_buf_add_text(&words, fault->missing_count == 2 ? " and " : " to ");
        pl_label_write(&words, last_missing(fault));
        pl_buf_add_text(&words, " are missing");
    } else {
        pl_buf_add_text(&words, " is missing");
    }
    return pl_buf_str(&words);
}

/* The number with the word before it, "objective 1.2", or with the name of
 * the series, "target 1.2". */
static pl_str what_of(const struct pl_run *run,
                      const struct pl_series_entry *entry)
{
    const struct params *params = run->rule->params;
    pl_str text = run->plan->text;
    struct pl_range core = core_of(run, entry);
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
                                       series_names[params->series],
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
                   (struct pl_edit){core_of(run, entry), number},
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
                          entry_at(run, fault->other)->range,
                          with_number(run, "the other", fault->other));
    } else if (fault->other != PL_NONE) {
        pl_finding_relate(
            run->findings, finding, entry_at(run, fault->other)->range,
            with_number(run, "changed places with", fault->other));
    } else if (fault->before != PL_NONE) {
        pl_finding_relate(run->findings, finding,
                          entry_at(run, fault->before)->range,
                          with_number(run, "comes after", fault->before));
    }
}

static void report(struct pl_run *run, const struct pl_fault *fault)
{
    const struct pl_series_entry *entry = entry_at(run, fault->entry);
    pl_str missing = missing_of(run, fault);
    pl_str hint = {0};
    if (missing.len) {
        const char *words =
            pl_arena_printf(run->arena, ", and %.*s", PL_STR_ARG(missing));
        hint = pl_str_from(words);
    }
    pl_str place = fault->kind == PL_FAULT_GAP
                       ? label_of(run, fault->before)
                       : place_of(run, fault->before, fault->after);
    struct pl_finding *finding =
        PL_FINDING(run, entry->range, {"number", typed(run, fault->entry)},
                   {"name", pl_range_text(run->plan->text, entry->range)},
                   {"what", what_of(run, entry)}, {"place", place},
                   {"missing", missing}, {"hint", hint});
    relate(run, finding, fault);
    if (fault->kind != PL_FAULT_GAP) {
        offer_number(run, finding, entry, fault->missing, false);
    }
}

/* The first entity that begins at or after `offset`. */
static uint32_t entity_after(const struct pl_plan *plan, uint32_t offset)
{
    return PL_FIRST_FROM(plan->entities, plan->entities_count, range.start,
                         offset);
}

/* Whether a target with the number of another goal stands in the gap: that is
 * what is wrong then. */
static bool is_filled(const struct pl_run *run, const struct pl_fault *fault)
{
    const struct params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    if (params->series != PL_SERIES_TARGET) {
        return false;
    }
    uint32_t end = entry_at(run, fault->after)->range.start;
    for (uint32_t i =
             entity_after(plan, entry_at(run, fault->before)->range.end);
         i < plan->entities_count && plan->entities[i].range.start < end; i++) {
        const struct pl_entity *entity = &plan->entities[i];
        if (entity->kind == PL_ENTITY_TARGET && entity->number.start < end) {
            return true;
        }
    }
    return false;
}

/* "Table" of "Table 4"; empty for a number alone. */
static pl_str keyword_of(const struct pl_run *run,
                         const struct pl_series_entry *entry)
{
    uint32_t start = core_of(run, entry).start;
    return pl_str_trim(
        pl_str_slice(run->plan->text, entry->range.start, start));
}

/* Whether a number that is missing stands in the gap after all, in a line that
 * was not understood. */
static bool is_typed(const struct pl_run *run, const struct pl_fault *fault)
{
    const struct params *params = run->rule->params;
    const struct pl_series_entry *after = entry_at(run, fault->after);
    pl_str keyword = keyword_of(run, after);
    struct pl_typed_query query = {
        .piece = {entry_at(run, fault->before)->range.end, after->range.start},
        .label = fault->missing,
        .is_alone =
            params->series == PL_SERIES_PARAGRAPH && fault->missing.count == 1,
        .skips_items =
            params->series == PL_SERIES_SECTION && fault->missing.count == 1,
        .mark = pl_mark_after_number(run->plan->text, after->range),
    };
    if (keyword.len > 0 && pl_is_letter(keyword.data[0])) {
        query.keyword = keyword;
    }
    for (uint32_t i = 0; i < fault->missing_count; i++) {
        if (pl_label_is_typed(run->arena, run->plan, &query)) {
            return true;
        }
        query.label = pl_label_next(query.label);
    }
    return false;
}

static bool is_explained(const struct pl_run *run, const struct pl_fault *fault)
{
    const struct params *params = run->rule->params;
    bool is_entity =
        params->series == PL_SERIES_GOAL || params->series == PL_SERIES_TARGET;
    return is_entity ? is_filled(run, fault) : is_typed(run, fault);
}

/* Lists of codes ("40 : name") and of resolutions are seldom whole. */
static bool is_catalogue(const struct pl_run *run,
                         const struct pl_series_entry *entry)
{
    const struct params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    if (params->series == PL_SERIES_ITEM) {
        pl_str text = pl_range_text(plan->text, entry->range);
        return text.len > 0 && text.data[text.len - 1] == ':';
    }
    if (params->series != PL_SERIES_ANNEX) {
        return false;
    }
    uint32_t section = plan->blocks[entry->block].section;
    enum pl_part_kind kind = plan->sections[section].part_kind;
    return kind == PL_PART_RESOLUTION || kind == PL_PART_DECISION;
}

/* "![Figure 2](...)" beside the caption of figure 2. */
static bool is_image_text(const struct pl_run *run, uint32_t index)
{
    uint32_t start = index == PL_NONE ? 0 : entry_at(run, index)->range.start;
    return start >= 2 && run->plan->text.data[start - 1] == '[' &&
           run->plan->text.data[start - 2] == '!';
}

/* Numbers in the cells of a table are no sections or paragraphs. */
static bool is_in_cell(const struct pl_run *run, const struct pl_fault *fault)
{
    const struct params *params = run->rule->params;
    uint32_t start = entry_at(run, fault->entry)->range.start;
    return (params->series == PL_SERIES_SECTION ||
            params->series == PL_SERIES_PARAGRAPH) &&
           start > 0 && run->plan->text.data[start - 1] == '\t';
}

static bool is_asked(const struct pl_run *run, const struct pl_fault *fault)
{
    const struct params *params = run->rule->params;
    if (is_in_cell(run, fault)) {
        return false;
    }
    switch (fault->kind) {
    case PL_FAULT_GAP:
        return params->fault == FAULT_GAP &&
               fault->missing_count <= params->max_gap &&
               !is_catalogue(run, entry_at(run, fault->entry)) &&
               !is_explained(run, fault);
    case PL_FAULT_DUPLICATE:
        return params->fault == FAULT_DUPLICATE &&
               !is_image_text(run, fault->entry) &&
               !is_image_text(run, fault->other);
    case PL_FAULT_ORDER:
        return params->fault == FAULT_ORDER;
    }
    return false;
}

/* "2.1.1 of the rules" is a mention rather than a number. */
static bool is_mention(const struct pl_run *run,
                       const struct pl_series_entry *entry)
{
    pl_str text = run->plan->text;
    uint32_t at = entry->range.end;
    while (at < text.len && text.data[at] == ' ') {
        at++;
    }
    return at > entry->range.end && at < text.len && pl_is_lower(text.data[at]);
}

/* "B. KEBICH": the name of a person. */
static bool is_name(const struct pl_run *run,
                    const struct pl_series_entry *entry)
{
    enum { LONGEST = 40 };
    const struct pl_plan *plan = run->plan;
    if (entry->block >= plan->blocks_count ||
        plan->blocks[entry->block].kind != PL_BLOCK_ITEM) {
        return false;
    }
    pl_str name = pl_range_text(plan->text, plan->blocks[entry->block].content);
    pl_str number = pl_range_text(plan->text, entry->range);
    return number.len > 1 && pl_is_upper(number.data[0]) &&
           number.data[1] == '.' && name.len > 0 && name.len <= LONGEST &&
           pl_is_upper(name.data[0]) &&
           pl_str_find_char(name, ' ', 0) == PL_NOWHERE;
}

/* "iii.the Council": a marker that was not taken for one. */
static bool begins_with_glued_marker(pl_str line)
{
    enum { LONGEST = 4 };
    size_t at = 0;
    while (at < line.len && at < LONGEST && pl_is_alnum(line.data[at])) {
        at++;
    }
    return at > 0 && at + 1 < line.len &&
           (line.data[at] == '.' || line.data[at] == ')') &&
           pl_is_letter(line.data[at + 1]);
}

static bool follows_glued_marker(const struct pl_run *run,
                                 const struct pl_series_entry *entry)
{
    enum { NEAR = 3 }; /* blocks */
    const struct pl_plan *plan = run->plan;
    for (uint32_t back = 1; back <= NEAR && back <= entry->block; back++) {
        const struct pl_block *block = &plan->blocks[entry->block - back];
        if (block->kind == PL_BLOCK_PARAGRAPH &&
            begins_with_glued_marker(
                pl_range_text(plan->text, block->content))) {
            return true;
        }
    }
    return false;
}

/* Whether the list was read wrong at that item. */
static bool is_misread(const struct pl_run *run, uint32_t at)
{
    const struct params *params = run->rule->params;
    const struct pl_series_entry *entry = entry_at(run, at);
    return params->series == PL_SERIES_ITEM &&
           (is_name(run, entry) || follows_glued_marker(run, entry));
}

/* Whether so much of a run is without fault that its numbers are meant to be
 * whole. One fault is, among four numbers or among three with dots. */
static bool is_regular(const struct pl_run *run, const struct pl_faults *faults)
{
    enum { FEWEST = 4, FEWEST_WITH_DOTS = 3 };
    const struct params *params = run->rule->params;
    size_t allowed = faults->entries * (100 - params->regular);
    if (faults->count * 100 <= allowed) {
        return true;
    }
    const struct pl_series_entry *first = entry_at(run, faults->items[0].entry);
    bool has_dots = first->label.count > 1;
    return faults->count == 1 && !is_mention(run, first) &&

           faults->entries >= (has_dots ? FEWEST_WITH_DOTS : FEWEST);
}

static void judge_run(struct pl_run *run, const struct pl_faults *faults)
{
    if (!is_regular(run, faults)) {
        return;
    }
    for (size_t i = 0; i < faults->count; i++) {
        if (is_asked(run, &faults->items[i]) &&
            !is_misread(run, faults->items[i].entry)) {
            report(run, &faults->items[i]);
        }
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

static void report_malformed(struct pl_run *run, const struct pl_series *series,
                             uint32_t at)
{
    const struct pl_series_entry *entry = entry_at(run, at);
    uint32_t before = neighbour(series, at, false);
    uint32_t after = neighbour(series, at, true);
    bool fits =
        (before == PL_NONE ||
         pl_label_follows(entry_at(run, before)->label, entry->label)) &&
        (after == PL_NONE ||
         pl_label_follows(entry->label, entry_at(run, after)->label));
    struct pl_finding *finding =
        PL_FINDING(run, entry->range, {"number", typed(run, at)},
                   {"expected", label_of(run, at)},
                   {"place", place_of(run, before, after)});
    offer_number(run, finding, entry, entry->label, fits);
}

static void find_malformed(struct pl_run *run, const struct pl_series *series)
{
    for (uint32_t i = series->first_entry; i < series->entry_end; i++) {
        if (entry_at(run, i)->is_damaged) {
            report_malformed(run, series, i);
        }
    }
}

static void judge_series(struct pl_run *run, const struct pl_series *series,
                         struct pl_arena *scratch)
{
    struct pl_numbers_run numbers =
        pl_numbers_run_of(scratch, run->plan, series);
    for (uint32_t from = 0; from < numbers.count;) {
        struct pl_faults faults = pl_faults_find(scratch, &numbers, &from);
        judge_run(run, &faults);
    }
    pl_arena_reset(scratch);
}

/* Of each series, whether something is wrong in it: most are in order. */
static const void *judge_order(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    bool *has_faults = pl_arena_array(run->arena, plan->series_count, 1);
    for (uint32_t i = 0; i < plan->series_count; i++) {
        has_faults[i] = !pl_series_is_in_order(plan, &plan->series[i]);
    }
    return has_faults;
}

static void run_sequence(struct pl_run *run)
{
    const bool *has_faults = pl_run_share(run, judge_order);
    const struct params *params = run->rule->params;
    struct pl_arena *scratch = pl_arena_new();
    for (uint32_t i = 0; i < run->plan->series_count; i++) {
        const struct pl_series *series = &run->plan->series[i];
        if ((size_t)series->kind != params->series) {
            continue;
        }
        if (params->fault == FAULT_MALFORMED) {
            find_malformed(run, series);
        } else if (has_faults[i]) {
            judge_series(run, series, scratch);
        }
    }
    pl_arena_free(scratch);
}

const struct pl_check pl_check_sequence = {
    .name = "sequence",
    .load = load,
    .run = run_sequence,
};
