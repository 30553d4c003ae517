/* Resolutions with their clauses, and the pin-points in them. */
#include "report/outline_acts.h"

#include "plan/plan.h"
#include "report/margin.h"
#include "report/outline_json.h"
#include "text/source.h"

enum { CLAUSE_COLUMN = PL_MARGIN_TEXT + 2 };

/* ----- for people ----- */

static struct pl_range name_of(const struct pl_plan *plan,
                               const struct pl_act *act)
{
    if (!pl_range_is_empty(act->title)) {
        return act->title;
    }
    return pl_range_is_empty(act->organ) ? plan->clauses[act->first_clause].name
                                         : act->organ;
}

static void add_clause(struct pl_page *page, struct pl_arena *scratch,
                       const struct pl_plan *plan,
                       const struct pl_clause *clause)
{
    pl_margin_add_line(page, plan, clause->verb.start);
    pl_page_pad(page, CLAUSE_COLUMN);
    if (clause->label.count > 0) {
        pl_page_add(page, PL_STYLE_HEADING,
                    pl_label_text(scratch, clause->label));
        pl_page_pad(page, page->column + 2);
    }
    enum pl_style style =
        clause->is_operative ? PL_STYLE_HEADING : PL_STYLE_PLAIN;
    pl_page_add_cropped(page, style, pl_range_text(plan->text, clause->name));
    uint32_t count = clause->item_end - clause->first_item;
    if (count > 0) {
        const struct pl_clause_item *items =
            &plan->clause_items[clause->first_item];
        pl_str first = pl_range_text(plan->text, items[0].marker);
        pl_str last = pl_range_text(plan->text, items[count - 1].marker);
        const char *text = count == 1
                               ? pl_arena_printf(scratch, "  %.*s",
                                                 PL_STR_ARG(pl_str_trim(first)))
                               : pl_arena_printf(scratch, "  %.*s to %.*s",
                                                 PL_STR_ARG(pl_str_trim(first)),
                                                 PL_STR_ARG(pl_str_trim(last)));
        pl_page_add_text(page, PL_STYLE_DIM, text);
    }
    pl_page_end_line(page);
}

void pl_outline_text_acts(struct pl_page *page, struct pl_arena *scratch,
                          const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->acts_count; i++) {
        const struct pl_act *act = &plan->acts[i];
        struct pl_range name = name_of(plan, act);
        pl_page_end_line(page);
        pl_margin_add_line(page, plan, name.start);
        pl_page_pad(page, PL_MARGIN_TEXT);
        pl_page_add_cropped(page, PL_STYLE_HEADING,
                            pl_range_text(plan->text, name));
        pl_page_end_line(page);
        for (uint32_t k = act->first_clause; k < act->clause_end; k++) {
            add_clause(page, scratch, plan, &plan->clauses[k]);
        }
    }
}

/* ----- for programs ----- */

static void write_clause(const struct pl_outline_writer *outline,
                         const struct pl_clause *clause)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_object(outline->to, NULL, PL_JSON_INLINE);
    pl_write_text(outline->to, "part",
                  clause->is_operative ? "operative" : "preamble");
    pl_outline_write_label(outline, "label", clause->label);
    pl_outline_write_range(outline, "verb", clause->verb);
    pl_outline_write_range(outline, "name", clause->name);
    pl_outline_write_line(outline, "line", clause->verb.start);
    pl_write_array(outline->to, "items", PL_JSON_INLINE);
    for (uint32_t i = clause->first_item; i < clause->item_end; i++) {
        const struct pl_clause_item *item = &plan->clause_items[i];
        pl_write_object(outline->to, NULL, PL_JSON_INLINE);
        pl_outline_write_label(outline, "label", item->label);
        pl_outline_write_line(outline, "line", item->marker.start);
        pl_outline_write_range(outline, "text", item->content);
        pl_write_end(outline->to);
    }
    pl_write_end(outline->to);
    pl_write_end(outline->to);
}

static void write_act(const struct pl_outline_writer *outline,
                      const struct pl_act *act)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_object(outline->to, NULL, PL_JSON_LAID_OUT);
    pl_outline_write_range(outline, "title", act->title);
    pl_outline_write_range(outline, "organ", act->organ);
    pl_outline_write_line(outline, "line",
                          plan->blocks[act->first_block].range.start);
    pl_write_array(outline->to, "clauses", PL_JSON_LAID_OUT);
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        write_clause(outline, &plan->clauses[i]);
    }
    pl_write_end(outline->to);
    pl_write_end(outline->to);
}

static void write_pinpoint(const struct pl_outline_writer *outline,
                           const struct pl_pinpoint *it)
{
    pl_write_object(outline->to, NULL, PL_JSON_INLINE);
    pl_outline_write_label(outline, "label", it->label);
    pl_outline_write_range(outline, "phrase", it->phrase);
    pl_outline_write_line(outline, "line", it->range.start);
    if (it->item == PL_NONE) {
        pl_write_null(outline->to, "targetLine");
    } else {
        const struct pl_plan *plan = outline->plan;
        pl_outline_write_line(outline, "targetLine",
                              plan->clause_items[it->item].marker.start);
    }
    pl_write_end(outline->to);
}

void pl_outline_write_acts(const struct pl_outline_writer *outline)
{
    const struct pl_plan *plan = outline->plan;
    pl_write_array(outline->to, "resolutions", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->acts_count; i++) {
        write_act(outline, &plan->acts[i]);
    }
    pl_write_end(outline->to);
    pl_write_array(outline->to, "pinpoints", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->pinpoints_count; i++) {
        write_pinpoint(outline, &plan->pinpoints[i]);
    }
    pl_write_end(outline->to);
}
