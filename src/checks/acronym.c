/* acronym: an acronym is not spelled out once, before its first use, in one
 * way, and used after.
 *
 * Params: "fault": "undefined", "late", "again", "two-expansions", "unused" or
 * "long-form" (spelled out where the acronym would do); "known" and, for a
 * profile to add, "house": acronyms that need no definition; "minUses"
 * (undefined: places it takes to count); "minWords", words of a document that
 * is long enough to be judged; "lists", words in the heading of a list of
 * abbreviations: where there is one, first uses are not judged. "in", "notIn"
 * (see scope.h). Message: {acronym}, {long}, {other}, {count}. */
#include "base/arena.h"
#include "base/chars.h"
#include "checks/checks.h"
#include "checks/params.h"
#include "checks/phrase.h"
#include "checks/scope.h"
#include "plan/plan.h"

enum {
    LIST_ENTRIES = 3, /* from here on they are a list */
    HABIT = 3, /* times more often than the long form an acronym is a habit */
};

enum fault { UNDEFINED, LATE, AGAIN, TWO_EXPANSIONS, UNUSED, LONG_FORM };

struct params {
    size_t fault;
    struct pl_words_param known;
    struct pl_words_param house;
    struct pl_words_param lists;
    size_t min_uses;
    size_t min_words;
    struct pl_scope scope;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"fault",   "known",    "house", "lists",
                                       "minUses", "minWords", "in",    "notIn"};
    static const char *const faults[] = {
        [UNDEFINED] = "undefined", [LATE] = "late",
        [AGAIN] = "again",         [TWO_EXPANSIONS] = "two-expansions",
        [UNUSED] = "unused",       [LONG_FORM] = "long-form"};
    struct params *params = pl_arena_alloc(arena, sizeof(*params));
    *params = (struct params){.fault = PL_NO_CHOICE, .min_uses = 1};
    if (rule->params) {
        *params = *(const struct params *)rule->params;
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

/* Whether a text has one of the words that head a list of abbreviations. */
static bool names_list(const struct params *params, pl_str title)
{
    for (size_t i = 0; i < params->lists.count; i++) {
        pl_str word = params->lists.items[i];
        for (size_t at = 0; at + word.len <= title.len; at++) {
            if (pl_str_eq_ignore_case(pl_str_slice(title, at, at + word.len),
                                      word)) {
                return true;
            }
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

/* A line of a list ("CAP<TAB>Coastal Alert Protocol", without parentheses) or
 * of definitions ("Coastal Alert Protocol (CAP): a form of warning"). */
static bool is_list_entry(const struct pl_run *run,
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

static size_t list_entry_count(const struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    size_t count = 0;
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        count += it->expansion_count && is_list_entry(run, &it->expansions[0]);
    }
    return count;
}

static bool has_list_heading(const struct pl_run *run)
{
    const struct params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    struct pl_places places = {.arena = run->arena};
    for (size_t i = 0; i < params->lists.count; i++) {
        pl_places_add_word(&places, plan->words, params->lists.items[i]);
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

/* The first use in a block of the scope, or PL_NONE. */
static uint32_t first_use(const struct pl_run *run,
                          const struct pl_acronym *acronym)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    for (uint32_t i = 0; i < acronym->use_count; i++) {
        uint32_t at = acronym->uses[i];
        if (pl_scope_block(params->scope, run->plan, words->items[at].start)) {
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

static pl_str number(struct pl_arena *arena, size_t value)
{
    return pl_str_from(pl_arena_printf(arena, "%zu", value));
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

static void find_undefined(struct pl_run *run, const struct pl_acronym *it)
{
    const struct params *params = run->rule->params;
    uint32_t at = first_use(run, it);
    if (it->expansion_count == 0 && at != PL_NONE &&
        it->use_count >= params->min_uses && !may_be_spelled_out(run, it)) {
        PL_FINDING(run, use_range(run, it, at), {"acronym", it->name},
                   {"count", number(run->arena, it->use_count)});
    }
}

static pl_str long_form(const struct pl_run *run,
                        const struct pl_expansion *expansion)
{
    return pl_range_text(run->plan->text, expansion->long_form);
}

static void find_late(struct pl_run *run, const struct pl_acronym *it)
{
    uint32_t at = it->expansion_count ? first_use(run, it) : PL_NONE;
    if (at == PL_NONE) {
        return;
    }
    const struct pl_expansion *first = &it->expansions[0];
    struct pl_range range = use_range(run, it, at);
    if (range.start < first->acronym.start) {
        struct pl_finding *finding = PL_FINDING(
            run, range, {"acronym", it->name}, {"long", long_form(run, first)});
        pl_finding_relate(run->findings, finding, first->acronym,
                          "spelled out here");
    }
}

/* Cuts the last word off a long form: its letters, without a plural ending. */
static pl_str last_word(pl_str *rest)
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

static bool is_capitals(pl_str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (!pl_is_upper(word.data[i])) {
            return false;
        }
    }
    return word.len > 1;
}

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
        pl_str left = last_word(&a);
        pl_str right = last_word(&b);
        if (is_capitals(left) || is_capitals(right)) {
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

/* Spelled out again, alike (`again`) or otherwise. */
static void find_again(struct pl_run *run, const struct pl_acronym *it,
                       bool again)
{
    const struct params *params = run->rule->params;
    for (uint32_t i = 1; i < it->expansion_count; i++) {
        const struct pl_expansion *first = &it->expansions[0];
        const struct pl_expansion *other = &it->expansions[i];
        bool alike = are_alike(long_form(run, first), long_form(run, other));
        if (alike != again || is_list_entry(run, first) ||
            is_list_entry(run, other) || !are_in_one_part(run, first, other) ||
            !pl_scope_block(params->scope, run->plan, other->acronym.start)) {
            continue;
        }
        struct pl_range range =
            again ? definition_range(run, other) : other->acronym;
        struct pl_finding *finding = PL_FINDING(
            run, range, {"acronym", it->name}, {"long", long_form(run, first)},
            {"other", long_form(run, other)});
        pl_finding_relate(run->findings, finding, first->acronym,
                          "first spelled out here");
    }
}

static void find_unused(struct pl_run *run, const struct pl_acronym *it)
{
    const struct params *params = run->rule->params;
    if (it->use_count > 0 || it->expansion_count == 0 ||
        is_list_entry(run, &it->expansions[0]) ||
        !pl_scope_block(params->scope, run->plan,
                        it->expansions[0].acronym.start)) {
        return;
    }
    PL_FINDING(run, it->expansions[0].acronym, {"acronym", it->name},
               {"long", long_form(run, &it->expansions[0])});
}

/* "Coastal Alert Protocol": the full name has its uses, of common words not. */
static bool is_name(pl_str text)
{
    pl_str rest = text;
    pl_str last = last_word(&rest);
    return text.len > 0 && last.len > 0 && pl_is_upper(text.data[0]) &&
           pl_is_upper(last.data[0]);
}

static void find_long_form(struct pl_run *run, const struct pl_acronym *it)
{
    const struct params *params = run->rule->params;
    if (it->use_count < params->min_uses ||
        it->use_count < HABIT * it->long_use_count) {
        return;
    }
    for (uint32_t i = 0; i < it->long_use_count; i++) {
        struct pl_range range = it->long_uses[i];
        pl_str text = pl_range_text(run->plan->text, range);
        if (!is_name(text) &&
            pl_scope_block(params->scope, run->plan, range.start)) {
            struct pl_finding *finding =
                PL_FINDING(run, range, {"acronym", it->name}, {"long", text});
            pl_finding_relate(run->findings, finding, it->expansions[0].acronym,
                              "spelled out here");
        }
    }
}

static void judge(struct pl_run *run, const struct pl_acronym *it)
{
    const struct params *params = run->rule->params;
    switch ((enum fault)params->fault) {
    case UNDEFINED:
        find_undefined(run, it);
        break;
    case LATE:
        find_late(run, it);
        break;
    case AGAIN:
        find_again(run, it, true);
        break;
    case TWO_EXPANSIONS:
        find_again(run, it, false);
        break;
    case UNUSED:
        find_unused(run, it);
        break;
    case LONG_FORM:
        find_long_form(run, it);
        break;
    default:
        break;
    }
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    bool about_first_use = params->fault == UNDEFINED || params->fault == LATE;
    if (plan->acronyms_count == 0 || plan->words->count < params->min_words ||
        (about_first_use && has_list(run))) {
        return;
    }
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        if (!is_listed(&params->known, it->name) &&
            !is_listed(&params->house, it->name)) {
            judge(run, it);
        }
    }
}

const struct pl_check pl_check_acronym = {
    .name = "acronym", .load = load, .run = run};
