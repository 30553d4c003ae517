/* Tables, and in which states their rows and cells exist. */
#include <assert.h>

#include "base/arena.h"
#include "text/word/read/attribute.h"
#include "text/word/story/reader.h"

enum { MAX_SPAN = 64 };

uint8_t pl_word_states_here(struct pl_word_story_reader *reader,
                            uint32_t *change)
{
    const struct pl_word_open_table *table = pl_word_open_table(reader);
    const struct pl_word_open_box *box = pl_word_open_box(reader);
    *change = PL_NONE;
    if (table) {
        *change = table->cell_change != PL_NONE  ? table->cell_change
                  : table->row_change != PL_NONE ? table->row_change
                                                 : table->outer_change;
        return table->row_states & table->cell_states & table->outer_states;
    }
    if (box) {
        *change = box->row_change;
        return box->row_states;
    }
    return PL_WORD_ALWAYS;
}

bool pl_word_start_table(struct pl_word_story_reader *reader,
                         struct pl_error *error)
{
    struct pl_word_draft *draft = reader->draft;
    const struct pl_word_open_table *outer = pl_word_open_table(reader);
    if (reader->tables.len >= PL_WORD_MAX_TABLE_NESTING) {
        return PL_FAIL(error, "%s: tables are nested deeper than is read",
                       draft->path);
    }
    *PL_VEC_PUSH(draft->arena, &draft->tables) = (struct pl_word_table){
        .parent = outer ? outer->table : PL_NONE, .story = reader->story};
    struct pl_word_open_table table = {
        .table = (uint32_t)draft->tables.len - 1,
        .row = PL_NONE,
        .row_states = PL_WORD_ALWAYS,
        .row_change = PL_NONE,
        .cell_states = PL_WORD_ALWAYS,
        .cell_change = PL_NONE,
    };
    table.outer_states = pl_word_states_here(reader, &table.outer_change);
    assert(reader->tables.items || reader->tables.len == reader->tables.cap);
    *PL_VEC_PUSH(reader->scratch, &reader->tables) = table;
    return true;
}

void pl_word_start_row(struct pl_word_story_reader *reader)
{
    const struct pl_word_frame *top = pl_word_top(reader);
    struct pl_word_open_table *table = pl_word_open_table(reader);
    if (!table) {
        return;
    }
    table->row++; /* the first: from PL_NONE to 0 */
    table->column = 0;
    table->span = 0;
    table->row_states = top->states;
    table->row_change = top->change;
    table->cell_states = PL_WORD_ALWAYS;
    table->cell_change = PL_NONE;
}

void pl_word_start_cell(struct pl_word_story_reader *reader)
{
    struct pl_word_open_table *table = pl_word_open_table(reader);
    if (!table) {
        return;
    }
    table->column += table->span;
    table->span = 1;
    table->cell_states = PL_WORD_ALWAYS;
    table->cell_change = PL_NONE;
}

static void start_row_change(struct pl_word_story_reader *reader,
                             struct pl_word_open_table *table,
                             const struct pl_xml_element *element)
{
    enum pl_word_change_kind kind = pl_word_change_kind_of(element->name);
    table->row_change = pl_word_add_change(reader, kind, element);
    table->row_states &= pl_word_states_of(kind);
}

/* What is merged away is hidden: a cell whose merging goes on the one above. */
static void start_merge(struct pl_word_open_table *table,
                        const struct pl_xml_element *element)
{
    static const pl_str goes_on = PL_STR("cont");
    pl_str value = pl_xml_get(element, PL_WN_AT_VAL);
    if (element->name != PL_WN_CELL_MERGE) {
        bool begins = pl_str_eq(value, (pl_str)PL_STR("restart"));
        table->cell_states &= begins ? PL_WORD_ALWAYS : 0;
        return;
    }
    if (pl_str_starts(pl_xml_get(element, PL_WN_V_MERGE), goes_on)) {
        table->cell_states &= PL_WORD_ORIGINAL;
    }
    if (pl_str_starts(pl_xml_get(element, PL_WN_AT_V_MERGE_ORIG), goes_on)) {
        table->cell_states &= PL_WORD_FINAL;
    }
}

static void start_cell_change(struct pl_word_story_reader *reader,
                              struct pl_word_open_table *table,
                              const struct pl_xml_element *element)
{
    enum pl_word_change_kind kind =
        element->name == PL_WN_CELL_INS ? PL_WORD_INSERTED : PL_WORD_DELETED;
    table->cell_change = pl_word_add_change(reader, kind, element);
    table->cell_states &= pl_word_states_of(kind);
}

static void start_cell_property(struct pl_word_story_reader *reader,
                                struct pl_word_open_table *table,
                                const struct pl_xml_element *element)
{
    uint32_t span = pl_word_number(pl_xml_get(element, PL_WN_AT_VAL));
    switch (element->name) {
    case PL_WN_GRID_SPAN:
        table->span = span == 0 || span > MAX_SPAN ? 1 : span;
        break;
    case PL_WN_V_MERGE:
    case PL_WN_H_MERGE:
    case PL_WN_CELL_MERGE:
        start_merge(table, element);
        break;
    case PL_WN_CELL_INS:
    case PL_WN_CELL_DEL:
        start_cell_change(reader, table, element);
        break;
    default:
        break;
    }
}

bool pl_word_start_table_property(struct pl_word_story_reader *reader,
                                  const struct pl_xml_element *element)
{
    uint16_t outer = pl_word_outer(reader)->name;
    struct pl_word_open_table *table = pl_word_open_table(reader);
    if (table && outer == PL_WN_TR_PR && pl_word_is_change(element->name)) {
        start_row_change(reader, table, element);
        return true;
    }
    if (table && outer == PL_WN_TR_PR && element->name == PL_WN_GRID_BEFORE) {
        uint32_t columns = pl_word_number(pl_xml_get(element, PL_WN_AT_VAL));
        table->column = columns <= MAX_SPAN ? columns : 0;
        return true;
    }
    if (table && outer == PL_WN_TC_PR) {
        start_cell_property(reader, table, element);
        return true;
    }
    return false;
}

void pl_word_end_table(struct pl_word_story_reader *reader)
{
    reader->tables.len -= pl_word_open_table(reader) != NULL;
}
