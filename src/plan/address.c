/* Where a place is, as a person would say it. */
#include "plan/plan.h"

#include "base/buf.h"
#include "base/chars.h"
#include "base/search.h"
#include "base/utf8.h"
#include "text/source.h"
#include "text/word/view/view.h"

enum { LONGEST_TITLE = 40 /* bytes of a title that are shown */ };

static void add_part(struct pl_buf *out)
{
    if (out->len) {
        pl_buf_add_text(out, ", ");
    }
}

/* With single spaces, cut at a word when it is long. */
static void add_title(struct pl_buf *out, pl_str title)
{
    size_t end = title.len;
    if (end > LONGEST_TITLE) {
        end = LONGEST_TITLE;
        while (end > 0 && !pl_is_space(title.data[end])) {
            end--;
        }
        end = end ? end : pl_utf8_before(title, LONGEST_TITLE + 1);
    }
    pl_buf_add_char(out, '"');
    for (size_t i = 0; i < end; i++) {
        bool space = pl_is_space(title.data[i]);
        if (!space || (i > 0 && !pl_is_space(title.data[i - 1]))) {
            pl_buf_add_char(out, space ? ' ' : title.data[i]);
        }
    }
    pl_buf_add_text(out, end < title.len ? "…\"" : "\"");
}

static void add_annex(struct pl_buf *out, const struct pl_plan *plan,
                      uint32_t section)
{
    uint32_t annex = pl_plan_part_of(plan, section);
    if (annex != PL_NONE && annex != plan->main_part) {
        pl_str number = pl_range_text(plan->text, plan->sections[annex].number);
        size_t word = 0; /* "ANNEX II" is said as "Annex II" */
        while (word < number.len && pl_is_letter(number.data[word])) {
            char c = number.data[word];
            pl_buf_add_char(out, word > 0 ? pl_to_lower(c) : c);
            word++;
        }
        pl_buf_add(out, pl_str_slice(number, word, number.len));
    }
}

static uint32_t numbered_ancestor(const struct pl_plan *plan, uint32_t section)
{
    while (section != PL_NONE &&
           plan->sections[section].kind != PL_SECTION_NUMBERED) {
        section = plan->sections[section].parent;
    }
    return section;
}

/* The section's number; its title too where nothing else tells it apart. */
static void add_section(struct pl_buf *out, const struct pl_plan *plan,
                        uint32_t section, bool with_title)
{
    uint32_t numbered = numbered_ancestor(plan, section);
    if (numbered != PL_NONE) {
        add_part(out);
        pl_label_write(out, plan->sections[numbered].label);
    }
    const struct pl_section *own = &plan->sections[section];
    if (own->kind == PL_SECTION_TITLE && with_title &&
        !pl_range_is_empty(own->title)) {
        add_part(out);
        add_title(out, pl_range_text(plan->text, own->title));
    }
}

static uint32_t own_paragraph(const struct pl_plan *plan, uint32_t block)
{
    uint32_t found = pl_plan_paragraph_at(plan, block);
    if (found == PL_NONE ||
        plan->blocks[plan->paragraphs[found].block].section !=
            plan->blocks[block].section) {
        return PL_NONE;
    }
    return found;
}

static void add_paragraph(struct pl_buf *out, const struct pl_plan *plan,
                          uint32_t paragraph, uint32_t block)
{
    const struct pl_paragraph *it = &plan->paragraphs[paragraph];
    enum pl_block_kind kind = plan->blocks[block].kind;
    bool belongs = it->block == block || kind == PL_BLOCK_ITEM;
    add_part(out);
    pl_buf_add_text(out, belongs ? "para " : "after para ");
    pl_label_write(out, it->label);
}

static const char *name_of_item(const struct pl_plan *plan, uint32_t start)
{
    uint32_t low =
        PL_FIRST_FROM(plan->entities, plan->entities_count, range.start, start);
    bool found =
        low < plan->entities_count && plan->entities[low].range.start == start;
    return found ? pl_entity_name(plan->entities[low].kind) : "item";
}

static void add_item(struct pl_buf *out, const struct pl_plan *plan,
                     uint32_t item)
{
    const struct pl_item *it = &plan->items[item];
    if (it->label.count == 0) {
        return; /* a bullet has no name */
    }
    add_part(out);
    pl_buf_add_text(out, name_of_item(plan, it->marker.start));
    pl_buf_add_char(out, ' ');
    pl_buf_add(out, pl_range_text(plan->text, it->marker));
}

static void add_cell(struct pl_buf *out, const struct pl_plan *plan,
                     const struct pl_block *block)
{
    add_part(out);
    pl_buf_add_text(out, "table row ");
    pl_buf_add_number(out, plan->cells[block->detail].row + 1);
}

static enum pl_word_story_kind story_of(const struct pl_plan *plan,
                                        uint32_t block)
{
    const struct pl_word_view *view = plan->source->view;
    return view ? pl_word_view_story(view, plan->blocks[block].range.start)
                : PL_WORD_BODY;
}

bool pl_plan_is_margin(const struct pl_plan *plan, uint32_t block)
{
    enum pl_word_story_kind story = story_of(plan, block);
    return story == PL_WORD_HEADER || story == PL_WORD_FOOTER;
}

static void add_footnote(struct pl_buf *out, const struct pl_plan *plan,
                         uint32_t block)
{
    uint32_t note =
        PL_FIRST_FROM(plan->footnotes, plan->footnotes_count, block, block);
    pl_buf_add_text(out, "footnote");
    if (note < plan->footnotes_count && plan->footnotes[note].block == block) {
        pl_buf_add_char(out, ' ');
        pl_buf_add(out, plan->footnotes[note].id);
    }
}

/* What is in no section although one stands before it. */
static bool add_aside(struct pl_buf *out, const struct pl_plan *plan,
                      uint32_t block)
{
    if (plan->blocks[block].kind == PL_BLOCK_NOTE) {
        add_footnote(out, plan, block);
    } else if (pl_plan_is_margin(plan, block)) {
        pl_buf_add_text(out, pl_word_story_name(story_of(plan, block)));
    }
    return out->len > 0;
}

pl_str pl_plan_address(struct pl_arena *arena, const struct pl_plan *plan,
                       uint32_t offset)
{
    struct pl_buf out = pl_buf_in(arena);
    uint32_t at = pl_plan_block_at(plan, offset);
    if (at == PL_NONE) {
        return (pl_str){0};
    }
    if (add_aside(&out, plan, at)) {
        return pl_buf_str(&out);
    }
    const struct pl_block *block = &plan->blocks[at];
    uint32_t paragraph = own_paragraph(plan, at);
    if (block->section != PL_NONE) {
        add_annex(&out, plan, block->section);
        add_section(&out, plan, block->section, paragraph == PL_NONE);
    }
    if (paragraph != PL_NONE) {
        add_paragraph(&out, plan, paragraph, at);
    }
    uint32_t item = pl_plan_item_at(plan, offset);
    if (item != PL_NONE && plan->items[item].block == at) {
        add_item(&out, plan, item);
    }
    if (block->kind == PL_BLOCK_CELL) {
        add_cell(&out, plan, block);
    }
    return pl_buf_str(&out);
}
