/* Acronyms that are never spelled out, or only after they are used. */
#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "checks/acronym/acronym.h"
#include "checks/checks.h"
#include "checks/shared/times.h"
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

/* "ITU-T A.12", "Recommendation ITU-R stem[TF].460", "DS-100": part of the
 * number of a document or a thing. */
static bool is_in_number(const struct pl_run *run,
                         const struct pl_acronym *acronym, uint32_t use)
{
    struct pl_range range = pl_acronym_use_range(run->plan, acronym, use);
    if (pl_acronym_has_number(run->plan, range)) {
        return true;
    }
    pl_str after = pl_str_slice(run->plan->text, range.end, range.end + 4);
    bool has_number = after.len == 4 && after.data[0] == ' ' &&
                      pl_is_upper(after.data[1]) && after.data[2] == '.' &&
                      pl_is_digit(after.data[3]);
    return has_number ||
           (pl_str_find_char(acronym->name, '-', 0) != PL_NOWHERE &&
            follows_instrument(run->plan->words, acronym->uses[use]));
}

/* "NRC (Canada)": the name of a body, told apart by its country. */
static bool has_country(const struct pl_run *run, struct pl_range range)
{
    enum { LONGEST = 40 };
    pl_str after =
        pl_str_slice(run->plan->text, range.end, range.end + LONGEST);
    size_t end = pl_str_find_char(after, ')', 0);
    if (after.len < 3 || after.data[0] != ' ' || after.data[1] != '(' ||
        !pl_is_upper(after.data[2]) || end == PL_NOWHERE) {
        return false;
    }
    for (size_t i = 2; i < end; i++) {
        if (!pl_is_letter(after.data[i]) && after.data[i] != ' ') {
            return false;
        }
    }
    return true;
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
            !is_in_number(run, acronym, i) && !has_country(run, range) &&
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

/* "USB-C": the letter behind a known one needs no words of its own. */
static bool is_known(const struct pl_run *run, const struct pl_acronym *it)
{
    pl_str tail = it->name;
    pl_str head = pl_str_split(&tail, '-');
    return pl_known_acronyms_find(run, it->name) ||
           (tail.len == 1 && pl_known_acronyms_find(run, head));
}

/* Used in more than one decision: the name of a body that all know. */
static bool is_of_all_parts(const struct pl_plan *plan,
                            const struct pl_acronym *it)
{
    enum { MANY = 2 };
    uint32_t parts = 0;
    uint32_t last = PL_NONE;
    for (uint32_t i = 0;
         plan->is_collection && i < it->use_count && parts < MANY; i++) {
        uint32_t part = pl_acronym_part_of_use(plan, it, i);
        parts += part != PL_NONE && part != last &&
                 !pl_acronym_part_is_annex(&plan->sections[part]);
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

/* Those that is_undefined() by themselves. */
static struct pl_acronym_list find_undefined(struct pl_run *run)
{
    struct pl_acronym_list list = {0};
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        if (is_undefined(run, it)) {
            *PL_VEC_PUSH(run->arena, &list.items) = it;
        }
    }
    return list;
}

/* What one of many decisions names once is a body that its readers know. */
void pl_acronym_undefined(struct pl_run *run)
{
    const struct pl_acronym_params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    bool is_of_record = plan->is_collection && params->max_uses == 1;
    if (plan->has_abbreviations || is_of_record ||
        (params->habit && !has_habit(run, count_undefined(run)))) {
        return;
    }
    struct pl_acronym_list list = find_undefined(run);
    pl_acronym_drop_written(run, &list);
    for (size_t i = 0; i < list.items.len; i++) {
        const struct pl_acronym *it = list.items.items[i];
        struct pl_range range =
            pl_acronym_use_range(plan, it, first_use(run, it));
        pl_acronym_is_subject(
            PL_FINDING(run, range, {"acronym", it->name},
                       {"count", pl_arena_number(run->arena, it->use_count)},
                       {"times", pl_times(run->arena, it->use_count)}),
            it);
    }
}

/* The words go to the first use; the acronym alone stays where they were. */
static void move_words(struct pl_run *run, struct pl_finding *finding,
                       const struct pl_acronym *it, struct pl_range use)
{
    struct pl_range old = pl_acronym_definition_range(run, &it->expansions[0]);
    if (old.start == it->expansions[0].acronym.start) {
        return; /* the words follow the acronym, or are not told */
    }
    struct pl_fix *fix = pl_acronym_offer_words(run, finding, it, use);
    if (fix) {
        *PL_VEC_PUSH(run->arena, &fix->edits) = (struct pl_edit){
            old, pl_range_text(run->plan->text, it->expansions[0].acronym)};
    }
}

static void judge_late(struct pl_run *run, const struct pl_acronym *it)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_expansion *first = &it->expansions[0];
    if (it->use_count == 0 ||
        pl_acronym_use_range(plan, it, 0).start >= first->acronym.start) {
        return;
    }
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
    move_words(run, finding, it, range);
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
