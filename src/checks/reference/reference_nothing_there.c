/* "the figure below" where nothing is shown. */
#include "base/array.h"
#include "checks/reference/reference.h"
#include "checks/shared/names.h"
#include "text/source.h"

/* Of an image, plain text can have no more than the description: that alone
 * shows nothing. */
static bool is_description(const struct pl_plan *plan,
                           const struct pl_caption *caption)
{
    return caption->label.count == 0 &&
           plan->source->format != PL_FORMAT_MARKDOWN &&
           plan->source->format != PL_FORMAT_WORD;
}

/* A table in HTML, or an image that may show one. */
static bool shows_table(const struct pl_plan *plan)
{
    static const pl_str opening = PL_STR("<table");
    if (plan->source->format != PL_FORMAT_MARKDOWN) {
        return false;
    }
    bool found = pl_str_find(plan->text, opening, 0) != PL_NOWHERE;
    for (uint32_t i = 0; i < plan->captions_count && !found; i++) {
        found = plan->captions[i].is_image;
    }
    return found;
}

/* Whether the document shows anything of that kind, numbered or not. */
static bool find_any(const struct pl_plan *plan, enum pl_caption_kind kind)
{
    for (uint32_t i = 0; i < plan->captions_count; i++) {
        const struct pl_caption *caption = &plan->captions[i];
        if (caption->kind == kind && !is_description(plan, caption)) {
            return true;
        }
    }
    return kind == PL_CAPTION_TABLE &&
           (plan->tables_count > 0 || shows_table(plan));
}

/* Looked for once. */
static bool shows_any(struct pl_reference_pass *pass, enum pl_caption_kind kind)
{
    if (!(pass->looked_for & 1U << kind)) {
        pass->looked_for |= 1U << kind;
        pass->shown |= (unsigned)find_any(pass->run->plan, kind) << kind;
    }
    return pass->shown & 1U << kind;
}

/* A picture may be shown without being called a figure. */
static bool is_picture(pl_str phrase)
{
    return pl_name_has(phrase, (pl_str)PL_STR("diagram")) ||
           pl_name_has(phrase, (pl_str)PL_STR("chart"));
}

/* "[This is followed by the table of members.]": an extract says what it
 * leaves out. */
static bool is_left_out(const struct pl_run *run,
                        const struct pl_reference *reference)
{
    enum { NEAR = 4 }; /* blocks */
    const struct pl_plan *plan = run->plan;
    uint32_t first = pl_plan_block_at(plan, reference->range.start);
    for (uint32_t i = first;
         first != PL_NONE && i < plan->blocks_count && i <= first + NEAR; i++) {
        pl_str text =
            pl_str_trim(pl_range_text(plan->text, plan->blocks[i].content));
        if (text.len > 0 && text.data[0] == '[' &&
            pl_name_has(text, pl_reference_kind_text(reference))) {
            return true;
        }
    }
    return false;
}

void pl_reference_find_nothing_there(struct pl_reference_pass *pass,
                                     const struct pl_reference *reference)
{
    struct pl_run *run = pass->run;
    if (reference->resolution != PL_RESOLUTION_UNLABELLED ||
        reference->direction == PL_DIRECTION_NONE ||
        is_picture(pl_reference_phrase(run, reference)) ||
        is_left_out(run, reference)) {
        return;
    }
    bool is_figure = reference->kind == PL_REFERENCE_FIGURE;
    if (!is_figure && reference->kind != PL_REFERENCE_TABLE) {
        return;
    }
    if (!shows_any(pass, is_figure ? PL_CAPTION_FIGURE : PL_CAPTION_TABLE)) {
        PL_FINDING(run, reference->phrase,
                   {"phrase", pl_reference_phrase(run, reference)},
                   {"kind", pl_reference_kind_text(reference)});
    }
}
