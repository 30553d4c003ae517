#include "checks/shared/family.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "checks/shared/params.h"
#include "lint/check.h"
#include "plan/language.h"
#include "plan/plan.h"

enum {
    CLEAR_SHARE = 20,
    CLEAR_USES = 5,
    MAX_SHOWN = 100, /* places that one finding lists */
    MAX_COUNT = 1000000,
};

struct pl_mix pl_mix_default(void)
{
    return (struct pl_mix){
        .share = CLEAR_SHARE, .uses = CLEAR_USES, .least = 1};
}

bool pl_mix_load(const struct pl_params *params, struct pl_mix *mix)
{
    static const char *const keys[] = {"share", "uses", "least", "onlyClear"};
    struct pl_json json = pl_json_get(params->json, "mixed");
    if (!json.item) {
        return true;
    }
    struct pl_params inner = {params->arena, json, params->error};
    return pl_json_only_keys(json, keys, 4, params->error) &&
           pl_params_size(&inner, "share", 50, &mix->share) &&
           pl_params_size(&inner, "uses", MAX_COUNT, &mix->uses) &&
           pl_params_size(&inner, "least", MAX_COUNT, &mix->least) &&
           pl_json_bool_or(json, "onlyClear", &mix->only_clear, params->error);
}

static int by_place(const void *a, const void *b)
{
    uint32_t left = ((const struct pl_range *)a)->start;
    uint32_t right = ((const struct pl_range *)b)->start;
    return (left > right) - (left < right);
}

static void sort_places(const struct pl_family *family)
{
    for (size_t i = 0; i < family->count; i++) {
        struct pl_variant *variant = &family->variants[i];
        if (variant->places.len > 1) {
            qsort(variant->places.items, variant->places.len,
                  sizeof(*variant->places.items), by_place);
        }
    }
}

/* The form with most places, the first among equals. */
static const struct pl_variant *majority_of(const struct pl_family *family)
{
    const struct pl_variant *most = &family->variants[0];
    for (size_t i = 1; i < family->count; i++) {
        if (family->variants[i].places.len > most->places.len) {
            most = &family->variants[i];
        }
    }
    return most;
}

/* The places of all forms but one, in order. */
struct minority {
    PL_VEC(struct pl_range) places;
};

static struct minority minority_of(const struct pl_run *run,
                                   const struct pl_family *family,
                                   const struct pl_variant *majority)
{
    struct minority minority = {{0}};
    for (size_t i = 0; i < family->count; i++) {
        const struct pl_variant *variant = &family->variants[i];
        for (size_t k = 0; variant != majority && k < variant->places.len;
             k++) {
            *PL_VEC_PUSH(run->arena, &minority.places) =
                variant->places.items[k];
        }
    }
    if (minority.places.len > 1) {
        qsort(minority.places.items, minority.places.len,
              sizeof(*minority.places.items), by_place);
    }
    return minority;
}

/* "decision-making" (12 times) */
static void add_count(struct pl_buf *out, const struct pl_family *family,
                      const struct pl_variant *variant)
{
    const char *quote = family->is_quoted ? "" : "\"";
    size_t count = variant->places.len;
    pl_buf_addf(out, "%s%.*s%s (%zu %s%s)", quote, PL_STR_ARG(variant->form),
                quote, count, count == 1 ? "time" : "times",
                variant == family->preferred ? ", preferred" : "");
}

/* All forms, those of the majority first. */
static pl_str counts_of(const struct pl_run *run,
                        const struct pl_family *family,
                        const struct pl_variant *majority)
{
    struct pl_buf out = pl_buf_in(run->arena);
    add_count(&out, family, majority);
    for (size_t i = 0; i < family->count; i++) {
        const struct pl_variant *variant = &family->variants[i];
        if (variant != majority && variant->places.len > 0) {
            pl_buf_add_text(&out, ", ");
            add_count(&out, family, variant);
        }
    }
    return pl_buf_str(&out);
}

static void add_fix(struct pl_run *run, const struct pl_family *family,
                    struct pl_finding *finding, const struct minority *minority,
                    const struct pl_variant *majority, struct pl_args args)
{
    struct pl_fix *fix = NULL;
    for (size_t i = 0; family->rewrite && i < minority->places.len; i++) {
        struct pl_range place = minority->places.items[i];
        struct pl_edit edit = {place,
                               family->rewrite(run, family, place, majority)};
        if (edit.text.len == 0) {
            continue;
        }
        if (fix) {
            *PL_VEC_PUSH(run->arena, &fix->edits) = edit;
            continue;
        }
        fix = pl_finding_fix(run->findings, finding, family->safe, edit, args);
        if (!fix) {
            return;
        }
    }
}

