#include "plan/entities/entity_lines.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/map.h"
#include "base/vec.h"
#include "plan/entities/entity_draft.h"
#include "plan/entities/entity_group.h"
#include "plan/entities/entity_settle.h"
#include "plan/entities/roles.h"
#include "plan/plan.h"

enum { AHEAD = 12 }; /* sections or blocks whose text is on its way at a time */

struct reader {
    struct pl_arena *arena;
    const struct pl_plan *plan;
    const uint8_t *roles; /* of each section by its own title */
    struct pl_lexicon lexicon;
    struct pl_noun *lists;  /* of each section: what it is a list of */
    struct pl_noun *tables; /* of each table: what its rows are */
    struct pl_noun targets; /* what a section about targets is a list of */
    bool *has_targets;      /* whether it or one around it is about targets */
    struct pl_entity_group group;
    PL_VEC(struct pl_entity_line) lines;
};

static uint32_t first_word_of(const struct pl_plan *plan,
                              const struct pl_block *block)
{
    uint32_t at = block->first_word;
    while (at < block->word_end &&
           plan->words->items[at].start < block->content.start) {
        at++;
    }
    return at;
}

static struct pl_entity_source source_of(const struct reader *r, uint32_t index)
{
    const struct pl_block *block = &r->plan->blocks[index];
    struct pl_entity_source source = {
        .lexicon = &r->lexicon,
        .prose = pl_entity_prose(r->plan, block),
        .first_word = first_word_of(r->plan, block),
        .word_end = block->word_end,
        .place = block->kind == PL_BLOCK_HEADING ? PL_ENTITY_IN_HEADING
                 : block->kind == PL_BLOCK_CELL  ? PL_ENTITY_IN_CELL
                                                 : PL_ENTITY_IN_TEXT,
    };
    return source;
}

/* What a section is titled as a list of: "Strategic objectives". */
static void read_list(struct reader *r, uint32_t section)
{
    struct pl_entity_source title =
        source_of(r, r->plan->sections[section].heading);
    struct pl_noun list;
    if (title.first_word < title.word_end &&
        pl_entity_text_read_list(&title, &list)) {
        r->lists[section] = list;
    }
}

static void read_roles(struct reader *r)
{
    const struct pl_section *sections = r->plan->sections;
    for (uint32_t i = 0; i < r->plan->sections_count; i++) {
        if (i + AHEAD < r->plan->sections_count) {
            PL_PREFETCH(r->plan->text.data + sections[i + AHEAD].title.start);
        }
        uint32_t parent = sections[i].parent;
        r->has_targets[i] = r->roles[i] == PL_ROLE_TARGETS ||
                            (parent != PL_NONE && r->has_targets[parent]);
        read_list(r, i);
    }
}

/* Where the kind of block puts a line; 0: it is not read at all. */
static uint32_t prominence_of(const struct pl_block *block)
{
    switch (block->kind) {
    case PL_BLOCK_HEADING:
        return PL_PROMINENCE_HEADING;
    case PL_BLOCK_PARAGRAPH:
    case PL_BLOCK_ITEM:
        return PL_PROMINENCE_TEXT;
    case PL_BLOCK_CELL:
        return PL_PROMINENCE_CELL;
    case PL_BLOCK_QUOTE:
    case PL_BLOCK_NOTE:
    case PL_BLOCK_TOC:
    case PL_BLOCK_CODE:
    case PL_BLOCK_MARKUP:
    case PL_BLOCK_DIRECTIVE:
        break;
    }
    return 0;
}

static struct pl_scan scan_of(const struct pl_plan *plan, struct pl_range piece)
{
    return (struct pl_scan){plan->text, piece.start, piece.end};
}

/* What a number alone stands for in a block; NULL: nothing. */
static const struct pl_noun *list_around(const struct reader *r, uint32_t index)
{
    uint32_t section = r->plan->blocks[index].section;
    if (pl_entity_group_holds(r->plan, &r->group, index)) {
        return &r->group.list;
    }
    if (section == PL_NONE) {
        return NULL;
    }
    if (r->lists[section].word_end > 0) {
        return &r->lists[section];
    }
    return r->has_targets[section] ? &r->targets : NULL;
}

