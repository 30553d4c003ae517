/* Where the name of an entity stands in the text, without its number. */
#include <assert.h>

#include "base/arena.h"
#include "plan/plan.h"
#include "plan/words/block_walk.h"
#include "report/chart/draft.h"

enum {
    FEWEST_WORDS = 2,
    MOST_WORDS = 12,
    LONG_WORD = 4,  /* bytes; a name needs two such words */
    MOST_ALIKE = 8, /* names that begin with the same two words */
};

struct name {
    uint32_t entity;
    uint32_t first; /* word */
    uint32_t count;
    uint32_t next; /* name that begins alike, or PL_NONE */
};

struct names {
    PL_VEC(struct name) all;
    struct pl_map *by_words; /* from the folds of two words to a name */
    bool *is_first;          /* of each form: whether a name begins with it */
};

struct key {
    uint32_t folds[FEWEST_WORDS];
};

static struct key key_at(const struct pl_words *words, uint32_t at)
{
    return (struct key){{pl_word_fold(words, at), pl_word_fold(words, at + 1)}};
}

static pl_str key_text(const struct key *key)
{
    return (pl_str){(const char *)key->folds, sizeof(key->folds)};
}

/* Components are named like what they are: goals, targets. */
static bool is_distinctive(const struct pl_plan *plan,
                           const struct pl_entity *entity,
                           const struct name *name)
{
    if (entity->kind == PL_ENTITY_COMPONENT || name->count < FEWEST_WORDS ||
        name->count > MOST_WORDS) {
        return false;
    }
    uint32_t long_words = 0;
    for (uint32_t i = 0; i < name->count; i++) {
        long_words +=
            pl_word_text(plan->words, name->first + i).len >= LONG_WORD;
    }
    return long_words >= FEWEST_WORDS;
}

static void add_name(struct pl_arena *arena, const struct pl_words *words,
                     struct names *names, struct name name)
{
    struct key key = key_at(words, name.first);
    uint32_t index = (uint32_t)names->all.len;
    uint32_t alike = pl_map_get(names->by_words, key_text(&key));
    uint32_t count = 0;
    assert(alike == PL_NONE || names->all.items);
    for (uint32_t at = alike; at != PL_NONE; at = names->all.items[at].next) {
        count++;
    }
    if (count == MOST_ALIKE) {
        return;
    }
    name.next = alike;
    pl_map_put(names->by_words, pl_arena_copy(arena, key_text(&key)), index);
    names->is_first[key.folds[0]] = true;
    *PL_VEC_PUSH(arena, &names->all) = name;
}

static struct names collect(const struct pl_chart_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    struct names names = {
        .by_words = pl_map_new(draft->scratch, 64),
        .is_first = pl_arena_array(draft->scratch, plan->words->form_count + 1,
                                   sizeof(bool)),
    };
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *entity = &plan->entities[i];
        uint32_t first = pl_words_at(plan->words, entity->name.start);
        uint32_t end = pl_words_at(plan->words, entity->name.end);
        struct name name = {.entity = i, .first = first, .count = end - first};
        if (is_distinctive(plan, entity, &name)) {
            add_name(draft->scratch, plan->words, &names, name);
        }
    }
    return names;
}

static bool stands_at(const struct pl_words *words, const struct name *name,
                      uint32_t at, uint32_t end)
{
    if (at == name->first || end - at < name->count) {
        return false;
    }
    for (uint32_t i = FEWEST_WORDS; i < name->count; i++) {
        if (pl_word_fold(words, at + i) !=
            pl_word_fold(words, name->first + i)) {
            return false;
        }
    }
    return true;
}

/* Whether a mention that is linked already covers an offset; they ascend. */
static bool is_linked(const struct pl_plan *plan, uint32_t *next,
                      uint32_t offset)
{
    while (*next < plan->mentions_count &&
           plan->mentions[*next].range.end <= offset) {
        (*next)++;
    }
    return *next < plan->mentions_count &&
           plan->mentions[*next].range.start <= offset &&
           plan->mentions[*next].label.count > 0;
}

static void link_at(struct pl_chart_draft *draft, const struct names *names,
                    uint32_t at, uint32_t end)
{
    const struct pl_words *words = draft->plan->words;
    struct key key = key_at(words, at);
    for (uint32_t i = pl_map_get(names->by_words, key_text(&key)); i != PL_NONE;
         i = names->all.items[i].next) {
        const struct name *name = &names->all.items[i];
        if (stands_at(words, name, at, end)) {
            pl_chart_draft_add_link(draft, name->entity, PL_CHART_NAMING,
                                    words->items[at].start);
        }
    }
}

void pl_chart_draft_link_names(struct pl_chart_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    const struct pl_words *words = plan->words;
    struct names names = collect(draft);
    struct pl_block_walk walk = {.plan = plan};
    uint32_t mention = 0;
    for (uint32_t at = 0; at + 1 < words->count && names.all.len > 0; at++) {
        if (!names.is_first[pl_word_fold(words, at)]) {
            continue;
        }
        uint32_t offset = words->items[at].start;
        uint32_t block = pl_block_walk_to(&walk, offset);
        if (block != PL_NONE && !is_linked(plan, &mention, offset)) {
            link_at(draft, &names, at, plan->blocks[block].word_end);
        }
    }
}
