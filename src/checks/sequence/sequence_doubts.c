/* What looks like a fault of a series and may well be none: numbers that stand
 * in the gap after all, lists that are seldom whole, names, images. */
#include "base/arena.h"
#include "base/chars.h"
#include "base/search.h"
#include "checks/sequence/sequence.h"
#include "checks/shared/series_faults.h"
#include "checks/shared/typed_label.h"

/* The first entity that begins at or after `offset`. */
static uint32_t entity_after(const struct pl_plan *plan, uint32_t offset)
{
    return PL_FIRST_FROM(plan->entities, plan->entities_count, range.start,
                         offset);
}

/* Whether a target with the number of another goal stands in the gap: that is
 * what is wrong then. */
static bool is_filled(const struct pl_run *run, const struct pl_fault *fault)
{
    const struct pl_sequence_params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    if (params->series != PL_SERIES_TARGET) {
        return false;
    }
    uint32_t end = pl_sequence_entry(run, fault->after)->range.start;
    for (uint32_t i = entity_after(
             plan, pl_sequence_entry(run, fault->before)->range.end);
         i < plan->entities_count && plan->entities[i].range.start < end; i++) {
        const struct pl_entity *entity = &plan->entities[i];
        if (entity->kind == PL_ENTITY_TARGET && entity->number.start < end) {
            return true;
        }
    }
    return false;
}

/* "Table" of "Table 4"; empty for a number alone. */
static pl_str keyword_of(const struct pl_run *run,
                         const struct pl_series_entry *entry)
{
    uint32_t start = pl_sequence_number(run, entry).start;
    return pl_str_trim(
        pl_str_slice(run->plan->text, entry->range.start, start));
}

/* Whether a number that is missing stands in the gap after all, in a line that
 * was not understood. */
static bool is_typed(const struct pl_run *run, const struct pl_fault *fault)
{
    const struct pl_sequence_params *params = run->rule->params;
    const struct pl_series_entry *after = pl_sequence_entry(run, fault->after);
    pl_str keyword = keyword_of(run, after);
    struct pl_typed_query query = {
        .piece = {pl_sequence_entry(run, fault->before)->range.end,
                  after->range.start},
        .label = fault->missing,
        .is_alone =
            params->series == PL_SERIES_PARAGRAPH && fault->missing.count == 1,
        .skips_items =
            params->series == PL_SERIES_SECTION && fault->missing.count == 1,
        .mark = pl_mark_after_number(run->plan->text, after->range),
    };
    if (keyword.len > 0 && pl_is_letter(keyword.data[0])) {
        query.keyword = keyword;
    }
    for (uint32_t i = 0; i < fault->missing_count; i++) {
        if (pl_label_is_typed(run->arena, run->plan, &query)) {
            return true;
        }
        query.label = pl_label_next(query.label);
    }
    return false;
}

/* Whether the paragraph that is missing runs on from the one before, as notes
 * do in a text made from a page: "4 See page 215. 5 See page 283." */
static bool is_glued(const struct pl_run *run, const struct pl_fault *fault)
{
    enum { MARGIN = 2, LONGEST = 4000 };
    const struct pl_sequence_params *params = run->rule->params;
    uint32_t from = pl_sequence_entry(run, fault->before)->range.end;
    uint32_t to = pl_sequence_entry(run, fault->after)->range.start;
    if (params->series != PL_SERIES_PARAGRAPH || to - from > LONGEST) {
        return false;
    }
    pl_str number = pl_label_text(run->arena, fault->missing);
    pl_str text = pl_str_slice(run->plan->text, from, to);
    size_t at = 0;
    while ((at = pl_str_find(text, number, at)) != PL_NOWHERE) {
        size_t end = at + number.len;
        bool is_alone = at >= MARGIN && end + 1 < text.len &&
                        text.data[at - 1] == ' ' && text.data[end] == ' ';
        if (is_alone &&
            (!pl_is_letter(text.data[at - 2]) && text.data[at - 2] != ',') &&
            pl_is_upper(text.data[end + 1])) {
            return true;
        }
        at = end;
    }
    return false;
}

