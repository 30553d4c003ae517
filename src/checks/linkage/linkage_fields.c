/* What is told of a part besides its name, in fields: "Owner: the harbour
 * master" below its heading, or a cell below "Owner" in its row. */
#include "checks/linkage/linkage.h"

#include "base/arena.h"
#include "base/chars.h"
#include "lint/check.h"
#include "plan/plan.h"
#include "plan/words/scan.h"

enum {
    MAX_COLUMNS = 32,
    MAX_ROW = 4096, /* bytes of a row that are looked through */
};

enum { MAX_HEADER = 40 }; /* bytes; what is longer is no name of a field */

struct fields {
    const struct pl_plan *plan;
    const struct pl_link *link;
    bool *has;      /* of each entity */
    bool *is_asked; /* may have the field: stands in a table with it, or in
                       no table */
};

static bool is_letter(char c)
{
    return pl_is_letter(c) || pl_is_wide(c);
}

/* Whether a header or the beginning of a line is one of the words; what is no
 * letter at its ends does not count: "**Target** (2030)". */
static bool is_one(const struct pl_words_param *words, pl_str text)
{
    while (text.len > 0 && !is_letter(text.data[0])) {
        text = pl_str_slice(text, 1, text.len);
    }
    while (text.len > 0 && !is_letter(text.data[text.len - 1])) {
        text.len--;
    }
    return text.len > 0 && text.len <= MAX_HEADER &&
           pl_words_param_has(words, text);
}

/* Whether a text says anything: a letter or a figure, no mere dash. */
static bool is_filled(pl_str text)
{
    struct pl_scan scan = {text, 0, (uint32_t)text.len};
    while (scan.at < scan.end) {
        if (pl_is_digit(pl_scan_peek(&scan, 0)) ||
            pl_scan_letters(&scan).len > 0) {
            return true;
        }
        if (!pl_scan_blanks(&scan) && !pl_scan_dash(&scan)) {
            scan.at++;
        }
    }
    return false;
}

/* "Owner: ..." at the beginning of a block; what follows may be empty. */
static bool starts_with(const struct pl_plan *plan,
                        const struct pl_block *block,
                        const struct pl_words_param *words, bool *has_text)
{
    pl_str text = pl_range_text(plan->text, block->content);
    size_t colon = pl_str_find_char(text, ':', 0);
    if (colon == PL_NOWHERE || !is_one(words, pl_str_slice(text, 0, colon))) {
        return false;
    }
    *has_text = is_filled(pl_str_slice(text, colon, text.len));
    return true;
}

/* The column of a cell, counted by the bars before it where there are any:
 * empty cells of Markdown are not among the plan's. */
static uint32_t column_of(const struct pl_plan *plan,
                          const struct pl_cell *cell)
{
    uint32_t at = plan->blocks[cell->block].range.start;
    uint32_t bars = 0;
    uint32_t steps = 0;
    pl_str text = plan->text;
    while (at > 0 && text.data[at - 1] != '\n' && steps++ < MAX_ROW) {
        at--;
        bars += text.data[at] == '|' && (at == 0 || text.data[at - 1] != '\\');
    }
    return bars > 0 ? bars - (text.data[at] == '|') : cell->column;
}

/* The column below a header of the words; PL_NONE. */
static uint32_t find_column(const struct pl_plan *plan, uint32_t table,
                            const struct pl_words_param *words)
{
    const struct pl_table *it = &plan->tables[table];
    for (uint32_t i = it->first_cell;
         i < it->cell_end && plan->cells[i].row == 0 &&
         plan->cells[i].column < MAX_COLUMNS;
         i++) {
        const struct pl_cell *cell = &plan->cells[i];
        if (is_one(words, pl_range_text(plan->text,
                                        plan->blocks[cell->block].content))) {
            return column_of(plan, cell);
        }
    }
    return PL_NONE;
}

