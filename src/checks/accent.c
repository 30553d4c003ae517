/* accent: one word with its accents here and without them there.
 *
 * Names ("Côte" and "Cote") that are not ordinary words of the text, too, and
 * the words of a list ("rôle", "role"). Words of capitals do not count: many
 * leave accents out there. Params: "words", that list; "other": names that are
 * other words without their accents; "mixed" (see family.h); "in", "notIn"
 * (see scope.h). Message: see family.h. */
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "checks/checks.h"
#include "checks/shared/family.h"
#include "checks/shared/params.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

enum { SHORTEST = 4 }; /* letters */

struct params {
    struct pl_words_param words;
    struct pl_words_param other;
    struct pl_mix mix;
    struct pl_scope scope;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"words", "other", "mixed", "in",
                                       "notIn"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .mix = pl_mix_default());
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_words(&reader, "words", &params->words) &&
           pl_params_words(&reader, "other", &params->other) &&
           pl_mix_load(&reader, &params->mix) &&
           pl_scope_load(arena, json, &params->scope, error);
}

/* The letter under an accent of U+00C0 to U+017F, or NUL. */
static char plain_letter(uint32_t code_point)
{
    static const char letters[] = {
        "AAAAAA\0CEEEEIIII\0NOOOOO\0OUUUUY\0\0"
        "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0y"
        "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi\0\0JjKk\0"
        "LlLlLlLlLlNnNnNn\0\0\0OoOoOo\0\0RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyY"
        "ZzZzZz"};
    return code_point >= 0xC0 && code_point < 0xC0 + sizeof(letters) - 1
               ? letters[code_point - 0xC0]
               : '\0';
}

/* The word without accents; empty when it has none or other wide letters. */
static pl_str without_accents(struct pl_arena *arena, pl_str word)
{
    struct pl_buf out = pl_buf_in(arena);
    size_t len = 1;
    for (size_t at = 0; at < word.len; at += len) {
        uint32_t code_point = pl_utf8_decode(word, at, &len);
        char plain =
            code_point < 0x80 ? (char)code_point : plain_letter(code_point);
        if (!plain) {
            return (pl_str){NULL, 0};
        }
        pl_buf_add_char(&out, plain);
    }
    pl_str plain = pl_buf_str(&out);
    return plain.len < word.len && plain.len >= SHORTEST ? plain
                                                         : (pl_str){NULL, 0};
}

static void add_places(const struct pl_run *run, uint32_t index,
                       struct pl_variant *variant)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    const struct pl_form *form = &words->forms[index];
    variant->form = form->text;
    for (uint32_t k = 0; k < form->count; k++) {
        struct pl_range place =
            pl_word_range(words, words->postings[form->first_posting + k]);
        const struct pl_block *block =
            pl_scope_block(params->scope, run->plan, place.start);
        if (block && pl_scope_is_prose(run->plan, block, place)) {
            *PL_VEC_PUSH(run->arena, &variant->places) = place;
        }
    }
}

static pl_str rewrite(const struct pl_run *run, const struct pl_family *family,
                      struct pl_range place, const struct pl_variant *to)
{
    (void)run;
    (void)family;
    (void)place;
    return to->form;
}

/* A form of the plan that stands in it. */
static bool is_written(const struct pl_words *words, uint32_t form)
{
    return form != PL_NONE && words->forms[form].count > 0;
}

/* A name that stands in the plan with a capital alone, or one of the list. */
static bool is_wanted(const struct pl_run *run, const struct pl_form *form,
                      uint32_t other)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    if (pl_words_param_has(&params->other, form->text)) {
        return false;
    }
    return form->flags & PL_FORM_CAPITALIZED
               ? !is_written(words, form->fold) &&
                     !is_written(words, words->forms[other].fold)
               : pl_words_param_has(&params->words, form->text);
}

static void judge(struct pl_run *run, uint32_t form, uint32_t other)
{
    const struct params *params = run->rule->params;
    struct pl_variant variants[2] = {{.form = {NULL, 0}}};
    add_places(run, form, &variants[0]);
    add_places(run, other, &variants[1]);
    pl_family_judge(run,
                    &(struct pl_family){
                        .variants = variants, .count = 2, .rewrite = rewrite},
                    &params->mix);
}

static void run(struct pl_run *run)
{
    const struct pl_words *words = run->plan->words;
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        if (!(form->flags & PL_FORM_WIDE) || !(form->flags & PL_FORM_LOWER) ||
            form->count == 0) {
            continue;
        }
        pl_str plain = without_accents(run->arena, form->text);
        uint32_t other = plain.len ? pl_words_form(words, plain) : PL_NONE;
        if (is_written(words, other) && is_wanted(run, form, other)) {
            judge(run, i, other);
        }
    }
}

const struct pl_check pl_check_accent = {
    .name = "accent", .load = load, .run = run};
