/* Dates of a plan's parts, against the years that the plan is for. */
#include "checks/linkage/linkage.h"

#include "base/arena.h"
#include "base/search.h"
#include "lint/check.h"
#include "lint/settings.h"
#include "plan/plan.h"

/* Years after the end by less than this are a date; by more, something else. */
enum { MOST_YEARS = 10 };

static uint32_t end_of_period(const struct pl_run *run)
{
    bool is_given = run->settings && run->settings->period_to != 0;
    return is_given ? run->settings->period_to : run->plan->period.to;
}

/* The end of what is told of an entity: its block, or the row of its table. */
static uint32_t end_of(const struct pl_plan *plan,
                       const struct pl_entity *entity)
{
    const struct pl_block *block = &plan->blocks[entity->block];
    uint32_t end = block->content.end;
    if (block->kind != PL_BLOCK_CELL || block->detail == PL_NONE) {
        return end;
    }
    const struct pl_cell *cell = &plan->cells[block->detail];
    const struct pl_table *table = &plan->tables[cell->table];
    for (uint32_t i = block->detail;
         i < table->cell_end && plan->cells[i].row == cell->row; i++) {
        end = plan->blocks[plan->cells[i].block].content.end;
    }
    return end;
}

static void judge_years(struct pl_run *run, const struct pl_entity *entity,
                        uint32_t last)
{
    const struct pl_plan *plan = run->plan;
    uint32_t end = end_of(plan, entity);
    for (uint32_t i = PL_FIRST_FROM(plan->years, plan->years_count, range.start,
                                    entity->number.end);
         i < plan->years_count && plan->years[i].range.start < end; i++) {
        const struct pl_years *years = &plan->years[i];
        if (years->to <= last || years->to > last + MOST_YEARS) {
            continue;
        }
        struct pl_finding *finding = PL_FINDING(
            run, years->range, {"what", pl_link_what(run, entity)},
            {"number", pl_link_number(run, entity)},
            {"name", pl_range_text(plan->text, entity->name)},
            {"year", pl_str_from(pl_arena_printf(run->arena, "%u", years->to))},
            {"end", pl_str_from(pl_arena_printf(run->arena, "%u", last))});
        if (plan->period.to == last) {
            pl_finding_relate(run->findings, finding, plan->period.range,
                              "the period of the plan");
        }
    }
}

void pl_link_within_period(struct pl_run *run, const struct pl_link *link)
{
    const struct pl_plan *plan = run->plan;
    uint32_t last = end_of_period(run);
    for (uint32_t i = 0; last != 0 && i < plan->entities_count; i++) {
        if (pl_link_has(link->of, plan->entities[i].kind)) {
            judge_years(run, &plan->entities[i], last);
        }
    }
}
