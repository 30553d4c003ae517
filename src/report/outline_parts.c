/* Lists, tables, captions, footnotes and comments. */
#include "plan/plan.h"
#include "report/outline_json.h"

static void write_items(const struct pl_outline_writer *outline,
                        const struct pl_list *list)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "items", PL_JSON_LAID_OUT);
    uint32_t at = list->first_item;
    for (uint32_t i = 0; i < list->item_count && at != PL_NONE; i++) {
        const struct pl_item *item = &plan->items[at];
        pl_write_object(outline->to, NULL, PL_JSON_INLINE);
        pl_outline_write_label(outline, "label", item->label);
        pl_outline_write_range(outline, "typed", item->marker);
        pl_outline_write_line(outline, "line", item->marker.start);
        pl_outline_write_range(outline, "text", item->content);
        pl_write_end(outline->to);
        at = item->next;
    }
    pl_write_end(outline->to);
}

void pl_outline_write_lists(const struct pl_outline_writer *outline)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "lists", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->lists_count; i++) {
        const struct pl_list *list = &plan->lists[i];
        uint32_t start = plan->items[list->first_item].marker.start;
        pl_write_object(outline->to, NULL, PL_JSON_LAID_OUT);
        pl_write_bool(outline->to, "inline", list->is_inline);
        pl_write_bool(outline->to, "bullets", list->is_bullet);
        pl_write_bool(outline->to, "nested", list->parent != PL_NONE);
        pl_outline_write_line(outline, "line", start);
        pl_write_str(outline->to, "address",
                     pl_plan_address(outline->scratch, plan, start));
        write_items(outline, list);
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
}

static void write_rows(const struct pl_outline_writer *outline,
                       const struct pl_table *table)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "rows", PL_JSON_LAID_OUT);
    uint32_t row = PL_NONE;
    for (uint32_t i = table->first_cell; i < table->cell_end; i++) {
        const struct pl_cell *cell = &plan->cells[i];
        if (cell->row != row) {
            if (row != PL_NONE) {
                pl_write_end(outline->to);
            }
            row = cell->row;
            pl_write_array(outline->to, NULL, PL_JSON_INLINE);
        }
        pl_outline_write_range(outline, NULL,
                               plan->blocks[cell->block].content);
    }
    if (row != PL_NONE) {
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
}

static void write_captions(const struct pl_outline_writer *outline)
{
    static const char *const kinds[] = {
        [PL_CAPTION_FIGURE] = "figure",
        [PL_CAPTION_TABLE] = "table",
        [PL_CAPTION_BOX] = "box",
    };
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "captions", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->captions_count; i++) {
        const struct pl_caption *it = &plan->captions[i];
        pl_write_object(outline->to, NULL, PL_JSON_INLINE);
        pl_write_text(outline->to, "kind", kinds[it->kind]);
        pl_outline_write_label(outline, "label", it->label);
        pl_outline_write_range(outline, "title", it->title);
        pl_outline_write_line(outline, "line", it->range.start);
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
}

void pl_outline_write_tables(const struct pl_outline_writer *outline)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "tables", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->tables_count; i++) {
        const struct pl_table *table = &plan->tables[i];
        if (table->first_cell == table->cell_end) {
            continue;
        }
        uint32_t block = plan->cells[table->first_cell].block;
        pl_write_object(outline->to, NULL, PL_JSON_LAID_OUT);
        pl_outline_write_line(outline, "line", plan->blocks[block].range.start);
        write_rows(outline, table);
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
    write_captions(outline);
}

static void write_marks(const struct pl_outline_writer *outline)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "footnoteMarks", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->footnote_marks_count; i++) {
        const struct pl_footnote_mark *it = &plan->footnote_marks[i];
        pl_write_object(outline->to, NULL, PL_JSON_INLINE);
        pl_write_str(outline->to, "id", it->id);
        pl_outline_write_line(outline, "line", it->range.start);
        pl_write_bool(outline->to, "hasNote", it->note != PL_NONE);
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
}

static void write_footnotes(const struct pl_outline_writer *outline)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "footnotes", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->footnotes_count; i++) {
        const struct pl_footnote *it = &plan->footnotes[i];
        pl_write_object(outline->to, NULL, PL_JSON_INLINE);
        pl_write_str(outline->to, "id", it->id);
        pl_outline_write_line(outline, "line", it->range.start);
        pl_write_bool(outline->to, "hasMark", it->mark != PL_NONE);
        pl_outline_write_range(outline, "text", it->body);
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
}

static void write_comments(const struct pl_outline_writer *outline)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "comments", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->comments_count; i++) {
        const struct pl_comment *it = &plan->comments[i];
        pl_write_object(outline->to, NULL, PL_JSON_INLINE);
        pl_outline_write_range(outline, "author", it->author);
        pl_outline_write_line(outline, "line", it->range.start);
        pl_outline_write_range(outline, "text", it->body);
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
}

void pl_outline_write_notes(const struct pl_outline_writer *outline)
{
    write_marks(outline);
    write_footnotes(outline);
    write_comments(outline);
}
