/* Sections and paragraphs in the outline in JSON. */
#include "plan/plan.h"
#include "report/outline_json.h"

static const char *const kind_names[] = {
    [PL_SECTION_NUMBERED] = "numbered",
    [PL_SECTION_TITLE] = "title",
    [PL_SECTION_ANNEX] = "annex",
};

/* The paragraphs that stand in blocks [first, end); `*next` goes on from one
 * section to the next, as both are in document order. */
static void write_paragraphs(const struct pl_outline_writer *outline,
                             uint32_t *next, uint32_t first, uint32_t end)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "paragraphs", PL_JSON_LAID_OUT);
    while (*next < plan->paragraphs_count &&
           plan->paragraphs[*next].block < first) {
        (*next)++;
    }
    for (;
         *next < plan->paragraphs_count && plan->paragraphs[*next].block < end;
         (*next)++) {
        const struct pl_paragraph *it = &plan->paragraphs[*next];
        pl_write_object(outline->to, NULL, PL_JSON_INLINE);
        pl_outline_write_label(outline, "label", it->label);
        pl_outline_write_range(outline, "typed", it->number);
        pl_outline_write_line(outline, "line", it->number.start);
        pl_write_bool(outline->to, "empty", it->is_empty);
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
}

static void write_section(const struct pl_outline_writer *outline,
                          const struct pl_section *section, uint32_t *paragraph)
{
    uint32_t heading = outline->plan->blocks[section->heading].range.start;
    pl_write_object(outline->to, NULL, PL_JSON_LAID_OUT);
    pl_write_text(outline->to, "kind", kind_names[section->kind]);
    pl_outline_write_label(outline, "label", section->label);
    pl_outline_write_range(outline, "typed", section->number);
    pl_write_bool(outline->to, "damaged", section->is_damaged);
    pl_outline_write_range(outline, "title", section->title);
    pl_outline_write_range(outline, "subtitle", section->subtitle);
    pl_outline_write_line(outline, "line", heading);
    write_paragraphs(outline, paragraph, section->first_block,
                     section->block_end);
    pl_write_array(outline->to, "sections", PL_JSON_LAID_OUT);
}

static void end_section(const struct pl_outline_writer *outline)
{
    pl_write_end(outline->to); /* its sections */
    pl_write_end(outline->to);
}

/* The ends of the open sections are kept, for nesting is as deep as the
 * document has it; beyond what the writer can open it is cut flat. */
enum { MOST_OPEN = PL_JSON_WRITER_DEPTH / 2 - 8 };

void pl_outline_write_sections(const struct pl_outline_writer *outline)
{
    const struct pl_plan *plan = outline->plan;
    uint32_t paragraph = 0;
    uint32_t first = plan->sections_count > 0 ? plan->sections[0].heading
                                              : plan->blocks_count;
    write_paragraphs(outline, &paragraph, 0, first);

    uint32_t ends[MOST_OPEN];
    size_t open = 0;
    pl_write_array(outline->to, "sections", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        while (open > 0 && (ends[open - 1] <= i || open == MOST_OPEN)) {
            end_section(outline);
            open--;
        }
        write_section(outline, &plan->sections[i], &paragraph);
        ends[open++] = plan->sections[i].subtree_end;
    }
    for (; open > 0; open--) {
        end_section(outline);
    }
    pl_write_end(outline->to);
}
