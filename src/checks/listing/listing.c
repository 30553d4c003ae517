/* listing: the items of one list that are not written alike, and lists that
 * are not what a list should be.
 *
 * Params: "fault", one of the names below; "least", how many items must agree
 * before another one is strange; "usual" and "found", end marks ("", ".", ";",
 * ",") that the fault is about; "joints", words that join the last two items;
 * "verbs", one of which a line has that introduces a list; "max", the depth
 * that lists may have; "bullets": "only" or "never" for lists
 * of a kind; "in", "notIn" (see scope.h). What a message has:
 *
 *   "case"     {match}, {usual} ("a capital"), {count}, {total}
 *   "end"      {match} (the last word), {found}, {usual}, {count}, {total}
 *   "last"     {match}, {found}, {usual}, {count}
 *   "joint"    {match} ("and"), {marker}
 *   "form"     {match}, {usual} ("to ..."), {count}, {total}
 *   "marked"   {usual}, {count}, {total}: a list whose items end so
 *   "small"    {match}, {count}, {total}: a list that begins in small letters
 *   "intro"    {match}: the last word before a list that has no colon
 *   "lone"     {marker}: the one item of a list
 *   "depth"    {marker}, {depth}, {max} */
#include "checks/listing/listing.h"

#include "base/arena.h"
#include "base/array.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "plan/plan.h"

enum fault {
    FAULT_CASE,
    FAULT_END,
    FAULT_LAST,
    FAULT_JOINT,
    FAULT_FORM,
    FAULT_MARKED,
    FAULT_SMALL,
    FAULT_INTRO,
    FAULT_LONE,
    FAULT_DEPTH,
    FAULT_COUNT
};

static const char *const fault_names[FAULT_COUNT] = {
    [FAULT_CASE] = "case",   [FAULT_END] = "end",     [FAULT_LAST] = "last",
    [FAULT_JOINT] = "joint", [FAULT_FORM] = "form",   [FAULT_MARKED] = "marked",
    [FAULT_SMALL] = "small", [FAULT_INTRO] = "intro", [FAULT_LONE] = "lone",
    [FAULT_DEPTH] = "depth",
};

enum bullets { BULLETS_TOO, BULLETS_ONLY, BULLETS_NEVER, BULLETS_COUNT };

enum {
    USUAL_LEAST = 3, /* items that agree, when the rule does not say */
    MAX_NUMBER = 1000,
};

static bool load_ends(const struct pl_params *reader, const char *key,
                      uint32_t *bits)
{
    struct pl_words_param marks = {0};
    if (!pl_params_words(reader, key, &marks)) {
        return false;
    }
    for (size_t i = 0; i < marks.count; i++) {
        size_t k = 0;
        while (k < PL_END_UNKNOWN &&
               !pl_str_eq(marks.items[i],
                          pl_str_from(pl_item_end_mark((enum pl_item_end)k)))) {
            k++;
        }
        if (k == PL_END_UNKNOWN) {
            return PL_FAIL_AT(reader->error,
                              pl_json_place(pl_json_get(reader->json, key)),
                              "\"%.*s\" ends no item, \";\" does",
                              PL_STR_ARG(marks.items[i]));
        }
        *bits = (i > 0 ? *bits : 0) | UINT32_C(1) << k;
    }
    return true;
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"fault", "least", "max",    "bullets",
                                       "usual", "found", "joints", "verbs",
                                       "in",    "notIn"};
    static const char *const bullets[BULLETS_COUNT] = {"too", "only", "never"};
    struct pl_listing_params *params =
        PL_PARAMS(arena, rule, struct pl_listing_params, .fault = PL_NO_CHOICE,
                  .least = USUAL_LEAST);
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           pl_params_size(&reader, "least", MAX_NUMBER, &params->least) &&
           pl_params_size(&reader, "max", MAX_NUMBER, &params->max) &&
           pl_params_choice(&reader, "bullets", PL_CHOICES(bullets),
                            &params->bullets) &&
           load_ends(&reader, "usual", &params->usual) &&
           load_ends(&reader, "found", &params->found) &&
           pl_params_words(&reader, "joints", &params->joints) &&
           pl_params_words(&reader, "verbs", &params->verbs) &&
           pl_scope_load(arena, json, &params->scope, error);
}

static bool is_wanted(const struct pl_plan *plan,
                      const struct pl_listing_params *params,
                      const struct pl_list *list)
{
    if (list->item_count == 0 ||
        (params->bullets == BULLETS_ONLY && !list->is_bullet) ||
        (params->bullets == BULLETS_NEVER && list->is_bullet)) {
        return false;
    }
    const struct pl_item *first = &plan->items[list->first_item];
    if (params->fault == FAULT_LAST &&
        pl_plan_act_of(plan, first->block) != PL_NONE) {
        return false; /* a resolution is one sentence: see ending.c */
    }
    return pl_scope_has(params->scope, &plan->blocks[first->block]);
}

static void run_listing(struct pl_run *run)
{
    static void (*const judges[FAULT_COUNT])(
        const struct pl_listing_judge *) = {
        [FAULT_CASE] = pl_listing_case,   [FAULT_END] = pl_listing_ends,
        [FAULT_LAST] = pl_listing_last,   [FAULT_JOINT] = pl_listing_joint,
        [FAULT_FORM] = pl_listing_form,   [FAULT_MARKED] = pl_listing_marked,
        [FAULT_SMALL] = pl_listing_small, [FAULT_INTRO] = pl_listing_intro,
        [FAULT_LONE] = pl_listing_lone,   [FAULT_DEPTH] = pl_listing_depth,
    };
    const struct pl_listing_params *params = run->rule->params;
    struct pl_listing_judge judge = {.run = run, .params = params};
    judge.joints = pl_word_set_of(run, &params->joints);
    judge.verbs = pl_word_set_of(run, &params->verbs);
    const struct pl_listing *listings = pl_listings_of(run);
    for (uint32_t i = 0; i < run->plan->lists_count; i++) {
        const struct pl_list *list = &run->plan->lists[i];
        if (is_wanted(run->plan, params, list)) {
            judge.listing =
                pl_listing_cut_joints(run, &listings[i], &judge.joints);
            judges[params->fault](&judge);
        }
    }
}

const struct pl_check pl_check_listing = {
    .name = "listing",
    .load = load,
    .run = run_listing,
};
