/* Lines of tables of contents: each names a section, and the entity that the
 * section is about. */
#include "base/arena.h"
#include "base/chars.h"
#include "base/map.h"
#include "plan/plan.h"
#include "plan/structure/heading_key.h"
#include "plan/symbols/label_core.h"
#include "plan/symbols/symbol_draft.h"

struct contents {
    struct pl_symbol_draft *draft;
    struct pl_map *section_of; /* from a key to the next section of it */
    uint32_t *next;            /* of each section: the next with its key */
    uint32_t *entity_of;       /* of each section */
};

static void index_sections(struct contents *contents)
{
    const struct pl_plan *plan = contents->draft->plan;
    struct pl_arena *scratch = contents->draft->scratch;
    contents->section_of = pl_map_new(scratch, plan->sections_count);
    contents->next =
        pl_arena_array(scratch, plan->sections_count, sizeof(uint32_t));
    contents->entity_of =
        pl_arena_array(scratch, plan->sections_count, sizeof(uint32_t));
    for (uint32_t i = plan->sections_count; i-- > 0;) {
        const struct pl_block *heading =
            &plan->blocks[plan->sections[i].heading];
        pl_str key =
            pl_heading_key(scratch, pl_range_text(plan->text, heading->range));
        contents->next[i] = pl_map_get(contents->section_of, key);
        contents->entity_of[i] = PL_NONE;
        pl_map_put(contents->section_of, key, i);
    }
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        if (plan->entities[i].section != PL_NONE) {
            contents->entity_of[plan->entities[i].section] = i;
        }
    }
}

/* The section that a line names, and the line without its page. Lines that
 * are alike name sections that are alike, one after another. */
static uint32_t section_named(struct contents *contents, pl_str *line)
{
    pl_str forms[] = {pl_heading_without_page(*line, false),
                      pl_heading_without_page(*line, true), *line};
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        pl_str key = pl_heading_key(contents->draft->scratch, forms[i]);
        uint32_t section = pl_map_get(contents->section_of, key);
        if (key.len > 0 && section != PL_NONE) {
            if (contents->next[section] != PL_NONE) {
                pl_map_put(contents->section_of, key, contents->next[section]);
            }
            *line = forms[i];
            return section;
        }
    }
    return PL_NONE;
}

/* Where `needle` stands in a piece of the text, in any capitals; empty when it
 * does not. */
static struct pl_range find_in(pl_str text, struct pl_range piece,
                               pl_str needle)
{
    for (uint32_t at = piece.start;
         needle.len > 0 && at + needle.len <= piece.end; at++) {
        pl_str here = pl_str_slice(text, at, at + needle.len);
        if (pl_str_eq_ignore_case(here, needle)) {
            return (struct pl_range){at, at + (uint32_t)needle.len};
        }
    }
    return (struct pl_range){piece.start, piece.start};
}

static void use(struct pl_symbol_draft *draft, uint32_t symbol,
                struct pl_symbol_place place)
{
    struct pl_occurrence *added = pl_symbol_draft_use(draft, symbol, place);
    if (added) {
        added->is_contents = true;
    }
}

/* Moves past what stands before the title. */
static void use_number(struct pl_symbol_draft *draft, uint32_t symbol,
                       struct pl_range typed, struct pl_range *line)
{
    pl_str text = draft->plan->text;
    struct pl_range found = find_in(text, *line, pl_range_text(text, typed));
    if (!pl_range_is_empty(found)) {
        use(draft, symbol,
            (struct pl_symbol_place){PL_OCCURRENCE_NUMBER,
                                     pl_label_core(text, found), found});
        line->start = found.end;
    }
}

static void use_name(struct pl_symbol_draft *draft, uint32_t symbol,
                     struct pl_range typed, struct pl_range line)
{
    pl_str text = draft->plan->text;
    struct pl_range name = find_in(text, line, pl_range_text(text, typed));
    use(draft, symbol,
        (struct pl_symbol_place){PL_OCCURRENCE_NAME, name, name});
}

static void add_line(struct contents *contents, uint32_t section,
                     struct pl_range line)
{
    struct pl_symbol_draft *draft = contents->draft;
    const struct pl_plan *plan = draft->plan;
    const struct pl_section *it = &plan->sections[section];
    enum pl_symbol_kind kind =
        it->kind == PL_SECTION_ANNEX ? PL_SYMBOL_ANNEX : PL_SYMBOL_SECTION;
    uint32_t symbol = pl_symbol_draft_of(draft, kind, section);
    use_number(draft, symbol, it->number, &line);
    use_name(draft, symbol, it->title, line);
    uint32_t entity = contents->entity_of[section];
    if (entity != PL_NONE) {
        const struct pl_entity *own = &plan->entities[entity];
        symbol = pl_symbol_draft_of(draft, PL_SYMBOL_ENTITY, entity);
        struct pl_range number = {own->range.start, own->number.end};
        use_number(draft, symbol, number, &line);
        use_name(draft, symbol, own->name, line);
    }
}

static bool has_contents(const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        if (plan->blocks[i].kind == PL_BLOCK_TOC) {
            return true;
        }
    }
    return false;
}

void pl_symbol_draft_add_contents(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    if (!has_contents(plan)) {
        return;
    }
    struct contents contents = {.draft = draft};
    index_sections(&contents);
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        const struct pl_block *it = &plan->blocks[i];
        if (it->kind != PL_BLOCK_TOC) {
            continue;
        }
        pl_str line = pl_range_text(plan->text, it->range);
        uint32_t section = section_named(&contents, &line);
        if (section != PL_NONE) {
            uint32_t end = it->range.start + (uint32_t)line.len;
            add_line(&contents, section,
                     (struct pl_range){it->range.start, end});
        }
    }
}
