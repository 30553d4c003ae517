#include "stages.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "lint/check.h"
#include "lint/lint.h"
#include "lint/ruleset.h"
#include "lint/settings.h"
#include "lint/shared.h"
#include "plan/acronyms.h"
#include "plan/acts.h"
#include "plan/entities.h"
#include "plan/entities/roles.h"
#include "plan/language.h"
#include "plan/plan.h"
#include "plan/references.h"
#include "plan/structure/captions.h"
#include "plan/structure/draft.h"
#include "plan/structure/years.h"
#include "report/report.h"
#include "subject.h"
#include "syntax/tree.h"
#include "text/source.h"

enum whole { WHOLE, READ, PARSE, MODEL, LINT, REPORT, WHOLE_COUNT };

static const pl_str whole_names[WHOLE_COUNT] = {
    [WHOLE] = PL_STR("end to end"), [READ] = PL_STR("read"),
    [PARSE] = PL_STR("parse"),      [MODEL] = PL_STR("model"),
    [LINT] = PL_STR("lint"),        [REPORT] = PL_STR("report"),
};

/* One document on its way. */
struct passage {
    struct pl_stages *stages;
    struct pl_arena *arena; /* emptied after the passage */
    struct pl_source *source;
    struct pl_tree *tree;
    const struct pl_plan *plan;
    struct pl_lint_result result;
    size_t next; /* stage to give the next time to */
};

static struct pl_stage *stage_at(struct passage *it, pl_str name,
                                 enum pl_stage_kind kind)
{
    struct pl_stages *stages = it->stages;
    if (it->next == stages->list.len) {
        struct pl_stage *added = PL_VEC_PUSH(stages->arena, &stages->list);
        added->name = name;
        added->kind = kind;
    }
    return &stages->list.items[it->next++];
}

/* Gives the time since `start` to the next stage; returns now. */
static double lap(struct passage *it, pl_str name, enum pl_stage_kind kind,
                  double start)
{
    struct pl_stage *stage = stage_at(it, name, kind);
    pl_times_add(it->stages->arena, &stage->times, start);
    return pl_now();
}

static void read_source(struct passage *it)
{
    struct pl_error error;
    const struct pl_subject *subject = it->stages->subject;
    pl_str bytes = pl_arena_copy(it->arena, subject->bytes); /* as from disk */
    if (!pl_source_read(it->arena, subject->name, bytes, NULL, &it->source,
                        &error)) {
        fprintf(stderr, "planlint_bench: %s\n", error.message);
        exit(2);
    }
}

static void report(struct passage *it)
{
    struct pl_report_options options = {.kind = PL_REPORT_TEXT, .width = 80};
    struct pl_report *report = pl_report_new(it->arena, options);
    struct pl_report_document document = {
        .plan = it->plan,
        .findings = it->result.findings.list.items,
        .finding_count = it->result.findings.list.len,
        .suppressed_count = it->result.suppressed,
    };
    pl_report_add(report, it->arena, &document);
    pl_report_end(report);
}

static void pass_whole(struct passage *it)
{
    it->next = 1; /* the whole is known at the end */
    double start = pl_now();
    read_source(it);
    double now = lap(it, whole_names[READ], PL_STAGE_WHOLE, start);
    it->tree = pl_tree_parse(it->source->text);
    now = lap(it, whole_names[PARSE], PL_STAGE_WHOLE, now);
    it->plan = pl_plan_build(it->arena, it->source, NULL, it->tree);
    now = lap(it, whole_names[MODEL], PL_STAGE_WHOLE, now);
    it->result =
        pl_lint(it->arena, it->plan, it->stages->subject->ruleset, NULL);
    it->stages->list.items[LINT].count = it->result.findings.list.len;
    now = lap(it, whole_names[LINT], PL_STAGE_WHOLE, now);
    report(it);
    lap(it, whole_names[REPORT], PL_STAGE_WHOLE, now);
    pl_times_add(it->stages->arena, &it->stages->list.items[WHOLE].times,
                 start);
}

