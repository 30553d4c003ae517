/* The symbols of a plan, and where it defines them. */
#include "base/arena.h"
#include "base/utf8.h"
#include "plan/plan.h"
#include "plan/symbols/label_core.h"
#include "plan/symbols/symbol_draft.h"

enum {
    LONGEST_NAME = 12, /* words; more are a sentence, not a name */
    LONGEST_LEAD = 64, /* bytes of "Strategic objective" */
};

static struct pl_range span(struct pl_range a, struct pl_range b)
{
    if (pl_range_is_empty(b)) {
        return a;
    }
    if (pl_range_is_empty(a)) {
        return b;
    }
    return (struct pl_range){a.start < b.start ? a.start : b.start,
                             a.end > b.end ? a.end : b.end};
}

static void define_number(struct pl_symbol_draft *draft, uint32_t at,
                          struct pl_range reach)
{
    struct pl_range number = draft->symbols.items[at].number;
    if (pl_range_is_empty(number)) {
        return;
    }
    struct pl_range core = pl_label_core(draft->plan->text, number);
    pl_symbol_draft_define(
        draft, at, (struct pl_symbol_place){PL_OCCURRENCE_NUMBER, core, reach});
    pl_symbol_draft_anchor(draft, number.start, at);
}

static void define_name(struct pl_symbol_draft *draft, uint32_t at)
{
    struct pl_range name = draft->symbols.items[at].name;
    pl_symbol_draft_define(
        draft, at, (struct pl_symbol_place){PL_OCCURRENCE_NAME, name, name});
}

static struct pl_range section_extent(const struct pl_plan *plan,
                                      uint32_t section)
{
    const struct pl_section *it = &plan->sections[section];
    uint32_t end = plan->sections[it->subtree_end - 1].block_end;
    return (struct pl_range){plan->blocks[it->heading].range.start,
                             plan->blocks[end - 1].range.end};
}

static void add_sections(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *it = &plan->sections[i];
        bool is_annex = it->kind == PL_SECTION_ANNEX;
        struct pl_range name =
            pl_range_is_empty(it->subtitle) ? it->title : it->subtitle;
        if (pl_range_is_empty(it->number) && pl_range_is_empty(name)) {
            continue;
        }
        uint32_t at = pl_symbol_draft_add(
            draft, (struct pl_symbol){
                       .kind = is_annex ? PL_SYMBOL_ANNEX : PL_SYMBOL_SECTION,
                       .index = i,
                       .label = it->label,
                       .number = it->number,
                       .name = name,
                       .extent = section_extent(plan, i),
                   });
        define_number(draft, at, it->number);
        define_name(draft, at);
    }
}

/* The paragraph with the list below it. */
static struct pl_range paragraph_extent(const struct pl_plan *plan,
                                        uint32_t block)
{
    struct pl_range extent = plan->blocks[block].range;
    uint32_t section = plan->blocks[block].section;
    for (uint32_t i = block + 1; i < plan->blocks_count; i++) {
        const struct pl_block *next = &plan->blocks[i];
        if (next->kind != PL_BLOCK_ITEM || next->section != section) {
            break;
        }
        extent.end = next->range.end;
    }
    return extent;
}

static void add_paragraphs(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->paragraphs_count; i++) {
        const struct pl_paragraph *it = &plan->paragraphs[i];
        if (pl_symbol_draft_of(draft, PL_SYMBOL_PARAGRAPH, i) != PL_NONE) {
            continue;
        }
        uint32_t at = pl_symbol_draft_add(
            draft, (struct pl_symbol){
                       .kind = PL_SYMBOL_PARAGRAPH,
                       .index = i,
                       .label = it->label,
                       .number = it->number,
                       .extent = paragraph_extent(plan, it->block),
                   });
        define_number(draft, at, it->number);
    }
}