static void report(struct pl_run *run, const struct pl_family *family,
                   const struct minority *minority,
                   const struct pl_variant *majority, bool is_clear)
{
    struct pl_family fixed = *family;
    fixed.safe = family->safe && is_clear;
    assert(minority->places.items);
    struct pl_range first = minority->places.items[0];
    const struct pl_arg items[] = {
        {"minority", pl_range_text(run->plan->text, first)},
        {"count", pl_arena_number(run->arena, minority->places.len)},
        {"majority", majority->form},
        {"others", pl_arena_number(run->arena, majority->places.len)},
        {"counts", counts_of(run, family, majority)}};
    struct pl_args args = {items, sizeof(items) / sizeof(*items)};
    struct pl_finding *finding = pl_findings_add(run->findings, run->rule,
                                                 first, args.items, args.count);
    if (!is_clear && finding->severity > PL_SEVERITY_INFO) {
        finding->severity = PL_SEVERITY_INFO;
    }
    for (size_t i = 1; i < minority->places.len && i < MAX_SHOWN; i++) {
        pl_finding_relate(run->findings, finding, minority->places.items[i],
                          "here, too");
    }
    if (majority->places.len > 0) {
        pl_finding_relate(run->findings, finding, majority->places.items[0],
                          "the other form, first used here");
    }
    add_fix(run, &fixed, finding, minority, majority, args);
}

static bool ends_with(pl_str text, size_t end, const char *mark)
{
    return pl_str_ends(pl_str_slice(text, 0, end), pl_str_from(mark));
}

/* What opens a quotation: the word after it follows at once, the one before
 * does not. */
static bool opens(pl_str text, size_t at)
{
    bool is_apart =
        at == 0 || pl_is_space(text.data[at - 1]) || text.data[at - 1] == '(';
    return is_apart && at + 1 < text.len && !pl_is_space(text.data[at + 1]);
}

/* Whether the last quotation mark before a place of its block opens. */
static bool is_quoted(const struct pl_plan *plan, struct pl_range place)
{
    enum { FARTHEST = 200 }; /* bytes from the opening mark */
    uint32_t index = pl_plan_block_at(plan, place.start);
    uint32_t from = index == PL_NONE ? 0 : plan->blocks[index].range.start;
    for (size_t at = place.start; at > from && at + FARTHEST > place.start;
         at--) {
        if (ends_with(plan->text, at, "\"")) {
            return opens(plan->text, at - 1);
        }
        if (ends_with(plan->text, at, "\u201C") ||
            ends_with(plan->text, at, "\u00AB")) {
            return true;
        }
        if (ends_with(plan->text, at, "\u201D") ||
            ends_with(plan->text, at, "\u00BB")) {
            return false;
        }
    }
    return false;
}

/* What is said in another language than the document's, or by others; where
 * the language is unknown it does not matter. */
static bool is_foreign(const struct pl_plan *plan,
                       const struct pl_family *family, struct pl_range place)
{
    pl_str unknown = pl_language_tag(PL_LANGUAGE_UNKNOWN);
    bool is_known =
        plan->block_languages && !pl_str_eq(plan->language, unknown);
    return (is_known && !pl_str_eq(pl_plan_language_at(plan, place.start),
                                   plan->language)) ||
           (family->skip_quotations && is_quoted(plan, place));
}

static void take_out_foreign(const struct pl_run *run,
                             const struct pl_family *family)
{
    if (!run->plan->block_languages && !family->skip_quotations) {
        return;
    }
    for (size_t i = 0; i < family->count; i++) {
        struct pl_variant *variant = &family->variants[i];
        size_t kept = 0;
        for (size_t k = 0; k < variant->places.len; k++) {
            struct pl_range place = variant->places.items[k];
            if (!is_foreign(run->plan, family, place)) {
                variant->places.items[kept++] = place;
            }
        }
        variant->places.len = kept;
    }
}

/* One form alone mixes with nothing. */
static bool are_mixed(const struct pl_family *family)
{
    size_t written = 0;
    for (size_t i = 0; i < family->count; i++) {
        written += family->variants[i].places.len > 0;
    }
    return written > 1;
}

void pl_family_judge(struct pl_run *run, const struct pl_family *family,
                     const struct pl_mix *mix)
{
    if (!are_mixed(family)) {
        return;
    }
    take_out_foreign(run, family);
    if (!are_mixed(family)) {
        return;
    }
    sort_places(family);
    const struct pl_variant *majority =
        family->preferred ? family->preferred : majority_of(family);
    struct minority minority = minority_of(run, family, majority);
    size_t others = majority->places.len;
    bool is_clear =
        others >= mix->uses && minority.places.len * 100 <=
                                   mix->share * (minority.places.len + others);
    if (others >= mix->least && (is_clear || !mix->only_clear)) {
        report(run, family, &minority, majority, is_clear);
    }
}
