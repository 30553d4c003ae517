/* Words that are written out where their acronym would do. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/chars.h"
#include "checks/acronym/acronym.h"
#include "checks/checks.h"
#include "plan/plan.h"

enum {
    HABIT = 3, /* times more often than the long form an acronym is a habit */
};

/* A long form that is written out. */
struct written {
    struct pl_range range;
    uint32_t acronym;
};

/* "Coastal Alert Protocol": the full name has its uses, of common words not. */
static bool is_name(pl_str text)
{
    pl_str rest = text;
    pl_str last = pl_acronym_cut_word(&rest);
    return text.len > 0 && last.len > 0 && pl_is_upper(text.data[0]) &&
           pl_is_upper(last.data[0]);
}

static bool has_acronym(pl_str text)
{
    while (text.len) {
        pl_str word = pl_acronym_cut_word(&text);
        if (pl_acronym_is_capitals(word)) {
            return true;
        }
    }
    return false;
}

/* "the location Public network" amid a sentence, or "set to **public
 * network**": a value, or a label. */
static bool is_label(const struct pl_run *run, struct pl_range range)
{
    const struct pl_words *words = run->plan->words;
    char before = range.start > 0 ? words->text.data[range.start - 1] : ' ';
    if (before == '*' || before == '_') {
        return true;
    }
    uint32_t at = pl_words_at(words, range.start);
    return pl_is_upper(words->text.data[range.start]) &&
           pl_word_is_joined(words, at) && at > 0 &&
           !(words->forms[words->items[at - 1].form].flags & PL_FORM_UPPER);
}

/* A line set in columns: a legend, which spells out by itself. */
static bool is_in_columns(const struct pl_plan *plan, uint32_t offset)
{
    const struct pl_block *block =
        &plan->blocks[pl_plan_block_at(plan, offset)];
    for (uint32_t i = block->first_span; i < block->span_end; i++) {
        if (plan->spans[i].kind == PL_SPAN_TAB) {
            return true;
        }
    }
    return false;
}

/* A part that is read alone may have the words without the acronym. */
static bool is_in_part_of(const struct pl_plan *plan, uint32_t offset,
                          const struct pl_expansion *expansion)
{
    return pl_acronym_part(plan, pl_plan_block_at(plan, offset)) ==
           pl_acronym_part(plan, expansion->block);
}

static bool is_wrong(const struct pl_run *run, struct written written)
{
    const struct pl_acronym_params *params = run->rule->params;
    const struct pl_acronym *it = &run->plan->acronyms[written.acronym];
    pl_str text = pl_range_text(run->plan->text, written.range);
    return it->use_count >= params->min_uses &&
           it->use_count >= HABIT * it->long_use_count &&
           !pl_known_acronyms_find(run, it->name) && !is_name(text) &&
           !has_acronym(text) && !is_label(run, written.range) &&
           !is_in_columns(run->plan, written.range.start) &&
           is_in_part_of(run->plan, written.range.start, &it->expansions[0]) &&
           pl_scope_block(params->scope, run->plan, written.range.start) &&
           !pl_acronym_is_aside(run, written.range);
}

static bool is_plural(pl_str words)
{
    return pl_str_ends(pl_acronym_cut_word(&words), (pl_str)PL_STR("s"));
}

/* "KPIs" for "key performance indicators", whichever was introduced. */
static pl_str acronym_for(struct pl_run *run, const struct pl_acronym *it,
                          pl_str words)
{
    bool was_plural = is_plural(pl_acronym_long_form(run, &it->expansions[0]));
    bool needs_s =
        is_plural(words) &&
        (!was_plural ||
         pl_str_ends(pl_range_text(run->plan->text, it->expansions[0].acronym),
                     (pl_str)PL_STR("s")));
    return pl_str_from(pl_arena_printf(
        run->arena, "%.*s%s", PL_STR_ARG(it->name), needs_s ? "s" : ""));
}

static void report(struct pl_run *run, struct written written)
{
    const struct pl_acronym *it = &run->plan->acronyms[written.acronym];
    pl_str words = pl_range_text(run->plan->text, written.range);
    pl_str acronym = acronym_for(run, it, words);
    struct pl_finding *finding = pl_acronym_is_subject(
        PL_FINDING(run, written.range, {"acronym", it->name}, {"long", words}),
        it);
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){written.range, acronym},
                   PL_ARGS({"acronym", acronym}));
    pl_finding_relate(run->findings, finding, it->expansions[0].acronym,
                      "spelled out here");
}

/* A longer one before those that are part of it. */
static int by_place(const void *a, const void *b)
{
    const struct written *left = a;
    const struct written *right = b;
    if (left->range.start != right->range.start) {
        return left->range.start < right->range.start ? -1 : 1;
    }
    return (left->range.end < right->range.end) -
           (left->range.end > right->range.end);
}

void pl_acronym_long_forms(struct pl_run *run)
{
    PL_VEC(struct written) all = {0};
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        for (uint32_t k = 0; k < it->long_use_count; k++) {
            *PL_VEC_PUSH(run->arena, &all) =
                (struct written){it->long_uses[k], i};
        }
    }
    if (all.len > 1) {
        qsort(all.items, all.len, sizeof(*all.items), by_place);
    }
    uint32_t told = 0; /* where the last one ends */
    for (size_t i = 0; i < all.len; i++) {
        if (all.items[i].range.end > told && is_wrong(run, all.items[i])) {
            report(run, all.items[i]);
        }
        told = all.items[i].range.end > told ? all.items[i].range.end : told;
    }
}
