#include "plan/entities.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/array.h"
#include "plan/entities/components.h"
#include "plan/entities/entity_draft.h"
#include "plan/entities/entity_group.h"
#include "plan/entities/entity_lines.h"
#include "plan/entities/entity_parents.h"
#include "plan/entities/entity_text.h"
#include "plan/plan.h"

enum {
    OUTCOME_TAIL = 3, /* the words that end the sentence before a list */
};

static const struct {
    const char *name;
    const char *plural;
} entity_names[] = {
#define PL_ENTITY(constant, name, plural) \
    [PL_ENTITY_##constant] = {name, plural},
#include "plan/entity.def"
#undef PL_ENTITY
};

const char *pl_entity_name(enum pl_entity_kind kind)
{
    return entity_names[kind].name;
}

const char *pl_entity_plural(enum pl_entity_kind kind)
{
    return entity_names[kind].plural;
}

enum verdict { UNKNOWN, NO, YES };

struct builder {
    struct pl_entity_draft draft;
    const struct pl_plan *plan;
    struct pl_entity_lines lines;
    size_t next_line;
    uint32_t next_item;
    uint32_t *subjects;      /* of each section: the entity it is about */
    uint32_t *priorities;    /* of each section: the priority it belongs to */
    uint8_t *list_verdicts;  /* enum verdict: a list of outcomes */
    uint8_t *table_verdicts; /* enum verdict: a table of components */
    uint32_t last_outcome;   /* item, or PL_NONE */
    struct pl_entity_group group; /* that targets stand in now */
    PL_VEC(struct pl_entity_ward) wards;
};

static uint32_t add_entity(struct builder *b, struct pl_entity entity)
{
    uint32_t index = (uint32_t)b->draft.entities.len;
    *PL_VEC_PUSH(b->draft.arena, &b->draft.entities) = entity;
    return index;
}

static void add_mention(struct builder *b, const struct pl_entity_line *line)
{
    *PL_VEC_PUSH(b->draft.arena, &b->draft.mentions) = (struct pl_mention){
        .kind = line->text.kind,
        .family = line->family,
        .label = line->text.label,
        .name = line->text.name,
        .range = line->text.range,
        .entity = PL_NONE,
        .block = line->block,
    };
}

static uint32_t heading_of(const struct pl_plan *plan, uint32_t block)
{
    const struct pl_block *it = &plan->blocks[block];
    return it->kind == PL_BLOCK_HEADING ? it->section : PL_NONE;
}

/* The entity that the sections around a block are about, of another kind. */
static uint32_t subject_around(const struct builder *b, uint32_t block,
                               enum pl_entity_kind kind)
{
    const struct pl_block *it = &b->plan->blocks[block];
    uint32_t section = it->section;
    if (section != PL_NONE && it->kind == PL_BLOCK_HEADING) {
        section = b->plan->sections[section].parent;
    }
    uint32_t subject = section == PL_NONE ? PL_NONE : b->subjects[section];
    while (subject != PL_NONE &&
           b->draft.entities.items[subject].kind == kind) {
        subject = b->draft.entities.items[subject].parent;
    }
    return subject;
}

static void add_ward(struct builder *b, uint32_t entity)
{
    struct pl_entity *it = &b->draft.entities.items[entity];
    bool is_grouped = b->group.list.kind == it->kind &&
                      pl_entity_group_holds(b->plan, &b->group, it->block);
    it->parent = subject_around(b, it->block, it->kind);
    *PL_VEC_PUSH(b->draft.arena, &b->wards) = (struct pl_entity_ward){
        .entity = entity,
        .is_grouped = is_grouped,
        .owner = b->group.owner,
        .label = b->group.label,
    };
}

static void add_numbered(struct builder *b, const struct pl_entity_line *line)
{
    uint32_t section = heading_of(b->plan, line->block);
    uint32_t entity = add_entity(b, (struct pl_entity){
                                        .kind = line->text.kind,
                                        .family = line->family,
                                        .label = line->text.label,
                                        .number = line->text.number,
                                        .name = line->text.name,
                                        .range = line->text.range,
                                        .parent = PL_NONE,
                                        .block = line->block,
                                        .section = section,
                                    });
    pl_entity_draft_number(&b->draft, entity);
    add_ward(b, entity);
    if (section != PL_NONE) {
        b->subjects[section] = entity;
        if (line->text.kind == PL_ENTITY_PRIORITY) {
            b->priorities[section] = entity;
        }
    }
}

static void add_line(struct builder *b, const struct pl_entity_line *line)
{
    switch (line->what) {
    case PL_ENTITY_LINE_ENTITY:
        add_numbered(b, line);
        break;
    case PL_ENTITY_LINE_MENTION:
        add_mention(b, line);
        break;
    case PL_ENTITY_LINE_GROUP:
        add_mention(b, line);
        b->group = pl_entity_group_begin(b->plan, line);
        break;
    }
}

static uint32_t add_named(struct builder *b, enum pl_entity_kind kind,
                          struct pl_range name, uint32_t block)
{
    return add_entity(b, (struct pl_entity){
                             .kind = kind,
                             .family = PL_NONE,
                             .number = {name.start, name.start},
                             .name = name,
                             .range = name,
                             .parent = PL_NONE,
                             .block = block,
                             .section = heading_of(b->plan, block),
                         });
}

/* What the sub-headings of a section are; the kind count: nothing. */
static enum pl_entity_kind kind_of_children(enum pl_role role)
{
    switch (role) {
    case PL_ROLE_PRIORITIES:
        return PL_ENTITY_PRIORITY;
    case PL_ROLE_OFFERINGS:
        return PL_ENTITY_OFFERING;
    case PL_ROLE_ENABLERS:
        return PL_ENTITY_ENABLER;
    case PL_ROLE_NONE:
    case PL_ROLE_ABBREVIATIONS:
    case PL_ROLE_DEFINITIONS:
    case PL_ROLE_REFERENCES:
    case PL_ROLE_FOREWORD:
    case PL_ROLE_COMPONENTS:
    case PL_ROLE_VISION:
    case PL_ROLE_MISSION:
    case PL_ROLE_GOALS:
    case PL_ROLE_TARGETS:
    case PL_ROLE_OUTCOMES:
    case PL_ROLE_GENERAL:
        break;
    }
    return PL_ENTITY_KIND_COUNT;
}

static void add_heading(struct builder *b, uint32_t block)
{
    uint32_t index = b->plan->blocks[block].section;
    const struct pl_section *section = &b->plan->sections[index];
    if (section->kind == PL_SECTION_ANNEX || section->parent == PL_NONE ||
        b->lines.roles[index] != PL_ROLE_NONE) {
        return;
    }
    enum pl_role role = b->lines.roles[section->parent];
    enum pl_entity_kind kind = kind_of_children(role);
    struct pl_range name = pl_entity_text_trim(b->plan->text, section->title);
    if (kind == PL_ENTITY_KIND_COUNT || pl_range_is_empty(name)) {
        return;
    }
    uint32_t entity = add_named(b, kind, name, block);
    b->subjects[index] = entity;
    if (kind == PL_ENTITY_PRIORITY) {
        b->priorities[index] = entity;
    }
}

/* Sections belong to what their parents belong to. */
static void inherit(struct builder *b, uint32_t block)
{
    uint32_t index = heading_of(b->plan, block);
    if (index == PL_NONE) {
        return;
    }
    uint32_t parent = b->plan->sections[index].parent;
    b->subjects[index] = parent == PL_NONE ? PL_NONE : b->subjects[parent];
    b->priorities[index] = parent == PL_NONE ? PL_NONE : b->priorities[parent];
}

/* Whether a sentence announces outcomes: "... the following outcomes:". */
static bool announces_outcomes(const struct pl_plan *plan, uint32_t block)
{
    const struct pl_block *it = &plan->blocks[block];
    uint32_t end = it->word_end;
    uint32_t first = end - it->first_word > OUTCOME_TAIL ? end - OUTCOME_TAIL
                                                         : it->first_word;
    if (first == end) {
        return false;
    }
    struct pl_range tail = {plan->words->items[first].start,
                            pl_word_range(plan->words, end - 1).end};
    pl_str after = pl_str_slice(plan->text, tail.end, it->range.end);
    return pl_str_find_char(after, ':', 0) != PL_NOWHERE &&
           pl_role_of_title(pl_range_text(plan->text, tail)) ==
               PL_ROLE_OUTCOMES;
}

static uint32_t priority_of(const struct builder *b, uint32_t block)
{
    uint32_t section = b->plan->blocks[block].section;
    return section == PL_NONE ? PL_NONE : b->priorities[section];
}

static bool is_outcome_list(struct builder *b, const struct pl_item *item)
{
    uint8_t *verdict = &b->list_verdicts[item->list];
    if (*verdict != UNKNOWN) {
        return *verdict == YES;
    }
    const struct pl_list *list = &b->plan->lists[item->list];
    uint32_t priority = priority_of(b, item->block);
    bool is_announced =
        list->intro != PL_NONE && announces_outcomes(b->plan, list->intro);
    bool is_titled = b->plan->blocks[item->block].section != PL_NONE &&
                     b->lines.roles[b->plan->blocks[item->block].section] ==
                         PL_ROLE_OUTCOMES;
    bool is_outcomes = priority != PL_NONE && list->parent == PL_NONE &&
                       (is_announced || is_titled);
    if (is_outcomes && is_announced) {
        pl_mentions_add_outcome_sentence(&b->draft, list->intro, priority);
    }
    *verdict = is_outcomes ? YES : NO;
    return is_outcomes;
}

/* A list that was interrupted goes on: 3), a note, 4). */
static bool continues_outcomes(const struct builder *b,
                               const struct pl_item *item)
{
    if (b->last_outcome == PL_NONE || item->label.count == 0) {
        return false;
    }
    const struct pl_item *last = &b->plan->items[b->last_outcome];
    return b->plan->blocks[last->block].section ==
               b->plan->blocks[item->block].section &&
           last->list < item->list &&
           pl_label_follows(last->label, item->label);
}

static void add_outcome(struct builder *b, uint32_t index)
{
    const struct pl_item *item = &b->plan->items[index];
    b->list_verdicts[item->list] = YES;
    b->last_outcome = index;
    struct pl_range name = pl_entity_text_trim(
        b->plan->text,
        pl_entity_piece(b->plan, &b->plan->blocks[item->block], item->content));
    bool is_empty = pl_range_is_empty(name);
    add_entity(b, (struct pl_entity){
                      .kind = PL_ENTITY_OUTCOME,
                      .family = PL_NONE,
                      .label = item->label,
                      .number = item->marker,
                      .name = name,
                      .range = {item->marker.start,
                                is_empty ? item->marker.end : name.end},
                      .parent = priority_of(b, item->block),
                      .block = item->block,
                      .section = PL_NONE,
                  });
}

/* What the section of an item is a list of, when the item can be one of them:
 * with a number, in no other item. */
static const struct pl_noun *list_of(const struct builder *b,
                                     const struct pl_item *item)
{
    uint32_t section = b->plan->blocks[item->block].section;
    const struct pl_list *list = &b->plan->lists[item->list];
    bool may_be = section != PL_NONE && b->lines.lists[section].word_end > 0 &&
                  item->label.count > 0 && list->parent == PL_NONE &&
                  !list->is_inline && list->item_count > 1;
    return may_be ? &b->lines.lists[section] : NULL;
}

/* "Strategic objectives" is the title, "1. ...", "ii) ..." the objectives. */
static void add_listed(struct builder *b, const struct pl_item *item,
                       const struct pl_noun *noun)
{
    struct pl_range name = pl_entity_text_trim(
        b->plan->text,
        pl_entity_piece(b->plan, &b->plan->blocks[item->block], item->content));
    if (pl_range_is_empty(name)) {
        return;
    }
    uint32_t entity = add_entity(b, (struct pl_entity){
                                        .kind = noun->kind,
                                        .family = noun->row,
                                        .label = item->label,
                                        .number = item->marker,
                                        .name = name,
                                        .range = {item->marker.start, name.end},
                                        .parent = PL_NONE,
                                        .block = item->block,
                                        .section = PL_NONE,
                                    });
    pl_entity_draft_number(&b->draft, entity);
    add_ward(b, entity);
}

static void add_item(struct builder *b, uint32_t index, bool has_line)
{
    const struct pl_item *item = &b->plan->items[index];
    if (is_outcome_list(b, item) || continues_outcomes(b, item)) {
        add_outcome(b, index);
        return;
    }
    const struct pl_noun *noun = list_of(b, item);
    if (noun && !has_line) {
        add_listed(b, item, noun);
    }
}

static void add_items(struct builder *b, uint32_t block, bool has_line)
{
    const struct pl_plan *plan = b->plan;
    while (b->next_item < plan->items_count &&
           plan->items[b->next_item].block <= block) {
        if (plan->items[b->next_item].block == block) {
            add_item(b, b->next_item, has_line);
        }
        b->next_item++;
    }
}

static void add_cell(struct builder *b, uint32_t block)
{
    uint32_t detail = b->plan->blocks[block].detail;
    if (detail == PL_NONE) {
        return;
    }
    const struct pl_cell *cell = &b->plan->cells[detail];
    uint8_t *verdict = &b->table_verdicts[cell->table];
    if (*verdict == UNKNOWN) {
        *verdict = pl_table_lists_components(b->plan, cell->table) ? YES : NO;
    }
    if (*verdict != YES || cell->row == 0 || cell->column != 0) {
        return;
    }
    struct pl_range name = pl_entity_text_trim(
        b->plan->text, pl_entity_prose(b->plan, &b->plan->blocks[block]));
    if (!pl_range_is_empty(name)) {
        add_named(b, PL_ENTITY_COMPONENT, name, block);
    }
}

static void add_block(struct builder *b, uint32_t block)
{
    inherit(b, block);
    bool has_line = false;
    while (b->next_line < b->lines.count &&
           b->lines.items[b->next_line].block == block) {
        add_line(b, &b->lines.items[b->next_line++]);
        has_line = true;
    }
    enum pl_block_kind kind = b->plan->blocks[block].kind;
    if (kind == PL_BLOCK_HEADING && !has_line) {
        add_heading(b, block);
    } else if (kind == PL_BLOCK_CELL && !has_line) {
        add_cell(b, block);
    }
    add_items(b, block, has_line);
}

static void store_entities(const struct pl_entity_draft *draft,
                           struct pl_arena *arena, struct pl_plan *plan)
{
    size_t count = draft->entities.len;
    struct pl_entity *entities =
        pl_arena_array(arena, count, sizeof(*entities));
    for (size_t i = 0; i < count; i++) {
        entities[i] = draft->entities.items[i];
    }
    plan->entities = entities;
    plan->entities_count = (uint32_t)count;
}

static struct builder begin(struct pl_arena *scratch,
                            const struct pl_plan *plan)
{
    uint32_t sections = plan->sections_count;
    return (struct builder){
        .draft = {.arena = scratch,
                  .plan = plan,
                  .numbered = pl_map_new(scratch, 16)},
        .plan = plan,
        .lines = pl_entity_lines_read(scratch, plan),
        .subjects = pl_arena_array(scratch, sections, sizeof(uint32_t)),
        .priorities = pl_arena_array(scratch, sections, sizeof(uint32_t)),
        .list_verdicts = pl_arena_array(scratch, plan->lists_count, 1),
        .table_verdicts = pl_arena_array(scratch, plan->tables_count, 1),
        .last_outcome = PL_NONE,
        .group = {.section = PL_NONE},
    };
}

void pl_entities_build(struct pl_arena *arena, struct pl_plan *plan)
{
    struct pl_arena *scratch = pl_arena_new();
    struct builder b = begin(scratch, plan);
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        add_block(&b, i);
    }
    b.draft.lexicon = &b.lines.lexicon;
    pl_entity_parents_find(&b.draft, b.wards.items, b.wards.len);
    pl_mentions_add_running(&b.draft);
    pl_mentions_store(&b.draft, arena, plan);
    store_entities(&b.draft, arena, plan);
    pl_arena_free(scratch);
}
