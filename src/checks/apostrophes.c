/* apostrophes: straight and typographic apostrophes in one document.
 *
 * Params: "mixed" (see family.h). Message: see family.h. */
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "checks/checks.h"
#include "checks/shared/family.h"
#include "checks/shared/params.h"
#include "plan/plan.h"

enum side { STRAIGHT, CURLY, SIDE_COUNT };

static const pl_str marks[SIDE_COUNT] = {
    [STRAIGHT] = PL_STR("'"), [CURLY] = PL_STR("\u2019")};

struct params {
    struct pl_mix mix;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"mixed"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .mix = pl_mix_default());
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_mix_load(&reader, &params->mix);
}

static enum side side_of(pl_str word)
{
    return pl_str_find(word, marks[CURLY], 0) != PL_NOWHERE ? CURLY : STRAIGHT;
}

static void find_places(const struct pl_run *run,
                        struct pl_variant sides[SIDE_COUNT])
{
    const struct pl_words *words = run->plan->words;
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        if (!(form->flags & PL_FORM_APOSTROPHE)) {
            continue;
        }
        struct pl_variant *side = &sides[side_of(form->text)];
        for (uint32_t k = 0; k < form->count; k++) {
            *PL_VEC_PUSH(run->arena, &side->places) =
                pl_word_range(words, words->postings[form->first_posting + k]);
        }
    }
}

static pl_str rewrite(const struct pl_run *run, const struct pl_family *family,
                      struct pl_range place, const struct pl_variant *to)
{
    enum side side = to == family->variants ? STRAIGHT : CURLY;
    pl_str from = marks[side == STRAIGHT ? CURLY : STRAIGHT];
    pl_str rest = pl_range_text(run->plan->text, place);
    struct pl_buf out = pl_buf_in(run->arena);
    for (size_t at = pl_str_find(rest, from, 0); at != PL_NOWHERE;
         at = pl_str_find(rest, from, 0)) {
        pl_buf_add(&out, pl_str_slice(rest, 0, at));
        pl_buf_add(&out, marks[side]);
        rest = pl_str_slice(rest, at + from.len, rest.len);
    }
    pl_buf_add(&out, rest);
    return pl_buf_str(&out);
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct pl_variant sides[SIDE_COUNT] = {{.form = marks[STRAIGHT]},
                                           {.form = marks[CURLY]}};
    find_places(run, sides);
    pl_family_judge(run,
                    &(struct pl_family){.variants = sides,
                                        .count = SIDE_COUNT,
                                        .rewrite = rewrite,
                                        .safe = true},
                    &params->mix);
}

const struct pl_check pl_check_apostrophes = {
    .name = "apostrophes", .load = load, .run = run};
