/* repeat: what was said or named before is said again, or almost.
 *
 * Params: "of": "sentence" (the same sentence of at least "minWords" words in
 * another paragraph, "maxApart" blocks away at most), "heading" (the same title
 * under the same heading above it) or "paragraph" (two paragraphs of at least
 * "minWords" words that are the same but for one piece of at most "maxPiece"
 * words in one of them). A sentence or title that stands more than "maxTimes"
 * times is a formula, see also formula.h. "in", "notIn" (see scope.h). Message:
 * {text}, its first words; of a sentence also {count}, {times} ("twice") and
 * {more}, how many after it repeat, too; of a paragraph {here} and {there}, the
 * pieces. */
#include "checks/repeat/repeat.h"

#include "base/arena.h"
#include "base/array.h"
#include "checks/checks.h"
#include "checks/shared/params.h"
#include "plan/plan.h"

enum { MIN_WORDS = 12, MAX_TIMES = 3, MAX_PIECE = 2, SHOWN_WORDS = 6 };

typedef void finder(struct pl_run *run, const struct pl_repeat_params *params);

struct params {
    size_t of;
    struct pl_repeat_params repeat;
};

static const char *const things[] = {"sentence", "heading", "paragraph"};
static finder *const finders[PL_COUNT(things)] = {
    pl_repeat_sentences, pl_repeat_headings, pl_repeat_paragraphs};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {
        "of", "minWords", "maxTimes", "maxApart", "maxPiece", "in", "notIn"};
    struct params *params = PL_PARAMS(arena, rule, struct params, PL_NO_CHOICE,
                                      {.min_words = MIN_WORDS,
                                       .max_times = MAX_TIMES,
                                       .max_piece = MAX_PIECE});
    struct pl_repeat_params *repeat = &params->repeat;
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "of", PL_CHOICES(things), &params->of) &&
           pl_params_size(&reader, "minWords", 1000, &repeat->min_words) &&
           pl_params_size(&reader, "maxTimes", 1000, &repeat->max_times) &&
           pl_params_size(&reader, "maxApart", 100000, &repeat->max_apart) &&
           pl_params_size(&reader, "maxPiece", 1000, &repeat->max_piece) &&
           pl_scope_load(arena, json, &repeat->scope, error);
}

pl_str pl_repeat_first_words(const struct pl_run *run, uint32_t first,
                             uint32_t end)
{
    const struct pl_words *words = run->plan->words;
    uint32_t shown = end - first > SHOWN_WORDS ? first + SHOWN_WORDS : end;
    struct pl_range range = {words->items[first].start,
                             pl_word_range(words, shown - 1).end};
    pl_str text = pl_range_text(words->text, range);
    return shown == end ? text
                        : pl_str_from(pl_arena_printf(run->arena, "%.*s \u2026",
                                                      PL_STR_ARG(text)));
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    finders[params->of](run, &params->repeat);
}

const struct pl_check pl_check_repeat = {
    .name = "repeat", .load = load, .run = run};
