/* duplicate: the same thing stands twice.
 *
 * Params: "of": "word" (the same word twice running; "allowed" lists words
 * that may stand so, "certain" those that never do: then the fix is safe) or
 * "paragraph" (the same text in blocks of at least "minWords" words; what
 * stands more than "maxTimes" times is a formula, see also formula.h; several
 * in the same order are told once); "in", "notIn" (see scope.h). Message:
 * {word}; or {text} (the first words), {times}, {more} (how many after it). */
#include "checks/duplicate/duplicate.h"
#include "base/arena.h"
#include "base/array.h"
#include "checks/checks.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

enum {
    OF_WORD,
    OF_PARAGRAPH,
    MIN_WORDS = 12,
    MAX_TIMES = 3,
    NAME_LENGTH = 3, /* bytes from which two capitals are taken for a name */
};

struct params {
    size_t of;
    struct pl_duplicate_params paragraph;
    struct pl_words_param allowed;
    struct pl_words_param certain;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {
        "of", "minWords", "maxTimes", "allowed", "certain", "in", "notIn"};
    static const char *const kinds[] = {"word", "paragraph"};
    struct params *params = PL_PARAMS(
        arena, rule, struct params, .of = PL_NO_CHOICE,
        .paragraph = {.min_words = MIN_WORDS, .max_times = MAX_TIMES});
    struct pl_duplicate_params *paragraph = &params->paragraph;
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "of", PL_CHOICES(kinds), &params->of) &&
           pl_params_size(&reader, "minWords", 1000, &paragraph->min_words) &&
           pl_params_size(&reader, "maxTimes", 1000, &paragraph->max_times) &&
           pl_params_words(&reader, "allowed", &params->allowed) &&
           pl_params_words(&reader, "certain", &params->certain) &&
           pl_scope_load(arena, json, &paragraph->scope, error);
}

/* Numbers, single letters, and names such as "Bora Bora". */
static bool may_be_doubled(const struct pl_form *before,
                           const struct pl_form *form)
{
    bool names = before->flags & form->flags & PL_FORM_CAPITALIZED;
    return (form->flags & PL_FORM_DIGIT) || form->text.len < 2 ||
           (names && form->text.len >= NAME_LENGTH);
}

/* Tied to the word before it: "end-to-end", "and/or", "www.www". */
static bool is_tied(const struct pl_words *words, uint32_t at)
{
    if (at == 0 || at >= words->count) {
        return false;
    }
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    return gap.len > 0 &&
           (gap.data[0] == '-' || gap.data[0] == '/' || gap.data[0] == '.') &&
           gap.len == 1;
}

/* A capital after a small letter begins another sentence, or a name: "to fund
 * Fund expenses". Words that never stand twice are none. */
static bool begins_another(const struct pl_run *run, uint32_t at,
                           const struct pl_form *before,
                           const struct pl_form *form)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    bool has_capital = (form->flags & PL_FORM_CAPITALIZED) &&
                       !(before->flags & PL_FORM_CAPITALIZED);
    bool is_on_new_line = words->text.data[words->items[at].start - 1] == '\n';
    pl_str small = pl_word_text(words, at - 1);
    return has_capital &&
           (is_on_new_line || !pl_words_param_has(&params->certain, small));
}

static void check_pair(struct pl_run *run, const struct pl_word_set *allowed,
                       uint32_t at)
{
    const struct pl_words *words = run->plan->words;
    const struct params *params = run->rule->params;
    const struct pl_form *form = &words->forms[words->items[at].form];
    const struct pl_form *before = &words->forms[words->items[at - 1].form];
    if (may_be_doubled(before, form) || !pl_word_is_joined(words, at) ||
        begins_another(run, at, before, form) ||
        pl_word_set_has(allowed, words->items[at].form) ||
        is_tied(words, at + 1) || is_tied(words, at - 1)) {
        return;
    }
    struct pl_range range = {words->items[at - 1].start,
                             pl_word_range(words, at).end};
    const struct pl_block *block =
        pl_scope_block(params->paragraph.scope, run->plan, range.start);
    if (block && at < block->word_end) {
        struct pl_finding *finding =
            PL_FINDING(run, range, {"word", pl_word_text(words, at - 1)});
        struct pl_range second = {pl_word_range(words, at - 1).end, range.end};
        bool is_safe =
            pl_words_param_has(&params->certain, pl_word_text(words, at)) &&
            words->items[at].start == second.start + 1 &&
            words->text.data[second.start] == ' ';
        pl_finding_fix(run->findings, finding, is_safe,
                       (struct pl_edit){second, {NULL, 0}}, PL_NO_ARGS);
    }
}

/* Side by side, where the processor finds them at once. */
static const uint32_t *folds_of(struct pl_arena *arena,
                                const struct pl_words *words)
{
    uint32_t *folds = pl_arena_array(arena, words->form_count, sizeof(*folds));
    for (uint32_t i = 0; i < words->form_count; i++) {
        folds[i] = words->forms[i].fold;
    }
    return folds;
}

static void find_words(struct pl_run *run)
{
    const struct pl_words *words = run->plan->words;
    const struct params *params = run->rule->params;
    struct pl_word_set allowed = pl_word_set_of(run, &params->allowed);
    const uint32_t *folds = folds_of(run->arena, words);
    const struct pl_word *items = words->items;
    uint32_t count = words->count;
    uint32_t before = PL_NONE;
    for (uint32_t at = 0; at < count; at++) {
        uint32_t fold = folds[items[at].form];
        if (fold == before) {
            check_pair(run, &allowed, at);
        }
        before = fold;
    }
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    if (params->of == OF_WORD) {
        find_words(run);
    } else {
        pl_duplicate_paragraphs(run, &params->paragraph);
    }
}

const struct pl_check pl_check_duplicate = {
    .name = "duplicate", .load = load, .run = run};
