/* Mentions of what is not there. */
#include "base/arena.h"
#include "checks/reference/reference.h"
#include "checks/shared/elsewhere.h"
#include "checks/shared/known_labels.h"

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

/* "Article 20.- All members" at the beginning of a line: the place itself,
 * which was not understood as one. */
static bool begins_article(const struct pl_plan *plan,
                           const struct pl_reference *reference)
{
    pl_str text = plan->text;
    uint32_t start = reference->phrase.start;
    uint32_t at = reference->phrase.end;
    bool begins_line = start == 0 || text.data[start - 1] == '\n';
    bool has_mark = at + 1 < text.len &&
                    (text.data[at] == '.' || text.data[at] == ':') &&
                    (text.data[at + 1] == '-' || text.data[at + 1] == ' ');
    return reference->kind == PL_REFERENCE_ARTICLE && begins_line && has_mark;
}

static void find_missing(struct pl_reference_pass *pass,
                         const struct pl_reference *reference, bool beside_one)
{
    struct pl_run *run = pass->run;
    if (reference->resolution != PL_RESOLUTION_MISSING ||
        reference->is_beside_one != beside_one ||
        begins_article(run->plan, reference) ||
        pl_reference_is_quoted(run, reference) ||
        pl_reference_may_be_elsewhere(run, reference)) {
        return;
    }
    struct pl_label label = missing_label(reference);
    PL_FINDING(run, reference->range,
               {"phrase", pl_reference_phrase(run, reference)},
               {"kind", pl_reference_kind_text(reference)},
               {"number", pl_label_text(run->arena, label)},
               {"known", evidence(run, pass->known, reference, label)});
}

void pl_reference_find_missing(struct pl_reference_pass *pass,
                               const struct pl_reference *reference)
{
    find_missing(pass, reference, false);
}

void pl_reference_find_beside_one(struct pl_reference_pass *pass,
                                  const struct pl_reference *reference)
{
    find_missing(pass, reference, true);
}

void pl_reference_find_missing_item(struct pl_reference_pass *pass,
                                    const struct pl_reference *reference)
{
    struct pl_run *run = pass->run;
    if (reference->resolution != PL_RESOLUTION_ITEM_MISSING ||
        pl_reference_is_quoted(run, reference)) {
        return;
    }
    struct pl_finding *finding = PL_FINDING(
        run, reference->range, {"phrase", pl_reference_phrase(run, reference)},
        {"kind", pl_reference_kind_text(reference)},
        {"number", pl_label_text(run->arena, reference->label)},
        {"last", pl_range_text(run->plan->text, reference->target)});
    pl_finding_relate(run->findings, finding, reference->target,
                      "the last item");
}
