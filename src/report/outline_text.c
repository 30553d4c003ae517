/* The outline for people:
 *
 *        3  1  Overview of the structure of ICOU
 *                paragraphs 1 to 6, 6
 *       14  2  Strategic framework
 *       15    2.1  Overall framework */
#include "base/arena.h"
#include "base/array.h"
#include "plan/plan.h"
#include "report/entity_tree.h"
#include "report/margin.h"
#include "report/outline.h"
#include "report/outline_acts.h"
#include "text/source.h"

enum { LEVEL_COLUMNS = 2, MOST_LEVELS = 8 };

struct sheet {
    struct pl_page *page;
    struct pl_arena *scratch;
    const struct pl_plan *plan;
};

static size_t column_of_level(size_t level)
{
    size_t shown = level < MOST_LEVELS ? level : MOST_LEVELS;
    return PL_MARGIN_TEXT + LEVEL_COLUMNS * shown;
}

/* "1 to 6, 6, 8": runs of numbers that follow each other. */
struct runs {
    const struct sheet *sheet;
    size_t indent;
    struct pl_label first;
    struct pl_label last;
    bool is_open;
    bool has_written;
};

static void write_run(struct runs *runs)
{
    if (!runs->is_open) {
        return;
    }
    struct pl_page *page = runs->sheet->page;
    struct pl_arena *scratch = runs->sheet->scratch;
    pl_str first = pl_label_text(scratch, runs->first);
    pl_str last = pl_label_text(scratch, runs->last);
    const char *text =
        pl_str_eq(first, last)
            ? pl_arena_printf(scratch, "%.*s", PL_STR_ARG(first))
            : pl_arena_printf(scratch, "%.*s to %.*s", PL_STR_ARG(first),
                              PL_STR_ARG(last));
    pl_page_add_text(page, PL_STYLE_DIM, runs->has_written ? "," : "");
    pl_page_add_text(page, PL_STYLE_DIM, " ");
    pl_page_wrap(page, PL_STYLE_DIM, runs->indent, pl_str_from(text));
    runs->has_written = true;
}

/* An empty paragraph stands alone, so that it can be seen. */
static void add_to_runs(struct runs *runs, const struct pl_paragraph *paragraph)
{
    struct pl_label label = paragraph->label;
    if (runs->is_open && !paragraph->is_empty &&
        pl_label_follows(runs->last, label)) {
        runs->last = label;
        return;
    }
    write_run(runs);
    runs->first = label;
    runs->last = label;
    runs->is_open = true;
    if (paragraph->is_empty) {
        write_run(runs);
        pl_page_add_text(runs->sheet->page, PL_STYLE_BAD, " (empty)");
        runs->is_open = false;
    }
}

/* The paragraphs in blocks up to `end`, from paragraph `*next` on. */
static void add_paragraphs(const struct sheet *sheet, size_t column,
                           uint32_t end, uint32_t *next)
{
    const struct pl_plan *plan = sheet->plan;
    uint32_t first = *next;
    while (*next < plan->paragraphs_count &&
           plan->paragraphs[*next].block < end) {
        (*next)++;
    }
    if (*next == first) {
        return;
    }
    pl_page_pad(sheet->page, column);
    pl_page_add_text(sheet->page, PL_STYLE_DIM,
                     *next - first == 1 ? "paragraph" : "paragraphs");
    struct runs runs = {.sheet = sheet, .indent = column};
    for (uint32_t i = first; i < *next; i++) {
        add_to_runs(&runs, &plan->paragraphs[i]);
    }
    write_run(&runs);
    pl_page_end_line(sheet->page);
}

static void add_section(const struct sheet *sheet,
                        const struct pl_section *section)
{
    struct pl_page *page = sheet->page;
    pl_str text = sheet->plan->text;
    pl_margin_add_line(sheet->page, sheet->plan,
                       sheet->plan->blocks[section->heading].range.start);
    pl_page_pad(page, column_of_level(section->level - 1));
    bool is_numbered = section->kind == PL_SECTION_NUMBERED;
    pl_str number = is_numbered ? pl_label_text(sheet->scratch, section->label)
                                : pl_range_text(text, section->number);
    if (number.len > 0) {
        pl_page_add(page, PL_STYLE_HEADING, number);
        pl_page_pad(page, page->column + 2);
    }
    if (section->is_damaged) {
        pl_page_add_text(page, PL_STYLE_BAD, "(typed ");
        pl_page_add(page, PL_STYLE_BAD, pl_range_text(text, section->number));
        pl_page_add_text(page, PL_STYLE_BAD, ")  ");
    }
    struct pl_range title =
        pl_range_is_empty(section->title) ? section->subtitle : section->title;
    pl_page_add_cropped(page, PL_STYLE_PLAIN, pl_range_text(text, title));
    pl_page_end_line(page);
}

static void add_sections(const struct sheet *sheet)
{
    const struct pl_plan *plan = sheet->plan;
    uint32_t paragraph = 0;
    uint32_t first = plan->sections_count > 0 ? plan->sections[0].heading
                                              : plan->blocks_count;
    add_paragraphs(sheet, column_of_level(0), first, &paragraph);
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        add_section(sheet, section);
        add_paragraphs(sheet, column_of_level(section->level),
                       section->block_end, &paragraph);
    }
}

