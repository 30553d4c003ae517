/* comment: a margin comment was left in the text.
 *
 * Message: {author}, {text} (cropped). */
#include "base/arena.h"
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

/* "Anna" of "Comment by Anna:". */
static pl_str name_of(pl_str author)
{
    static const pl_str opening = PL_STR("Comment by ");
    if (pl_str_starts(author, opening)) {
        author = pl_str_slice(author, opening.len, author.len);
    }
    if (pl_str_ends(author, (pl_str)PL_STR(":"))) {
        author = pl_str_slice(author, 0, author.len - 1);
    }
    return author;
}

static void run(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->comments_count; i++) {
        const struct pl_comment *it = &plan->comments[i];
        pl_str text = pl_str_trim(pl_range_text(plan->text, it->body));
        PL_FINDING(run, it->range,
                   {"author", name_of(pl_range_text(plan->text, it->author))},
                   {"text", cropped(run->arena, text)});
    }
}

const struct pl_check pl_check_comment = {.name = "comment", .run = run};
