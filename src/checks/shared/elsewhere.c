#include "checks/shared/elsewhere.h"

#include "base/arena.h"
#include "base/map.h"
#include "lint/check.h"
#include "lint/shared.h"
#include "plan/plan.h"

enum {
#define PL_REFERENCE(constant, name, plural) KIND_OF_##constant,
#include "plan/reference.def"
#undef PL_REFERENCE
    KINDS
};

/* Of each kind, how many references lead out of the document, how many to a
 * place of it and how many to none; and for the numbers of
 * those that lead out the first of them. */
struct elsewhere {
    uint32_t out[KINDS];
    uint32_t here[KINDS];
    uint32_t nowhere[KINDS];
    struct pl_map *numbers;
};

struct number_key {
    uint32_t kind;
    uint32_t value;
};

static struct number_key key_of(const struct pl_reference *reference)
{
    return (struct number_key){
        (uint32_t)reference->kind,
        reference->label.count > 0 ? reference->label.parts[0].value : PL_NONE};
}

static const void *find_elsewhere(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct elsewhere *found = pl_arena_alloc(run->arena, sizeof(*found));
    *found = (struct elsewhere){.numbers = pl_map_new(run->arena, 16)};
    for (uint32_t i = 0; i < plan->references_count; i++) {
        const struct pl_reference *it = &plan->references[i];
        found->here[it->kind] += it->resolution == PL_RESOLUTION_FOUND;
        found->nowhere[it->kind] += it->resolution == PL_RESOLUTION_MISSING &&
                                    it->direction == PL_DIRECTION_NONE;
        if (it->resolution == PL_RESOLUTION_EXTERNAL && it->label.count > 0) {
            struct number_key key = key_of(it);
            pl_str bytes = {(const char *)&key, sizeof(key)};
            pl_map_get_or_add(found->numbers, pl_arena_copy(run->arena, bytes),
                              i);
            found->out[it->kind]++;
        }
    }
    return found;
}

bool pl_reference_may_be_elsewhere(struct pl_run *run,
                                   const struct pl_reference *reference)
{
    enum { SOME = 3, MANY = 6 };
    bool is_asked = reference->kind == PL_REFERENCE_SECTION ||
                    reference->kind == PL_REFERENCE_PARAGRAPH ||
                    reference->kind == PL_REFERENCE_ANNEX;
    if (!is_asked || reference->direction != PL_DIRECTION_NONE) {
        return false;
    }
    const struct elsewhere *all = pl_run_share(run, find_elsewhere);
    struct number_key key = key_of(reference);
    pl_str bytes = {(const char *)&key, sizeof(key)};
    uint32_t out = all->out[reference->kind];
    uint32_t here = all->here[reference->kind];
    uint32_t away = out + all->nowhere[reference->kind];
    uint32_t named = pl_map_get(all->numbers, bytes);
    return (named != PL_NONE && &run->plan->references[named] < reference) ||
           (out >= SOME && out >= here) || (away >= MANY && away >= here);
}