/* Whether a header is "No.", "#", "Ref": of a column of numbers. */
static bool is_number_header(const struct reader *r, uint32_t block)
{
    static const char *const headers[] = {"no",     "nr",   "n",  "ref",
                                          "number", "code", "id", NULL};
    const struct pl_block *it = &r->plan->blocks[block];
    pl_str text = pl_range_text(r->plan->text, it->content);
    bool is_word =
        it->word_end - it->first_word == 1 &&
        pl_is_one_of(pl_word_text(r->plan->words, it->first_word), headers);
    return is_word || pl_str_eq(pl_str_trim(text), (pl_str)PL_STR("#"));
}

/* A header that is a noun and nothing else. */
static bool read_header(const struct reader *r, uint32_t cell,
                        struct pl_noun *noun)
{
    uint32_t block = r->plan->cells[cell].block;
    struct pl_entity_source source = source_of(r, block);
    return source.first_word < source.word_end &&
           pl_lexicon_read(&r->lexicon, source.first_word, source.word_end,
                           noun) &&
           noun->word_end == source.word_end &&
           noun->kind != PL_ENTITY_PRIORITY;
}

/* What the rows of a table are by its header: of its first column, or of the
 * second one after numbers. */
static void read_table(struct reader *r, uint32_t table)
{
    const struct pl_plan *plan = r->plan;
    uint32_t first = plan->tables[table].first_cell;
    struct pl_noun noun;
    if (first == plan->tables[table].cell_end) {
        return;
    }
    bool has_second = first + 1 < plan->tables[table].cell_end &&
                      plan->cells[first + 1].row == 0;
    if (read_header(r, first, &noun) ||
        (has_second && is_number_header(r, plan->cells[first].block) &&
         read_header(r, first + 1, &noun))) {
        r->tables[table] = noun;
    }
}

/* "1.1" or "04" in the first column of a table of actions. */
static bool read_row(const struct reader *r, uint32_t index,
                     struct pl_entity_text *text)
{
    const struct pl_block *block = &r->plan->blocks[index];
    if (block->kind != PL_BLOCK_CELL || block->detail == PL_NONE) {
        return false;
    }
    const struct pl_cell *cell = &r->plan->cells[block->detail];
    return cell->column == 0 && cell->row > 0 &&
           r->tables[cell->table].word_end > 0 &&
           pl_entity_text_read_row(
               scan_of(r->plan, pl_entity_prose(r->plan, block)),
               &r->tables[cell->table], text);
}

static bool read_bare(const struct reader *r, uint32_t index,
                      struct pl_entity_text *text)
{
    const struct pl_block *block = &r->plan->blocks[index];
    const struct pl_noun *list = list_around(r, index);
    if (!list || block->kind == PL_BLOCK_HEADING) {
        return false;
    }
    struct pl_range whole = pl_entity_piece(r->plan, block, block->range);
    return pl_entity_text_read_bare(scan_of(r->plan, whole), list, text) ||
           pl_entity_text_read_bare(
               scan_of(r->plan, pl_entity_prose(r->plan, block)), list, text);
}

/* "Priority 1: ..." outside headings is a grade, unless the section is about
 * priorities. */
static bool is_expected(const struct reader *r, const struct pl_block *block,
                        const struct pl_entity_text *text)
{
    if (block->kind == PL_BLOCK_CELL && block->detail != PL_NONE &&
        r->plan->cells[block->detail].column > 0 &&
        pl_range_is_empty(text->name)) {
        return false; /* "Objective 2" in the row of something else */
    }
    return text->kind != PL_ENTITY_PRIORITY ||
           block->kind == PL_BLOCK_HEADING ||
           (block->section != PL_NONE &&
            r->roles[block->section] == PL_ROLE_PRIORITIES);
}

static uint32_t place_of(const struct pl_plan *plan,
                         const struct pl_block *block)
{
    bool is_heading = block->kind == PL_BLOCK_HEADING;
    return is_heading ? plan->sections[block->section].parent : block->section;
}

