/* comment: a margin comment was left in the text.
 *
 * Message: {author}, {text} (cropped). */
#include "base/arena.h"
#include "base/chars.h"
#include "checks/checks.h"
#include "plan/plan.h"

enum { SHOWN = 60 }; /* bytes of a comment that a message quotes */

static pl_str cropped(struct pl_arena *arena, pl_str text)
{
    if (text.len <= SHOWN) {
        return text;
    }
    size_t end = SHOWN;
    while (end > SHOWN / 2 && text.data[end] != ' ') {
        end--;
    }
    end = text.data[end] == ' ' ? end : SHOWN;
    while (end > 0 && ((unsigned char)text.data[end] & 0xC0) == 0x80) {
        end--;
    }
    pl_str head = pl_str_trim(pl_str_slice(text, 0, end));
    return pl_str_from(pl_arena_printf(arena, "%.*s \u2026", PL_STR_ARG(head)));
}

static void run(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->comments_count; i++) {
        const struct pl_comment *it = &plan->comments[i];
        pl_str text = pl_str_trim(pl_range_text(plan->text, it->body));
        struct pl_finding *finding = PL_FINDING(
            run, it->range, {"author", pl_range_text(plan->text, it->author)},
            {"text", cropped(run->arena, text)});
        struct pl_range with_blanks = it->range;
        while (with_blanks.start > 0 &&
               pl_is_blank(plan->text.data[with_blanks.start - 1])) {
            with_blanks.start--;
        }
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){with_blanks, {NULL, 0}}, PL_NO_ARGS);
    }
}

const struct pl_check pl_check_comment = {.name = "comment", .run = run};
