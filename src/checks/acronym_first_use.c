#include "base/arena.h"
#include "base/chars.h"
#include "checks/acronym.h"
#include "checks/checks.h"
#include "checks/shared/phrase.h"
#include "plan/plan.h"

enum { LIST_ENTRIES = 3 }; /* from here on they are a list */

static size_t list_entry_count(const struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    size_t count = 0;
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        count += it->expansion_count &&
                 pl_acronym_is_listed(run, &it->expansions[0]);
    }
    return count;
}

static bool has_list_heading(const struct pl_run *run)
{
    const struct pl_acronym_params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    struct pl_spots places = {.arena = run->arena};
    for (size_t i = 0; i < params->lists.count; i++) {
        pl_spots_add_word(&places, plan->words, params->lists.items[i]);
    }
    for (size_t i = 0; i < places.words.len; i++) {
        uint32_t block = pl_plan_block_at(
            plan, plan->words->items[places.words.items[i]].start);
        if (block != PL_NONE && plan->blocks[block].kind == PL_BLOCK_HEADING) {
            return true;
        }
    }
    return false;
}

/* By its heading, or by its lines. */
static bool has_list(const struct pl_run *run)
{
    return has_list_heading(run) || list_entry_count(run) >= LIST_ENTRIES;
}

/* The first line of a document, when it is no sentence. */
static bool is_title(const struct pl_plan *plan, const struct pl_block *block)
{
    pl_str text = pl_str_trim(pl_range_text(plan->text, block->content));
    return block->first_word == 0 && pl_range_is_empty(block->marker) &&
           !pl_str_ends(text, (pl_str)PL_STR("."));
}

/* "ITU-T A.12": part of a document's number. */
static bool is_in_number(const struct pl_run *run,
                         const struct pl_acronym *acronym, uint32_t at)
{
    size_t start = run->plan->words->items[at].start + acronym->name.len;
    pl_str after = pl_str_slice(run->plan->text, start, start + 4);
    return after.len == 4 && after.data[0] == ' ' &&
           pl_is_upper(after.data[1]) && after.data[2] == '.' &&
           pl_is_digit(after.data[3]);
}

/* The first use in a block of the scope, or PL_NONE. */
static uint32_t first_use(const struct pl_run *run,
                          const struct pl_acronym *acronym)
{
    const struct pl_acronym_params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    for (uint32_t i = 0; i < acronym->use_count; i++) {
        uint32_t at = acronym->uses[i];
        const struct pl_block *block =
            pl_scope_block(params->scope, run->plan, words->items[at].start);
        if (block && !is_title(run->plan, block) &&
            !is_in_number(run, acronym, at)) {
            return at;
        }
    }
    return PL_NONE;
}

static struct pl_range use_range(const struct pl_run *run,
                                 const struct pl_acronym *acronym, uint32_t at)
{
    uint32_t start = run->plan->words->items[at].start;
    return (struct pl_range){start, start + (uint32_t)acronym->name.len};
}

/* Behind words that may be its long form though the letters do not tell. */
static bool is_in_parentheses(const struct pl_run *run,
                              const struct pl_acronym *acronym, uint32_t at)
{
    pl_str text = run->plan->text;
    struct pl_range range = use_range(run, acronym, at);
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
        if (is_in_parentheses(run, acronym, acronym->uses[i])) {
            return true;
        }
    }
    return false;
}

static bool is_undefined(const struct pl_run *run, const struct pl_acronym *it)
{
    const struct pl_acronym_params *params = run->rule->params;
    return it->expansion_count == 0 && it->use_count >= params->min_uses &&
           first_use(run, it) != PL_NONE && !may_be_spelled_out(run, it);
}

static void report_undefined(struct pl_run *run, const struct pl_acronym *it)
{
    struct pl_finding *finding = PL_FINDING(
        run, use_range(run, it, first_use(run, it)), {"acronym", it->name},
        {"count", pl_arena_number(run->arena, it->use_count)});
    finding->subject = it->name;
}

static bool is_late(const struct pl_run *run, const struct pl_acronym *it)
{
    uint32_t at = it->expansion_count ? first_use(run, it) : PL_NONE;
    return at != PL_NONE &&
           use_range(run, it, at).start < it->expansions[0].acronym.start;
}

static void report_late(struct pl_run *run, const struct pl_acronym *it)
{
    const struct pl_expansion *first = &it->expansions[0];
    struct pl_finding *finding = PL_FINDING(
        run, use_range(run, it, first_use(run, it)), {"acronym", it->name},
        {"long", pl_acronym_long_form(run, first)});
    finding->subject = it->name;
    pl_finding_relate(run->findings, finding, first->acronym,
                      "spelled out here");
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

/* Of these only a document without a list of abbreviations is judged. */
void pl_acronym_first_uses(struct pl_run *run)
{
    const struct pl_acronym_params *params = run->rule->params;
    bool late = params->fault == PL_ACRONYM_LATE;
    PL_VEC(const struct pl_acronym *) found = {0};
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        if ((late ? is_late(run, it) : is_undefined(run, it)) &&
            !pl_acronym_is_known(params, it)) {
            *PL_VEC_PUSH(run->arena, &found) = it;
        }
    }
    if (found.len == 0 || (params->habit && !has_habit(run, found.len)) ||
        has_list(run)) {
        return;
    }
    for (size_t i = 0; i < found.len; i++) {
        if (late) {
            report_late(run, found.items[i]);
        } else {
            report_undefined(run, found.items[i]);
        }
    }
}
