/* control: a content control of a Word file that nobody has filled in.
 *
 * Message: {text}, what it asks for. */
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/word/facts.h"
#include "lint/check.h"
#include "lint/finding.h"
#include "plan/plan.h"

static bool is_placeholder(const struct pl_word_facts *facts, uint32_t piece)
{
    return facts->word->pieces[piece].kind == PL_WORD_PLACEHOLDER &&
           facts->places->pieces[piece].start != PL_NONE;
}

/* The end of the pieces of one control: they follow each other in the text. */
static uint32_t end_of(const struct pl_word_facts *facts, uint32_t first)
{
    const struct pl_range *pieces = facts->places->pieces;
    uint32_t end = first + 1;
    while (end < facts->word->pieces_count && is_placeholder(facts, end) &&
           pieces[end].start == pieces[end - 1].end) {
        end++;
    }
    return end;
}

static void run(struct pl_run *run)
{
    const struct pl_word_facts *facts = pl_word_facts(run);
    uint32_t count = facts ? facts->word->pieces_count : 0;
    uint32_t end;
    for (uint32_t i = 0; i < count; i = end) {
        end = i + 1;
        if (!is_placeholder(facts, i)) {
            continue;
        }
        end = end_of(facts, i);
        struct pl_range range =
            pl_word_place_of(facts->places, PL_NONE, i, end);
        pl_str text = pl_range_text(run->plan->text, range);
        if (!pl_range_is_empty(range)) {
            PL_FINDING(run, range, {"text", pl_word_quote(run->arena, text)});
        }
    }
}

const struct pl_check pl_check_control = {.name = "control", .run = run};
