/* impact: a revision renumbers or deletes what an unchanged reference means.
 *
 * Only numbers that are typed count: fields follow by themselves. Params:
 * "fault": "renumbered" or "deleted". Message: {kind} ("paragraph"), {was},
 * {now}. */
#include "base/arena.h"
#include "base/chars.h"
#include "base/map.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "checks/word/facts.h"
#include "lint/shared.h"
#include "plan/plan.h"
#include "text/source.h"
#include "text/view_source.h"
#include "text/word/shown.h"

enum fault { RENUMBERED, DELETED };

static const char *const fault_names[] = {
    [RENUMBERED] = "renumbered", [DELETED] = "deleted"};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct pl_params reader = {arena, json, error};
    return pl_params_load_choice(&reader, rule, "fault",
                                 PL_CHOICES(fault_names));
}

/* What was before the revision. */
struct past {
    const struct pl_plan *plan;
    const struct pl_map *references; /* by their place in the file */
    const struct pl_map *arrivals;   /* new paragraphs by their text */
};

/* Where a place of the text is in the file, as a key; empty for what is made
 * and for the results of fields. */
static pl_str key_of(struct pl_arena *arena, const struct pl_plan *plan,
                     uint32_t offset)
{
    const struct pl_word_view *view = plan->source->view;
    const struct pl_word_segment *segment =
        pl_word_view_place(view, offset).segment;
    bool is_typed = segment && segment->kind == PL_WORD_FROM_PIECE &&
                    view->word->pieces[segment->piece].field == PL_NONE;
    return is_typed ? pl_str_from(pl_arena_printf(
                          arena, "%u:%u", segment->piece,
                          segment->offset + (offset - segment->start)))
                    : (pl_str){0};
}

static const struct pl_map *find_references(struct pl_arena *arena,
                                            const struct pl_plan *plan)
{
    struct pl_map *map = pl_map_new(arena, plan->references_count);
    for (uint32_t i = 0; i < plan->references_count; i++) {
        const struct pl_reference *it = &plan->references[i];
        pl_str key = it->resolution == PL_RESOLUTION_FOUND
                         ? key_of(arena, plan, it->range.start)
                         : (pl_str){0};
        if (key.len > 0) {
            pl_map_put(map, key, i);
        }
    }
    return map;
}

static pl_str text_of(struct pl_arena *arena, const struct pl_word_file *word,
                      uint32_t para, enum pl_word_state state)
{
    return pl_word_shown(arena, word, word->paras[para].first_piece,
                         word->paras[para].piece_end, state);
}

/* Paragraphs that only the final state has: moved to there, or written. */
static const struct pl_map *find_arrivals(struct pl_arena *arena,
                                          const struct pl_word_file *word)
{
    struct pl_map *map = pl_map_new(arena, 16);
    for (uint32_t i = 0; i < word->paras_count; i++) {
        pl_str now = text_of(arena, word, i, PL_WORD_FINAL);
        if (now.len > 0 && text_of(arena, word, i, PL_WORD_ORIGINAL).len == 0) {
            pl_map_get_or_add(map, now, i);
        }
    }
    return map;
}

static const void *make_past(struct pl_run *run)
{
    const struct pl_source *source =
        pl_view_source(run->arena, run->plan->source, PL_WORD_VIEW_ORIGINAL);
    struct past *past = pl_arena_alloc(run->arena, sizeof(*past));
    past->plan = pl_plan_read_with(run->arena, source, run->plan->vocabulary);
    past->references = find_references(run->arena, past->plan);
    past->arrivals = find_arrivals(run->arena, source->view->word);
    return past;
}

/* The paragraph of the file that an offset of the text is in. */
static uint32_t para_at(const struct pl_plan *plan, uint32_t offset)
{
    const struct pl_word_segment *segment =
        pl_word_view_place(plan->source->view, offset).segment;
    return segment ? segment->para : PL_NONE;
}

/* Where a paragraph of the original is now; PL_NONE: nowhere. */
static uint32_t follow(struct pl_run *run, const struct past *past,
                       uint32_t para)
{
    const struct pl_word_facts *facts = pl_word_facts(run);
    if (para == PL_NONE || facts->places->paras[para].start != PL_NONE) {
        return para;
    }
    pl_str text = text_of(run->arena, facts->word, para, PL_WORD_ORIGINAL);
    return text.len > 0 ? pl_map_get(past->arrivals, text) : PL_NONE;
}

