/* reference: a mention of another place of the document that leads nowhere,
 * or not where it says.
 *
 * Params: "fault": "missing", "direction" ("above" for "below"),
 * "nothing-there" ("the figure below" in a document without any), "reversed"
 * ("7 to 3") or "self" (in the paragraph that is named); "of", the only kind
 * that is judged: "paragraph", "section", "annex", "table", "figure", "goal",
 * "target", "item", "footnote" or "article" (absent: all).
 * Message: {phrase}, {kind}, {number}; of "missing" also {known} (the numbers
 * that there are), of "direction" {right} ("above"; in the fix, too), of
 * "reversed" {to}, without {kind}; "nothing-there" has no {number}. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/known_labels.h"
#include "checks/shared/names.h"
#include "checks/shared/params.h"
#include "plan/plan.h"
#include "text/source.h"

enum fault {
    FAULT_MISSING,
    FAULT_DIRECTION,
    FAULT_NOTHING_THERE,
    FAULT_REVERSED,
    FAULT_SELF,
};

static const char *const fault_names[] = {
    [FAULT_MISSING] = "missing",
    [FAULT_DIRECTION] = "direction",
    [FAULT_NOTHING_THERE] = "nothing-there",
    [FAULT_REVERSED] = "reversed",
    [FAULT_SELF] = "self",
};

struct params {
    size_t fault; /* enum fault */
    size_t of;    /* enum pl_reference_kind, or PL_NO_CHOICE: any */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params = pl_arena_alloc(arena, sizeof(*params));
    *params = rule->params
                  ? *(const struct params *)rule->params
                  : (struct params){.fault = PL_NO_CHOICE, .of = PL_NO_CHOICE};
    rule->params = params;
    static const char *const keys[] = {"fault", "of"};
    struct pl_choices faults = {fault_names,
                                sizeof(fault_names) / sizeof(*fault_names)};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, sizeof(keys) / sizeof(*keys), error) &&
           pl_params_choice(&reader, "fault", faults, &params->fault) &&
           (!pl_json_get(json, "of").item ||
            pl_params_choice(&reader, "of", pl_reference_kinds, &params->of));
}

static pl_str kind_of(const struct pl_reference *reference)
{
    return pl_str_from(pl_reference_name(reference->kind));
}

static pl_str phrase_of(const struct pl_run *run,
                        const struct pl_reference *reference)
{
    return pl_range_text(run->plan->text, reference->phrase);
}

/* ----- missing ----- */

/* The number that is not there: of "3 to 7" it may be the second one. */
static struct pl_label missing_label(const struct pl_reference *reference)
{
    bool has_first = !pl_range_is_empty(reference->target);
    return has_first && reference->to.count ? reference->to : reference->label;
}

/* Nobody reads the evidence of findings that are only counted. */
static pl_str evidence(const struct pl_run *run, struct pl_known_labels *known,
                       const struct pl_reference *reference,
                       struct pl_label label)
{
    const struct pl_findings *findings = run->findings;
    bool is_full = findings->limit && findings->list.len >= findings->limit;
    return is_full ? (pl_str){0}
                   : pl_known_labels_tell(known, reference->kind, label);
}

static void find_missing(struct pl_run *run, struct pl_known_labels *known,
                         const struct pl_reference *reference)
{
    if (reference->resolution != PL_RESOLUTION_MISSING) {
        return;
    }
    struct pl_label label = missing_label(reference);
    PL_FINDING(run, reference->range, {"phrase", phrase_of(run, reference)},
               {"kind", kind_of(reference)},
               {"number", pl_label_text(run->arena, label)},
               {"known", evidence(run, known, reference, label)});
}

/* ----- above and below ----- */

/* Whether the reference stands in the section whose heading is `target`: "2.1
 * below" in section 2.1 itself may mean what is still to come of it. */
static bool is_inside_section(const struct pl_plan *plan,
                              const struct pl_reference *reference,
                              uint32_t target)
{
    uint32_t own = plan->blocks[reference->block].section;
    uint32_t other = plan->blocks[target].section;
    return plan->blocks[target].kind == PL_BLOCK_HEADING && own != PL_NONE &&
           other != PL_NONE && own >= other &&
           own < plan->sections[other].subtree_end;
}

static bool is_wrong_way(const struct pl_plan *plan,
                         const struct pl_reference *reference)
{
    uint32_t target = pl_plan_block_at(plan, reference->target.start);
    if (target == PL_NONE || target == reference->block) {
        return false;
    }
    if (reference->direction == PL_DIRECTION_ABOVE) {
        return target > reference->block;
    }
    return target < reference->block &&
           !is_inside_section(plan, reference, target);
}

/* The word that the phrase ends with. */
static struct pl_range last_word(const struct pl_run *run,
                                 struct pl_range phrase)
{
    pl_str text = run->plan->text;
    struct pl_range word = {phrase.end, phrase.end};
    while (word.start > phrase.start &&
           (pl_is_letter(text.data[word.start - 1]) ||
            pl_is_wide(text.data[word.start - 1]) ||
            text.data[word.start - 1] == '-')) {
        word.start--;
    }
    return word;
}

