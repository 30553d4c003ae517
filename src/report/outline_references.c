/* References, citations and acronyms in the outline in JSON. */
#include "plan/plan.h"
#include "report/outline_json.h"

static void write_reference(const struct pl_outline_writer *outline,
                            const struct pl_reference *it)
{
    pl_write_object(outline->to, NULL, PL_JSON_INLINE);
    pl_write_text(outline->to, "kind", pl_reference_name(it->kind));
    pl_outline_write_label(outline, "label", it->label);
    pl_outline_write_label(outline, "to", it->to);
    pl_outline_write_range(outline, "phrase", it->phrase);
    pl_outline_write_line(outline, "line", it->range.start);
    pl_write_text(outline->to, "resolution",
                  pl_resolution_name(it->resolution));
    if (it->resolution == PL_RESOLUTION_FOUND) {
        pl_outline_write_line(outline, "targetLine", it->target.start);
    } else {
        pl_write_null(outline->to, "targetLine");
    }
    pl_write_end(outline->to);
}

static void write_citation(const struct pl_outline_writer *outline,
                           const struct pl_citation *it)
{
    pl_write_object(outline->to, NULL, PL_JSON_INLINE);
    pl_write_str(outline->to, "instrument", it->instrument);
    pl_outline_write_range(outline, "number", it->number);
    pl_write_bool(outline->to, "revision", it->is_revision);
    pl_outline_write_range(outline, "place", it->place);
    pl_outline_write_range(outline, "year", it->year);
    pl_outline_write_line(outline, "line", it->range.start);
    pl_write_end(outline->to);
}

void pl_outline_write_references(const struct pl_outline_writer *outline)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "references", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->references_count; i++) {
        write_reference(outline, &plan->references[i]);
    }
    pl_write_end(outline->to);
    pl_write_array(outline->to, "citations", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        write_citation(outline, &plan->citations[i]);
    }
    pl_write_end(outline->to);
}

static void write_expansions(const struct pl_outline_writer *outline,
                             const struct pl_acronym *acronym)
{
    pl_write_array(outline->to, "expansions", PL_JSON_INLINE);
    for (uint32_t i = 0; i < acronym->expansion_count; i++) {
        const struct pl_expansion *it = &acronym->expansions[i];
        pl_write_object(outline->to, NULL, PL_JSON_INLINE);
        pl_outline_write_range(outline, "text", it->long_form);
        pl_outline_write_line(outline, "line", it->acronym.start);
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
}

void pl_outline_write_acronyms(const struct pl_outline_writer *outline)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "acronyms", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        pl_write_object(outline->to, NULL, PL_JSON_INLINE);
        pl_write_str(outline->to, "name", it->name);
        pl_write_size(outline->to, "uses", it->use_count);
        write_expansions(outline, it);
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
}
