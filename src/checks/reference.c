/* reference: a mention of another place of the document that leads nowhere,
 * or not where it says.
 *
 * Params: "fault": "missing", "beside-one" (missing, of a kind of annex of
 * which there is one), "missing-item" ("paragraph 5 (d)" of a list that ends
 * with c), "direction" ("above" for "below"), "nothing-there" ("the figure
 * below" in a document without any), "reversed" ("7 to 3"), "self" (in the
 * paragraph that is named) or "ambiguous" (a bare "2.1" of a section and of a
 * target); "of", the only kind that is judged: "paragraph", "section",
 * "annex", "table", "figure", "box", "goal", "objective", "target", "item",
 * "footnote" or "article" (absent: all).
 * Message: {phrase}, {kind}, {number}; of "missing" and "beside-one" also
 * {known} (the numbers that there are), of "missing-item" {last} (the last
 * mark of the list), of "direction" {right} ("above"; in the fix, too), of
 * "reversed" {to}, without {kind}, and in the fix {right} ("3 to 7"), of
 * "ambiguous" {other} ("target"); "nothing-there" has no {number}. */
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/search.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/known_labels.h"
#include "checks/shared/names.h"
#include "checks/shared/params.h"
#include "plan/plan.h"
#include "text/source.h"

enum fault {
    FAULT_MISSING,
    FAULT_BESIDE_ONE,
    FAULT_MISSING_ITEM,
    FAULT_DIRECTION,
    FAULT_NOTHING_THERE,
    FAULT_REVERSED,
    FAULT_SELF,
    FAULT_AMBIGUOUS,
};

static const char *const fault_names[] = {
    [FAULT_MISSING] = "missing",
    [FAULT_BESIDE_ONE] = "beside-one",
    [FAULT_MISSING_ITEM] = "missing-item",
    [FAULT_DIRECTION] = "direction",
    [FAULT_NOTHING_THERE] = "nothing-there",
    [FAULT_REVERSED] = "reversed",
    [FAULT_SELF] = "self",
    [FAULT_AMBIGUOUS] = "ambiguous",
};

