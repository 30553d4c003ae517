/* Entities that running text names: "under Objective 2.1", "Goal 2 (Shared
 * Waterways)". */
#include <stdbool.h>

#include "base/arena.h"
#include "plan/entities/entity_draft.h"
#include "plan/entities/lexicon.h"
#include "plan/plan.h"
#include "plan/references/number_list.h"
#include "plan/references/reference_context.h"
#include "plan/words/block_walk.h"
#include "plan/words/marked_words.h"

enum {
    MAX_NAME_WORDS = 14,
    MAX_BRACKET = 200, /* bytes */
};

/* How many words of a phrase are those of a name, in order. */
static uint32_t count_equal(const struct pl_words *words, uint32_t a,
                            uint32_t b, uint32_t count)
{
    uint32_t equal = 0;
    for (uint32_t i = 0; i < count; i++) {
        equal += b + i < words->count &&
                 pl_word_fold(words, a + i) == pl_word_fold(words, b + i);
    }
    return equal;
}

/* The words after `offset` that take the place of an entity's name: as many
 * as it has, at least half of them the same. */
static struct pl_range similar_name(const struct pl_plan *plan,
                                    const struct pl_entity *entity,
                                    uint32_t offset, uint32_t limit)
{
    const struct pl_words *words = plan->words;
    uint32_t name = pl_words_at(words, entity->name.start);
    uint32_t count = pl_words_at(words, entity->name.end) - name;
    uint32_t first = pl_words_at(words, offset);
    if (count == 0 || count > MAX_NAME_WORDS || first + count > words->count ||
        pl_word_range(words, first + count - 1).end > limit ||
        count_equal(words, name, first, count) * 2 < count) {
        return (struct pl_range){offset, offset};
    }
    return (struct pl_range){words->items[first].start,
                             pl_word_range(words, first + count - 1).end};
}

/* All that stands in a parenthesis, when it could be a name. */
static struct pl_range bracketed_name(const struct pl_plan *plan,
                                      const struct pl_entity *entity,
                                      uint32_t offset, uint32_t limit)
{
    const struct pl_words *words = plan->words;
    limit = limit - offset > MAX_BRACKET ? offset + MAX_BRACKET : limit;
    pl_str inside = pl_str_slice(plan->text, offset, limit);
    size_t close = pl_str_find_char(inside, ')', 0);
    struct pl_range none = {offset, offset};
    if (close == PL_NOWHERE) {
        return none;
    }
    struct pl_range piece = {offset, offset + (uint32_t)close};
    uint32_t first = pl_words_at(words, piece.start);
    uint32_t end = pl_words_at(words, piece.end);
    uint32_t name = pl_words_at(words, entity->name.start);
    uint32_t name_end = pl_words_at(words, entity->name.end);
    if (end == first || end - first > MAX_NAME_WORDS ||
        name_end - name > MAX_NAME_WORDS) {
        return none;
    }
    for (uint32_t at = first; at < end; at++) {
        for (uint32_t other = name; other < name_end; other++) {
            if (pl_word_fold(words, at) == pl_word_fold(words, other) &&
                pl_word_text(words, at).len > 3) {
                return piece;
            }
        }
    }
    return none;
}

static bool read_separator(struct pl_scan *scan)
{
    pl_scan_blanks(scan);
    bool is_separated = pl_scan_char(scan, ':') || pl_scan_dash(scan);
    return is_separated && pl_scan_blanks(scan);
}

/* A noun with a number in running text. */
struct running {
    struct pl_noun noun;
    struct pl_range word;  /* the noun as it stands there */
    struct pl_range block; /* content */
    uint32_t block_index;
};

/* The name after a single number: "Goal 2 (Name)", "Goal 2: Name"; or empty. */
static struct pl_range name_after(const struct pl_entity_draft *draft,
                                  const struct running *running,
                                  struct pl_label label, struct pl_scan scan)
{
    uint32_t entity = pl_entity_draft_meant(draft, running->noun.kind,
                                            running->noun.row, label);
    struct pl_range none = {scan.at, scan.at};
    if (entity == PL_NONE) {
        return none;
    }
    const struct pl_entity *it = &draft->entities.items[entity];
    struct pl_scan bracket = scan;
    if (pl_scan_blanks(&bracket) && pl_scan_char(&bracket, '(')) {
        return bracketed_name(draft->plan, it, bracket.at, scan.end);
    }
    return read_separator(&scan)
               ? similar_name(draft->plan, it, scan.at, scan.end)
               : none;
}

static void push_running(struct pl_entity_draft *draft,
                         const struct running *running,
                         const struct pl_number *number, struct pl_range name)
{
    uint32_t start = number->range.start;
    uint32_t end = pl_range_is_empty(name) ? number->range.end : name.end;
    *PL_VEC_PUSH(draft->arena, &draft->mentions) = (struct pl_mention){
        .kind = running->noun.kind,
        .family = running->noun.row,
        .label = number->label,
        .name = name,
        .range = {start, end},
        .entity = PL_NONE,
        .block = running->block_index,
    };
}

/* Whether the words around speak of another plan: "SDG Target 4.1", "Goal 4 of
 * the 2030 Agenda". */