/* The number of a section, a numbered paragraph or an item there. */
static struct pl_range number_at(struct pl_run *run, uint32_t para)
{
    const struct pl_plan *plan = run->plan;
    uint32_t start = pl_word_facts(run)->places->paras[para].start;
    uint32_t at = pl_plan_block_at(plan, start);
    struct pl_range none = {PL_NONE, PL_NONE};
    if (at == PL_NONE) {
        return none;
    }
    const struct pl_block *block = &plan->blocks[at];
    bool is_section = block->kind == PL_BLOCK_HEADING &&
                      block->section != PL_NONE &&
                      plan->sections[block->section].label.count > 0;
    bool is_paragraph =
        block->kind == PL_BLOCK_PARAGRAPH && block->detail != PL_NONE;
    bool is_item = block->kind == PL_BLOCK_ITEM && block->detail != PL_NONE;
    return is_section     ? plan->sections[block->section].number
           : is_paragraph ? plan->paragraphs[block->detail].number
           : is_item      ? plan->items[block->detail].marker
                          : none;
}

static bool is_same_number(const struct pl_plan *plan, struct pl_range number,
                           struct pl_label label)
{
    struct pl_label now;
    return pl_label_parse(pl_range_text(plan->text, number), &now) &&
           pl_label_eq(now, label);
}

/* Whether a reference means a number of its own kind: "section 5" a heading. */
static bool is_sure(const struct pl_plan *plan,
                    const struct pl_reference *reference)
{
    uint32_t at = pl_plan_block_at(plan, reference->target.start);
    bool is_heading =
        at != PL_NONE && plan->blocks[at].kind == PL_BLOCK_HEADING;
    return is_heading == (reference->kind == PL_REFERENCE_SECTION) &&
           is_same_number(plan, reference->target, reference->label);
}

/* Titles speak of other documents, too: "Reports on section 5 powers". */
static bool is_in_sentence(const struct pl_plan *plan,
                           const struct pl_reference *reference)
{
    struct pl_range range = plan->blocks[reference->block].range;
    pl_str text = pl_str_trim(pl_range_text(plan->text, range));
    char last = text.len > 0 ? text.data[text.len - 1] : '\0';
    return plan->blocks[reference->block].kind != PL_BLOCK_HEADING &&
           !pl_is_alnum(last);
}

static bool is_followed(const struct pl_reference *reference)
{
    return reference->to.count == 0 &&
           (reference->kind == PL_REFERENCE_PARAGRAPH ||
            reference->kind == PL_REFERENCE_SECTION);
}

static void report(struct pl_run *run, const struct pl_reference *reference,
                   struct pl_range now)
{
    const struct pl_plan *plan = run->plan;
    bool is_deleted = now.start == PL_NONE;
    pl_str was = pl_range_text(plan->text, reference->range);
    struct pl_label label;
    pl_str number = is_deleted ? (pl_str){0} : pl_range_text(plan->text, now);
    if (!is_deleted && pl_label_parse(number, &label)) {
        number = pl_label_text(run->arena, label);
    }
    struct pl_finding *finding =
        PL_FINDING(run, reference->range,
                   {"kind", pl_str_from(pl_reference_name(reference->kind))},
                   {"was", was}, {"now", number});
    if (!is_deleted) {
        pl_finding_relate(run->findings, finding, now, "what it was about");
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){reference->range, number},
                       PL_ARGS({"now", number}));
    }
}

static void check(struct pl_run *run, const struct past *past,
                  const struct pl_reference *reference)
{
    size_t fault = pl_params_choice_of(run->rule);
    pl_str key = key_of(run->arena, run->plan, reference->range.start);
    uint32_t old = key.len > 0 ? pl_map_get(past->references, key) : PL_NONE;
    if (old == PL_NONE || !is_sure(past->plan, &past->plan->references[old])) {
        return;
    }
    uint32_t before =
        para_at(past->plan, past->plan->references[old].target.start);
    uint32_t para = follow(run, past, before);
    struct pl_range now = {PL_NONE, PL_NONE};
    if (para != PL_NONE) {
        now = number_at(run, para);
    }
    bool is_deleted = para == PL_NONE && before != PL_NONE;
    bool is_renumbered = now.start != PL_NONE &&
                         !is_same_number(run->plan, now, reference->label);
    if (fault == DELETED ? is_deleted : is_renumbered) {
        report(run, reference, now);
    }
}

static bool is_revision(const struct pl_word_facts *facts)
{
    return facts && facts->state == PL_WORD_FINAL &&
           facts->word->changes_count > 0;
}

static void run_impact(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    if (!is_revision(pl_word_facts(run)) || plan->references_count == 0) {
        return;
    }
    const struct past *past = pl_run_share(run, make_past);
    for (uint32_t i = 0; i < plan->references_count; i++) {
        if (is_followed(&plan->references[i]) &&
            is_in_sentence(plan, &plan->references[i])) {
            check(run, past, &plan->references[i]);
        }
    }
}

const struct pl_check pl_check_impact = {
    .name = "impact",
    .load = load,
    .run = run_impact,
};