struct params {
    size_t fault; /* enum fault */
    size_t of;    /* enum pl_reference_kind, or PL_NO_CHOICE: any */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params = PL_PARAMS(
        arena, rule, struct params, .fault = PL_NO_CHOICE, .of = PL_NO_CHOICE);
    static const char *const keys[] = {"fault", "of"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
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
                         const struct pl_reference *reference, bool beside_one)
{
    if (reference->resolution != PL_RESOLUTION_MISSING ||
        reference->is_beside_one != beside_one) {
        return;
    }
    struct pl_label label = missing_label(reference);
    PL_FINDING(run, reference->range, {"phrase", phrase_of(run, reference)},
               {"kind", kind_of(reference)},
               {"number", pl_label_text(run->arena, label)},
               {"known", evidence(run, known, reference, label)});
}

static void find_missing_item(struct pl_run *run,
                              const struct pl_reference *reference)
{
    if (reference->resolution != PL_RESOLUTION_ITEM_MISSING) {
        return;
    }
    struct pl_finding *finding =
        PL_FINDING(run, reference->range, {"phrase", phrase_of(run, reference)},
                   {"kind", kind_of(reference)},
                   {"number", pl_label_text(run->arena, reference->label)},
                   {"last", pl_range_text(run->plan->text, reference->target)});
    pl_finding_relate(run->findings, finding, reference->target,
                      "the last item");
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

/* Whether a point of the same section, "(6)" or "6.", has the number and
 * stands where the reference says. */
static bool has_point_there(const struct pl_plan *plan,
                            const struct pl_reference *reference)
{
    bool is_above = reference->direction == PL_DIRECTION_ABOVE;
    uint32_t at = reference->phrase.start;
    uint32_t section = plan->blocks[reference->block].section;
    uint32_t i =
        PL_FIRST_FROM(plan->items, plan->items_count, marker.start, at);
    i -= is_above && i > 0 ? 1 : 0;
    while (i < plan->items_count &&
           plan->blocks[plan->items[i].block].section == section) {
        const struct pl_item *item = &plan->items[i];
        if ((item->marker.start < at) == is_above &&
            pl_label_eq(item->label, reference->label)) {
            return true;
        }
        i = is_above ? i - 1 : i + 1; /* wraps round past the first */
    }
    return false;
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

static bool has_wrong_direction(const struct pl_plan *plan,
                                const struct pl_reference *reference)
{
    return reference->resolution == PL_RESOLUTION_FOUND &&
           reference->direction != PL_DIRECTION_NONE &&
           is_wrong_way(plan, reference) && !has_point_there(plan, reference);
}

/* "Tables 1 and 2 above" is one slip. */
static bool is_told(const struct pl_plan *plan,
                    const struct pl_reference *reference)
{
    const struct pl_reference *before = reference - 1;
    return reference > plan->references &&
           before->phrase.start == reference->phrase.start &&
           has_wrong_direction(plan, before);
}

static void find_direction(struct pl_run *run,
                           const struct pl_reference *reference)
{
    bool is_above = reference->direction == PL_DIRECTION_ABOVE;
    if (!has_wrong_direction(run->plan, reference) ||
        is_told(run->plan, reference)) {
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
           plan->source->format != PL_FORMAT_MARKDOWN &&
           plan->source->format != PL_FORMAT_WORD;
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

/* A picture may be shown without being called a figure. */
static bool is_picture(pl_str phrase)
{
    return pl_name_has(phrase, (pl_str)PL_STR("diagram")) ||
           pl_name_has(phrase, (pl_str)PL_STR("chart"));
}

/* "[This is followed by the table of members.]": an extract says what it
 * leaves out. */
static bool is_left_out(const struct pl_run *run,
                        const struct pl_reference *reference)
{
    enum { NEAR = 4 }; /* blocks */
    const struct pl_plan *plan = run->plan;
    uint32_t first = pl_plan_block_at(plan, reference->range.start);
    for (uint32_t i = first;
         first != PL_NONE && i < plan->blocks_count && i <= first + NEAR; i++) {
        pl_str text =
            pl_str_trim(pl_range_text(plan->text, plan->blocks[i].content));
        if (text.len > 0 && text.data[0] == '[' &&
            pl_name_has(text, kind_of(reference))) {
            return true;
        }
    }
    return false;
}

static void find_nothing_there(struct pl_run *run,
                               const struct pl_reference *reference)
{
    if (reference->resolution != PL_RESOLUTION_UNLABELLED ||
        reference->direction == PL_DIRECTION_NONE ||
        is_picture(phrase_of(run, reference)) || is_left_out(run, reference)) {
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

static bool is_number_byte(char c)
{
    return pl_is_alnum(c) || c == '.' || c == '(' || c == ')';
}

/* "7 to 3" with its numbers changed over. */
static pl_str turned_round(const struct pl_run *run, struct pl_range range)
{
    pl_str text = pl_range_text(run->plan->text, range);
    size_t first = 0;
    size_t second = text.len;
    while (first < text.len && is_number_byte(text.data[first])) {
        first++;
    }
    while (second > first && is_number_byte(text.data[second - 1])) {
        second--;
    }
    struct pl_buf out = pl_buf_in(run->arena);
    pl_buf_add(&out, pl_str_slice(text, second, text.len));
    pl_buf_add(&out, pl_str_slice(text, first, second));
    pl_buf_add(&out, pl_str_slice(text, 0, first));
    return pl_buf_str(&out);
}

static void find_reversed(struct pl_run *run,
                          const struct pl_reference *reference)
{
    if (reference->to.count == 0 || reference->label.count == 0 ||
        reference->label.count != reference->to.count ||
        pl_label_compare(reference->label, reference->to) <= 0) {
        return;
    }
    struct pl_finding *finding =
        PL_FINDING(run, reference->range, {"phrase", phrase_of(run, reference)},
                   {"number", pl_label_text(run->arena, reference->label)},
                   {"to", pl_label_text(run->arena, reference->to)});
    pl_str right = turned_round(run, reference->range);
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){reference->range, right},
                   PL_ARGS({"right", right}));
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

/* "Article 2, paragraph 3", "paragraph 3 of Article 2": of another part. */
static bool is_of_named_part(const struct pl_plan *plan,
                             const struct pl_reference *reference)
{
    enum { NEAR = 8 }; /* bytes: " of the " */
    const struct pl_reference *all = plan->references;
    const struct pl_reference *end = all + plan->references_count;
    const struct pl_reference *before = reference - 1;
    const struct pl_reference *after = reference + 1;
    return (reference > all && before->kind != reference->kind &&
            before->block == reference->block &&
            reference->phrase.start - before->phrase.end <= NEAR) ||
           (after < end && after->kind != reference->kind &&
            after->block == reference->block &&
            after->phrase.start - reference->phrase.end <= NEAR);
}

static void find_self(struct pl_run *run, const struct pl_reference *reference)
{
    if (reference->resolution != PL_RESOLUTION_FOUND ||
        !is_in_target(run->plan, reference) ||
        is_of_named_part(run->plan, reference)) {
        return;
    }
    struct pl_finding *finding = PL_FINDING(
        run, reference->phrase, {"phrase", phrase_of(run, reference)},
        {"kind", kind_of(reference)},
        {"number", pl_label_text(run->arena, reference->label)});
    pl_finding_relate(run->findings, finding, reference->target,
                      "where it stands");
}

/* ----- one number for two things ----- */

/* "2.1" without a word that says of what. */
static bool is_bare(const struct pl_run *run,
                    const struct pl_reference *reference)
{
    return reference->resolution == PL_RESOLUTION_FOUND &&
           reference->label.count > 1 &&
           pl_is_digit(run->plan->text.data[reference->phrase.start]);
}

static uint32_t entity_with(const struct pl_plan *plan, struct pl_label label)
{
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        if (pl_label_eq(plan->entities[i].label, label)) {
            return i;
        }
    }
    return PL_NONE;
}

enum { MOST_AMBIGUOUS = 256 }; /* bare numbers that are looked up */

static void find_ambiguous(struct pl_run *run, uint32_t *looked_up,
                           const struct pl_reference *reference)
{
    const struct pl_plan *plan = run->plan;
    if (!is_bare(run, reference) || (*looked_up)++ >= MOST_AMBIGUOUS) {
        return;
    }
    uint32_t other = entity_with(plan, reference->label);
    if (other == PL_NONE) {
        return;
    }
    const struct pl_entity *entity = &plan->entities[other];
    struct pl_finding *finding =
        PL_FINDING(run, reference->range, {"phrase", phrase_of(run, reference)},
                   {"kind", kind_of(reference)},
                   {"number", pl_label_text(run->arena, reference->label)},
                   {"other", pl_str_from(pl_entity_name(entity->kind))});
    pl_finding_relate(run->findings, finding, reference->target, "the section");
    pl_finding_relate(run->findings, finding, entity->range,
                      pl_entity_name(entity->kind));
}

struct finder {
    struct pl_run *run;
    struct pl_known_labels *known;
    uint32_t looked_up; /* bare numbers */
};

static void find_fault(struct finder *finder,
                       const struct pl_reference *reference)
{
    struct pl_run *run = finder->run;
    const struct params *params = run->rule->params;
    switch ((enum fault)params->fault) {
    case FAULT_MISSING:
        find_missing(run, finder->known, reference, false);
        break;
    case FAULT_BESIDE_ONE:
        find_missing(run, finder->known, reference, true);
        break;
    case FAULT_MISSING_ITEM:
        find_missing_item(run, reference);
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
    case FAULT_AMBIGUOUS:
        find_ambiguous(run, &finder->looked_up, reference);
        break;
    }
}

static void run_reference(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct finder finder = {
        .run = run, .known = pl_known_labels_new(run->arena, run->plan)};
    for (uint32_t i = 0; i < run->plan->references_count; i++) {
        const struct pl_reference *reference = &run->plan->references[i];
        if (params->of == PL_NO_CHOICE ||
            (size_t)reference->kind == params->of) {
            find_fault(&finder, reference);
        }
    }
}

const struct pl_check pl_check_reference = {
    .name = "reference",
    .load = load,
    .run = run_reference,
};
