#include "plan/entities/components.h"

#include "plan/entities/entity_draft.h"
#include "plan/entities/roles.h"
#include "plan/plan.h"

static pl_str cell_text(const struct pl_plan *plan, uint32_t cell)
{
    return pl_range_text(
        plan->text,
        pl_entity_prose(plan, &plan->blocks[plan->cells[cell].block]));
}

bool pl_table_lists_components(const struct pl_plan *plan, uint32_t index)
{
    const struct pl_table *table = &plan->tables[index];
    if (table->row_count < 2 ||
        pl_role_of_title(cell_text(plan, table->first_cell)) !=
            PL_ROLE_COMPONENTS) {
        return false;
    }
    uint32_t known = 0;
    for (uint32_t i = table->first_cell + 1; i < table->cell_end; i++) {
        if (plan->cells[i].column != 0) {
            continue;
        }
        enum pl_role role = pl_role_of_title(cell_text(plan, i));
        known += role >= PL_ROLE_VISION && role <= PL_ROLE_ENABLERS;
    }
    return known > 1;
}