/* Whether a line may begin with a noun or a code. */
static bool begins_with_noun(const struct reader *r,
                             const struct pl_block *block)
{
    const struct pl_words *words = r->plan->words;
    uint32_t at = first_word_of(r->plan, block);
    if (at == block->word_end) {
        return false;
    }
    uint32_t form = words->items[at].form;
    unsigned code = PL_FORM_UPPER | PL_FORM_LOWER;
    return r->lexicon.marks[form] ||
           (words->forms[form].flags & code) == PL_FORM_UPPER;
}

/* Reads a line that begins with a noun: "Goal 1: ...", "Targets for ...". */
static bool read_noun_line(struct reader *r, uint32_t index,
                           struct pl_entity_line *line)
{
    const struct pl_block *block = &r->plan->blocks[index];
    if (!begins_with_noun(r, block)) {
        return false;
    }
    struct pl_entity_source source = source_of(r, index);
    if (pl_entity_text_read_group(&source, &line->list, &line->text)) {
        line->what = PL_ENTITY_LINE_GROUP;
        r->group = pl_entity_group_begin(r->plan, line);
        return true;
    }
    return pl_entity_text_read(&source, &line->text) &&
           is_expected(r, block, &line->text);
}

/* The name of "Action 01" alone in a cell: what the next cell says. */
static void read_next_cell(const struct pl_plan *plan,
                           struct pl_entity_line *line)
{
    const struct pl_block *block = &plan->blocks[line->block];
    uint32_t cell = block->detail;
    line->is_alone = block->kind == PL_BLOCK_CELL && cell != PL_NONE &&
                     line->what == PL_ENTITY_LINE_ENTITY &&
                     pl_range_is_empty(line->text.name);
    if (!line->is_alone || cell + 1 == plan->cells_count ||
        plan->cells[cell + 1].table != plan->cells[cell].table ||
        plan->cells[cell + 1].row != plan->cells[cell].row) {
        return;
    }
    const struct pl_block *next = &plan->blocks[plan->cells[cell + 1].block];
    struct pl_range name =
        pl_entity_text_trim(plan->text, pl_entity_prose(plan, next));
    if (!pl_range_is_empty(name)) {
        line->text.name = name;
        line->text.range.end = name.end;
    }
}

static void read_block(struct reader *r, uint32_t index)
{
    const struct pl_block *block = &r->plan->blocks[index];
    uint32_t prominence = prominence_of(block);
    if (prominence == 0) {
        return;
    }
    struct pl_entity_line line = {.block = index, .prominence = prominence};
    if (!read_noun_line(r, index, &line) && !read_bare(r, index, &line.text) &&
        !read_row(r, index, &line.text)) {
        return;
    }
    read_next_cell(r->plan, &line);
    line.place = place_of(r->plan, block);
    *PL_VEC_PUSH(r->arena, &r->lines) = line;
}

struct pl_entity_lines pl_entity_lines_read(struct pl_arena *arena,
                                            const struct pl_plan *plan)
{
    struct reader r = {
        .arena = arena,
        .plan = plan,
        .roles = plan->section_roles,
        .has_targets =
            pl_arena_array(arena, plan->sections_count, sizeof(bool)),
        .lists = pl_arena_array(arena, plan->sections_count, sizeof(*r.lists)),
        .tables = pl_arena_array(arena, plan->tables_count, sizeof(*r.tables)),
        .lexicon = pl_lexicon_build(arena, plan->words, plan->vocabulary),
    };
    r.targets = (struct pl_noun){
        .kind = PL_ENTITY_TARGET,
        .row = pl_lexicon_row(&r.lexicon, PL_ENTITY_TARGET),
        .qualifier = PL_NONE,
        .word_end = 1,
    };
    read_roles(&r);
    for (uint32_t i = 0; i < plan->tables_count; i++) {
        read_table(&r, i);
    }
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        if (i + AHEAD < plan->blocks_count) {
            PL_PREFETCH(plan->words->items +
                        plan->blocks[i + AHEAD].first_word);
        }
        read_block(&r, i);
    }
    r.lines.len =
        pl_entity_lines_settle(arena, plan->text, r.lines.items, r.lines.len);
    return (struct pl_entity_lines){.items = r.lines.items,
                                    .count = r.lines.len,
                                    .roles = r.roles,
                                    .lists = r.lists,
                                    .lexicon = r.lexicon};
}
