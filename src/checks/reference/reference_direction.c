/* "above" for what stands below, and the other way round. */
#include "base/chars.h"
#include "base/search.h"
#include "checks/reference/reference.h"
#include "checks/shared/names.h"

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

/* In a note they are said of the page that it stands on. */
static bool has_wrong_direction(const struct pl_plan *plan,
                                const struct pl_reference *reference)
{
    bool is_in_note = plan->blocks[reference->block].kind == PL_BLOCK_NOTE;
    return reference->resolution == PL_RESOLUTION_FOUND && !is_in_note &&
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

void pl_reference_find_direction(struct pl_reference_pass *pass,
                                 const struct pl_reference *reference)
{
    struct pl_run *run = pass->run;
    bool is_above = reference->direction == PL_DIRECTION_ABOVE;
    if (!has_wrong_direction(run->plan, reference) ||
        is_told(run->plan, reference) ||
        pl_reference_is_quoted(run, reference)) {
        return;
    }
    struct pl_finding *finding = PL_FINDING(
        run, reference->phrase, {"phrase", pl_reference_phrase(run, reference)},
        {"kind", pl_reference_kind_text(reference)},
        {"number", pl_label_text(run->arena, reference->label)},
        {"right", pl_str_from(is_above ? "below" : "above")});
    pl_finding_relate(run->findings, finding, reference->target,
                      "what it refers to");
    fix_direction(run, reference, finding);
}
