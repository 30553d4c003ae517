/* apostrophes: straight and typographic apostrophes in one document.
 *
 * One finding, at the first word that has the rarer one. No params. Message:
 * {word}, {count}, {others}. */
#include "base/arena.h"
#include "checks/checks.h"
#include "checks/shared/phrase.h"
#include "plan/plan.h"

enum { MAX_SHOWN = 20 }; /* places that the finding lists */

struct sides {
    struct pl_spots straight;
    struct pl_spots curly;
};

static struct sides sides_of(const struct pl_run *run)
{
    static const pl_str right_quote = PL_STR("\u2019");
    const struct pl_words *words = run->plan->words;
    struct sides sides = {{.arena = run->arena}, {.arena = run->arena}};
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        if (!(form->flags & PL_FORM_APOSTROPHE)) {
            continue;
        }
        bool curly = pl_str_find(form->text, right_quote, 0) != PL_NOWHERE;
        struct pl_spots *side = curly ? &sides.curly : &sides.straight;
        for (uint32_t k = 0; k < form->count; k++) {
            *PL_VEC_PUSH(run->arena, &side->words) =
                words->postings[form->first_posting + k];
        }
    }
    return sides;
}

static void report(struct pl_run *run, struct pl_spots *rarer, size_t others)
{
    const struct pl_words *words = run->plan->words;
    pl_spots_sort(rarer);
    uint32_t first = rarer->words.items[0];
    struct pl_finding *finding = PL_FINDING(
        run, pl_word_range(words, first), {"word", pl_word_text(words, first)},
        {"count", pl_arena_number(run->arena, rarer->words.len)},
        {"others", pl_arena_number(run->arena, others)});
    for (size_t i = 1; i < rarer->words.len && i < MAX_SHOWN; i++) {
        pl_finding_relate(run->findings, finding,
                          pl_word_range(words, rarer->words.items[i]),
                          "here, too");
    }
}

static void run(struct pl_run *run)
{
    struct sides sides = sides_of(run);
    size_t straight = sides.straight.words.len;
    size_t curly = sides.curly.words.len;
    if (straight == 0 || curly == 0) {
        return;
    }
    if (straight < curly) {
        report(run, &sides.straight, curly);
    } else {
        report(run, &sides.curly, straight);
    }
}

const struct pl_check pl_check_apostrophes = {.name = "apostrophes",
                                              .run = run};
