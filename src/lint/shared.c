#include "lint/shared.h"

#include "base/arena.h"
#include "base/vec.h"
#include "lint/check.h"
#include "lint/revision.h"
#include "plan/plan.h"
#include "syntax/tree.h"

struct fact {
    const void *(*make)(struct pl_run *run);
    const void *made;
};

struct pl_shared {
    struct pl_arena *arena;
    PL_VEC(struct fact) facts; /* a handful */
};

struct pl_shared *pl_shared_new(struct pl_arena *arena)
{
    struct pl_shared *shared = pl_arena_alloc(arena, sizeof(*shared));
    shared->arena = arena;
    return shared;
}

static const struct fact *find(const struct pl_shared *shared,
                               const void *(*make)(struct pl_run *run))
{
    for (size_t i = 0; shared && i < shared->facts.len; i++) {
        if (shared->facts.items[i].make == make) {
            return &shared->facts.items[i];
        }
    }
    return NULL;
}

const void *pl_run_share(struct pl_run *run,
                         const void *(*make)(struct pl_run *run))
{
    struct pl_shared *shared = run->shared;
    const struct fact *found = find(shared, make);
    if (found) {
        return found->made;
    }
    const void *made = make(run);
    if (shared) {
        *PL_VEC_PUSH(shared->arena, &shared->facts) = (struct fact){make, made};
    }
    return made;
}

static void release_tree(void *tree)
{
    pl_tree_free(tree);
}

static const void *make_tree(struct pl_run *run)
{
    struct pl_tree *tree = pl_tree_parse(run->plan->text);
    pl_arena_adopt(run->arena, tree, release_tree);
    return tree;
}

const struct pl_tree *pl_run_tree(struct pl_run *run)
{
    return pl_run_share(run, make_tree);
}

static const void *make_original(struct pl_run *run)
{
    return pl_revision_original(run->arena, run->plan);
}

const struct pl_plan *pl_run_original(struct pl_run *run)
{
    return pl_run_share(run, make_original);
}

const struct pl_plan *pl_shared_original(const struct pl_shared *shared)
{
    const struct fact *found = find(shared, make_original);
    return found ? found->made : NULL;
}