static bool is_of_others(const struct pl_entity_draft *draft,
                         const struct running *running, uint32_t end)
{
    pl_str text = draft->plan->text;
    struct pl_range phrase = {running->word.start, end};
    enum pl_context after = pl_context_after(text, phrase, running->block);
    if (after == PL_CONTEXT_OWN) {
        return false;
    }
    return after == PL_CONTEXT_FOREIGN || after == PL_CONTEXT_DOUBTFUL ||
           pl_context_before(text, phrase, running->block) >=
               PL_CONTEXT_DOUBTFUL;
}

static void add_running(struct pl_entity_draft *draft,
                        const struct running *running)
{
    struct pl_numbers numbers = {
        .scan = {draft->plan->text, running->word.end, running->block.end},
        .shape = PL_NUMBER_LETTERS | PL_NUMBER_NO_SPANS |
                 (running->noun.is_many ? PL_NUMBER_MANY : 0),
    };
    struct pl_number number;
    size_t first = draft->mentions.len;
    if (!pl_scan_blanks(&numbers.scan)) {
        return;
    }
    while (pl_numbers_next(&numbers, &number)) {
        push_running(draft, running, &number,
                     (struct pl_range){number.range.end, number.range.end});
    }
    size_t count = draft->mentions.len - first;
    if (count == 0) {
        return;
    }
    if (is_of_others(draft, running, numbers.scan.at)) {
        draft->mentions.len = first;
        return;
    }
    struct pl_mention *mention = &draft->mentions.items[first];
    mention->range.start = running->word.start;
    if (count == 1 && numbers.last.to.count == 0) {
        mention->name =
            name_after(draft, running, mention->label, numbers.scan);
        if (!pl_range_is_empty(mention->name)) {
            mention->range.end = mention->name.end;
        }
    }
}

/* A walk over ranges that ascend. */
struct cursor {
    uint32_t next;
    uint32_t end; /* of the furthest range passed */
};

static bool entity_covers(const struct pl_entity_draft *draft,
                          struct cursor *cursor, uint32_t offset)
{
    while (cursor->next < draft->entities.len &&
           draft->entities.items[cursor->next].range.start <= offset) {
        uint32_t end = draft->entities.items[cursor->next++].range.end;
        cursor->end = end > cursor->end ? end : cursor->end;
    }
    return offset < cursor->end;
}

static bool mention_covers(const struct pl_entity_draft *draft, uint32_t count,
                           struct cursor *cursor, uint32_t offset)
{
    while (cursor->next < count &&
           draft->mentions.items[cursor->next].range.start <= offset) {
        uint32_t end = draft->mentions.items[cursor->next++].range.end;
        cursor->end = end > cursor->end ? end : cursor->end;
    }
    return offset < cursor->end;
}

/* The nouns of kinds that are numbered in the plan. */
static struct pl_marked_words find_nouns(const struct pl_entity_draft *draft)
{
    const struct pl_lexicon *lexicon = draft->lexicon;
    bool is_numbered[PL_ENTITY_KIND_COUNT] = {false};
    for (uint32_t i = 0; i < draft->entities.len; i++) {
        const struct pl_entity *it = &draft->entities.items[i];
        is_numbered[it->kind] |= it->label.count > 0 && it->family != PL_NONE;
    }
    uint8_t *marks = pl_marks_new(draft->arena, lexicon->words);
    for (uint32_t i = 0; i < lexicon->noun_count; i++) {
        if (is_numbered[lexicon->nouns[i].kind]) {
            marks[lexicon->nouns[i].folds[0]] = 1;
        }
    }
    pl_marks_spread(marks, lexicon->words);
    return pl_marked_words_find(draft->arena, lexicon->words, marks);
}

/* A noun at a word; false when it has no number after it. */
static bool read_running(const struct pl_entity_draft *draft, uint32_t at,
                         uint32_t block, struct running *running)
{
    const struct pl_words *words = draft->plan->words;
    const struct pl_block *it = &draft->plan->blocks[block];
    if (!pl_lexicon_read(draft->lexicon, at, it->word_end, &running->noun)) {
        return false;
    }
    running->word =
        (struct pl_range){words->items[at].start,
                          pl_word_range(words, running->noun.word_end - 1).end};
    running->block = it->content;
    running->block_index = block;
    return true;
}

void pl_mentions_add_running(struct pl_entity_draft *draft)
{
    if (pl_map_count(draft->numbered) == 0) {
        return;
    }
    pl_mentions_sort(draft);
    uint32_t count = (uint32_t)draft->mentions.len;
    struct pl_marked_words nouns = find_nouns(draft);
    struct cursor entities = {0, 0};
    struct cursor mentions = {0, 0};
    struct pl_block_walk walk = {.plan = draft->plan};
    for (size_t i = 0; i < nouns.count; i++) {
        uint32_t offset = nouns.items[i].start;
        uint32_t block = pl_block_walk_to(&walk, offset);
        struct running running;
        bool is_taken = entity_covers(draft, &entities, offset);
        is_taken |= mention_covers(draft, count, &mentions, offset);
        if (!is_taken && block != PL_NONE &&
            read_running(draft, nouns.items[i].word, block, &running)) {
            add_running(draft, &running);
        }
    }
}
