/* Acronyms that are spelled out again, in the same words or in others. */
#include "checks/acronym/acronym.h"
#include "checks/checks.h"
#include "plan/plan.h"

/* Two places that spell an acronym out. */
struct pair {
    const struct pl_expansion *first;
    const struct pl_expansion *other;
};

/* A part that is read alone may spell out again; so may what others said, and
 * a list. */
static bool is_judged(const struct pl_run *run, struct pair pair)
{
    const struct pl_plan *plan = run->plan;
    return !pair.first->is_listed && !pair.other->is_listed &&
           pl_acronym_part(plan, pair.first->block) ==
               pl_acronym_part(plan, pair.other->block) &&
           pl_acronym_is_in_scope(run, pair.first) &&
           pl_acronym_is_in_scope(run, pair.other) &&
           !pl_acronym_is_aside(run, pair.first->acronym) &&
           !pl_acronym_is_aside(run, pair.other->acronym);
}

static struct pl_finding *report(struct pl_run *run,
                                 const struct pl_acronym *it, struct pair pair,
                                 struct pl_range range)
{
    struct pl_finding *finding = pl_acronym_is_subject(
        PL_FINDING(run, range, {"acronym", it->name},
                   {"long", pl_acronym_long_form(run, pair.first)},
                   {"other", pl_acronym_long_form(run, pair.other)}),
        it);
    pl_finding_relate(run->findings, finding, pair.first->acronym,
                      "first spelled out here");
    return finding;
}

static size_t count_words(pl_str text)
{
    size_t count = 0;
    while (pl_acronym_cut_word(&text).len > 0) {
        count++;
    }
    return count;
}

/* More words than at first: they begin too early, or say something else. */
static bool runs_on(struct pl_run *run, struct pair pair)
{
    return count_words(pl_acronym_long_form(run, pair.other)) >
           count_words(pl_acronym_long_form(run, pair.first)) + 1;
}

/* A title may spell out again, and so may the first sentence after one. */
static void report_again(struct pl_run *run, const struct pl_acronym *it,
                         struct pair pair)
{
    if (!pl_acronym_is_in_sentence(run->plan, pair.first->block) ||
        !pl_acronym_is_in_sentence(run->plan, pair.other->block) ||
        runs_on(run, pair)) {
        return;
    }
    struct pl_range range = pl_acronym_definition_range(run, pair.other);
    struct pl_finding *finding = report(run, it, pair, range);
    pl_str acronym = pl_range_text(run->plan->text, pair.other->acronym);
    if (range.start < pair.other->acronym.start) {
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){range, acronym},
                       PL_ARGS({"acronym", acronym}));
    }
}

static void report_expansion(struct pl_run *run, const struct pl_acronym *it,
                             struct pair pair)
{
    report(run, it, pair, pair.other->acronym);
}

static void report_spelling(struct pl_run *run, const struct pl_acronym *it,
                            struct pair pair)
{
    struct pl_finding *finding = report(run, it, pair, pair.other->long_form);
    pl_str words = pl_acronym_long_form(run, pair.first);
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){pair.other->long_form, words},
                   PL_ARGS({"acronym", it->name}, {"long", words}));
}

/* Compares each later expansion of the same part with the first. */
static void each_pair(struct pl_run *run, enum pl_long_form_order order,
                      void (*tell)(struct pl_run *run,
                                   const struct pl_acronym *it,
                                   struct pair pair))
{
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        for (uint32_t k = 1; k < it->expansion_count; k++) {
            struct pair pair = {&it->expansions[0], &it->expansions[k]};
            if (pl_long_forms_compare(pl_acronym_long_form(run, pair.first),
                                      pl_acronym_long_form(run, pair.other)) ==
                    order &&
                is_judged(run, pair)) {
                tell(run, it, pair);
            }
        }
    }
}

void pl_acronym_again(struct pl_run *run)
{
    each_pair(run, PL_LONG_FORMS_ALIKE, report_again);
}

void pl_acronym_two_expansions(struct pl_run *run)
{
    each_pair(run, PL_LONG_FORMS_DIFFERENT, report_expansion);
}

void pl_acronym_two_spellings(struct pl_run *run)
{
    each_pair(run, PL_LONG_FORMS_NEAR, report_spelling);
}
