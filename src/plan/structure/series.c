/* What is numbered in one run, gathered from all over the plan. */
#include "plan/structure/draft.h"

#include "base/map.h"

struct gatherer {
    struct pl_arena *scratch;
    const struct pl_plan *plan;
    struct pl_map *index; /* from a key to its series */
    struct pl_arena *arena;
    PL_VEC(enum pl_series_kind) kinds;
    PL_VEC(struct pl_series_entry) entries; /* in `arena` */
    PL_VEC(uint32_t) series_of;             /* of each entry */
    pl_str last_key;                        /* the newest one */
    uint32_t last_series;
};

static uint32_t new_series(struct gatherer *g, enum pl_series_kind kind)
{
    *PL_VEC_PUSH(g->scratch, &g->kinds) = kind;
    return (uint32_t)g->kinds.len - 1;
}

/* Numbers that are alike in all of this are one series: kind, part, an extra
 * number, the style of the last part of the label and all parts before it. */
struct key {
    uint32_t words[4 + 2 * PL_LABEL_MAX_PARTS];
    uint32_t count;
};

static struct key key_of(enum pl_series_kind kind, uint32_t part,
                         struct pl_label label, uint32_t extra)
{
    struct key key = {.words = {kind, part, extra, 0}, .count = 4};
    for (uint8_t i = 0; i + 1 < label.count; i++) {
        const struct pl_label_part *it = &label.parts[i];
        key.words[key.count++] = it->value;
        key.words[key.count++] = it->style | (uint32_t)it->bis << 8 |
                                 (uint32_t)(unsigned char)it->letter << 16;
    }
    if (label.count) {
        key.words[3] = label.parts[label.count - 1].style;
    }
    return key;
}

/* Mostly the series of the entry before. */
static uint32_t keyed_series(struct gatherer *g, struct key key)
{
    pl_str bytes = {(const char *)key.words, key.count * sizeof(uint32_t)};
    if (pl_str_eq(bytes, g->last_key)) {
        return g->last_series;
    }
    uint32_t found = pl_map_get(g->index, bytes);
    if (found == PL_NONE) {
        bytes = pl_arena_copy(g->scratch, bytes);
        found = new_series(g, (enum pl_series_kind)key.words[0]);
        pl_map_put(g->index, bytes, found);
        g->last_key = bytes;
        g->last_series = found;
    }
    return found;
}

static void put(struct gatherer *g, uint32_t series,
                struct pl_series_entry entry)
{
    *PL_VEC_PUSH(g->arena, &g->entries) = entry;
    *PL_VEC_PUSH(g->scratch, &g->series_of) = series;
}

static void gather_sections(struct gatherer *g)
{
    const struct pl_plan *plan = g->plan;
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        if (section->label.count == 0) {
            continue;
        }
        struct pl_series_entry entry = {section->label, section->number,
                                        section->heading, section->is_damaged};
        bool is_annex = section->kind == PL_SECTION_ANNEX;
        enum pl_series_kind kind =
            is_annex ? PL_SERIES_ANNEX : PL_SERIES_SECTION;
        uint32_t part =
            is_annex ? (uint32_t)section->part_kind : pl_plan_part_of(plan, i);
        uint32_t parent = is_annex ? 0 : section->parent;
        struct key key = key_of(kind, part, section->label, parent);
        put(g, keyed_series(g, key), entry);
    }
}

/* A 1 with a 2 after it begins a new run of numbers; so does a 1 with nothing
 * after it. */
static bool is_restart(const struct pl_plan *plan, uint32_t at)
{
    struct pl_label label = plan->paragraphs[at].label;
    if (label.count != 1 || label.parts[0].value != 1) {
        return false;
    }
    return at + 1 == plan->paragraphs_count ||
           plan->paragraphs[at + 1].label.parts[0].value <= 2;
}

static void gather_paragraphs(struct gatherer *g)
{
    const struct pl_plan *plan = g->plan;
    uint32_t restarts = 0;
    for (uint32_t i = 0; i < plan->paragraphs_count; i++) {
        const struct pl_paragraph *paragraph = &plan->paragraphs[i];
        const struct pl_block *block = &plan->blocks[paragraph->block];
        bool is_single = paragraph->label.count == 1;
        restarts += is_restart(plan, i);
        uint32_t part = is_single ? 0 : pl_plan_part_of(plan, block->section);
        struct key key = key_of(PL_SERIES_PARAGRAPH, part, paragraph->label,
                                is_single ? restarts : 0);
        put(g, keyed_series(g, key),
            (struct pl_series_entry){paragraph->label, paragraph->number,
                                     paragraph->block, false});
    }
}

/* Markdown numbers "1." lists itself, whatever was typed. */
static bool is_renumbered(const struct pl_plan *plan,
                          const struct pl_list *list)
{
    const struct pl_item *first = &plan->items[list->first_item];
    return plan->source->format == PL_FORMAT_MARKDOWN &&
           first->label.count == 1 &&
           first->label.parts[0].style == PL_LABEL_DECIMAL &&
           plan->text.data[first->marker.end - 1] == '.';
}

static void gather_items(struct gatherer *g)
{
    const struct pl_plan *plan = g->plan;
    for (uint32_t i = 0; i < plan->lists_count; i++) {
        const struct pl_list *list = &plan->lists[i];
        if (list->is_bullet || list->item_count < 2 ||
            is_renumbered(plan, list)) {
            continue;
        }
        uint32_t series = new_series(g, PL_SERIES_ITEM);
        for (uint32_t k = list->first_item; k != PL_NONE;
             k = plan->items[k].next) {
            const struct pl_item *item = &plan->items[k];
            put(g, series,
                (struct pl_series_entry){item->label, item->marker, item->block,
                                         false});
        }
    }
}

