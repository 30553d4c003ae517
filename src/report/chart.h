/* chart.h - what `planlint map` shows: the goals, targets, priorities and all
 * other entities of a plan as a graph, and what is missing from it. (The map of
 * base/map.h is something else.)
 *
 * A node is an entity, a section that mentions one, or a thing that should be
 * there and is not. Nodes form a tree (a target stands under its goal) and are
 * linked where one mentions another. Built from a plan in an arena, which must
 * live as long; never changed after. */
#ifndef PLANLINT_REPORT_CHART_H
#define PLANLINT_REPORT_CHART_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "plan/entities.h"
#include "plan/label.h"
#include "report/page.h"

struct pl_arena;
struct pl_buf;
struct pl_plan;

/* Kinds of nodes: those of entities, then sections. */
enum { PL_CHART_SECTION = PL_ENTITY_KIND_COUNT, PL_CHART_KIND_COUNT };

const char *pl_chart_kind_name(uint32_t kind);   /* "goal" */
const char *pl_chart_kind_plural(uint32_t kind); /* "goals" */

struct pl_chart_node {
    uint32_t kind;         /* below PL_CHART_KIND_COUNT */
    struct pl_label label; /* no parts for a named thing */
    pl_str name;           /* in one line; may be empty. Of things that are
                              missing altogether: "no targets" */
    uint32_t offset;       /* in the text; PL_NONE for what is missing */
    uint32_t section;      /* a section's own; of a component the one about it;
                              else PL_NONE */
    uint32_t parent;       /* node, or PL_NONE */
    uint32_t before;       /* of what is missing: the sibling it follows */
    uint32_t first_child;  /* node, or PL_NONE; in document order */
    uint32_t next;         /* with the same parent; of a root: and kind */
    bool is_missing;       /* is not in the document and should be */
};

enum pl_chart_link_kind {
    PL_CHART_MENTION, /* by number, or in a sentence about it */
    PL_CHART_NAMING,  /* its name stands in the text */
    PL_CHART_ABOUT,   /* `from` is a component and `to` the section about it */
};

/* One node mentions another, at one place. */
struct pl_chart_link {
    uint32_t from; /* the node in whose text it stands */
    uint32_t to;   /* the node that is mentioned */
    enum pl_chart_link_kind kind;
    uint32_t offset; /* in the text */
};

enum pl_chart_gap_kind {
#define PL_CHART_GAP(constant, name, is_doubt) PL_CHART_GAP_##constant,
#include "report/chart/gap.def"
#undef PL_CHART_GAP
};

const char *pl_chart_gap_name(enum pl_chart_gap_kind kind);
/* Whether something is there and looks wrong, rather than missing. */
bool pl_chart_gap_is_doubt(enum pl_chart_gap_kind kind);

/* Something that is missing, or doubtful. */
struct pl_chart_gap {
    enum pl_chart_gap_kind kind;
    uint32_t node;    /* that is missing or wrong */
    uint32_t offset;  /* the place to look at */
    pl_str message;   /* "goal 2 has no targets" */
    pl_str shorthand; /* at the node: "no targets" */
};

struct pl_chart {
    const struct pl_plan *plan;
    const struct pl_chart_node *nodes; /* the plan's entities come first, with
                                        the same indexes */
    uint32_t nodes_count;
    const struct pl_chart_link *links; /* by `to`, `from`, kind and place */
    uint32_t links_count;
    const struct pl_chart_gap *gaps; /* by place */
    uint32_t gaps_count;
    uint32_t first_root[PL_CHART_KIND_COUNT]; /* nodes without a parent */
    uint32_t count[PL_CHART_KIND_COUNT];      /* nodes that are not missing */
};

const struct pl_chart *pl_chart_build(struct pl_arena *arena,
                                      const struct pl_plan *plan);

/* Whether there is nothing to show. */
bool pl_chart_is_empty(const struct pl_chart *chart);

/* What a node is called in a sentence: "target 1.2", "the priority "Ports"";
 * in `arena`. */
pl_str pl_chart_node_title(struct pl_arena *arena, const struct pl_chart *chart,
                           uint32_t node);

/* The map in each form. `scratch` may be emptied afterwards. */
void pl_chart_text(struct pl_page *page, struct pl_arena *scratch,
                   const struct pl_chart *chart);
void pl_chart_json(struct pl_buf *out, struct pl_arena *scratch,
                   const struct pl_chart *chart);
void pl_chart_dot(struct pl_buf *out, struct pl_arena *scratch,
                  const struct pl_chart *chart);
void pl_chart_svg(struct pl_buf *out, struct pl_arena *scratch,
                  const struct pl_chart *chart);
void pl_chart_html(struct pl_buf *out, struct pl_arena *scratch,
                   const struct pl_chart *chart);

#endif
