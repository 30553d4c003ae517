#include "plan/renumber.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/order.h"
#include "plan/plan.h"
#include "plan/renumber/numbering.h"
#include "plan/renumber/rewriter.h"
#include "plan/renumber/runs.h"

static const char *const plurals[] = {
#define PL_NUMBERED(constant, plural) [PL_RENUMBER_##constant] = (plural),
#include "plan/renumber.def"
#undef PL_NUMBERED
#define PL_ENTITY(constant, name, plural) \
    [PL_RENUMBER_ENTITIES + PL_ENTITY_##constant] = (plural),
#include "plan/entity.def"
#undef PL_ENTITY
};

const char *pl_renumber_plural(enum pl_renumber_kind kind)
{
    return plurals[kind];
}

bool pl_renumber_kind_from_plural(pl_str plural, enum pl_renumber_kind *kind)
{
    for (unsigned i = 0; i < PL_RENUMBER_KIND_COUNT; i++) {
        if (pl_str_eq(plural, pl_str_from(plurals[i]))) {
            *kind = (enum pl_renumber_kind)i;
            return true;
        }
    }
    return false;
}

const char *pl_renumber_reason_text(enum pl_renumber_reason reason)
{
    static const char *const texts[] = {
        [PL_LEFT_DOUBLED] = "more than one place has this number",
        [PL_LEFT_MISSING] = "nothing has this number",
        [PL_LEFT_UNSURE] = "what it means is not certain",
        [PL_LEFT_EXTERNAL] = "it may be a place in another document",
        [PL_LEFT_COMMENT] = "it stands in a comment",
        [PL_LEFT_ORDER] = "the range would run backwards",
        [PL_LEFT_FORM] = "the new number cannot be written in this form",
        [PL_LEFT_FAR] = "the number is far from those around it",
        [PL_LEFT_NO_ROOM] = "no number is free after the one before",
        [PL_LEFT_NO_SERIES] = "too few of these numbers follow each other",
        [PL_LEFT_COMPUTED] = "Word computes it",
        [PL_LEFT_NO_TEXT] = "it is no plain text",
        [PL_LEFT_BESIDE] = "a number of its series cannot be changed",
    };
    return texts[reason];
}

static int by_place(const void *a, const void *b)
{
    struct pl_range left = ((const struct pl_renumber_left *)a)->range;
    struct pl_range right = ((const struct pl_renumber_left *)b)->range;
    int order = pl_order(left.start, right.start);
    return order ? order : pl_order(left.end, right.end);
}

/* What was left alone by both, by place; each once. */
static void take_left(struct pl_rewriter *r, const struct pl_runs *runs)
{
    for (size_t i = 0; i < runs->left.len; i++) {
        pl_rewriter_leave(r, runs->left.items[i].range,
                          runs->left.items[i].reason);
    }
    if (r->left.len > 1) {
        qsort(r->left.items, r->left.len, sizeof(*r->left.items), by_place);
    }
    size_t kept = 0;
    for (size_t i = 0; i < r->left.len; i++) {
        if (kept == 0 ||
            by_place(&r->left.items[kept - 1], &r->left.items[i]) != 0) {
            r->left.items[kept++] = r->left.items[i];
        }
    }
    r->left.len = kept;
}

static bool may_change(const struct pl_numbering *numbering)
{
    for (uint32_t i = 0; i < numbering->count; i++) {
        const struct pl_numbered *it = &numbering->items[i];
        if (it->has_own || !pl_label_eq(it->label, it->new_label)) {
            return true;
        }
    }
    return false;
}

struct pl_renumbered pl_renumber(struct pl_arena *arena,
                                 const struct pl_plan *plan,
                                 struct pl_renumber_request request)
{
    struct pl_arena *scratch = pl_arena_new();
    struct pl_numbering *numbering = pl_numbering_build(scratch, plan);
    struct pl_runs runs = {.arena = scratch};
    struct pl_rewriter rewriter = {.arena = arena,
                                   .numbering = numbering,
                                   .runs = &runs,
                                   .keeper = request.keeper};
    if (request.keeper) {
        pl_numbering_keep(numbering, request.keeper);
    }
    uint32_t series = pl_runs_number(&runs, numbering, request);
    pl_numbering_settle(numbering);
    if (may_change(numbering)) {
        pl_rewriter_numbers(&rewriter);
        pl_rewriter_references(&rewriter);
        pl_rewriter_mentions(&rewriter);
        pl_rewriter_contents(&rewriter);
        pl_rewriter_unread(&rewriter);
    }
    take_left(&rewriter, &runs);
    pl_arena_free(scratch);
    return (struct pl_renumbered){
        .edits = pl_rewriter_end(&rewriter),
        .left = rewriter.left.items,
        .left_count = (uint32_t)rewriter.left.len,
        .series = series,
        .numbers = rewriter.numbers,
        .references = rewriter.references,
    };
}