static void pass_draft_parts(struct passage *it)
{
    static const struct {
        pl_str name;
        void (*run)(struct pl_draft *draft);
    } parts[] = {
        {PL_STR("model: wrapped lines"), pl_draft_flow},
        {PL_STR("model: kinds of line"), pl_draft_settle},
        {PL_STR("model: contents"), pl_draft_find_toc},
        {PL_STR("model: outline"), pl_draft_outline},
        {PL_STR("model: paragraphs"), pl_draft_number},
        {PL_STR("model: lists"), pl_draft_list},
        {PL_STR("model: footnotes"), pl_draft_pair_footnotes},
    };
    static const pl_str blocks = PL_STR("model: blocks");
    struct pl_draft draft = {.scratch = pl_arena_new(),
                             .source = it->source,
                             .text = it->source->text};
    double now = pl_now();
    pl_draft_read(&draft, it->tree);
    now = lap(it, blocks, PL_STAGE_PART, now);
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
        parts[i].run(&draft);
        now = lap(it, parts[i].name, PL_STAGE_PART, now);
    }
    pl_arena_free(draft.scratch);
}

/* Built once more into a copy of the plan. */
static void pass_plan_parts(struct passage *it)
{
    static const struct {
        pl_str name;
        void (*run)(struct pl_arena *arena, struct pl_plan *plan);
    } parts[] = {
        {PL_STR("model: language"), pl_language_build},
        {PL_STR("model: roles"), pl_roles_build},
        {PL_STR("model: captions"), pl_captions_build},
        {PL_STR("model: years"), pl_years_build},
        {PL_STR("model: acronyms"), pl_acronyms_build},
        {PL_STR("model: goals, targets"), pl_entities_build},
        {PL_STR("model: acts"), pl_acts_build},
        {PL_STR("model: references"), pl_references_build},
        {PL_STR("model: series"), pl_series_build},
    };
    static const pl_str words = PL_STR("model: words");
    struct pl_plan plan = *it->plan;
    struct pl_range all = {0, (uint32_t)plan.text.len};
    double now = pl_now();
    pl_words_build(it->arena, plan.text, &all, 1);
    now = lap(it, words, PL_STAGE_PART, now);
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
        parts[i].run(it->arena, &plan);
        now = lap(it, parts[i].name, PL_STAGE_PART, now);
    }
}

static void pass_rule(struct passage *it, const struct pl_rule *rule,
                      struct pl_shared *shared)
{
    static const struct pl_settings settings = {0};
    struct pl_findings findings = {.arena = it->arena,
                                   .limit = PL_LINT_MAX_FINDINGS};
    struct pl_run run = {.arena = it->arena,
                         .plan = it->plan,
                         .rule = rule,
                         .findings = &findings,
                         .settings = &settings,
                         .shared = shared};
    double start = pl_now();
    pl_lint_rule(&run);
    struct pl_stage *stage = stage_at(it, rule->name, PL_STAGE_RULE);
    pl_times_add(it->stages->arena, &stage->times, start);
    stage->count = findings.list.len + findings.dropped;
}

static void pass_rules(struct passage *it)
{
    const struct pl_ruleset *ruleset = it->stages->subject->ruleset;
    struct pl_shared *shared = pl_shared_new(it->arena);
    for (size_t i = 0; i < ruleset->count; i++) {
        if (ruleset->rules[i].severity != PL_SEVERITY_OFF) {
            pass_rule(it, &ruleset->rules[i], shared);
        }
    }
}

static void pass(struct pl_stages *stages)
{
    struct passage it = {.stages = stages, .arena = pl_arena_new()};
    pass_whole(&it);
    pass_draft_parts(&it);
    pass_plan_parts(&it);
    pass_rules(&it);
    pl_tree_free(it.tree);
    pl_arena_free(it.arena);
}

struct pl_stages *pl_stages_measure(struct pl_arena *arena,
                                    const struct pl_subject *subject,
                                    size_t runs)
{
    struct pl_stages *stages = pl_arena_alloc(arena, sizeof(*stages));
    stages->arena = arena;
    stages->subject = subject;
    for (size_t i = 0; i < WHOLE_COUNT; i++) {
        *PL_VEC_PUSH(arena, &stages->list) =
            (struct pl_stage){.name = whole_names[i]};
    }
    for (size_t i = 0; i < runs; i++) {
        pass(stages);
    }
    return stages;
}
