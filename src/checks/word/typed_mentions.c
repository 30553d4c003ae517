#include "checks/word/typed_mentions.h"

#include "base/chars.h"
#include "base/vec.h"
#include "plan/plan.h"

struct gatherer {
    struct pl_arena *arena;
    const struct pl_plan *plan;
    PL_VEC(struct pl_typed_mention) found;
};

/* Whether the number at `target` is that of a heading for a section, and of
 * something else for anything else; and the one that is mentioned. */
static bool is_sure(const struct pl_plan *plan, enum pl_reference_kind kind,
                    struct pl_range target, struct pl_label label)
{
    uint32_t at = pl_plan_block_at(plan, target.start);
    bool is_heading =
        at != PL_NONE && plan->blocks[at].kind == PL_BLOCK_HEADING;
    struct pl_label own;
    return is_heading == (kind == PL_REFERENCE_SECTION) &&
           pl_label_parse(pl_range_text(plan->text, target), &own) &&
           pl_label_eq(own, label);
}

/* "Reports on section 5 powers" is a title, of a law. */
static bool is_in_sentence(const struct pl_plan *plan, uint32_t block)
{
    pl_str text =
        pl_str_trim(pl_range_text(plan->text, plan->blocks[block].range));
    char last = text.len > 0 ? text.data[text.len - 1] : '\0';
    return plan->blocks[block].kind != PL_BLOCK_HEADING && !pl_is_alnum(last);
}

static struct pl_typed_end end_of(const struct pl_plan *plan,
                                  const struct pl_reference *reference,
                                  struct pl_range target, struct pl_label label)
{
    bool is_known = reference->resolution == PL_RESOLUTION_FOUND &&
                    is_sure(plan, reference->kind, target, label);
    return (struct pl_typed_end){label, is_known ? target.start : PL_NONE};
}

static void take_reference(struct gatherer *it,
                           const struct pl_reference *reference)
{
    const struct pl_plan *plan = it->plan;
    bool is_followed = (reference->kind == PL_REFERENCE_PARAGRAPH ||
                        reference->kind == PL_REFERENCE_SECTION) &&
                       is_in_sentence(plan, reference->block);
    if (!is_followed) {
        return;
    }
    struct pl_typed_mention mention = {
        .range = reference->range,
        .kind = pl_str_from(pl_reference_name(reference->kind)),
        .kinds = pl_str_from(pl_reference_plural(reference->kind)),
        .ends = {end_of(plan, reference, reference->target, reference->label)},
        .end_count = 1,
    };
    if (reference->to.count > 0) {
        mention.ends[1] =
            end_of(plan, reference, reference->target_end, reference->to);
        mention.end_count = 2;
    }
    *PL_VEC_PUSH(it->arena, &it->found) = mention;
}

static void take_pinpoint(struct gatherer *it,
                          const struct pl_pinpoint *pinpoint)
{
    const struct pl_plan *plan = it->plan;
    bool has_item = pinpoint->item != PL_NONE;
    uint32_t target =
        has_item ? plan->clause_items[pinpoint->item].marker.start : PL_NONE;
    pl_str name = pl_range_text(plan->text, pinpoint->name);
    *PL_VEC_PUSH(it->arena, &it->found) = (struct pl_typed_mention){
        .range = pinpoint->range,
        .kind = name,
        .kinds = name,
        .ends = {{pinpoint->label, target}},
        .end_count = 1,
    };
}

struct pl_typed_mentions pl_typed_mentions_of(struct pl_arena *arena,
                                              const struct pl_plan *plan)
{
    struct gatherer it = {.arena = arena, .plan = plan};
    uint32_t next = 0;
    for (uint32_t i = 0; i < plan->references_count; i++) {
        uint32_t start = plan->references[i].range.start;
        while (next < plan->pinpoints_count &&
               plan->pinpoints[next].range.start < start) {
            take_pinpoint(&it, &plan->pinpoints[next++]);
        }
        take_reference(&it, &plan->references[i]);
    }
    while (next < plan->pinpoints_count) {
        take_pinpoint(&it, &plan->pinpoints[next++]);
    }
    return (struct pl_typed_mentions){it.found.items, (uint32_t)it.found.len};
}
