/* reference: a mention of another place of the document that leads nowhere,
 * or not where it says.
 *
 * Params: "fault": "missing", "beside-one" (missing, of a kind of annex of
 * which there is one), "missing-item" ("paragraph 5 (d)" of a list that ends
 * with c), "direction" ("above" for "below"), "nothing-there" ("the figure
 * below" in a document without any), "reversed" ("7 to 3"), "self" (in the
 * paragraph that is named) or "ambiguous" (a bare "2.1" of a section and of a
 * target); "of", the only kind that is judged: "paragraph", "section",
 * "annex", "table", "figure", "box", "goal", "objective", "target", "item",
 * "footnote" or "article" (absent: all).
 * Message: {phrase}, {kind}, {number}; of "missing" and "beside-one" also
 * {known} (the numbers that there are), of "missing-item" {last} (the last
 * mark of the list), of "direction" {right} ("above"; in the fix, too), of
 * "reversed" {to}, without {kind}, and in the fix {right} ("3 to 7"), of
 * "ambiguous" {other} ("target"); "nothing-there" has no {number}. */
#include "checks/reference/reference.h"
#include "base/array.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/known_labels.h"
#include "checks/shared/params.h"

static const char *const fault_names[] = {
#define PL_REFERENCE_FAULT(function, name) name,
#include "checks/reference/reference.def"
#undef PL_REFERENCE_FAULT
};

static void (*const finders[])(struct pl_reference_pass *,
                               const struct pl_reference *) = {
#define PL_REFERENCE_FAULT(function, name) pl_reference_find_##function,
#include "checks/reference/reference.def"
#undef PL_REFERENCE_FAULT
};

struct params {
    size_t fault; /* index of fault_names */
    size_t of;    /* enum pl_reference_kind, or PL_NO_CHOICE: any */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params = PL_PARAMS(
        arena, rule, struct params, .fault = PL_NO_CHOICE, .of = PL_NO_CHOICE);
    static const char *const keys[] = {"fault", "of"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           (!pl_json_get(json, "of").item ||
            pl_params_choice(&reader, "of", pl_reference_kinds, &params->of));
}

static void run_reference(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct pl_reference_pass pass = {
        .run = run, .known = pl_known_labels_new(run->arena, run->plan)};
    for (uint32_t i = 0; i < run->plan->references_count; i++) {
        const struct pl_reference *reference = &run->plan->references[i];
        if (params->of == PL_NO_CHOICE ||
            (size_t)reference->kind == params->of) {
            finders[params->fault](&pass, reference);
        }
    }
}

const struct pl_check pl_check_reference = {
    .name = "reference",
    .load = load,
    .run = run_reference,
};
