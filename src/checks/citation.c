/* citation: how decisions and resolutions are cited: with place and year, the
 * same each time.
 *
 * Params: "fault": "incomplete" (first without place and year, which come
 * later only), "place" (not the same as elsewhere) or "spacing" ("Rev." and
 * the place in one); "instruments", the only ones that are judged (absent:
 * all). Message: {citation}; of "place" also {other}, the one it differs
 * from. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "plan/plan.h"

enum fault { FAULT_INCOMPLETE, FAULT_PLACE, FAULT_SPACING };

static const char *const fault_names[] = {
    [FAULT_INCOMPLETE] = "incomplete",
    [FAULT_PLACE] = "place",
    [FAULT_SPACING] = "spacing",
};

struct params {
    size_t fault;                      /* enum fault */
    struct pl_words_param instruments; /* none: all */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params = pl_arena_alloc(arena, sizeof(*params));
    *params = rule->params ? *(const struct params *)rule->params
                           : (struct params){.fault = PL_NO_CHOICE};
    rule->params = params;
    static const char *const keys[] = {"fault", "instruments"};
    struct pl_choices faults = {fault_names,
                                sizeof(fault_names) / sizeof(*fault_names)};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, sizeof(keys) / sizeof(*keys), error) &&
           pl_params_choice(&reader, "fault", faults, &params->fault) &&
           pl_params_words(&reader, "instruments", &params->instruments);
}

static bool is_asked(const struct params *params,
                     const struct pl_citation *citation)
{
    return params->instruments.count == 0 ||
           pl_words_param_has(&params->instruments, citation->instrument);
}

static void add_folded(struct pl_buf *key, pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        pl_buf_add_char(key, pl_to_lower(text.data[i]));
    }
    pl_buf_add_char(key, '/');
}

/* "resolution/71/": what is cited; with the year when `with_year`. */
static pl_str key_of(struct pl_arena *arena, const struct pl_plan *plan,
                     const struct pl_citation *citation, bool with_year)
{
    struct pl_buf key = pl_buf_in(arena);
    add_folded(&key, citation->instrument);
    add_folded(&key, pl_range_text(plan->text, citation->number));
    if (with_year) {
        add_folded(&key, pl_range_text(plan->text, citation->year));
    }
    return pl_buf_str(&key);
}

/* Numbers that are complete by themselves ("70/1") need neither place nor
 * year. */
static bool is_bare_number(const struct pl_plan *plan,
                           const struct pl_citation *citation)
{
    pl_str number = pl_range_text(plan->text, citation->number);
    for (size_t i = 0; i < number.len; i++) {
        if (!pl_is_digit(number.data[i])) {
            return false;
        }
    }
    return number.len > 0;
}

/* The name of what is cited stands alone, or the body that it comes from is
 * named right before it: "WTSA Resolution 2". */
static bool is_known(const struct pl_plan *plan,
                     const struct pl_citation *citation)
{
    const struct pl_words *words = plan->words;
    uint32_t at = pl_words_at(words, citation->range.start);
    const struct pl_block *block = &plan->blocks[citation->block];
    if (at >= words->count || at <= block->first_word) {
        return true;
    }
    uint32_t flags = words->forms[words->items[at - 1].form].flags;
    bool is_name = flags & PL_FORM_CAPITALIZED && at - 1 > block->first_word;
    return pl_word_is_joined(words, at) &&
           (is_name || (flags & PL_FORM_UPPER && !(flags & PL_FORM_LOWER)));
}

/* Something is cited in full, but not the first time. What is never cited in
 * full may be known by the name of its body alone. */
static void find_incomplete(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *first = pl_map_new(run->arena, plan->citations_count);
    bool *is_told =
        pl_arena_array(run->arena, plan->citations_count + 1, sizeof(*is_told));
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        if (!is_asked(run->rule->params, it) || !is_bare_number(plan, it)) {
            continue;
        }
        uint32_t at =
            pl_map_get_or_add(first, key_of(run->arena, plan, it, false), i);
        const struct pl_citation *before = &plan->citations[at];
        if (is_told[at] || pl_range_is_empty(it->year) ||
            !pl_range_is_empty(before->year) || is_known(plan, before)) {
            continue;
        }
        is_told[at] = true;
        struct pl_finding *finding =
            PL_FINDING(run, before->range,
                       {"citation", pl_range_text(plan->text, before->range)});
        pl_finding_relate(run->findings, finding, it->range,
                          "first cited in full here");
    }
}

/* The same number of the same year comes from one place. */
static void find_places(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *seen = pl_map_new(run->arena, plan->citations_count);
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        if (!is_asked(run->rule->params, it) || pl_range_is_empty(it->year) ||
            pl_range_is_empty(it->place)) {
            continue;
        }
        uint32_t first =
            pl_map_get_or_add(seen, key_of(run->arena, plan, it, true), i);
        const struct pl_citation *other = &plan->citations[first];
        pl_str place = pl_range_text(plan->text, it->place);
        pl_str known = pl_range_text(plan->text, other->place);
        if (pl_str_eq_ignore_case(place, known)) {
            continue;
        }
        struct pl_finding *finding = PL_FINDING(
            run, it->range, {"citation", pl_range_text(plan->text, it->range)},
            {"other", pl_range_text(plan->text, other->range)});
        pl_finding_relate(run->findings, finding, other->range,
                          "cited with another place");
    }
}

/* "(Rev.Busan, 2014)" */
static void find_spacing(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        uint32_t at = it->place.start;
        if (!is_asked(run->rule->params, it) || !it->is_revision ||
            pl_range_is_empty(it->place) || at == 0 ||
            plan->text.data[at - 1] != '.') {
            continue;
        }
        struct pl_finding *finding = PL_FINDING(
            run, it->range, {"citation", pl_range_text(plan->text, it->range)});
        pl_finding_fix(run->findings, finding, true,
                       (struct pl_edit){{at, at}, PL_STR(" ")}, PL_NO_ARGS);
    }
}

static void run_citation(struct pl_run *run)
{
    static void (*const finders[])(struct pl_run *) = {
        [FAULT_INCOMPLETE] = find_incomplete,
        [FAULT_PLACE] = find_places,
        [FAULT_SPACING] = find_spacing,
    };
    const struct params *params = run->rule->params;
    finders[params->fault](run);
}

const struct pl_check pl_check_citation = {
    .name = "citation",
    .load = load,
    .run = run_citation,
};
