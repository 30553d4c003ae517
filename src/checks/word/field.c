/* field: a field of a Word file does not show what it ought to.
 *
 * Params: "fault": "missing": it refers to a bookmark that is not there, and
 * shows something else than one of "shown" (how error messages begin);
 * "outdated": it shows another number or text than is due; "unnumbered": it
 * refers to a paragraph without a number by its number; "contents": an entry of
 * a table of contents is not as its heading; "link": a link leads to a bookmark
 * that is not there. Message: {field} ("REF"), {bookmark}, {shown}, {due}, of
 * "contents" {fault} ("leads to a heading that is not there"). */
#include "base/arena.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "checks/word/facts.h"
#include "lint/shared.h"
#include "plan/plan.h"

enum fault { MISSING, OUTDATED, UNNUMBERED, CONTENTS, LINK };

static const char *const fault_names[] = {
    [MISSING] = "missing",
    [OUTDATED] = "outdated",
    [UNNUMBERED] = "unnumbered",
    [CONTENTS] = "contents",
    [LINK] = "link",
};

struct params {
    size_t fault;
    struct pl_words_param shown;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"fault", "shown"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .fault = PL_NO_CHOICE);
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           pl_params_words(&reader, "shown", &params->shown);
}

/* Those of the plan's state; shared by the rules. */
static const void *judge(struct pl_run *run)
{
    const struct pl_word_facts *facts = pl_word_facts(run);
    struct pl_word_fields *fields = pl_arena_alloc(run->arena, sizeof(*fields));
    *fields = pl_word_fields_judge(run->arena, facts->word, facts->state,
                                   facts->labels);
    return fields;
}

static bool begins_with_one(const struct pl_words_param *words, pl_str text)
{
    for (size_t i = 0; i < words->count; i++) {
        if (pl_str_starts(text, words->items[i])) {
            return true;
        }
    }
    return false;
}

/* Of the pages of headings, and of the links in a table of contents, the
 * entries speak. */
static bool is_page_of_heading(const struct pl_word_judged_field *field)
{
    return field->instruction.kind == PL_WORD_FIELD_PAGEREF &&
           pl_str_starts(field->instruction.argument, (pl_str)PL_STR("_Toc"));
}

static bool is_in_contents(const struct pl_word_facts *facts,
                           const struct pl_word_judged_field *field)
{
    return field->para != PL_NONE && facts->word->paras[field->para].is_toc;
}

static bool has_fault(const struct pl_word_facts *facts,
                      const struct params *params,
                      const struct pl_word_judged_field *field)
{
    bool is_link = field->instruction.kind == PL_WORD_FIELD_HYPERLINK;
    bool is_missing = field->verdict == PL_WORD_VERDICT_NO_BOOKMARK;
    bool is_page = field->instruction.kind == PL_WORD_FIELD_PAGEREF;
    switch ((enum fault)params->fault) {
    case MISSING:
        return is_missing && !is_link && field->shown.len > 0 &&
               !is_page_of_heading(field) &&
               !(is_page && is_in_contents(facts, field)) &&
               !begins_with_one(&params->shown, field->shown);
    case LINK:
        return is_missing && is_link && !is_in_contents(facts, field);
    case OUTDATED:
        return field->verdict == PL_WORD_VERDICT_STALE;
    case UNNUMBERED:
        return field->verdict == PL_WORD_VERDICT_UNNUMBERED;
    case CONTENTS:
        return field->verdict == PL_WORD_VERDICT_ENTRY;
    }
    return false;
}

static const char *fault_of(const struct pl_run *run,
                            struct pl_word_quoted_pair quoted)
{
    return quoted.second.len > 0
               ? pl_arena_printf(run->arena, "is not as its heading \"%.*s\"",
                                 PL_STR_ARG(quoted.second))
               : "leads to a heading that is not there";
}

static void report(struct pl_run *run, const struct pl_word_facts *facts,
                   const struct pl_word_judged_field *field)
{
    struct pl_range range = pl_word_place_of(
        facts->places, field->para, field->first_piece, field->piece_end);
    if (range.start == PL_NONE) {
        return;
    }
    struct pl_word_quoted_pair quoted =
        pl_word_quote_pair(run->arena, field->shown, field->due);
    struct pl_finding *finding = PL_FINDING(
        run, range, {"field", pl_word_field_keyword(field->instruction.kind)},
        {"bookmark", field->instruction.argument}, {"shown", quoted.first},
        {"due", quoted.second}, {"fault", pl_str_from(fault_of(run, quoted))});
    struct pl_range target =
        pl_word_place_of_label(facts->places, field->target);
    if (target.start != PL_NONE) {
        pl_finding_relate(run->findings, finding, target, "what it refers to");
    }
}

static void run_field(struct pl_run *run)
{
    const struct pl_word_facts *facts = pl_word_facts(run);
    if (!facts) {
        return;
    }
    const struct pl_word_fields *fields = pl_run_share(run, judge);
    for (uint32_t i = 0; i < fields->count; i++) {
        if (has_fault(facts, run->rule->params, &fields->items[i])) {
            report(run, facts, &fields->items[i]);
        }
    }
}

const struct pl_check pl_check_field = {
    .name = "field",
    .load = load,
    .run = run_field,
};
