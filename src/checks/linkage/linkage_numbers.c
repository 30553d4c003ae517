/* The numbers of a plan's parts: doubled, missing, out of order. */
#include "checks/linkage/linkage.h"

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "checks/shared/fault_text.h"
#include "checks/shared/series_faults.h"
#include "checks/shared/typed_label.h"
#include "lint/check.h"
#include "plan/plan.h"

enum {
    MAX_GAP = 10, /* numbers; more that are missing are taken to be meant */
    REGULAR = 50, /* per cent of the numbers that must be without fault */
};

/* Parts that are numbered in one run. */
struct series {
    PL_VEC(struct pl_series_entry) entries;
    PL_VEC(uint32_t) entities; /* of each entry */
};

struct gatherer {
    struct pl_run *run;
    const struct pl_link *link;
    struct pl_arena *scratch;
    struct pl_map *index;
    PL_VEC(struct series) all;
};

/* What is equal for parts that are numbered in one run. */
struct key {
    uint32_t words[4 + PL_LABEL_MAX_PARTS];
    uint32_t count;
};

static struct key key_of(const struct pl_entity *entity, uint32_t parent)
{
    const struct pl_label *label = &entity->label;
    struct key key = {
        .words = {entity->kind, entity->family, parent,
                  label->parts[label->count - 1].style},
        .count = 4,
    };
    for (uint8_t i = 0; i + 1 < label->count; i++) {
        key.words[key.count++] = (uint32_t)label->parts[i].value << 8 |
                                 (unsigned char)label->parts[i].letter;
    }
    return key;
}

static pl_str bytes_of(struct pl_arena *arena, const struct key *key)
{
    return pl_arena_copy(arena, (pl_str){(const char *)key->words,
                                         key->count * sizeof(*key->words)});
}

/* The number of a list's item or of a named part is judged elsewhere. */
static bool is_numbered(const struct pl_plan *plan,
                        const struct pl_entity *entity)
{
    return entity->label.count > 0 && entity->family != PL_NONE &&
           (entity->number.start > entity->range.start ||
            plan->blocks[entity->block].kind != PL_BLOCK_ITEM);
}

/* Whether parts of a kind begin at 1 again under each parent: in a map of the
 * families that do. */
static struct pl_map *find_restarts(struct gatherer *g)
{
    const struct pl_plan *plan = g->run->plan;
    struct pl_map *first = pl_map_new(g->scratch, 16);
    struct pl_map *restarts = pl_map_new(g->scratch, 16);
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (!is_numbered(plan, it) ||
            it->label.parts[it->label.count - 1].value != 1) {
            continue;
        }
        struct key key = key_of(it, 0);
        uint32_t other =
            pl_map_get_or_add(first, bytes_of(g->scratch, &key), i);
        if (plan->entities[other].parent != it->parent) {
            pl_map_put(restarts, bytes_of(g->scratch, &key), 1);
        }
    }
    return restarts;
}

static void gather(struct gatherer *g)
{
    const struct pl_plan *plan = g->run->plan;
    struct pl_map *restarts = find_restarts(g);
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (!pl_link_has(g->link->of, it->kind) || !is_numbered(plan, it)) {
            continue;
        }
        struct key key = key_of(it, 0);
        if (pl_map_get(restarts, bytes_of(g->scratch, &key)) != PL_NONE) {
            key = key_of(it, it->parent);
        }
        uint32_t next = (uint32_t)g->all.len;
        uint32_t at =
            pl_map_get_or_add(g->index, bytes_of(g->scratch, &key), next);
        struct series *series =
            at == next ? PL_VEC_PUSH(g->scratch, &g->all) : &g->all.items[at];
        assert(series);
        *PL_VEC_PUSH(g->scratch, &series->entries) =
            (struct pl_series_entry){it->label, it->number, it->block, false};
        *PL_VEC_PUSH(g->scratch, &series->entities) = i;
    }
}

/* ----- words for messages ----- */

static pl_str label_of(const struct pl_run *run, const struct series *series,
                       uint32_t at)
{
    return pl_label_text(run->arena, series->entries.items[at].label);
}

static pl_str place_of(const struct pl_run *run, const struct series *series,
                       const struct pl_fault *fault)
{
    struct pl_buf place = pl_buf_in(run->arena);
    bool is_first = fault->before == PL_NONE;
    pl_buf_add_text(&place, is_first ? "before " : "after ");
    uint32_t at = is_first ? fault->after : fault->before;
    if (at != PL_NONE) {
        pl_buf_add(&place, label_of(run, series, at));
    }
    return pl_buf_str(&place);
}

