#include "plan/entities/entity_group.h"

#include "plan/entities/entity_lines.h"
#include "plan/plan.h"

struct pl_entity_group pl_entity_group_begin(const struct pl_plan *plan,
                                             const struct pl_entity_line *line)
{
    const struct pl_block *block = &plan->blocks[line->block];
    bool is_heading = block->kind == PL_BLOCK_HEADING;
    uint32_t section = block->section;
    return (struct pl_entity_group){
        .list = line->list,
        .owner = line->text.kind,
        .label = line->text.label,
        .section = section,
        .section_end = section == PL_NONE ? PL_NONE
                       : is_heading       ? plan->sections[section].subtree_end
                                          : section + 1,
        .is_open = true,
    };
}

bool pl_entity_group_holds(const struct pl_plan *plan,
                           const struct pl_entity_group *group, uint32_t block)
{
    uint32_t section = plan->blocks[block].section;
    return group->is_open &&
           (section == group->section ||
            (section != PL_NONE && group->section != PL_NONE &&
             section > group->section && section < group->section_end));
}
