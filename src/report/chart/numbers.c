/* Numbers that are missing, used twice, or stand under another parent than
 * they say. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/order.h"
#include "plan/plan.h"
#include "report/chart/draft.h"

enum {
    MOST_NUMBERS = 9,  /* in one gap; a wider one is another numbering */
    MOST_AT_START = 2, /* missing before the first */
};

/* How the numbers of a kind run. */
struct numbering {
    uint32_t inside;  /* entities whose number begins with the parent's */
    uint32_t outside; /* those whose number does not */
    bool restarts;    /* the same number stands under several parents */
};

struct numbers {
    struct pl_chart_draft *draft;
    struct numbering of[PL_ENTITY_KIND_COUNT];
};

/* A numbered node; copied, because nodes move when there are more. */
struct numbered {
    uint32_t node;
    uint32_t row; /* numbers of one row are compared; see row_of() */
    struct pl_chart_node it;
};

static const struct pl_chart_node *parent_of(const struct numbers *numbers,
                                             const struct pl_chart_node *node)
{
    return node->parent == PL_NONE ? NULL
                                   : &numbers->draft->nodes.items[node->parent];
}

/* Whether parent and child have numbers that can be told to fit. */
static bool has_prefix(const struct numbers *numbers,
                       const struct pl_chart_node *node)
{
    const struct pl_chart_node *parent = parent_of(numbers, node);
    return parent && parent->label.count > 0 &&
           parent->label.count < node->label.count;
}

static bool is_inside(const struct numbers *numbers,
                      const struct pl_chart_node *node)
{
    const struct pl_chart_node *parent = parent_of(numbers, node);
    return parent && has_prefix(numbers, node) &&
           pl_label_is_ancestor(parent->label, node->label);
}

/* Numbered under another parent than it stands under. */
static bool is_elsewhere(const struct numbers *numbers,
                         const struct pl_chart_node *node)
{
    const struct numbering *of = &numbers->of[node->kind];
    return of->inside > of->outside && has_prefix(numbers, node) &&
           !is_inside(numbers, node);
}

/* Without a parent, a number that comes again elsewhere is another's. */
static bool restarts_at(const struct pl_chart_draft *draft, uint32_t a,
                        uint32_t b)
{
    uint32_t parent = draft->nodes.items[a].parent;
    if (parent != draft->nodes.items[b].parent) {
        return true;
    }
    return parent == PL_NONE &&
           pl_chart_draft_place(draft, a) != pl_chart_draft_place(draft, b);
}

/* Siblings; of roots whose numbers restart those of one place. */
static uint32_t row_of(const struct numbers *numbers, uint32_t node)
{
    const struct pl_chart_node *it = &numbers->draft->nodes.items[node];
    bool is_by_place = it->parent == PL_NONE && numbers->of[it->kind].restarts;
    return is_by_place ? pl_chart_draft_place(numbers->draft, node)
                       : it->parent;
}

static void measure(struct numbers *numbers)
{
    const struct pl_chart_draft *draft = numbers->draft;
    for (uint32_t i = 0; i < draft->plan->entities_count; i++) {
        const struct pl_chart_node *it = &draft->nodes.items[i];
        if (has_prefix(numbers, it)) {
            bool fits = is_inside(numbers, it);
            numbers->of[it->kind].inside += fits;
            numbers->of[it->kind].outside += !fits;
        }
    }
    for (uint32_t i = 0; i < draft->plan->entities_count; i++) {
        const struct pl_chart_node *it = &draft->nodes.items[i];
        if (it->label.count > 0 && !is_elsewhere(numbers, it)) {
            uint32_t first = pl_chart_draft_find(draft, it->kind, it->label);
            const struct pl_chart_node *other = &draft->nodes.items[first];
            numbers->of[it->kind].restarts |=
                restarts_at(draft, first, i) && !is_elsewhere(numbers, other);
        }
    }
}

/* 1, 2, 3 and A, B, C are two numberings. */
static uint32_t last_style(const struct pl_chart_node *node)
{
    return node->label.parts[node->label.count - 1].style;
}

static int by_number(const void *a, const void *b)
{
    const struct numbered *one = a;
    const struct numbered *other = b;
    const struct pl_chart_node *left = &one->it;
    const struct pl_chart_node *right = &other->it;
    int order = pl_order(left->parent, right->parent);
    order = order ? order : pl_order(left->kind, right->kind);
    order = order ? order : pl_order(one->row, other->row);
    order = order ? order : pl_order(last_style(left), last_style(right));
    order = order ? order : pl_label_compare(left->label, right->label);
    return order ? order : pl_order(left->offset, right->offset);
}

/* "outcome 2 of the priority "Ports"": a number alone says little. */
static pl_str title_under(const struct numbers *numbers, uint32_t kind,
                          struct pl_label label, uint32_t parent)
{
    const struct pl_chart_draft *draft = numbers->draft;
    struct pl_buf out = pl_buf_in(draft->scratch);
    pl_buf_add_text(&out, pl_chart_kind_name(kind));
    pl_buf_add_char(&out, ' ');
    pl_label_write(&out, label);
    if (parent != PL_NONE && (numbers->of[kind].restarts || label.count == 1)) {
        struct pl_chart chart = {.plan = draft->plan,
                                 .nodes = draft->nodes.items};
        pl_buf_add_text(&out, " of ");
        pl_buf_add(&out, pl_chart_node_title(draft->scratch, &chart, parent));
    }
    return pl_buf_str(&out);
}

static void add_gap(const struct numbers *numbers, struct pl_chart_gap gap,
                    pl_str what, const char *clause)
{
    const char *message = pl_arena_printf(numbers->draft->scratch, "%.*s %s",
                                          PL_STR_ARG(what), clause);
    gap.message = pl_str_from(message);
    gap.shorthand = pl_str_from(clause);
    pl_chart_draft_add_gap(numbers->draft, gap);
}