/* The missing number as the numbers around it are typed: "04". */
static pl_str number_like(const struct pl_run *run, struct pl_label label,
                          struct pl_range typed)
{
    pl_str number = pl_label_text(run->arena, label);
    bool is_padded = typed.end - typed.start == 2 && number.len == 1 &&
                     run->plan->text.data[typed.start] == '0';
    return is_padded ? pl_str_from(pl_arena_printf(run->arena, "0%.*s",
                                                   PL_STR_ARG(number)))
                     : number;
}

/* ----- findings ----- */

static void report(struct pl_run *run, const struct series *series,
                   const struct pl_fault *fault)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_entity *entity =
        &plan->entities[series->entities.items[fault->entry]];
    struct pl_finding *finding =
        PL_FINDING(run, entity->number, {"what", pl_link_what(run, entity)},
                   {"number", pl_link_number(run, entity)},
                   {"name", pl_range_text(plan->text, entity->name)},
                   {"place", place_of(run, series, fault)},
                   {"missing", pl_fault_missing(run->arena, fault)},
                   {"hint", pl_fault_hint(run->arena, fault)});
    uint32_t other =
        fault->kind == PL_FAULT_DUPLICATE ? fault->other : fault->before;
    if (other != PL_NONE) {
        pl_finding_relate(run->findings, finding,
                          plan->entities[series->entities.items[other]].range,
                          fault->kind == PL_FAULT_DUPLICATE ? "the other one"
                                                            : "the one before");
    }
    if (fault->kind != PL_FAULT_GAP && fault->missing.count) {
        pl_str number = number_like(run, fault->missing, entity->number);
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){entity->number, number},
                       PL_ARGS({"expected", number}));
    }
}

/* Whether a missing number stands in the gap, in a line that is no part. */
static bool is_typed(const struct pl_run *run, const struct series *series,
                     const struct pl_fault *fault)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_entity *after =
        &plan->entities[series->entities.items[fault->entry]];
    const struct pl_entity *before =
        &plan->entities[series->entities.items[fault->before]];
    struct pl_typed_query query = {
        .piece = {before->number.end, after->range.start},
        .label = fault->missing,
        .keyword = pl_str_trim(
            pl_str_slice(plan->text, after->range.start, after->number.start)),
        .mark = pl_mark_after_number(plan->text, after->number),
    };
    for (uint32_t i = 0; i < fault->missing_count; i++) {
        if (query.piece.start < query.piece.end &&
            pl_label_is_typed(run->arena, plan, &query)) {
            return true;
        }
        query.label = pl_label_next(query.label);
    }
    return false;
}

static void judge(struct pl_run *run, const struct series *series,
                  enum pl_fault_kind kind, struct pl_arena *scratch)
{
    struct pl_numbers_run numbers = {.entries = series->entries.items,
                                     .count = (uint32_t)series->entries.len};
    for (uint32_t from = 0; from < numbers.count;) {
        struct pl_faults faults = pl_faults_find(scratch, &numbers, &from);
        if (faults.count * 100 > faults.entries * (100 - REGULAR)) {
            continue;
        }
        for (size_t i = 0; i < faults.count; i++) {
            const struct pl_fault *fault = &faults.items[i];
            bool is_wide = fault->kind == PL_FAULT_GAP &&
                           (fault->missing_count > MAX_GAP ||
                            is_typed(run, series, fault));
            if (fault->kind == kind && !is_wide) {
                report(run, series, fault);
            }
        }
    }
}

static void judge_all(struct pl_run *run, const struct pl_link *link,
                      enum pl_fault_kind kind)
{
    struct pl_arena *scratch = run->scratch;
    struct gatherer g = {.run = run, .link = link, .scratch = scratch};
    g.index = pl_map_new(scratch, 16);
    gather(&g);
    for (size_t i = 0; i < g.all.len; i++) {
        judge(run, &g.all.items[i], kind, scratch);
    }
}

void pl_link_unique(struct pl_run *run, const struct pl_link *link)
{
    judge_all(run, link, PL_FAULT_DUPLICATE);
}

void pl_link_no_gap(struct pl_run *run, const struct pl_link *link)
{
    judge_all(run, link, PL_FAULT_GAP);
}

void pl_link_in_order(struct pl_run *run, const struct pl_link *link)
{
    judge_all(run, link, PL_FAULT_ORDER);
}
