#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "checks/acronym.h"
#include "checks/checks.h"
#include "plan/plan.h"

/* The first line of a document, when it is no sentence. */
static bool is_title(const struct pl_plan *plan, const struct pl_block *block)
{
    pl_str text = pl_str_trim(pl_range_text(plan->text, block->content));
    return block->first_word == 0 && pl_range_is_empty(block->marker) &&
           !pl_str_ends(text, (pl_str)PL_STR("."));
}

/* "Recommendation ITU-T": the name of a document begins so. */
static bool follows_instrument(const struct pl_words *words, uint32_t at)
{
    static const pl_str instruments[] = {
#define PL_NUMBERED_INSTRUMENT(word, name, is_plural) PL_STR(word),
#include "plan/references/instrument.def"
    };
    if (at == 0 || !pl_word_is_joined(words, at)) {
        return false;
    }
    for (size_t i = 0; i < PL_COUNT(instruments); i++) {
        if (pl_str_eq_ignore_case(pl_word_text(words, at - 1),
                                  instruments[i])) {
            return true;
        }
    }
    return false;
}

/* "ITU-T A.12", "Recommendation ITU-R stem[TF].460": part of the number of a
 * document. */
static bool is_in_number(const struct pl_run *run,
                         const struct pl_acronym *acronym, uint32_t use)
{
    struct pl_range range = pl_acronym_use_range(run->plan, acronym, use);
    pl_str after = pl_str_slice(run->plan->text, range.end, range.end + 4);
    bool has_number = after.len == 4 && after.data[0] == ' ' &&
                      pl_is_upper(after.data[1]) && after.data[2] == '.' &&
                      pl_is_digit(after.data[3]);
    return has_number ||
           (pl_str_find_char(acronym->name, '-', 0) != PL_NOWHERE &&
            follows_instrument(run->plan->words, acronym->uses[use]));
}

/* The first use in a block of the scope that is no title and nobody else's
 * words: its index, or PL_NONE. */
static uint32_t first_use(const struct pl_run *run,
                          const struct pl_acronym *acronym)
{
    const struct pl_acronym_params *params = run->rule->params;
    for (uint32_t i = 0; i < acronym->use_count; i++) {
        struct pl_range range = pl_acronym_use_range(run->plan, acronym, i);
        const struct pl_block *block =
            pl_scope_block(params->scope, run->plan, range.start);
        if (block && !is_title(run->plan, block) &&
            !is_in_number(run, acronym, i) &&
            !pl_acronym_is_aside(run, range)) {
            return i;
        }
    }
    return PL_NONE;
}

/* Behind words that may be its long form though the letters do not tell. */
static bool is_in_parentheses(const struct pl_run *run,
                              const struct pl_acronym *acronym, uint32_t use)
{
    pl_str text = run->plan->text;
    struct pl_range range = pl_acronym_use_range(run->plan, acronym, use);
    uint32_t end = range.end;
    end += end < text.len && text.data[end] == 's';
    return range.start > 0 && end < text.len &&
           (text.data[range.start - 1] == '(' ||
            text.data[range.start - 1] == '[' ||
            text.data[range.start - 1] == '-' || text.data[end] == ')');
}

static bool may_be_spelled_out(const struct pl_run *run,
                               const struct pl_acronym *acronym)
{
    for (uint32_t i = 0; i < acronym->use_count; i++) {
        if (is_in_parentheses(run, acronym, i)) {
            return true;
        }
    }
    return false;
}

static bool is_annex(const struct pl_section *section)
{
    return section->part_kind == PL_PART_ANNEX ||
           section->part_kind == PL_PART_APPENDIX ||
           section->part_kind == PL_PART_ATTACHMENT ||
           section->part_kind == PL_PART_SCHEDULE;
}

/* "USB-C": the letter behind a known one needs no words of its own. */
static bool is_known(const struct pl_run *run, const struct pl_acronym *it)
{
    pl_str tail = it->name;
    pl_str head = pl_str_split(&tail, '-');
    return pl_known_acronyms_find(run, it->name) ||
           (tail.len == 1 && pl_known_acronyms_find(run, head));
}

static uint32_t part_of_use(const struct pl_plan *plan,
                            const struct pl_acronym *it, uint32_t use)
{
    uint32_t start = plan->words->items[it->uses[use]].start;
    return pl_acronym_part(plan, pl_plan_block_at(plan, start));
}

/* Used in one decision after another: the name of a body that all know. */
static bool is_of_all_parts(const struct pl_plan *plan,
                            const struct pl_acronym *it)
{
    enum { MANY = 3 };
    uint32_t parts = 0;
    uint32_t last = PL_NONE;
    for (uint32_t i = 0;
         plan->is_collection && i < it->use_count && parts < MANY; i++) {
        uint32_t part = part_of_use(plan, it, i);
        parts +=
            part != PL_NONE && part != last && !is_annex(&plan->sections[part]);
        last = part;
    }
    return parts == MANY;
}