static void report_doubt(const struct numbers *numbers,
                         const struct numbered *it, enum pl_chart_gap_kind kind)
{
    struct pl_chart_gap gap = {
        .kind = kind, .node = it->node, .offset = it->it.offset};
    pl_str what =
        title_under(numbers, it->it.kind, it->it.label,
                    kind == PL_CHART_GAP_TWICE ? it->it.parent : PL_NONE);
    const char *clause = "is used twice";
    if (kind == PL_CHART_GAP_ELSEWHERE) {
        const struct pl_chart_node *parent =
            &numbers->draft->nodes.items[it->it.parent];
        pl_str number = pl_label_text(numbers->draft->scratch, parent->label);
        clause = pl_arena_printf(
            numbers->draft->scratch, "stands under %s %.*s",
            pl_chart_kind_name(parent->kind), PL_STR_ARG(number));
    }
    add_gap(numbers, gap, what, clause);
}

/* A number between those of two siblings that no entity has; returns the node
 * that now comes last. */
static uint32_t add_number(const struct numbers *numbers,
                           const struct pl_chart_node *sibling, uint32_t before,
                           struct pl_label label)
{
    struct pl_chart_draft *draft = numbers->draft;
    uint32_t found = pl_chart_draft_find(draft, sibling->kind, label);
    bool is_known = found != PL_NONE && draft->nodes.items[found].is_missing &&
                    draft->nodes.items[found].before == PL_NONE;
    if (is_known) {
        draft->nodes.items[found].parent = sibling->parent;
        draft->nodes.items[found].before = before;
        return found;
    }
    if (found != PL_NONE && !numbers->of[sibling->kind].restarts &&
        !is_elsewhere(numbers, &draft->nodes.items[found])) {
        return before; /* it stands somewhere else */
    }
    uint32_t node = pl_chart_draft_push_missing(draft, sibling->kind, label);
    draft->nodes.items[node].parent = sibling->parent;
    draft->nodes.items[node].before = before;
    struct pl_chart_gap gap = {
        .kind = PL_CHART_GAP_NUMBER, .node = node, .offset = sibling->offset};
    add_gap(numbers, gap,
            title_under(numbers, sibling->kind, label, sibling->parent),
            "is missing");
    return node;
}

static uint32_t last_value(struct pl_label label)
{
    return label.parts[label.count - 1].value;
}

/* The numbers from `next` on up to that of `until`. */
static void fill(const struct numbers *numbers, const struct numbered *until,
                 struct pl_label next, uint32_t before)
{
    while (last_value(next) < last_value(until->it.label)) {
        before = add_number(numbers, &until->it, before, next);
        next = pl_label_next(next);
    }
}

static void compare_siblings(const struct numbers *numbers,
                             const struct numbered *a, const struct numbered *b)
{
    struct pl_label from = a->it.label;
    struct pl_label to = b->it.label;
    if (pl_label_eq(from, to)) {
        report_doubt(numbers, b, PL_CHART_GAP_TWICE);
    } else if (from.count == to.count && pl_label_same_parent(from, to) &&
               last_value(to) > last_value(from) + 1 &&
               last_value(to) - last_value(from) <= MOST_NUMBERS + 1) {
        fill(numbers, b, pl_label_next(from), a->node);
    }
}

/* Numbers before the first child, when its parent's number says where they
 * begin. */
static void look_before(const struct numbers *numbers,
                        const struct numbered *first, bool is_alone)
{
    uint32_t value = last_value(first->it.label);
    const struct pl_chart_node *parent = parent_of(numbers, &first->it);
    if (is_alone || value < 2 || value > MOST_AT_START + 1 || !parent ||
        !is_inside(numbers, &first->it) ||
        first->it.label.count != parent->label.count + 1) {
        return;
    }
    struct pl_label label = first->it.label;
    label.parts[label.count - 1] = (struct pl_label_part){
        .value = 1, .style = label.parts[label.count - 1].style};
    fill(numbers, first, label, PL_CHART_FIRST);
}

static bool are_siblings(const struct numbered *a, const struct numbered *b)
{
    return a->it.parent == b->it.parent && a->it.kind == b->it.kind &&
           a->row == b->row && last_style(&a->it) == last_style(&b->it);
}

void pl_chart_draft_find_numbers(struct pl_chart_draft *draft)
{
    struct numbers numbers = {.draft = draft};
    measure(&numbers);
    PL_VEC(struct numbered) sorted = {0};
    for (uint32_t i = 0; i < draft->plan->entities_count; i++) {
        struct numbered it = {i, row_of(&numbers, i), draft->nodes.items[i]};
        if (it.it.label.count == 0) {
            continue;
        }
        if (is_elsewhere(&numbers, &it.it)) {
            report_doubt(&numbers, &it, PL_CHART_GAP_ELSEWHERE);
        } else {
            *PL_VEC_PUSH(draft->scratch, &sorted) = it;
        }
    }
    if (sorted.len > 1) {
        qsort(sorted.items, sorted.len, sizeof(*sorted.items), by_number);
    }
    for (size_t i = 0; i < sorted.len; i++) {
        const struct numbered *it = &sorted.items[i];
        bool has_next =
            i + 1 < sorted.len && are_siblings(it, &sorted.items[i + 1]);
        if (i == 0 || !are_siblings(&sorted.items[i - 1], it)) {
            look_before(&numbers, it, !has_next);
        }
        if (has_next) {
            compare_siblings(&numbers, it, &sorted.items[i + 1]);
        }
    }
}