/* Of each item the end of what it holds, with the items of lists in it. */
static uint32_t *item_ends(const struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    uint32_t *ends =
        pl_arena_array(draft->scratch, plan->items_count, sizeof(*ends));
    for (uint32_t i = plan->items_count; i-- > 0;) {
        const struct pl_item *it = &plan->items[i];
        struct pl_range own = span(it->marker, it->content);
        ends[i] = own.end > ends[i] ? own.end : ends[i];
        uint32_t parent = plan->lists[it->list].parent;
        if (parent != PL_NONE && parent < i && ends[i] > ends[parent]) {
            ends[parent] = ends[i];
        }
    }
    return ends;
}

static void add_items(struct pl_symbol_draft *draft, const uint32_t *ends)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->items_count; i++) {
        const struct pl_item *it = &plan->items[i];
        uint32_t owner = pl_symbol_draft_of(draft, PL_SYMBOL_ITEM, i);
        if (it->label.count == 0) {
            continue;
        }
        if (owner != PL_NONE) {
            pl_symbol_draft_anchor(draft, it->marker.start, owner);
            continue;
        }
        uint32_t at = pl_symbol_draft_add(
            draft, (struct pl_symbol){
                       .kind = PL_SYMBOL_ITEM,
                       .index = i,
                       .label = it->label,
                       .number = it->marker,
                       .extent = {it->marker.start, ends[i]},
                   });
        define_number(draft, at, it->marker);
    }
}

/* The item whose marker holds an offset; PL_NONE. */
static uint32_t marked_at(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t item = pl_plan_item_at(plan, offset);
    return item != PL_NONE && pl_range_has(plan->items[item].marker, offset) &&
                   plan->items[item].label.count > 0
               ? item
               : PL_NONE;
}

static struct pl_range clause_item_extent(const struct pl_plan *plan,
                                          uint32_t index)
{
    const struct pl_clause_item *it = &plan->clause_items[index];
    const struct pl_clause *clause = &plan->clauses[it->clause];
    uint32_t end = index + 1 < clause->item_end
                       ? plan->clause_items[index + 1].block
                       : clause->block_end;
    struct pl_range extent = span(it->marker, it->content);
    if (end > it->block + 1) {
        extent.end = plan->blocks[end - 1].range.end;
    }
    return extent;
}

static void add_clause_items(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->clause_items_count; i++) {
        const struct pl_clause_item *it = &plan->clause_items[i];
        uint32_t item = marked_at(plan, it->marker.start);
        uint32_t owner = item == PL_NONE
                             ? PL_NONE
                             : pl_symbol_draft_of(draft, PL_SYMBOL_ITEM, item);
        if (owner != PL_NONE) {
            pl_symbol_draft_join(draft, PL_SYMBOL_CLAUSE_ITEM, i, owner);
            continue;
        }
        uint32_t at = pl_symbol_draft_add(
            draft, (struct pl_symbol){
                       .kind = PL_SYMBOL_CLAUSE_ITEM,
                       .index = i,
                       .label = it->label,
                       .number = it->marker,
                       .extent = clause_item_extent(plan, i),
                   });
        define_number(draft, at, it->marker);
        if (item != PL_NONE) {
            pl_symbol_draft_join(draft, PL_SYMBOL_ITEM, item, at);
        }
    }
}

/* "Universal Connectivity", not a sentence. */
static bool is_name(const struct pl_plan *plan, struct pl_range name)
{
    uint32_t first = pl_words_at(plan->words, name.start);
    uint32_t end = pl_words_at(plan->words, name.end);
    pl_str text = pl_range_text(plan->text, name);
    return end > first && end - first <= LONGEST_NAME &&
           text.data[text.len - 1] != '.' && text.data[text.len - 1] != ';';
}

