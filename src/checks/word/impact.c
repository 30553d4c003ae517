/* impact: a revision renumbers or deletes what an unchanged reference means.
 *
 * Only numbers that are typed count: fields follow by themselves. Params:
 * "fault": "renumbered" or "deleted". Message: {what} ("paragraphs 3 to 7
 * are"), {kind} ("paragraph"), {was}, {now}. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/number_span.h"
#include "checks/shared/params.h"
#include "checks/word/facts.h"
#include "checks/word/typed_mentions.h"
#include "lint/shared.h"
#include "plan/plan.h"
#include "text/source.h"
#include "text/word/number/shown.h"

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
    struct pl_typed_mentions mentions;
    const struct pl_map *places;   /* of the mentions, in the file */
    const struct pl_map *arrivals; /* new paragraphs by their text */
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

static const struct pl_map *find_places(struct pl_arena *arena,
                                        const struct pl_plan *plan,
                                        struct pl_typed_mentions mentions)
{
    struct pl_map *map = pl_map_new(arena, mentions.count);
    for (uint32_t i = 0; i < mentions.count; i++) {
        pl_str key = key_of(arena, plan, mentions.items[i].range.start);
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
static const struct pl_map *find_arrivals(const struct pl_run *run,
                                          const struct pl_word_file *word)
{
    struct pl_map *map = pl_map_new(run->arena, 16);
    for (uint32_t i = 0; i < word->paras_count; i++) {
        pl_str before = text_of(run->scratch, word, i, PL_WORD_ORIGINAL);
        pl_str now = before.len > 0
                         ? (pl_str){0}
                         : text_of(run->arena, word, i, PL_WORD_FINAL);
        if (now.len > 0) {
            pl_map_get_or_add(map, now, i);
        }
    }
    return map;
}

static const void *make_past(struct pl_run *run)
{
    struct past *past = pl_arena_alloc(run->arena, sizeof(*past));
    past->plan = pl_run_original(run);
    past->mentions = pl_typed_mentions_of(run->arena, past->plan);
    past->places = find_places(run->arena, past->plan, past->mentions);
    past->arrivals = find_arrivals(run, run->plan->source->view->word);
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

/* ----- what has become of a mention ----- */

enum fate { UNKNOWN, KEPT, MOVED, GONE };

struct outcome {
    enum fate fate;
    struct pl_range now; /* the number, unless it is unknown or gone */
};

static struct outcome outcome_of(struct pl_run *run, const struct past *past,
                                 struct pl_typed_end was)
{
    uint32_t before =
        was.target == PL_NONE ? PL_NONE : para_at(past->plan, was.target);
    uint32_t para = follow(run, past, before);
    if (para == PL_NONE) {
        return (struct outcome){.fate = before == PL_NONE ? UNKNOWN : GONE};
    }
    struct pl_range now = number_at(run, para);
    enum fate fate = now.start == PL_NONE                        ? UNKNOWN
                     : is_same_number(run->plan, now, was.label) ? KEPT
                                                                 : MOVED;
    return (struct outcome){fate, now};
}

/* As a reference has it: "3" of "3." */
static pl_str bare(struct pl_run *run, struct pl_range number)
{
    pl_str text = pl_range_text(run->plan->text, number);
    struct pl_label label;
    return pl_label_parse(text, &label) ? pl_label_text(run->arena, label)
                                        : text;
}

static void report_deleted(struct pl_run *run,
                           const struct pl_typed_mention *mention,
                           struct pl_label label)
{
    PL_FINDING(run, mention->range, {"kind", mention->kind},
               {"was", pl_label_text(run->arena, label)});
}

static void report_moved(struct pl_run *run,
                         const struct pl_typed_mention *mention,
                         const struct outcome *outcomes)
{
    bool is_range = mention->end_count > 1;
    pl_str was = pl_range_text(run->plan->text, mention->range);
    struct pl_buf now = pl_buf_in(run->arena);
    pl_buf_add(&now, bare(run, outcomes[0].now));
    if (is_range) {
        pl_buf_add(&now, pl_number_span_of(was).between);
        pl_buf_add(&now, bare(run, outcomes[1].now));
    }
    const char *what =
        pl_arena_printf(run->arena, "%.*s %.*s %s",
                        PL_STR_ARG(is_range ? mention->kinds : mention->kind),
                        PL_STR_ARG(was), is_range ? "are" : "is");
    struct pl_finding *finding = PL_FINDING(
        run, mention->range, {"what", pl_str_from(what)},
        {"kind", mention->kind}, {"was", was}, {"now", pl_buf_str(&now)});
    for (uint32_t i = 0; i < mention->end_count; i++) {
        pl_finding_relate(run->findings, finding, outcomes[i].now,
                          "what it was about");
    }
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){mention->range, pl_buf_str(&now)},
                   PL_ARGS({"now", pl_buf_str(&now)}));
}

/* The mention in the original that says the same in the same place. */
static const struct pl_typed_mention *
original_of(struct pl_run *run, const struct past *past,
            const struct pl_typed_mention *mention)
{
    pl_str key = key_of(run->arena, run->plan, mention->range.start);
    uint32_t old = key.len > 0 ? pl_map_get(past->places, key) : PL_NONE;
    const struct pl_typed_mention *was =
        old == PL_NONE ? NULL : &past->mentions.items[old];
    bool is_same = was && was->end_count == mention->end_count;
    for (uint32_t i = 0; is_same && i < was->end_count; i++) {
        is_same = pl_label_eq(was->ends[i].label, mention->ends[i].label);
    }
    return is_same ? was : NULL;
}

/* Tells of ends that are gone; of the others only when all are known. */
static void judge(struct pl_run *run, const struct pl_typed_mention *mention,
                  const struct outcome *outcomes)
{
    bool asks_for_deleted = pl_params_choice_of(run->rule) == DELETED;
    bool has_moved = false;
    for (uint32_t i = 0; i < mention->end_count; i++) {
        enum fate fate = outcomes[i].fate;
        has_moved |= fate == MOVED;
        if (fate == GONE && asks_for_deleted) {
            report_deleted(run, mention, mention->ends[i].label);
        }
        if (fate == GONE || fate == UNKNOWN) {
            return;
        }
    }
    if (has_moved && !asks_for_deleted) {
        report_moved(run, mention, outcomes);
    }
}

static void check(struct pl_run *run, const struct past *past,
                  const struct pl_typed_mention *mention)
{
    const struct pl_typed_mention *was = original_of(run, past, mention);
    if (!was) {
        return;
    }
    struct outcome outcomes[PL_TYPED_ENDS];
    for (uint32_t i = 0; i < was->end_count; i++) {
        outcomes[i] = outcome_of(run, past, was->ends[i]);
    }
    judge(run, mention, outcomes);
}

static bool is_revision(const struct pl_word_facts *facts)
{
    return facts && facts->state == PL_WORD_FINAL &&
           facts->word->changes_count > 0;
}

static void run_impact(struct pl_run *run)
{
    if (!is_revision(pl_word_facts(run))) {
        return;
    }
    const struct past *past = pl_run_share(run, make_past);
    struct pl_typed_mentions mentions =
        pl_typed_mentions_of(run->arena, run->plan);
    for (uint32_t i = 0; i < mentions.count; i++) {
        check(run, past, &mentions.items[i]);
    }
}

const struct pl_check pl_check_impact = {
    .name = "impact",
    .load = load,
    .run = run_impact,
};
