/* citation: how decisions and resolutions are cited: with place and year, the
 * same each time.
 *
 * Params: "fault":
 *   "incomplete": first without place and year, which come later only;
 *   "part": the first of an annex without place and year, which stand before
 *     it in another part;
 *   "place": not the same place as elsewhere;
 *   "spacing": "Rev." and the place in one;
 *   "conference": no conference was held in that place in that year;
 *   "place-name": the place of that year is spelled in another way;
 *   "number-word": "Resolution No. 5";
 *   "revision": a revision here, none elsewhere, of the same year;
 *   "edition": an edition before the one that is cited elsewhere;
 *   "symbol": "A/RES/70/1" here, "resolution 70/1" elsewhere;
 * "instruments", the only ones that are judged (absent: all); "conferences",
 * places and years, "Corran 2018 2022". Message: {citation}; {other}, the one
 * it differs from; {known}, what is known of the place and the year; {place},
 * {year}. Fixes: {expected}. */
#include "checks/citation/citation.h"
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "plan/plan.h"

enum fault {
    FAULT_INCOMPLETE,
    FAULT_PART,
    FAULT_PLACE,
    FAULT_SPACING,
    FAULT_CONFERENCE,
    FAULT_PLACE_NAME,
    FAULT_NUMBER_WORD,
    FAULT_REVISION,
    FAULT_EDITION,
    FAULT_SYMBOL,
};

static const char *const fault_names[] = {
    [FAULT_INCOMPLETE] = "incomplete",
    [FAULT_PART] = "part",
    [FAULT_PLACE] = "place",
    [FAULT_SPACING] = "spacing",
    [FAULT_CONFERENCE] = "conference",
    [FAULT_PLACE_NAME] = "place-name",
    [FAULT_NUMBER_WORD] = "number-word",
    [FAULT_REVISION] = "revision",
    [FAULT_EDITION] = "edition",
    [FAULT_SYMBOL] = "symbol",
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct pl_citation_params *params = PL_PARAMS(
        arena, rule, struct pl_citation_params, .fault = PL_NO_CHOICE);
    static const char *const keys[] = {"fault", "instruments", "conferences"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           pl_params_words(&reader, "instruments", &params->instruments) &&
           pl_params_words(&reader, "conferences", &params->conferences);
}

bool pl_citation_is_asked(const struct pl_run *run,
                          const struct pl_citation *citation)
{
    const struct pl_citation_params *params = run->rule->params;
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
pl_str pl_citation_key(struct pl_arena *arena, const struct pl_plan *plan,
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
bool pl_citation_is_bare_number(const struct pl_plan *plan,
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
bool pl_citation_is_known(const struct pl_plan *plan,
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

/* Whether a place is written as in prose, not in the capitals of a title. */
static bool has_small_letter(pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (pl_is_lower(text.data[i])) {
            return true;
        }
    }
    return false;
}

void pl_citation_offer_full(struct pl_run *run, struct pl_finding *finding,
                            const struct pl_citation *it,
                            const struct pl_citation *full)
{
    pl_str text = run->plan->text;
    pl_str adoption = pl_str_slice(text, full->number.end, full->range.end);
    if (!has_small_letter(pl_range_text(text, full->place))) {
        return;
    }
    const char *in_full = pl_arena_printf(
        run->arena, "%.*s%.*s", PL_STR_ARG(pl_range_text(text, it->range)),
        PL_STR_ARG(adoption));
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){{it->number.end, it->number.end}, adoption},
                   PL_ARGS({"full", pl_str_from(in_full)}));
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
        if (!pl_citation_is_asked(run, it) ||
            !pl_citation_is_bare_number(plan, it)) {
            continue;
        }
        uint32_t at = pl_map_get_or_add(
            first, pl_citation_key(run->arena, plan, it, false), i);
        const struct pl_citation *before = &plan->citations[at];
        if (is_told[at] || pl_range_is_empty(it->year) ||
            !pl_range_is_empty(before->year) ||
            pl_citation_is_known(plan, before)) {
            continue;
        }
        is_told[at] = true;
        struct pl_finding *finding =
            PL_FINDING(run, before->range,
                       {"citation", pl_range_text(plan->text, before->range)});
        pl_finding_relate(run->findings, finding, it->range,
                          "first cited in full here");
        pl_citation_offer_full(run, finding, before, it);
    }
}

/* The same number of the same year comes from one place. */
static void find_places(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *seen = pl_map_new(run->arena, plan->citations_count);
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        if (!pl_citation_is_asked(run, it) || pl_range_is_empty(it->year) ||
            pl_range_is_empty(it->place)) {
            continue;
        }
        uint32_t first = pl_map_get_or_add(
            seen, pl_citation_key(run->arena, plan, it, true), i);
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
        if (!pl_citation_is_asked(run, it) || !it->is_revision ||
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
        [FAULT_PART] = pl_citation_find_parts,
        [FAULT_CONFERENCE] = pl_citation_find_conferences,
        [FAULT_PLACE_NAME] = pl_citation_find_place_names,
        [FAULT_NUMBER_WORD] = pl_citation_find_number_words,
        [FAULT_REVISION] = pl_citation_find_revisions,
        [FAULT_EDITION] = pl_citation_find_editions,
        [FAULT_SYMBOL] = pl_citation_find_symbols,
    };
    const struct pl_citation_params *params = run->rule->params;
    finders[params->fault](run);
}

const struct pl_check pl_check_citation = {
    .name = "citation",
    .load = load,
    .run = run_citation,
};
