/* draft.h - a map in the making; for the files that make it. */
#ifndef PLANLINT_REPORT_CHART_DRAFT_H
#define PLANLINT_REPORT_CHART_DRAFT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/map.h"
#include "base/vec.h"
#include "report/chart.h"

enum {
    PL_CHART_DEPTH = 8, /* levels of the tree, at most */
    PL_CHART_ROW = 16,  /* missing things that follow each other, at most */
};

/* As "before": it comes first of its siblings. */
#define PL_CHART_FIRST (PL_NONE - 1)

struct pl_chart_draft {
    struct pl_arena *arena;   /* of the map */
    struct pl_arena *scratch; /* emptied when the map is made */
    const struct pl_plan *plan;
    PL_VEC(struct pl_chart_node) nodes; /* entities first */
    PL_VEC(struct pl_chart_link) links;
    PL_VEC(struct pl_chart_gap) gaps;
    struct pl_map *numbered; /* from kind and label to the first node */
    uint32_t *owners;        /* of each section: the entity it is about */
    uint32_t *section_nodes; /* of each section: its node, or PL_NONE */
    bool begins[PL_ENTITY_KIND_COUNT]; /* the numbers of the kind, here */
    uint32_t beginning; /* node for the text before all headings */
};

/* The entities, without links. */
struct pl_chart_draft pl_chart_draft_begin(struct pl_arena *arena,
                                           struct pl_arena *scratch,
                                           const struct pl_plan *plan);

/* The node with a kind and a label, or PL_NONE. */
uint32_t pl_chart_draft_find(const struct pl_chart_draft *draft, uint32_t kind,
                             struct pl_label label);

/* A thing that is not there; the same one for the same kind and label. */
uint32_t pl_chart_draft_add_missing(struct pl_chart_draft *draft, uint32_t kind,
                                    struct pl_label label);

/* The same without a look at what there is already. */
uint32_t pl_chart_draft_push_missing(struct pl_chart_draft *draft,
                                     uint32_t kind, struct pl_label label);

/* The gap's texts are copied into the map's arena. */
void pl_chart_draft_add_gap(struct pl_chart_draft *draft,
                            struct pl_chart_gap gap);

/* What an entity is counted in, as a number: its list, or the section that it
 * stands in, as a heading or in its text. */
uint32_t pl_chart_draft_place(const struct pl_chart_draft *draft,
                              uint32_t entity);

/* Whether one stands above the other in the tree, or both are one. */
bool pl_chart_draft_is_kin(const struct pl_chart_draft *draft, uint32_t a,
                           uint32_t b);

/* The node that the text at a place is about: an entity that begins there or
 * whose section it is, else a section. Makes a section's node. */
uint32_t pl_chart_draft_node_at(struct pl_chart_draft *draft, uint32_t offset);

/* The node of a section, PL_NONE for the text before the first. */
uint32_t pl_chart_draft_section(struct pl_chart_draft *draft, uint32_t section);

/* Adds a link unless both ends are kin. */
void pl_chart_draft_add_link(struct pl_chart_draft *draft, uint32_t to,
                             enum pl_chart_link_kind kind, uint32_t offset);

/* The parts of the work, in this order. */
void pl_chart_draft_link_mentions(struct pl_chart_draft *draft);
void pl_chart_draft_link_names(struct pl_chart_draft *draft);
void pl_chart_draft_find_parents(struct pl_chart_draft *draft);
void pl_chart_draft_find_numbers(struct pl_chart_draft *draft);
void pl_chart_draft_find_childless(struct pl_chart_draft *draft);
void pl_chart_draft_find_sections(struct pl_chart_draft *draft);

/* Links all nodes as first and next, and finds the roots. */
void pl_chart_draft_build_tree(struct pl_chart_draft *draft,
                               struct pl_chart *chart);

#endif
