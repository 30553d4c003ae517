/* The components of the framework and the sections about them. */
#include "base/arena.h"
#include "checks/linkage/framework.h"
#include "plan/plan.h"
#include "report/chart/draft.h"

static void add_gap(struct pl_chart_draft *draft, enum pl_chart_gap_kind kind,
                    uint32_t node, const char *clause)
{
    struct pl_chart chart = {.plan = draft->plan, .nodes = draft->nodes.items};
    pl_str title = pl_chart_node_title(draft->scratch, &chart, node);
    const char *message = pl_arena_printf(draft->scratch, "%.*s has %s",
                                          PL_STR_ARG(title), clause);
    pl_chart_draft_add_gap(draft, (struct pl_chart_gap){
                                      .kind = kind,
                                      .node = node,
                                      .offset = draft->nodes.items[node].offset,
                                      .message = pl_str_from(message),
                                      .shorthand = pl_str_from(clause),
                                  });
}

/* A component may also be covered by things of its kind anywhere. */
static void link_component(struct pl_chart_draft *draft,
                           const struct pl_framework *framework, uint32_t at)
{
    uint32_t component = framework->components[at];
    uint32_t section = framework->sections[at];
    if (section != PL_NONE) {
        uint32_t node = pl_chart_draft_section(draft, section);
        draft->nodes.items[component].section = section;
        *PL_VEC_PUSH(draft->arena, &draft->links) =
            (struct pl_chart_link){component, node, PL_CHART_ABOUT,
                                   draft->nodes.items[component].offset};
    } else if (!framework->covered[at]) {
        add_gap(draft, PL_CHART_GAP_SECTION, component, "no section");
    }
}

void pl_chart_draft_find_sections(struct pl_chart_draft *draft)
{
    struct pl_framework framework;
    if (!pl_framework_read(draft->scratch, draft->plan, &framework)) {
        return;
    }
    for (uint32_t i = 0; i < framework.count; i++) {
        link_component(draft, &framework, i);
    }
    for (uint32_t i = pl_framework_uncovered(&framework, PL_NONE); i != PL_NONE;
         i = pl_framework_uncovered(&framework, i)) {
        add_gap(draft, PL_CHART_GAP_COMPONENT, pl_chart_draft_section(draft, i),
                "no component");
    }
}
