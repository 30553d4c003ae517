/* Names of entities in running text: "Safe Entry" wherever it stands in just
 * these capitals. Names in small letters could be plain words. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/order.h"
#include "plan/plan.h"
#include "plan/symbols/symbol_draft.h"

enum {
    LEAST_CAPITALS = 2, /* words of a name that begin with one */
    MOST_ALIKE = 16,    /* names that begin with the same word */
    LONG_WORD = 4,      /* letters; shorter ones may be small: "for" */
};

struct name {
    uint32_t symbol;
    uint32_t word; /* its first one, where it is defined */
    uint32_t count;
    uint32_t next; /* another that begins with the same word; PL_NONE */
    uint32_t rank; /* how many of those there are */
};

struct finder {
    struct pl_symbol_draft *draft;
    PL_VEC(struct name) names;
    uint32_t *by_form; /* of each form the first name that begins with it */
    PL_VEC(struct pl_range) known; /* names that are told anyway; ascending */
};

static bool are_joined(const struct pl_words *words, uint32_t first,
                       uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        if (!pl_word_is_joined(words, first + i)) {
            return false;
        }
    }
    return true;
}

/* "Safe Entry for All" */
static bool is_in_capitals(const struct pl_words *words, uint32_t first,
                           uint32_t count)
{
    uint32_t capitals = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct pl_form *form =
            &words->forms[words->items[first + i].form];
        bool is_capital = form->flags & PL_FORM_CAPITALIZED;
        capitals += is_capital;
        if (!is_capital && form->text.len >= LONG_WORD) {
            return false;
        }
    }
    return capitals >= LEAST_CAPITALS;
}

static void add_name(struct finder *finder, const struct pl_entity *entity,
                     uint32_t symbol)
{
    const struct pl_words *words = finder->draft->plan->words;
    uint32_t first = pl_words_at(words, entity->name.start);
    uint32_t end = pl_words_at(words, entity->name.end);
    if (end <= first || words->items[first].start != entity->name.start ||
        pl_word_range(words, end - 1).end != entity->name.end ||
        !are_joined(words, first, end - first) ||
        !is_in_capitals(words, first, end - first)) {
        return;
    }
    uint32_t *head = &finder->by_form[words->items[first].form];
    uint32_t rank = *head == PL_NONE ? 0 : finder->names.items[*head].rank + 1;
    if (rank < MOST_ALIKE) {
        *PL_VEC_PUSH(finder->draft->scratch, &finder->names) =
            (struct name){symbol, first, end - first, *head, rank};
        *head = (uint32_t)finder->names.len - 1;
    }
}

static void add_names(struct finder *finder)
{
    const struct pl_plan *plan = finder->draft->plan;
    finder->by_form = pl_arena_array(finder->draft->scratch,
                                     plan->words->form_count, sizeof(uint32_t));
    for (uint32_t i = 0; i < plan->words->form_count; i++) {
        finder->by_form[i] = PL_NONE;
    }
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (it->kind != PL_ENTITY_COMPONENT && !pl_range_is_empty(it->name)) {
            add_name(finder, it,
                     pl_symbol_draft_of(finder->draft, PL_SYMBOL_ENTITY, i));
        }
    }
}

static int by_start(const void *a, const void *b)
{
    const struct pl_range *left = a;
    const struct pl_range *right = b;
    return pl_order(left->start, right->start);
}

static void add_known(struct finder *finder)
{
    const struct pl_symbol_draft *draft = finder->draft;
    for (size_t i = 0; i < draft->occurrences.len; i++) {
        const struct pl_occurrence *it = &draft->occurrences.items[i];
        if (it->role == PL_OCCURRENCE_NAME &&
            draft->symbols.items[it->symbol].kind == PL_SYMBOL_ENTITY) {
            *PL_VEC_PUSH(draft->scratch, &finder->known) = it->range;
        }
    }
    if (finder->known.len > 1) {
        qsort(finder->known.items, finder->known.len,
              sizeof(*finder->known.items), by_start);
    }
}

static bool stands_at(const struct pl_words *words, const struct name *name,
                      uint32_t at)
{
    if (name->count > words->count - at ||
        !are_joined(words, at, name->count)) {
        return false;
    }
    for (uint32_t i = 0; i < name->count; i++) {
        if (words->items[at + i].form != words->items[name->word + i].form) {
            return false;
        }
    }
    return true;
}

/* The longest name that stands at a word, or NULL. */
static const struct name *name_at(const struct finder *finder, uint32_t at)
{
    const struct pl_words *words = finder->draft->plan->words;
    const struct name *best = NULL;
    uint32_t i = finder->by_form[words->items[at].form];
    for (; i != PL_NONE; i = finder->names.items[i].next) {
        const struct name *it = &finder->names.items[i];
        if ((!best || it->count > best->count) && stands_at(words, it, at)) {
            best = it;
        }
    }
    return best;
}

void pl_symbol_draft_add_name_uses(struct pl_symbol_draft *draft)
{
    struct finder finder = {.draft = draft};
    const struct pl_words *words = draft->plan->words;
    add_names(&finder);
    if (finder.names.len == 0) {
        return;
    }
    add_known(&finder);
    size_t known = 0;
    for (uint32_t at = 0; at < words->count; at++) {
        const struct name *name = name_at(&finder, at);
        if (!name) {
            continue;
        }
        struct pl_range range = {
            words->items[at].start,
            pl_word_range(words, at + name->count - 1).end};
        while (known < finder.known.len &&
               finder.known.items[known].end <= range.start) {
            known++;
        }
        bool is_known = known < finder.known.len &&
                        finder.known.items[known].start < range.end;
        if (!is_known) {
            pl_symbol_draft_use(
                draft, name->symbol,
                (struct pl_symbol_place){PL_OCCURRENCE_NAME, range, range});
        }
        at += name->count - 1;
    }
}
