#include "base/arena.h"
#include "base/chars.h"
#include "checks/acronym.h"
#include "checks/checks.h"
#include "plan/plan.h"

static bool is_foreign(pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (pl_is_wide(text.data[i])) {
            return true;
        }
    }
    return false;
}

/* Whether one ends with all the words of the other, in singular or plural.
 * What could not be told is no difference, nor is another language or an
 * acronym inside. */
static bool are_alike(pl_str a, pl_str b)
{
    if (is_foreign(a) || is_foreign(b)) {
        return true;
    }
    while (a.len && b.len) {
        pl_str left = pl_acronym_last_word(&a);
        pl_str right = pl_acronym_last_word(&b);
        if (pl_acronym_is_capitals(left) || pl_acronym_is_capitals(right)) {
            return true;
        }
        if (left.len && right.len && !pl_str_eq_ignore_case(left, right)) {
            return false;
        }
    }
    return true;
}

/* "Coastal Alert Protocol (CAP)". */
static struct pl_range definition_range(const struct pl_run *run,
                                        const struct pl_expansion *expansion)
{
    struct pl_range range = expansion->acronym;
    struct pl_range words = expansion->long_form;
    if (pl_range_is_empty(words) || words.start > range.start) {
        return range;
    }
    pl_str text = run->plan->text;
    range.start = words.start;
    range.end += range.end < text.len && text.data[range.end] == ')';
    return range;
}

/* The outermost annex that a block stands in, or PL_NONE. */
static uint32_t part_of(const struct pl_plan *plan, uint32_t block)
{
    uint32_t part = PL_NONE;
    for (uint32_t at = plan->blocks[block].section; at != PL_NONE;
         at = plan->sections[at].parent) {
        if (plan->sections[at].kind == PL_SECTION_ANNEX) {
            part = at;
        }
    }
    return part;
}

/* An annex may be read alone, and spell out again. */
static bool are_in_one_part(const struct pl_run *run,
                            const struct pl_expansion *a,
                            const struct pl_expansion *b)
{
    return part_of(run->plan, a->block) == part_of(run->plan, b->block);
}

static bool is_in_scope(const struct pl_run *run,
                        const struct pl_expansion *expansion)
{
    const struct pl_acronym_params *params = run->rule->params;
    return pl_scope_block(params->scope, run->plan, expansion->acronym.start);
}

/* Spelled out again, alike (`again`) or otherwise. */
static void judge(struct pl_run *run, const struct pl_acronym *it, bool again)
{
    for (uint32_t i = 1; i < it->expansion_count; i++) {
        const struct pl_expansion *first = &it->expansions[0];
        const struct pl_expansion *other = &it->expansions[i];
        bool alike = are_alike(pl_acronym_long_form(run, first),
                               pl_acronym_long_form(run, other));
        if (alike != again || pl_acronym_is_listed(run, first) ||
            pl_acronym_is_listed(run, other) ||
            !are_in_one_part(run, first, other) || !is_in_scope(run, first) ||
            !is_in_scope(run, other) ||
            pl_acronym_is_quoted(run, definition_range(run, other))) {
            continue;
        }
        struct pl_range range =
            again ? definition_range(run, other) : other->acronym;
        struct pl_finding *finding =
            PL_FINDING(run, range, {"acronym", it->name},
                       {"long", pl_acronym_long_form(run, first)},
                       {"other", pl_acronym_long_form(run, other)});
        finding->subject = it->name;
        pl_finding_relate(run->findings, finding, first->acronym,
                          "first spelled out here");
    }
}

void pl_acronym_again(struct pl_run *run)
{
    const struct pl_acronym_params *params = run->rule->params;
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        if (it->expansion_count > 1 && !pl_acronym_is_known(params, it)) {
            judge(run, it, params->fault == PL_ACRONYM_AGAIN);
        }
    }
}