/* Whether a row has something below a header of the words. */
static bool has_cell(const struct pl_plan *plan, const struct pl_cell *in_row,
                     const struct pl_words_param *words, bool *has_column)
{
    uint32_t column = find_column(plan, in_row->table, words);
    *has_column = column != PL_NONE;
    const struct pl_table *table = &plan->tables[in_row->table];
    for (uint32_t at = (uint32_t)(in_row - plan->cells);
         *has_column && at < table->cell_end &&
         plan->cells[at].row == in_row->row &&
         plan->cells[at].column < MAX_COLUMNS;
         at++) {
        const struct pl_cell *cell = &plan->cells[at];
        if (column_of(plan, cell) == column) {
            return is_filled(
                pl_range_text(plan->text, plan->blocks[cell->block].content));
        }
    }
    return false;
}

static void read_row(struct fields *f, uint32_t entity)
{
    const struct pl_plan *plan = f->plan;
    const struct pl_block *block = &plan->blocks[plan->entities[entity].block];
    const struct pl_cell *in_row = &plan->cells[block->detail];
    bool has_column = false;
    bool has_other = false;
    f->has[entity] = has_cell(plan, in_row, &f->link->words, &has_column);
    f->is_asked[entity] =
        has_column && (f->link->when.count == 0 ||
                       has_cell(plan, in_row, &f->link->when, &has_other));
}

/* The lines below a heading, to the next entity with one.
 */
static void read_lines(struct fields *f, uint32_t entity)
{
    const struct pl_plan *plan = f->plan;
    const struct pl_entity *it = &plan->entities[entity];
    uint32_t end = plan->blocks_count;
    if (it->section == PL_NONE) {
        return;
    }
    uint32_t after = plan->sections[it->section].subtree_end;
    end = after < plan->sections_count ? plan->sections[after].heading : end;
    for (uint32_t i = entity + 1; i < plan->entities_count; i++) {
        if (plan->entities[i].section != PL_NONE) {
            end = plan->entities[i].block < end ? plan->entities[i].block : end;
            break;
        }
    }
    f->is_asked[entity] = f->link->when.count == 0;
    for (uint32_t i = it->block + 1; i < end; i++) {
        bool has_text = false;
        if (starts_with(plan, &plan->blocks[i], &f->link->words, &has_text)) {
            f->has[entity] |= has_text;
        }
        if (starts_with(plan, &plan->blocks[i], &f->link->when, &has_text)) {
            f->is_asked[entity] |= has_text;
        }
    }
}

static void read_fields(struct fields *f)
{
    const struct pl_plan *plan = f->plan;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        const struct pl_block *block = &plan->blocks[it->block];
        if (!pl_link_has(f->link->of, it->kind)) {
            continue;
        }
        if (block->kind == PL_BLOCK_CELL && block->detail != PL_NONE) {
            read_row(f, i);
        } else {
            read_lines(f, i);
        }
    }
}

static void report(struct pl_run *run, const struct pl_entity *entity,
                   const struct pl_link *link, uint32_t count)
{
    PL_FINDING(
        run, entity->range, {"what", pl_link_what(run, entity)},
        {"number", pl_link_number(run, entity)},
        {"name", pl_range_text(run->plan->text, entity->name)},
        {"field", link->words.items[0]},
        {"kinds", pl_str_from(pl_entity_plural(entity->kind))},
        {"count", pl_str_from(pl_arena_printf(run->arena, "%u", count))});
}

void pl_link_has_field(struct pl_run *run, const struct pl_link *link)
{
    const struct pl_plan *plan = run->plan;
    uint32_t count = plan->entities_count;
    uint32_t total[PL_ENTITY_KIND_COUNT] = {0};
    uint32_t having[PL_ENTITY_KIND_COUNT] = {0};
    struct fields f = {
        .plan = plan,
        .link = link,
        .has = pl_arena_array(run->scratch, count + 1, sizeof(bool)),
        .is_asked = pl_arena_array(run->scratch, count + 1, sizeof(bool)),
    };
    read_fields(&f);
    for (uint32_t i = 0; i < count; i++) {
        total[plan->entities[i].kind] += f.is_asked[i];
        having[plan->entities[i].kind] += f.is_asked[i] && f.has[i];
    }
    for (uint32_t i = 0; i < count; i++) {
        enum pl_entity_kind kind = plan->entities[i].kind;
        if (f.is_asked[i] && !f.has[i] &&
            pl_link_is_usual(link, having[kind], total[kind])) {
            report(run, &plan->entities[i], link, having[kind]);
        }
    }
}