static void fix_direction(struct pl_run *run,
                          const struct pl_reference *reference,
                          struct pl_finding *finding)
{
    struct pl_range word = last_word(run, reference->phrase);
    pl_str right = pl_direction_opposite(pl_range_text(run->plan->text, word));
    if (right.len > 0) {
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){word, right},
                       PL_ARGS({"right", right}));
    }
}

static void find_direction(struct pl_run *run,
                           const struct pl_reference *reference)
{
    bool is_above = reference->direction == PL_DIRECTION_ABOVE;
    if (reference->resolution != PL_RESOLUTION_FOUND ||
        reference->direction == PL_DIRECTION_NONE ||
        !is_wrong_way(run->plan, reference)) {
        return;
    }
    struct pl_finding *finding = PL_FINDING(
        run, reference->phrase, {"phrase", phrase_of(run, reference)},
        {"kind", kind_of(reference)},
        {"number", pl_label_text(run->arena, reference->label)},
        {"right", pl_str_from(is_above ? "below" : "above")});
    pl_finding_relate(run->findings, finding, reference->target,
                      "what it refers to");
    fix_direction(run, reference, finding);
}

/* ----- "the figure below" ----- */

/* Of an image, plain text can have no more than the description: that alone
 * shows nothing. */
static bool is_description(const struct pl_plan *plan,
                           const struct pl_caption *caption)
{
    return caption->label.count == 0 &&
           plan->source->format != PL_FORMAT_MARKDOWN;
}

/* Whether the document shows anything of that kind, numbered or not. */
static bool shows_any(const struct pl_plan *plan, enum pl_caption_kind kind)
{
    for (uint32_t i = 0; i < plan->captions_count; i++) {
        const struct pl_caption *caption = &plan->captions[i];
        if (caption->kind == kind && !is_description(plan, caption)) {
            return true;
        }
    }
    return kind == PL_CAPTION_TABLE && plan->tables_count > 0;
}

static void find_nothing_there(struct pl_run *run,
                               const struct pl_reference *reference)
{
    if (reference->resolution != PL_RESOLUTION_UNLABELLED ||
        reference->direction == PL_DIRECTION_NONE ||
        !pl_name_has(phrase_of(run, reference), kind_of(reference))) {
        return;
    }
    bool is_figure = reference->kind == PL_REFERENCE_FIGURE;
    if (!is_figure && reference->kind != PL_REFERENCE_TABLE) {
        return;
    }
    if (!shows_any(run->plan,
                   is_figure ? PL_CAPTION_FIGURE : PL_CAPTION_TABLE)) {
        PL_FINDING(run, reference->phrase,
                   {"phrase", phrase_of(run, reference)},
                   {"kind", kind_of(reference)});
    }
}

/* ----- ranges and circles ----- */

static void find_reversed(struct pl_run *run,
                          const struct pl_reference *reference)
{
    if (reference->to.count == 0 || reference->label.count == 0 ||
        reference->label.count != reference->to.count ||
        pl_label_compare(reference->label, reference->to) <= 0) {
        return;
    }
    PL_FINDING(run, reference->range, {"phrase", phrase_of(run, reference)},
               {"number", pl_label_text(run->arena, reference->label)},
               {"to", pl_label_text(run->arena, reference->to)});
}

/* Whether the reference stands in the very paragraph that it names. In a
 * section, which may be long, it may do so with good reason. */
static bool is_in_target(const struct pl_plan *plan,
                         const struct pl_reference *reference)
{
    uint32_t target = pl_plan_block_at(plan, reference->target.start);
    return reference->kind == PL_REFERENCE_PARAGRAPH && target != PL_NONE &&
           target == reference->block && reference->to.count == 0;
}

static void find_self(struct pl_run *run, const struct pl_reference *reference)
{
    if (reference->resolution != PL_RESOLUTION_FOUND ||
        !is_in_target(run->plan, reference)) {
        return;
    }
    struct pl_finding *finding = PL_FINDING(
        run, reference->phrase, {"phrase", phrase_of(run, reference)},
        {"kind", kind_of(reference)},
        {"number", pl_label_text(run->arena, reference->label)});
    pl_finding_relate(run->findings, finding, reference->target,
                      "where it stands");
}

static void find_fault(struct pl_run *run, struct pl_known_labels *known,
                       const struct pl_reference *reference)
{
    const struct params *params = run->rule->params;
    switch ((enum fault)params->fault) {
    case FAULT_MISSING:
        find_missing(run, known, reference);
        break;
    case FAULT_DIRECTION:
        find_direction(run, reference);
        break;
    case FAULT_NOTHING_THERE:
        find_nothing_there(run, reference);
        break;
    case FAULT_REVERSED:
        find_reversed(run, reference);
        break;
    case FAULT_SELF:
        find_self(run, reference);
        break;
    }
}

static void run_reference(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct pl_known_labels *known = pl_known_labels_new(run->arena, run->plan);
    for (uint32_t i = 0; i < run->plan->references_count; i++) {
        const struct pl_reference *reference = &run->plan->references[i];
        if (params->of == PL_NO_CHOICE ||
            (size_t)reference->kind == params->of) {
            find_fault(run, known, reference);
        }
    }
}

const struct pl_check pl_check_reference = {
    .name = "reference",
    .load = load,
    .run = run_reference,
};