/* Whether the mark that is missing stands behind the end of a sentence, where
 * none is sought: "a) to vote. b) to speak; e) to write". */
static bool is_behind_sentence(const struct pl_run *run,
                               const struct pl_fault *fault)
{
    enum { LONGEST = 4000 };
    const struct pl_sequence_params *params = run->rule->params;
    uint32_t from = pl_sequence_entry(run, fault->before)->range.end;
    uint32_t to = pl_sequence_entry(run, fault->after)->range.start;
    if (params->series != PL_SERIES_ITEM || to - from > LONGEST) {
        return false;
    }
    pl_str mark = pl_str_from(
        pl_arena_printf(run->arena, ". %.*s) ",
                        PL_STR_ARG(pl_label_text(run->arena, fault->missing))));
    return pl_str_find(pl_str_slice(run->plan->text, from, to), mark, 0) !=
           PL_NOWHERE;
}

/* Marks in a cell may be those of a law that it quotes: "(3) ...; (8) ...". */
static bool is_selection(const struct pl_run *run, const struct pl_fault *fault)
{
    const struct pl_sequence_params *params = run->rule->params;
    uint32_t block = pl_sequence_entry(run, fault->entry)->block;
    return params->series == PL_SERIES_ITEM && fault->missing_count > 1 &&
           block < run->plan->blocks_count &&
           run->plan->blocks[block].kind == PL_BLOCK_CELL;
}

/* "500 Harbour Street" among paragraphs 18 and 19: nobody mistypes that far. */
static bool is_far_off(const struct pl_run *run, const struct pl_fault *fault)
{
    enum { FAR = 20 };
    const struct pl_sequence_params *params = run->rule->params;
    if (params->series != PL_SERIES_PARAGRAPH || fault->before == PL_NONE ||
        fault->after == PL_NONE) {
        return false;
    }
    struct pl_label label = pl_sequence_entry(run, fault->entry)->label;
    struct pl_label after = pl_sequence_entry(run, fault->after)->label;
    return label.count == 1 && after.count == 1 &&
           label.parts[0].value >= (uint32_t)after.parts[0].value * FAR;
}

static bool is_explained(const struct pl_run *run, const struct pl_fault *fault)
{
    const struct pl_sequence_params *params = run->rule->params;
    bool is_entity =
        params->series == PL_SERIES_GOAL || params->series == PL_SERIES_TARGET;
    return is_entity ? is_filled(run, fault)
                     : is_typed(run, fault) || is_glued(run, fault);
}

/* Lists of codes ("40 : name") and of resolutions are seldom whole. */
static bool is_catalogue(const struct pl_run *run,
                         const struct pl_series_entry *entry)
{
    const struct pl_sequence_params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    if (params->series == PL_SERIES_ITEM) {
        pl_str text = pl_range_text(plan->text, entry->range);
        return text.len > 0 && text.data[text.len - 1] == ':';
    }
    if (params->series != PL_SERIES_ANNEX) {
        return false;
    }
    uint32_t section = plan->blocks[entry->block].section;
    enum pl_part_kind kind = plan->sections[section].part_kind;
    return kind == PL_PART_RESOLUTION || kind == PL_PART_DECISION;
}

/* "![Figure 2](...)" beside the caption of figure 2. */
static bool is_image_text(const struct pl_run *run, uint32_t index)
{
    uint32_t start =
        index == PL_NONE ? 0 : pl_sequence_entry(run, index)->range.start;
    return start >= 2 && run->plan->text.data[start - 1] == '[' &&
           run->plan->text.data[start - 2] == '!';
}

/* Numbers in the cells of a table are no sections or paragraphs. */
static bool is_in_cell(const struct pl_run *run, const struct pl_fault *fault)
{
    const struct pl_sequence_params *params = run->rule->params;
    uint32_t start = pl_sequence_entry(run, fault->entry)->range.start;
    return (params->series == PL_SERIES_SECTION ||
            params->series == PL_SERIES_PARAGRAPH) &&
           start > 0 && run->plan->text.data[start - 1] == '\t';
}

