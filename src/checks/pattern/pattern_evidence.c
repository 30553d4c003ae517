#include "checks/pattern/pattern_evidence.h"

#include "base/arena.h"
#include "base/chars.h"
#include "base/map.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "lint/check.h"
#include "plan/plan.h"

enum { MAX_PLACES = 200 }; /* of a word, at which evidence is looked for */

static uint32_t fold_at(const struct pl_words *words, uint32_t at)
{
    return words->forms[words->items[at].form].fold;
}

/* Word `at` is word `like`; so is the one before it, and they are joined. */
static bool stands_joined(const struct pl_evidence *evidence, uint32_t at,
                          uint32_t like)
{
    const struct pl_words *words = evidence->words;
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    return at > 0 && fold_at(words, at - 1) == fold_at(words, like - 1) &&
           pl_str_eq(gap, evidence->joint);
}

static bool follows_another(const struct pl_words *words, uint32_t at,
                            uint32_t like)
{
    return at > 0 && words->items[at - 1].form != words->items[like - 1].form;
}

static bool is_attested(const struct pl_evidence *evidence, uint32_t after)
{
    const struct pl_words *words = evidence->words;
    struct pl_spots spots = {.arena = evidence->arena};
    pl_spots_add_word(&spots, words, words->forms[fold_at(words, after)].text);
    for (size_t i = 0; i < spots.words.len && i < MAX_PLACES; i++) {
        uint32_t at = spots.words.items[i];
        if (stands_joined(evidence, at, after) ||
            (evidence->word_is_enough && follows_another(words, at, after))) {
            return true;
        }
    }
    return false;
}

static bool is_known(const struct pl_evidence *evidence, uint32_t after)
{
    const struct pl_words *words = evidence->words;
    const char *text = pl_arena_printf(
        evidence->arena, "%.*s%.*s%.*s",
        PL_STR_ARG(pl_word_text(words, after - 1)), PL_STR_ARG(evidence->joint),
        PL_STR_ARG(pl_word_text(words, after)));
    return pl_words_param_has(evidence->known, pl_str_from(text));
}

bool pl_evidence_has(const struct pl_evidence *evidence, uint32_t after)
{
    return is_known(evidence, after) || is_attested(evidence, after);
}

struct pl_map *pl_evidence_code_words(const struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *found = pl_map_new(run->arena, 0);
    for (uint32_t i = 0; i < plan->spans_count; i++) {
        if (plan->spans[i].kind != PL_SPAN_CODE) {
            continue;
        }
        struct pl_range code = plan->spans[i].range;
        while (code.start < code.end &&
               !pl_is_letter(plan->text.data[code.start])) {
            code.start++;
        }
        uint32_t end = code.start;
        while (end < code.end && pl_is_alnum(plan->text.data[end])) {
            end++;
        }
        pl_map_put(found, pl_str_slice(plan->text, code.start, end), 1);
    }
    return found;
}
