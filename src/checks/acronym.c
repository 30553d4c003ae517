/* acronym: an acronym is not spelled out once, before its first use, in one
 * way, and used after.
 *
 * Params: "fault": "undefined", "late", "again", "two-expansions", "unused" or
 * "long-form" (spelled out where the acronym would do); "known" and, for a
 * profile to add, "house": acronyms that need no definition; "minUses"
 * (undefined: places it takes to count); "minWords", words of a document that
 * is long enough to be judged; "lists", words in the heading of a list of
 * abbreviations: where there is one, first uses are not judged; "habit":
 * first uses are judged only where at least as many acronyms are spelled out
 * as are not. "in", "notIn" (see scope.h).
 * Message: {acronym}; {count} (undefined: its places); {long} (all others: the
 * words it stands for); {other} (again, two-expansions: the later words). */
#include "checks/acronym.h"

#include "base/arena.h"
#include "base/chars.h"
#include "checks/checks.h"
#include "plan/plan.h"

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"fault", "known",   "house",
                                       "lists", "minUses", "minWords",
                                       "habit", "in",      "notIn"};
    static const char *const faults[] = {[PL_ACRONYM_UNDEFINED] = "undefined",
                                         [PL_ACRONYM_LATE] = "late",
                                         [PL_ACRONYM_AGAIN] = "again",
                                         [PL_ACRONYM_TWO_EXPANSIONS] =
                                             "two-expansions",
                                         [PL_ACRONYM_UNUSED] = "unused",
                                         [PL_ACRONYM_LONG_FORM] = "long-form"};
    struct pl_acronym_params *params = pl_arena_alloc(arena, sizeof(*params));
    *params = (struct pl_acronym_params){.fault = PL_NO_CHOICE, .min_uses = 1};
    if (rule->params) {
        *params = *(const struct pl_acronym_params *)rule->params;
    }
    rule->params = params;
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, sizeof(keys) / sizeof(*keys), error) &&
           pl_params_choice(&reader, "fault", (struct pl_choices){faults, 6},
                            &params->fault) &&
           pl_params_words(&reader, "known", &params->known) &&
           pl_params_words(&reader, "house", &params->house) &&
           pl_params_words(&reader, "lists", &params->lists) &&
           pl_params_size(&reader, "minUses", 1000, &params->min_uses) &&
           pl_params_size(&reader, "minWords", 1000000, &params->min_words) &&
           pl_json_bool_or(json, "habit", &params->habit, error) &&
           pl_scope_load(arena, json, &params->scope, error);
}

static bool is_listed(const struct pl_words_param *list, pl_str name)
{
    for (size_t i = 0; i < list->count; i++) {
        if (pl_str_eq(name, list->items[i])) {
            return true;
        }
    }
    return false;
}

bool pl_acronym_is_known(const struct pl_acronym_params *params,
                         const struct pl_acronym *it)
{
    return is_listed(&params->known, it->name) ||
           is_listed(&params->house, it->name);
}

static bool has_word(pl_str title, pl_str word)
{
    for (size_t at = 0; word.len && at + word.len <= title.len; at++) {
        if (pl_to_lower(title.data[at]) == pl_to_lower(word.data[0]) &&
            pl_str_eq_ignore_case(pl_str_slice(title, at, at + word.len),
                                  word)) {
            return true;
        }
    }
    return false;
}

/* Whether a text has one of the words that head a list of abbreviations. */
static bool names_list(const struct pl_acronym_params *params, pl_str title)
{
    for (size_t i = 0; i < params->lists.count; i++) {
        if (has_word(title, params->lists.items[i])) {
            return true;
        }
    }
    return false;
}

static bool is_in_list(const struct pl_run *run, uint32_t block)
{
    const struct pl_plan *plan = run->plan;
    uint32_t section = plan->blocks[block].section;
    return section != PL_NONE &&
           names_list(run->rule->params,
                      pl_range_text(plan->text, plan->sections[section].title));
}