/* "B. KEBICH": the name of a person. */
static bool is_name(const struct pl_run *run,
                    const struct pl_series_entry *entry)
{
    enum { LONGEST = 40 };
    const struct pl_plan *plan = run->plan;
    if (entry->block >= plan->blocks_count ||
        plan->blocks[entry->block].kind != PL_BLOCK_ITEM) {
        return false;
    }
    pl_str name = pl_range_text(plan->text, plan->blocks[entry->block].content);
    pl_str number = pl_range_text(plan->text, entry->range);
    return number.len > 1 && pl_is_upper(number.data[0]) &&
           number.data[1] == '.' && name.len > 0 && name.len <= LONGEST &&
           pl_is_upper(name.data[0]) &&
           pl_str_find_char(name, ' ', 0) == PL_NOWHERE;
}

/* "iii.the Council": a marker that was not taken for one. */
static bool begins_with_glued_marker(pl_str line)
{
    enum { LONGEST = 4 };
    size_t at = 0;
    while (at < line.len && at < LONGEST && pl_is_alnum(line.data[at])) {
        at++;
    }
    return at > 0 && at + 1 < line.len &&
           (line.data[at] == '.' || line.data[at] == ')') &&
           pl_is_letter(line.data[at + 1]);
}

static bool follows_glued_marker(const struct pl_run *run,
                                 const struct pl_series_entry *entry)
{
    enum { NEAR = 3 }; /* blocks */
    const struct pl_plan *plan = run->plan;
    for (uint32_t back = 1; back <= NEAR && back <= entry->block; back++) {
        const struct pl_block *block = &plan->blocks[entry->block - back];
        if (block->kind == PL_BLOCK_PARAGRAPH &&
            begins_with_glued_marker(
                pl_range_text(plan->text, block->content))) {
            return true;
        }
    }
    return false;
}

/* Whether a sentence ends between two markers of one line: "(a) ports and (b)
 * docks. Of them (a) are open". */
static bool are_of_two_sentences(const struct pl_run *run, uint32_t first,
                                 uint32_t second)
{
    enum { NEAR = 2000 }; /* bytes */
    const struct pl_plan *plan = run->plan;
    const struct pl_series_entry *a = pl_sequence_entry(run, first);
    const struct pl_series_entry *b = pl_sequence_entry(run, second);
    uint32_t block = pl_plan_block_at(plan, b->range.start);
    if (block == PL_NONE || pl_plan_block_at(plan, a->range.start) != block) {
        return false;
    }
    uint32_t from = a->range.end;
    if (b->range.start > NEAR && b->range.start - NEAR > from) {
        from = b->range.start - NEAR;
    }
    for (uint32_t at = from; at + 2 < b->range.start; at++) {
        const char *text = plan->text.data + at;
        if (text[0] == '.' && text[1] == ' ' &&
            (pl_is_upper(text[2]) || text[2] == '[')) {
            return true;
        }
    }
    return false;
}

/* Whether the list was read wrong at that item. */
static bool is_misread(const struct pl_run *run, uint32_t at)
{
    const struct pl_sequence_params *params = run->rule->params;
    const struct pl_series_entry *entry = pl_sequence_entry(run, at);
    return params->series == PL_SERIES_ITEM &&
           (is_name(run, entry) || follows_glued_marker(run, entry));
}

bool pl_sequence_is_doubtful(const struct pl_run *run,
                             const struct pl_fault *fault)
{
    const struct pl_sequence_params *params = run->rule->params;
    if (is_in_cell(run, fault) || is_misread(run, fault->entry)) {
        return true;
    }
    switch (fault->kind) {
    case PL_FAULT_GAP:
        return fault->missing_count > params->max_gap ||
               is_catalogue(run, pl_sequence_entry(run, fault->entry)) ||
               is_selection(run, fault) || is_behind_sentence(run, fault) ||
               is_explained(run, fault);
    case PL_FAULT_DUPLICATE:
        return are_of_two_sentences(run, fault->other, fault->entry) ||
               is_image_text(run, fault->entry) ||
               is_image_text(run, fault->other);
    case PL_FAULT_ORDER:
        return is_far_off(run, fault);
    }
    return false;
}
