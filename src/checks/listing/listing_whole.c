/* A list as a whole: what introduces it, how long and how deep it is. */
#include "checks/listing/listing.h"

#include "base/arena.h"
#include "base/chars.h"
#include "checks/shared/typed_label.h"
#include "lint/check.h"
#include "plan/plan.h"

enum { INTRO_WORDS = 4 }; /* a shorter line is a heading of a kind */

/* Marks of a heading, or set in columns. */
static bool is_laid_out(pl_str text, struct pl_range range)
{
    static const pl_str columns = PL_STR("   ");
    pl_str line = pl_range_text(text, range);
    return line.len == 0 || line.data[0] == '#' ||
           pl_str_find_char(line, '\t', 0) != PL_NOWHERE ||
           pl_str_find(line, columns, 0) != PL_NOWHERE;
}

static bool ends_in_word(pl_str text, struct pl_range range)
{
    char c = range.end > range.start ? text.data[range.end - 1] : 0;
    return pl_is_alnum(c);
}

/* A line without one is a title or a caption. */
static bool has_verb(const struct pl_listing_judge *judge,
                     const struct pl_block *intro)
{
    const struct pl_words *words = judge->run->plan->words;
    for (uint32_t i = intro->first_word; i < intro->word_end; i++) {
        if (pl_word_set_has(&judge->verbs, words->items[i].form)) {
            return true;
        }
    }
    return judge->params->verbs.count == 0;
}

void pl_listing_intro(const struct pl_listing_judge *judge)
{
    const struct pl_plan *plan = judge->run->plan;
    const struct pl_list *list = judge->listing.list;
    if (list->intro == PL_NONE || list->is_inline || list->parent != PL_NONE ||
        judge->listing.count < 2) {
        return;
    }
    const struct pl_block *intro = &plan->blocks[list->intro];
    struct pl_range prose = pl_range_trim(plan->text, intro->content);
    if (intro->kind != PL_BLOCK_PARAGRAPH ||
        intro->word_end - intro->first_word < INTRO_WORDS ||
        !has_verb(judge, intro) || is_laid_out(plan->text, intro->range) ||
        !ends_in_word(plan->text, prose) ||
        !pl_scope_is_prose(plan, intro,
                           (struct pl_range){prose.end - 1, prose.end})) {
        return;
    }
    struct pl_range last = pl_word_range(plan->words, intro->word_end - 1);
    struct pl_finding *finding =
        PL_FINDING(judge->run, last,
                   {"match", pl_range_text(judge->run->plan->text, last)});
    pl_finding_fix(
        judge->run->findings, finding, false,
        (struct pl_edit){{last.end, last.end}, PL_STR(":")},
        PL_ARGS({"match", pl_range_text(judge->run->plan->text, last)}));
}

/* Whether the list's next item stands somewhere below, not understood. */
static bool has_next_below(const struct pl_listing_judge *judge,
                           const struct pl_item *item)
{
    enum { NEAR = 4096 }; /* bytes below an item that are searched */
    const struct pl_plan *plan = judge->run->plan;
    uint32_t left = (uint32_t)plan->text.len - item->content.end;
    struct pl_typed_query query = {
        .piece = {item->marker.end,
                  item->content.end + (left < NEAR ? left : NEAR)},
        .label = pl_label_next(item->label),
    };
    return pl_label_is_typed(judge->run->arena, plan, &query);
}

/* "a)" and "i)"; a lone number may be that of a note. */
static bool is_first_letter(struct pl_label label)
{
    return label.count == 1 && label.parts[0].value == 1 &&
           label.parts[0].style != PL_LABEL_DECIMAL;
}

void pl_listing_lone(const struct pl_listing_judge *judge)
{
    const struct pl_item *item = judge->listing.items[0].item;
    if (judge->listing.count > 1 || judge->listing.is_open ||
        judge->listing.list->is_inline || !is_first_letter(item->label) ||
        has_next_below(judge, item)) {
        return;
    }
    PL_FINDING(judge->run, item->marker,
               {"marker", pl_range_text(judge->run->plan->text, item->marker)});
}

/* What is marked like a list around it was nested by mistake. */
static bool is_marked_alike(const struct pl_item *a, const struct pl_item *b)
{
    return a->label.count && b->label.count &&
           a->label.parts[a->label.count - 1].style ==
               b->label.parts[b->label.count - 1].style;
}

void pl_listing_depth(const struct pl_listing_judge *judge)
{
    const struct pl_plan *plan = judge->run->plan;
    size_t depth = 1;
    bool is_labelled = !judge->listing.list->is_bullet;
    const struct pl_item *item = judge->listing.items[0].item;
    for (const struct pl_list *it = judge->listing.list; it->parent != PL_NONE;
         depth++) {
        it = &plan->lists[plan->items[it->parent].list];
        is_labelled = is_labelled && !it->is_bullet &&
                      !is_marked_alike(&plan->items[it->first_item], item);
    }
    if (is_labelled && depth == judge->params->max + 1) {
        PL_FINDING(
            judge->run, item->marker,
            {"marker", pl_range_text(judge->run->plan->text, item->marker)},
            {"depth", pl_arena_number(judge->run->arena, depth)},
            {"max", pl_arena_number(judge->run->arena, judge->params->max)});
    }
}
