/* What can be renumbered from a place on. */
#include "base/search.h"
#include "plan/plan.h"
#include "plan/renumber.h"
#include "plan/renumber/numbering.h"
#include "plan/renumber/runs.h"
#include "text/source.h"

static bool found(struct pl_renumber_spot *spot, enum pl_renumber_kind kind,
                  struct pl_range number)
{
    *spot = (struct pl_renumber_spot){kind, number};
    return true;
}

/* Markdown numbers "1." lists itself. */
static bool numbers_itself(const struct pl_plan *plan,
                           const struct pl_item *item)
{
    return plan->source->format == PL_FORMAT_MARKDOWN &&
           item->label.parts[0].style == PL_LABEL_DECIMAL &&
           plan->text.data[item->marker.end - 1] == '.';
}

static bool find_item(const struct pl_plan *plan, uint32_t offset,
                      uint32_t block, struct pl_renumber_spot *spot)
{
    uint32_t index = pl_plan_item_at(plan, offset);
    const struct pl_item *item = index == PL_NONE ? NULL : &plan->items[index];
    return item && item->block == block && item->label.count > 0 &&
           plan->lists[item->list].item_count > 1 &&
           !numbers_itself(plan, item) &&
           found(spot, PL_RENUMBER_ITEMS, item->marker);
}

static bool find_outline(const struct pl_plan *plan, uint32_t block,
                         struct pl_renumber_spot *spot)
{
    const struct pl_block *it = &plan->blocks[block];
    if (it->kind == PL_BLOCK_PARAGRAPH && it->detail != PL_NONE) {
        return found(spot, PL_RENUMBER_PARAGRAPHS,
                     plan->paragraphs[it->detail].number);
    }
    if (it->kind != PL_BLOCK_HEADING || it->section == PL_NONE ||
        plan->sections[it->section].label.count == 0) {
        return false;
    }
    const struct pl_section *section = &plan->sections[it->section];
    bool is_annex = section->kind == PL_SECTION_ANNEX;
    bool is_counted = !is_annex || (section->part_kind != PL_PART_RESOLUTION &&
                                    section->part_kind != PL_PART_DECISION);
    return is_counted &&
           found(spot, is_annex ? PL_RENUMBER_ANNEXES : PL_RENUMBER_SECTIONS,
                 section->number);
}

static bool find_caption(const struct pl_plan *plan, uint32_t block,
                         struct pl_renumber_spot *spot)
{
    uint32_t at = PL_FIRST_FROM(plan->captions, plan->captions_count,
                                range.start, plan->blocks[block].range.start);
    if (at == plan->captions_count || plan->captions[at].block != block ||
        plan->captions[at].label.count == 0 ||
        plan->captions[at].kind == PL_CAPTION_BOX) {
        return false;
    }
    return found(spot,
                 plan->captions[at].kind == PL_CAPTION_TABLE
                     ? PL_RENUMBER_TABLES
                     : PL_RENUMBER_FIGURES,
                 plan->captions[at].range);
}

static bool find_entity(const struct pl_plan *plan, uint32_t block,
                        struct pl_renumber_spot *spot)
{
    uint32_t at =
        PL_FIRST_FROM(plan->entities, plan->entities_count, block, block);
    if (at == plan->entities_count || plan->entities[at].block != block ||
        pl_range_is_empty(plan->entities[at].number)) {
        return false;
    }
    return found(
        spot,
        (enum pl_renumber_kind)(PL_RENUMBER_ENTITIES + plan->entities[at].kind),
        plan->entities[at].number);
}

static bool find_unnumbered(const struct pl_plan *plan, uint32_t offset,
                            uint32_t block, struct pl_renumber_spot *spot)
{
    const struct pl_numbering outline = {.plan = plan};
    uint32_t start = plan->blocks[block].range.start;
    struct pl_range none = {start, start};
    for (unsigned kind = PL_RENUMBER_SECTIONS; kind <= PL_RENUMBER_PARAGRAPHS;
         kind++) {
        if (pl_runs_before_unnumbered(&outline, (enum pl_renumber_kind)kind,
                                      offset) != PL_NONE) {
            return found(spot, (enum pl_renumber_kind)kind, none);
        }
    }
    return false;
}

bool pl_renumber_series_at(const struct pl_plan *plan, uint32_t offset,
                           struct pl_renumber_spot *spot)
{
    uint32_t block = pl_plan_block_at(plan, offset);
    return block != PL_NONE && offset <= plan->blocks[block].range.end &&
           (find_item(plan, offset, block, spot) ||
            find_outline(plan, block, spot) ||
            find_caption(plan, block, spot) || find_entity(plan, block, spot) ||
            find_unnumbered(plan, offset, block, spot));
}