/* With the word before: "Goal 1". */
static struct pl_range entity_reach(const struct pl_entity *entity)
{
    uint32_t start = entity->range.start;
    bool leads = start < entity->number.start &&
                 entity->number.start - start <= LONGEST_LEAD &&
                 (pl_range_is_empty(entity->name) ||
                  entity->name.start >= entity->number.end);
    return leads ? (struct pl_range){start, entity->number.end}
                 : entity->number;
}

/* The item or paragraph that an entity is, too. */
static void join_entity(struct pl_symbol_draft *draft, uint32_t at,
                        const uint32_t *ends)
{
    const struct pl_plan *plan = draft->plan;
    struct pl_symbol *symbol = &draft->symbols.items[at];
    const struct pl_entity *it = &plan->entities[symbol->index];
    uint32_t item = marked_at(plan, symbol->number.start);
    if (item != PL_NONE) {
        symbol->extent.end = ends[item];
        pl_symbol_draft_join(draft, PL_SYMBOL_ITEM, item, at);
        return;
    }
    const struct pl_block *block = &plan->blocks[it->block];
    if (block->kind == PL_BLOCK_PARAGRAPH && block->detail != PL_NONE &&
        plan->paragraphs[block->detail].number.start == it->number.start) {
        symbol->extent = paragraph_extent(plan, it->block);
        pl_symbol_draft_join(draft, PL_SYMBOL_PARAGRAPH, block->detail, at);
    }
}

static void add_entity(struct pl_symbol_draft *draft, uint32_t index,
                       const uint32_t *ends)
{
    const struct pl_plan *plan = draft->plan;
    const struct pl_entity *it = &plan->entities[index];
    uint32_t at = pl_symbol_draft_add(
        draft, (struct pl_symbol){
                   .kind = PL_SYMBOL_ENTITY,
                   .index = index,
                   .label = it->label,
                   .number = it->number,
                   .name = it->name,
                   .extent = it->section == PL_NONE
                                 ? it->range
                                 : section_extent(plan, it->section),
               });
    define_number(draft, at, entity_reach(it));
    if (pl_range_is_empty(it->number)) {
        pl_symbol_draft_anchor(draft, it->range.start, at);
    } else {
        join_entity(draft, at, ends);
    }
    if (is_name(plan, it->name)) {
        define_name(draft, at);
    }
}

static void add_entities(struct pl_symbol_draft *draft, const uint32_t *ends)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (!pl_range_is_empty(it->number) || !pl_range_is_empty(it->name)) {
            add_entity(draft, i, ends);
        }
    }
}

static void add_captions(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->captions_count; i++) {
        const struct pl_caption *it = &plan->captions[i];
        if (it->label.count == 0) {
            continue;
        }
        uint32_t at =
            pl_symbol_draft_add(draft, (struct pl_symbol){
                                           .kind = PL_SYMBOL_CAPTION,
                                           .index = i,
                                           .label = it->label,
                                           .number = it->range,
                                           .name = it->title,
                                           .extent = span(it->range, it->title),
                                       });
        define_number(draft, at, it->range);
        define_name(draft, at);
    }
}

static struct pl_range range_of_str(const struct pl_plan *plan, pl_str piece)
{
    uint32_t start = (uint32_t)(piece.data - plan->text.data);
    return (struct pl_range){start, start + (uint32_t)piece.len};
}

static void add_footnotes(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->footnotes_count; i++) {
        const struct pl_footnote *it = &plan->footnotes[i];
        struct pl_symbol symbol = {.kind = PL_SYMBOL_FOOTNOTE,
                                   .index = i,
                                   .number = it->label,
                                   .extent = it->range};
        if (!pl_label_parse(it->id, &symbol.label)) {
            symbol.label.count = 0;
        }
        uint32_t at = pl_symbol_draft_add(draft, symbol);
        pl_symbol_draft_anchor(draft, it->label.start, at);
        pl_symbol_draft_define(
            draft, at,
            (struct pl_symbol_place){PL_OCCURRENCE_NUMBER,
                                     range_of_str(plan, it->id), it->label});
    }
    for (uint32_t i = 0; i < plan->footnote_marks_count; i++) {
        const struct pl_footnote_mark *it = &plan->footnote_marks[i];
        if (it->note != PL_NONE) {
            pl_symbol_draft_use(
                draft, pl_symbol_draft_of(draft, PL_SYMBOL_FOOTNOTE, it->note),
                (struct pl_symbol_place){PL_OCCURRENCE_NUMBER,
                                         range_of_str(plan, it->id),
                                         it->range});
        }
    }
}