static void add_entity(const struct sheet *sheet, uint32_t index, size_t level)
{
    const struct pl_entity *entity = &sheet->plan->entities[index];
    struct pl_page *page = sheet->page;
    pl_margin_add_line(sheet->page, sheet->plan, entity->range.start);
    pl_page_pad(page, column_of_level(level));
    if (entity->label.count > 0) {
        pl_page_add(page, PL_STYLE_HEADING,
                    pl_label_text(sheet->scratch, entity->label));
        pl_page_pad(page, page->column + 2);
    }
    pl_page_add_cropped(page, PL_STYLE_PLAIN,
                        pl_range_text(sheet->plan->text, entity->name));
    pl_page_end_line(page);
}

static size_t length_of(const struct pl_entity_tree *tree, uint32_t first)
{
    size_t count = 0;
    for (uint32_t at = first; at != PL_NONE; at = tree->next[at]) {
        count++;
    }
    return count;
}

static void add_count(struct pl_page *page, enum pl_style style, size_t count,
                      const char *one, const char *many)
{
    pl_page_add_number(page, style, count);
    pl_page_add_text(page, style, " ");
    pl_page_add_text(page, style, count == 1 ? one : many);
}

/* Each entity of a list, then those that stand under it. */
static void add_tree(const struct sheet *sheet,
                     const struct pl_entity_tree *tree, uint32_t first,
                     size_t level)
{
    for (uint32_t at = first; at != PL_NONE && level < MOST_LEVELS;
         at = tree->next[at]) {
        add_entity(sheet, at, level);
        add_tree(sheet, tree, tree->first_child[at], level + 1);
    }
}

static void add_entities(const struct sheet *sheet,
                         const struct pl_entity_tree *tree, size_t kind)
{
    uint32_t first = tree->first_root[kind];
    if (first == PL_NONE) {
        return;
    }
    enum pl_entity_kind named = (enum pl_entity_kind)kind;
    pl_page_end_line(sheet->page);
    add_count(sheet->page, PL_STYLE_HEADING, length_of(tree, first),
              pl_entity_name(named), pl_entity_plural(named));
    pl_page_end_line(sheet->page);
    add_tree(sheet, tree, first, 0);
}

struct total {
    size_t count;
    const char *one;
    const char *many;
};

static void add_totals(const struct sheet *sheet)
{
    const struct pl_plan *plan = sheet->plan;
    const struct total totals[] = {
        {plan->sections_count, "section", "sections"},
        {plan->paragraphs_count, "numbered paragraph", "numbered paragraphs"},
        {plan->lists_count, "list", "lists"},
        {plan->tables_count, "table", "tables"},
        {plan->footnotes_count, "footnote", "footnotes"},
        {plan->comments_count, "comment", "comments"},
        {plan->acts_count, "resolution", "resolutions"},
        {plan->clauses_count, "clause", "clauses"},
        {plan->references_count, "reference", "references"},
        {plan->citations_count, "citation", "citations"},
        {plan->acronyms_count, "acronym", "acronyms"},
    };
    bool is_first = true;
    pl_page_end_line(sheet->page);
    for (size_t i = 0; i < PL_COUNT(totals); i++) {
        const struct total *it = &totals[i];
        if (it->count == 0) {
            continue;
        }
        const char *text =
            pl_arena_printf(sheet->scratch, "%s%zu %s", is_first ? "" : ", ",
                            it->count, it->count == 1 ? it->one : it->many);
        pl_page_wrap(sheet->page, PL_STYLE_PLAIN, 0, pl_str_from(text));
        is_first = false;
    }
    pl_page_add_text(sheet->page, PL_STYLE_PLAIN,
                     is_first ? "no structure was found" : "");
    pl_page_end_line(sheet->page);
}

static void add_title(const struct sheet *sheet)
{
    const struct pl_source *source = sheet->plan->source;
    const struct pl_years *period = &sheet->plan->period;
    struct pl_page *page = sheet->page;
    pl_page_add_text(page, PL_STYLE_PATH, source->path);
    pl_page_add_text(page, PL_STYLE_DIM, "  ");
    pl_page_add_text(page, PL_STYLE_DIM, pl_format_name(source->format));
    pl_page_add_text(page, PL_STYLE_DIM, ", ");
    pl_page_add(page, PL_STYLE_DIM, sheet->plan->language);
    pl_page_add_text(page, PL_STYLE_DIM, ", ");
    add_count(page, PL_STYLE_DIM, source->lines.count, "line", "lines");
    if (period->from != 0) {
        pl_page_add_text(page, PL_STYLE_DIM, ", period ");
        pl_page_add_number(page, PL_STYLE_DIM, period->from);
        pl_page_add_text(page, PL_STYLE_DIM, "-");
        pl_page_add_number(page, PL_STYLE_DIM, period->to);
    }
    pl_page_end_line(page);
    pl_page_end_line(page);
}

void pl_outline_text(struct pl_page *page, struct pl_arena *scratch,
                     const struct pl_plan *plan)
{
    struct sheet sheet = {page, scratch, plan};
    struct pl_entity_tree tree = pl_entity_tree_build(scratch, plan);
    add_title(&sheet);
    add_sections(&sheet);
    for (size_t kind = 0; kind < PL_ENTITY_KIND_COUNT; kind++) {
        add_entities(&sheet, &tree, kind);
    }
    pl_outline_text_acts(page, scratch, plan);
    add_totals(&sheet);
}