static void gather_captions(struct gatherer *g)
{
    const struct pl_plan *plan = g->plan;
    uint32_t restarts[2] = {0};
    uint32_t part[2] = {PL_NONE, PL_NONE};
    for (uint32_t i = 0; i < plan->captions_count; i++) {
        const struct pl_caption *caption = &plan->captions[i];
        if (caption->label.count == 0 || caption->kind == PL_CAPTION_BOX) {
            continue;
        }
        bool is_table = caption->kind == PL_CAPTION_TABLE;
        enum pl_series_kind kind =
            is_table ? PL_SERIES_TABLE : PL_SERIES_FIGURE;
        uint32_t here =
            pl_plan_part_of(plan, plan->blocks[caption->block].section);
        if (caption->label.parts[caption->label.count - 1].value == 1 &&
            here != part[is_table]) {
            restarts[is_table]++;
        }
        part[is_table] = here;
        struct key key = key_of(kind, 0, caption->label, restarts[is_table]);
        put(g, keyed_series(g, key),
            (struct pl_series_entry){caption->label, caption->range,
                                     caption->block, false});
    }
}

static void gather_articles(struct gatherer *g)
{
    const struct pl_plan *plan = g->plan;
    for (uint32_t i = 0; i < plan->articles_count; i++) {
        const struct pl_article *article = &plan->articles[i];
        if (article->is_doubtful) {
            continue;
        }
        uint32_t part =
            pl_plan_part_of(plan, plan->blocks[article->block].section);
        enum pl_series_kind kind =
            article->is_section ? PL_SERIES_SECTION : PL_SERIES_ARTICLE;
        put(g, keyed_series(g, key_of(kind, part, article->label, PL_NONE)),
            (struct pl_series_entry){article->label, article->number,
                                     article->block, false});
    }
}

static void gather_entities(struct gatherer *g)
{
    const struct pl_plan *plan = g->plan;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *entity = &plan->entities[i];
        bool is_goal = entity->kind == PL_ENTITY_GOAL;
        if (entity->label.count == 0 ||
            (!is_goal && entity->kind != PL_ENTITY_TARGET)) {
            continue;
        }
        enum pl_series_kind kind = is_goal ? PL_SERIES_GOAL : PL_SERIES_TARGET;
        struct key key = key_of(kind, entity->parent, entity->label, 0);
        put(g, keyed_series(g, key),
            (struct pl_series_entry){entity->label, entity->number,
                                     entity->block, false});
    }
}

static void gather_footnotes(struct gatherer *g)
{
    const struct pl_plan *plan = g->plan;
    uint32_t series = PL_NONE;
    for (uint32_t i = 0; i < plan->footnotes_count; i++) {
        const struct pl_footnote *note = &plan->footnotes[i];
        struct pl_label label;
        if (!pl_label_parse(note->id, &label) || label.count != 1 ||
            label.parts[0].style != PL_LABEL_DECIMAL) {
            continue;
        }
        if (series == PL_NONE) {
            series = new_series(g, PL_SERIES_FOOTNOTE);
        }
        put(g, series,
            (struct pl_series_entry){label, note->label, note->block, false});
    }
}

/* Where each series begins, and in `place_of` where each entry goes: entries of
 * a series keep the order of the document. */
static struct pl_series *lay_out(const struct gatherer *g, uint32_t *place_of)
{
    struct pl_series *series =
        pl_arena_array(g->arena, g->kinds.len + 1, sizeof(*series));
    for (size_t i = 0; i < g->entries.len; i++) {
        series[g->series_of.items[i]].entry_end++;
    }
    uint32_t next = 0;
    for (size_t i = 0; i < g->kinds.len; i++) {
        uint32_t count = series[i].entry_end;
        series[i] = (struct pl_series){g->kinds.items[i], next, next};
        next += count;
    }
    for (size_t i = 0; i < g->entries.len; i++) {
        place_of[i] = series[g->series_of.items[i]].entry_end++;
    }
    return series;
}

/* Moves every entry to its place, each once. */
static void put_in_place(struct pl_series_entry *entries, uint32_t *place_of,
                         size_t count)
{
    for (size_t i = 0; i < count; i++) {
        while (place_of[i] != i) {
            uint32_t to = place_of[i];
            struct pl_series_entry moved = entries[to];
            entries[to] = entries[i];
            entries[i] = moved;
            place_of[i] = place_of[to];
            place_of[to] = to;
        }
    }
}

void pl_series_build(struct pl_arena *arena, struct pl_plan *plan)
{
    struct gatherer g = {
        .scratch = pl_arena_new(), .plan = plan, .arena = arena};
    g.index = pl_map_new(g.scratch, 64);
    gather_sections(&g);
    gather_paragraphs(&g);
    gather_items(&g);
    gather_captions(&g);
    gather_entities(&g);
    gather_footnotes(&g);
    gather_articles(&g);
    uint32_t *place_of =
        pl_arena_array(g.scratch, g.entries.len + 1, sizeof(*place_of));
    plan->series = lay_out(&g, place_of);
    plan->series_count = (uint32_t)g.kinds.len;
    put_in_place(g.entries.items, place_of, g.entries.len);
    plan->series_entries = g.entries.items;
    plan->series_entries_count = (uint32_t)g.entries.len;
    pl_arena_free(g.scratch);
}
