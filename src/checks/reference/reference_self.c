/* A paragraph that is referred to in itself. */
#include "checks/reference/reference.h"

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
    enum { NEAR = 8, MOST = 64 }; /* bytes: " of the "; numbers of a phrase */
    const struct pl_reference *all = plan->references;
    const struct pl_reference *end = all + plan->references_count;
    const struct pl_reference *before = reference - 1;
    const struct pl_reference *after = reference + 1;
    while (before > all && before->phrase.start == reference->phrase.start &&
           reference - before < MOST) {
        before--; /* "paragraphs 1 and 2" are one phrase */
    }
    return (reference > all && before->kind != reference->kind &&
            before->block == reference->block &&
            reference->phrase.start - before->phrase.end <= NEAR) ||
           (after < end && after->kind != reference->kind &&
            after->block == reference->block &&
            after->phrase.start - reference->phrase.end <= NEAR);
}

void pl_reference_find_self(struct pl_reference_pass *pass,
                            const struct pl_reference *reference)
{
    struct pl_run *run = pass->run;
    if (reference->resolution != PL_RESOLUTION_FOUND ||
        !is_in_target(run->plan, reference) ||
        pl_reference_is_quoted(run, reference) ||
        is_of_named_part(run->plan, reference)) {
        return;
    }
    struct pl_finding *finding = PL_FINDING(
        run, reference->phrase, {"phrase", pl_reference_phrase(run, reference)},
        {"kind", pl_reference_kind_text(reference)},
        {"number", pl_label_text(run->arena, reference->label)});
    pl_finding_relate(run->findings, finding, reference->target,
                      "where it stands");
}