static bool is_undefined(const struct pl_run *run, const struct pl_acronym *it)
{
    return it->expansion_count == 0 && pl_acronym_is_used_enough(run, it) &&
           !is_known(run, it) && first_use(run, it) != PL_NONE &&
           !may_be_spelled_out(run, it) && !is_of_all_parts(run->plan, it);
}

/* Whether the document spells out at least as many acronyms as it does not. */
static bool has_habit(const struct pl_run *run, size_t undefined)
{
    size_t defined = 0;
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        defined += run->plan->acronyms[i].expansion_count > 0;
    }
    return defined >= undefined;
}

static size_t count_undefined(const struct pl_run *run)
{
    size_t least =
        ((const struct pl_acronym_params *)run->rule->params)->min_uses;
    size_t count = 0;
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        count += it->expansion_count == 0 && it->use_count >= least &&
                 !pl_known_acronyms_find(run, it->name);
    }
    return count;
}

void pl_acronym_undefined(struct pl_run *run)
{
    const struct pl_acronym_params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    if (plan->has_abbreviations ||
        (params->habit && !has_habit(run, count_undefined(run)))) {
        return;
    }
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        if (is_undefined(run, it)) {
            struct pl_range range =
                pl_acronym_use_range(plan, it, first_use(run, it));
            pl_str count = pl_arena_number(run->arena, it->use_count);
            pl_acronym_is_subject(
                PL_FINDING(run, range, {"acronym", it->name}, {"count", count}),
                it);
        }
    }
}

/* Whether nothing of the word goes on after the acronym, such as a plural. */
static bool is_bare(const struct pl_plan *plan, struct pl_range range)
{
    pl_str text = plan->text;
    return range.end >= text.len || !pl_is_alnum(text.data[range.end]);
}

/* "CAP" becomes "Coastal Alert Protocol (CAP)". */
static void spell_out(struct pl_run *run, struct pl_finding *finding,
                      const struct pl_acronym *it, struct pl_range range)
{
    pl_str words = pl_acronym_long_form(run, &it->expansions[0]);
    if (words.len == 0 || !is_bare(run->plan, range)) {
        return;
    }
    pl_str text = pl_str_from(pl_arena_printf(
        run->arena, "%.*s (%.*s)", PL_STR_ARG(words), PL_STR_ARG(it->name)));
    pl_finding_fix(run->findings, finding, false, (struct pl_edit){range, text},
                   PL_ARGS({"acronym", it->name}, {"long", words}));
}

static void judge_late(struct pl_run *run, const struct pl_acronym *it)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_expansion *first = &it->expansions[0];
    uint32_t use = first_use(run, it);
    if (use == PL_NONE) {
        return;
    }
    struct pl_range range = pl_acronym_use_range(plan, it, use);
    uint32_t block = pl_plan_block_at(plan, range.start);
    if (range.start >= first->acronym.start ||
        pl_acronym_part(plan, block) != pl_acronym_part(plan, first->block)) {
        return;
    }
    struct pl_finding *finding = pl_acronym_is_subject(
        PL_FINDING(run, range, {"acronym", it->name},
                   {"long", pl_acronym_long_form(run, first)}),
        it);
    spell_out(run, finding, it, range);
    pl_finding_relate(run->findings, finding, first->acronym,
                      "spelled out here");
}

void pl_acronym_late(struct pl_run *run)
{
    for (uint32_t i = 0;
         i < run->plan->acronyms_count && !run->plan->has_abbreviations; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        if (it->expansion_count > 0 && !pl_known_acronyms_find(run, it->name)) {
            judge_late(run, it);
        }
    }
}

/* The first use in an annex of an acronym that is spelled out before it only,
 * in the body or another annex; how often it is used there. */
static void judge_part(struct pl_run *run, const struct pl_acronym *it,
                       uint32_t from, uint32_t end)
{
    const struct pl_acronym_params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    struct pl_range range = pl_acronym_use_range(plan, it, from);
    uint32_t part = pl_acronym_part(plan, pl_plan_block_at(plan, range.start));
    if (part == PL_NONE || end - from < params->min_uses ||
        !is_annex(&plan->sections[part])) {
        return;
    }
    for (uint32_t i = 0; i < it->expansion_count; i++) {
        if (pl_acronym_part(plan, it->expansions[i].block) == part) {
            return;
        }
    }
    struct pl_finding *finding = pl_acronym_is_subject(
        PL_FINDING(
            run, range, {"acronym", it->name},
            {"part", pl_range_text(plan->text, plan->sections[part].number)},
            {"long", pl_acronym_long_form(run, &it->expansions[0])}),
        it);
    spell_out(run, finding, it, range);
    pl_finding_relate(run->findings, finding, it->expansions[0].acronym,
                      "spelled out here");
}

void pl_acronym_not_in_part(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->acronyms_count && !plan->has_abbreviations;
         i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        if (it->expansion_count == 0 || pl_known_acronyms_find(run, it->name)) {
            continue;
        }
        for (uint32_t from = 0, end; from < it->use_count; from = end) {
            uint32_t part = part_of_use(plan, it, from);
            end = from + 1;
            while (end < it->use_count && part_of_use(plan, it, end) == part) {
                end++;
            }
            judge_part(run, it, from, end);
        }
    }
}
