/* pairing: footnote marks and notes that do not belong together one to one.
 *
 * Only the ids pair them; what a reader sees as their numbers is not known.
 *
 * Params: "fault": "mark-without-note", "note-without-mark", "empty",
 * "duplicate" or "order". Message: {id}; of "order" also {before}, the id of
 * the note before it. */
#include "base/arena.h"
#include "base/chars.h"
#include "base/map.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "plan/plan.h"
#include "text/source.h"

enum fault {
    FAULT_MARK_ALONE,
    FAULT_NOTE_ALONE,
    FAULT_EMPTY,
    FAULT_DUPLICATE,
    FAULT_ORDER,
};

static const char *const fault_names[] = {
    [FAULT_MARK_ALONE] = "mark-without-note",
    [FAULT_NOTE_ALONE] = "note-without-mark",
    [FAULT_EMPTY] = "empty",
    [FAULT_DUPLICATE] = "duplicate",
    [FAULT_ORDER] = "order",
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct pl_params reader = {arena, json, error};
    return pl_params_load_choice(&reader, rule, "fault",
                                 PL_CHOICES(fault_names));
}

/* "[^a-z]" may be something else than a mark. */
static bool is_plain_id(pl_str id)
{
    for (size_t i = 0; i < id.len; i++) {
        if (!pl_is_alnum(id.data[i]) && id.data[i] != '_' &&
            !(id.data[i] == '-' && i > 0 && i + 1 < id.len)) {
            return false;
        }
    }
    return id.len > 0;
}

/* Notes may stand in a file of their own: in Markdown a document without any
 * tells nothing. */
static void find_marks_alone(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    if (plan->footnotes_count == 0 &&
        plan->source->format == PL_FORMAT_MARKDOWN) {
        return;
    }
    for (uint32_t i = 0; i < plan->footnote_marks_count; i++) {
        const struct pl_footnote_mark *mark = &plan->footnote_marks[i];
        if (mark->note == PL_NONE && is_plain_id(mark->id)) {
            PL_FINDING(run, mark->range, {"id", mark->id});
        }
    }
}

static void find_notes_alone(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *marked =
        pl_map_new(run->scratch, plan->footnote_marks_count);
    for (uint32_t i = 0; i < plan->footnote_marks_count; i++) {
        pl_map_put(marked, plan->footnote_marks[i].id, i);
    }
    for (uint32_t i = 0;
         i < plan->footnotes_count && plan->footnote_marks_count > 0; i++) {
        const struct pl_footnote *note = &plan->footnotes[i];
        if (pl_map_get(marked, note->id) == PL_NONE) {
            PL_FINDING(run, note->label, {"id", note->id});
        }
    }
}

static void find_empty(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->footnotes_count; i++) {
        const struct pl_footnote *note = &plan->footnotes[i];
        if (pl_str_trim(pl_range_text(plan->text, note->body)).len > 0) {
            continue;
        }
        struct pl_finding *finding =
            PL_FINDING(run, note->range, {"id", note->id});
        if (note->mark != PL_NONE) {
            pl_finding_relate(run->findings, finding,
                              plan->footnote_marks[note->mark].range,
                              "its mark");
        }
    }
}

/* Counts the marks with each id. */
static uint32_t *count_marks(struct pl_run *run, struct pl_map **index)
{
    const struct pl_plan *plan = run->plan;
    uint32_t *counts = pl_arena_array(
        run->scratch, plan->footnote_marks_count + 1, sizeof(*counts));
    *index = pl_map_new(run->scratch, plan->footnote_marks_count);
    for (uint32_t i = 0; i < plan->footnote_marks_count; i++) {
        counts[pl_map_get_or_add(*index, plan->footnote_marks[i].id, i)]++;
    }
    return counts;
}

/* Where marks repeat along with their notes, the document was put together
 * from others, and its notes begin anew. */
static void find_duplicates(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *marks;
    const uint32_t *counts = count_marks(run, &marks);
    struct pl_map *notes = pl_map_new(run->scratch, plan->footnotes_count);
    for (uint32_t i = 0; i < plan->footnotes_count; i++) {
        const struct pl_footnote *note = &plan->footnotes[i];
        uint32_t first = pl_map_get_or_add(notes, note->id, i);
        uint32_t mark = pl_map_get(marks, note->id);
        if (first == i || (mark != PL_NONE && counts[mark] > 1)) {
            continue;
        }
        struct pl_finding *finding =
            PL_FINDING(run, note->label, {"id", note->id});
        pl_finding_relate(run->findings, finding, plan->footnotes[first].label,
                          "the first note with this mark");
    }
}

/* Notes follow one another as their marks do. */
static void find_order(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_footnote *before = NULL;
    for (uint32_t i = 0; i < plan->footnotes_count; i++) {
        const struct pl_footnote *note = &plan->footnotes[i];
        if (note->mark == PL_NONE) {
            continue;
        }
        if (before && note->mark < before->mark) {
            struct pl_finding *finding = PL_FINDING(
                run, note->label, {"id", note->id}, {"before", before->id});
            pl_finding_relate(run->findings, finding,
                              plan->footnote_marks[note->mark].range,
                              "its mark");
            pl_finding_relate(run->findings, finding,
                              plan->footnote_marks[before->mark].range,
                              "the mark of the note before it");
        }
        before = note;
    }
}

static void run_pairing(struct pl_run *run)
{
    static void (*const finders[])(struct pl_run *) = {
        [FAULT_MARK_ALONE] = find_marks_alone,
        [FAULT_NOTE_ALONE] = find_notes_alone,
        [FAULT_EMPTY] = find_empty,
        [FAULT_DUPLICATE] = find_duplicates,
        [FAULT_ORDER] = find_order,
    };
    size_t fault = pl_params_choice_of(run->rule);
    finders[fault](run);
}

const struct pl_check pl_check_pairing = {
    .name = "pairing",
    .load = load,
    .run = run_pairing,
};