/* The name in a form of it, "ICT" of "ICTs". */
static struct pl_range name_within(const struct pl_plan *plan, pl_str name,
                                   struct pl_range form)
{
    size_t at = pl_str_find(pl_range_text(plan->text, form), name, 0);
    if (at == PL_NOWHERE) {
        return form;
    }
    uint32_t start = form.start + (uint32_t)at;
    return (struct pl_range){start, start + (uint32_t)name.len};
}

/* To the end of the last word that it has a part of. */
static struct pl_range with_ending(const struct pl_plan *plan,
                                   struct pl_range range)
{
    uint32_t next = pl_words_at(plan->words, range.end);
    if (next > 0) {
        struct pl_range last = pl_word_range(plan->words, next - 1);
        range.end = last.end > range.end ? last.end : range.end;
    }
    return range;
}

static void define_acronym(struct pl_symbol_draft *draft, uint32_t at,
                           const struct pl_acronym *acronym)
{
    for (uint32_t i = 0; i < acronym->expansion_count; i++) {
        const struct pl_expansion *it = &acronym->expansions[i];
        pl_symbol_draft_define(
            draft, at,
            (struct pl_symbol_place){
                PL_OCCURRENCE_NUMBER,
                name_within(draft->plan, acronym->name, it->acronym),
                it->acronym});
        pl_symbol_draft_define(draft, at,
                               (struct pl_symbol_place){PL_OCCURRENCE_LONG_FORM,
                                                        it->long_form,
                                                        it->long_form});
    }
}

static void use_acronym(struct pl_symbol_draft *draft, uint32_t at,
                        const struct pl_acronym *acronym)
{
    for (uint32_t i = 0; i < acronym->use_count; i++) {
        struct pl_range range = pl_acronym_use_range(draft->plan, acronym, i);
        pl_symbol_draft_use(
            draft, at,
            (struct pl_symbol_place){PL_OCCURRENCE_NUMBER, range,
                                     with_ending(draft->plan, range)});
    }
    for (uint32_t i = 0; i < acronym->long_use_count; i++) {
        struct pl_range range = acronym->long_uses[i];
        pl_symbol_draft_use(
            draft, at,
            (struct pl_symbol_place){PL_OCCURRENCE_LONG_FORM, range, range});
    }
}

static void add_acronyms(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        struct pl_symbol symbol = {.kind = PL_SYMBOL_ACRONYM, .index = i};
        if (it->expansion_count > 0) {
            symbol.number = it->expansions[0].acronym;
            symbol.name = it->expansions[0].long_form;
            symbol.extent = span(symbol.number, symbol.name);
        } else if (it->use_count > 0) {
            symbol.number = pl_acronym_use_range(plan, it, 0);
        } else {
            continue;
        }
        uint32_t at = pl_symbol_draft_add(draft, symbol);
        define_acronym(draft, at, it);
        use_acronym(draft, at, it);
    }
}

void pl_symbol_draft_define_all(struct pl_symbol_draft *draft)
{
    const uint32_t *ends = item_ends(draft);
    add_entities(draft, ends);
    add_clause_items(draft);
    add_items(draft, ends);
    add_sections(draft);
    add_paragraphs(draft);
    add_captions(draft);
    add_footnotes(draft);
    add_acronyms(draft);
    pl_symbol_draft_add_citations(draft);
    pl_symbol_draft_add_links(draft);
}
