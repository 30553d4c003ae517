/* Mentions of entities: of priorities in outcome sentences, and all in order.
 */
#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/order.h"
#include "plan/entities/entity_draft.h"
#include "plan/plan.h"

enum { MAX_NAME_WORDS = 14 };

static const char *const under_words[] = {
#define PL_UNDER_WORD(word) word,
#include "plan/entities/entity_word.def"
};

static const char *const under_ends[] = {
#define PL_UNDER_END(word) word,
#include "plan/entities/entity_word.def"
};

static const char *const pointing_words[] = {
#define PL_POINTING_WORD(word) word,
#include "plan/entities/entity_word.def"
};

static bool is_one_of(const struct pl_words *words, uint32_t at,
                      const char *const *list, size_t count)
{
    uint32_t fold = pl_word_fold(words, at);
    pl_str word = words->forms[fold].text;
    for (size_t i = 0; i < count; i++) {
        if (word.data[0] == list[i][0] &&
            pl_str_eq(word, pl_str_from(list[i]))) {
            return true;
        }
    }
    return false;
}

/* Whether the gap before a word ends a phrase. */
static bool ends_phrase(const struct pl_words *words, uint32_t at)
{
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    for (size_t i = 0; i < gap.len; i++) {
        switch (gap.data[i]) {
        case ',':
        case ';':
        case ':':
        case '.':
        case '(':
        case ')':
        case '\t':
            return true;
        default:
            break;
        }
    }
    return false;
}

/* The name after "under" at word `at`: its words up to a verb or a comma. */
static struct pl_range name_after_under(const struct pl_plan *plan,
                                        const struct pl_block *block,
                                        uint32_t at)
{
    const struct pl_words *words = plan->words;
    uint32_t first = at + 1;
    uint32_t end = first;
    while (end < block->word_end && end - first < MAX_NAME_WORDS &&
           (end == first || !ends_phrase(words, end)) &&
           !is_one_of(words, end, under_ends, PL_COUNT(under_ends))) {
        end++;
    }
    bool is_ended = end < block->word_end && end > first &&
                    (ends_phrase(words, end) ||
                     is_one_of(words, end, under_ends, PL_COUNT(under_ends)));
    if (!is_ended ||
        is_one_of(words, first, pointing_words, PL_COUNT(pointing_words))) {
        return (struct pl_range){0, 0};
    }
    return (struct pl_range){words->items[first].start,
                             pl_word_range(words, end - 1).end};
}

void pl_mentions_add_outcome_sentence(struct pl_entity_draft *draft,
                                      uint32_t block, uint32_t priority)
{
    const struct pl_plan *plan = draft->plan;
    const struct pl_block *it = &plan->blocks[block];
    for (uint32_t at = it->first_word; at < it->word_end; at++) {
        if (!is_one_of(plan->words, at, under_words, PL_COUNT(under_words))) {
            continue;
        }
        struct pl_range name = name_after_under(plan, it, at);
        if (!pl_range_is_empty(name)) {
            *PL_VEC_PUSH(draft->arena, &draft->mentions) = (struct pl_mention){
                .kind = PL_ENTITY_PRIORITY,
                .family = PL_NONE,
                .name = name,
                .range = name,
                .entity = priority,
                .block = block,
            };
            return;
        }
    }
}

static int by_start(const void *a, const void *b)
{
    const struct pl_mention *left = a;
    const struct pl_mention *right = b;
    return pl_order(left->range.start, right->range.start);
}

void pl_mentions_sort(struct pl_entity_draft *draft)
{
    if (draft->mentions.len > 1) {
        qsort(draft->mentions.items, draft->mentions.len,
              sizeof(*draft->mentions.items), by_start);
    }
}

/* Of each section: the entity that it is about, which it or a section around
 * it is the heading of. */
static uint32_t *find_subjects(const struct pl_entity_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    uint32_t *subjects = pl_arena_array(draft->arena, plan->sections_count + 1,
                                        sizeof(*subjects));
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        subjects[i] = PL_NONE;
    }
    for (uint32_t i = 0; i < draft->entities.len; i++) {
        uint32_t section = draft->entities.items[i].section;
        if (section != PL_NONE) {
            subjects[section] = i;
        }
    }
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        uint32_t parent = plan->sections[i].parent;
        if (subjects[i] == PL_NONE && parent != PL_NONE) {
            subjects[i] = subjects[parent];
        }
    }
    return subjects;
}

/* Whether two blocks are of one row of a table, or one block. */
static bool is_same_row(const struct pl_plan *plan, uint32_t a, uint32_t b)
{
    if (a == b) {
        return true;
    }
    const struct pl_block *left = &plan->blocks[a];
    const struct pl_block *right = &plan->blocks[b];
    if (left->kind != PL_BLOCK_CELL || right->kind != PL_BLOCK_CELL ||
        left->detail == PL_NONE || right->detail == PL_NONE) {
        return false;
    }
    const struct pl_cell *cells = plan->cells;
    return cells[left->detail].table == cells[right->detail].table &&
           cells[left->detail].row == cells[right->detail].row;
}

/* The entity that a mention is made by; `*next` is the first entity that
 * begins after it. */
static uint32_t maker_of(const struct pl_entity_draft *draft,
                         const struct pl_mention *mention,
                         const uint32_t *subjects, uint32_t *next)
{
    const struct pl_plan *plan = draft->plan;
    const struct pl_entity *entities = draft->entities.items;
    while (*next < draft->entities.len &&
           entities[*next].range.start <= mention->range.start) {
        ++*next;
    }
    if (*next > 0 &&
        is_same_row(plan, entities[*next - 1].block, mention->block)) {
        return *next - 1;
    }
    uint32_t section = plan->blocks[mention->block].section;
    return section == PL_NONE ? PL_NONE : subjects[section];
}

void pl_mentions_store(struct pl_entity_draft *draft, struct pl_arena *arena,
                       struct pl_plan *plan)
{
    pl_mentions_sort(draft);
    size_t count = draft->mentions.len;
    struct pl_mention *mentions =
        pl_arena_array(arena, count, sizeof(*mentions));
    const uint32_t *subjects = find_subjects(draft);
    uint32_t next = 0;
    for (size_t i = 0; i < count; i++) {
        mentions[i] = draft->mentions.items[i];
        mentions[i].from = maker_of(draft, &mentions[i], subjects, &next);
        if (mentions[i].label.count > 0) {
            mentions[i].entity = pl_entity_draft_meant(
                draft, mentions[i].kind, mentions[i].family, mentions[i].label);
        }
    }
    plan->mentions = mentions;
    plan->mentions_count = (uint32_t)count;
}
