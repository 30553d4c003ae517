#include "lint/confines.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/order.h"
#include "base/search.h"
#include "base/vec.h"
#include "lint/check.h"
#include "lint/languages.h"
#include "lint/shared.h"
#include "plan/plan.h"
#include "syntax/query.h"

struct pieces {
    PL_VEC(struct pl_range) list;
};

static int by_start(const void *a, const void *b)
{
    const struct pl_range *left = a;
    const struct pl_range *right = b;
    return pl_order(left->start, right->start);
}

/* Of sorted pieces. */
static uint32_t join(struct pl_range *pieces, size_t count)
{
    uint32_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        struct pl_range *last = kept > 0 ? &pieces[kept - 1] : NULL;
        if (!last || pieces[i].start > last->end) {
            pieces[kept++] = pieces[i];
        } else if (pieces[i].end > last->end) {
            last->end = pieces[i].end;
        }
    }
    return kept;
}

static struct pieces captured(struct pl_run *run)
{
    struct pieces pieces = {0};
    struct pl_query_match match;
    struct pl_query_search *search = pl_query_search_new(
        run->arena, run->rule->within, pl_run_tree(run), run->plan->text);
    while (!pl_run_is_cancelled(run) && pl_query_search_next(search, &match)) {
        for (size_t i = 0; i < match.count; i++) {
            *PL_VEC_PUSH(run->arena, &pieces.list) = match.captures[i].range;
        }
    }
    run->over_budget |= pl_query_search_gave_up(search);
    return pieces;
}

static void find_pieces(struct pl_run *run, struct pl_confines *confines)
{
    struct pieces pieces = captured(run);
    if (pieces.list.len > 0) {
        qsort(pieces.list.items, pieces.list.len, sizeof(*pieces.list.items),
              by_start);
    }
    confines->has_pieces = true;
    confines->pieces = pieces.list.items;
    confines->count = join(pieces.list.items, pieces.list.len);
}

const struct pl_confines *pl_confines_find(struct pl_run *run)
{
    bool has_languages =
        run->rule->language_count > 0 && run->plan->block_languages;
    if (!run->rule->within && !has_languages) {
        return NULL;
    }
    struct pl_confines *confines =
        pl_arena_alloc(run->arena, sizeof(*confines));
    confines->run = has_languages ? run : NULL;
    if (run->rule->within) {
        find_pieces(run, confines);
    }
    return confines;
}

static bool is_in_pieces(const struct pl_confines *confines, uint32_t offset)
{
    uint32_t after =
        PL_FIRST_FROM(confines->pieces, confines->count, start, offset + 1);
    return after > 0 && offset <= confines->pieces[after - 1].end;
}

bool pl_confines_has(const struct pl_confines *confines, uint32_t offset)
{
    return (!confines->has_pieces || is_in_pieces(confines, offset)) &&
           (!confines->run || pl_rule_speaks_at(confines->run, offset));
}

bool pl_confines_touch(const struct pl_confines *confines,
                       struct pl_range range)
{
    uint32_t first =
        PL_FIRST_FROM(confines->pieces, confines->count, start, range.start);
    return first < confines->count && confines->pieces[first].start < range.end;
}