bool pl_acronym_is_listed(const struct pl_run *run,
                          const struct pl_expansion *expansion)
{
    pl_str text = run->plan->text;
    uint32_t before = expansion->acronym.start;
    uint32_t after = expansion->acronym.end;
    while (after < text.len && text.data[after] == ' ') {
        after++;
    }
    bool in_parentheses = before > 0 && text.data[before - 1] == '(';
    bool has_parentheses = after < text.len && text.data[after] == '(';
    bool is_defined_here = after + 1 < text.len && text.data[after] == ')' &&
                           text.data[after + 1] == ':';
    return (!in_parentheses && !has_parentheses) || is_defined_here ||
           is_in_list(run, expansion->block);
}

pl_str pl_acronym_long_form(const struct pl_run *run,
                            const struct pl_expansion *expansion)
{
    return pl_range_text(run->plan->text, expansion->long_form);
}

bool pl_acronym_is_quoted(const struct pl_run *run, struct pl_range range)
{
    static const pl_str openings[] = {PL_STR("\""),     PL_STR("\u201C"),
                                      PL_STR("\u00AB"), PL_STR("["),
                                      PL_STR("'"),      PL_STR("\u2018")};
    pl_str before = pl_str_slice(run->plan->text, 0, range.start);
    for (size_t i = 0; i < sizeof(openings) / sizeof(*openings); i++) {
        if (pl_str_ends(before, openings[i])) {
            return true;
        }
    }
    return false;
}

pl_str pl_acronym_last_word(pl_str *rest)
{
    size_t end = rest->len;
    while (end > 0 && !pl_is_alnum(rest->data[end - 1]) &&
           !pl_is_wide(rest->data[end - 1])) {
        end--;
    }
    size_t start = end;
    while (start > 0 && (pl_is_alnum(rest->data[start - 1]) ||
                         pl_is_wide(rest->data[start - 1]))) {
        start--;
    }
    pl_str word = pl_str_slice(*rest, start, end);
    *rest = pl_str_slice(*rest, 0, start);
    if (pl_str_ends(word, (pl_str)PL_STR("ies"))) {
        return pl_str_slice(word, 0, word.len - 3);
    }
    if (pl_str_ends(word, (pl_str)PL_STR("s")) ||
        pl_str_ends(word, (pl_str)PL_STR("y"))) {
        return pl_str_slice(word, 0, word.len - 1);
    }
    return word;
}

bool pl_acronym_is_capitals(pl_str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (!pl_is_upper(word.data[i])) {
            return false;
        }
    }
    return word.len > 1;
}

static void find_unused(struct pl_run *run, const struct pl_acronym *it)
{
    const struct pl_acronym_params *params = run->rule->params;
    if (it->use_count > 0 || it->expansion_count == 0 ||
        pl_acronym_is_listed(run, &it->expansions[0]) ||
        !pl_scope_block(params->scope, run->plan,
                        it->expansions[0].acronym.start)) {
        return;
    }
    struct pl_finding *finding =
        PL_FINDING(run, it->expansions[0].acronym, {"acronym", it->name},
                   {"long", pl_acronym_long_form(run, &it->expansions[0])});
    finding->subject = it->name;
}

static void find_all_unused(struct pl_run *run)
{
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        if (!pl_acronym_is_known(run->rule->params, it)) {
            find_unused(run, it);
        }
    }
}

static void run(struct pl_run *run)
{
    const struct pl_acronym_params *params = run->rule->params;
    if (run->plan->words->count < params->min_words) {
        return;
    }
    switch ((enum pl_acronym_fault)params->fault) {
    case PL_ACRONYM_UNDEFINED:
    case PL_ACRONYM_LATE:
        pl_acronym_first_uses(run);
        break;
    case PL_ACRONYM_AGAIN:
    case PL_ACRONYM_TWO_EXPANSIONS:
        pl_acronym_again(run);
        break;
    case PL_ACRONYM_UNUSED:
        find_all_unused(run);
        break;
    case PL_ACRONYM_LONG_FORM:
        pl_acronym_long_forms(run);
        break;
    default:
        break;
    }
}

const struct pl_check pl_check_acronym = {
    .name = "acronym", .load = load, .run = run};
