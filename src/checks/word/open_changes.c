/* open-changes: the tracked changes and comments of a Word file that are still
 * open.
 *
 * Message: {what} ("12 tracked changes by 2 authors and 3 open comments"). */
#include "base/buf.h"
#include "base/map.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/word/facts.h"
#include "lint/check.h"
#include "lint/finding.h"
#include "plan/plan.h"

/* One change may be many pieces with the same author, kind and date. */
static size_t count_authors(struct pl_run *run, const struct pl_word_file *word)
{
    struct pl_map *authors = pl_map_new(run->arena, 8);
    for (uint32_t i = 0; i < word->changes_count; i++) {
        if (word->changes[i].author.len > 0) {
            pl_map_put(authors, word->changes[i].author, i);
        }
    }
    return pl_map_count(authors);
}

static size_t count_comments(const struct pl_word_file *word)
{
    size_t count = 0;
    for (uint32_t i = 0; i < word->comments_count; i++) {
        const struct pl_word_comment *it = &word->comments[i];
        count +=
            !it->is_resolved && it->parent == PL_NONE && it->story != PL_NONE;
    }
    return count;
}

static void add_count(struct pl_buf *out, size_t count, const char *noun)
{
    pl_buf_addf(out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

static void run(struct pl_run *run)
{
    const struct pl_word_facts *facts = pl_word_facts(run);
    if (!facts) {
        return;
    }
    size_t changes = facts->word->changes_count;
    size_t authors = count_authors(run, facts->word);
    size_t comments = count_comments(facts->word);
    struct pl_buf what = pl_buf_in(run->arena);
    if (changes > 0) {
        add_count(&what, changes, "tracked change");
    }
    if (changes > 0 && authors > 0) {
        pl_buf_add_text(&what, " by ");
        add_count(&what, authors, "author");
    }
    if (comments > 0) {
        pl_buf_add_text(&what, changes > 0 ? " and " : "");
        add_count(&what, comments, "open comment");
    }
    if (what.len > 0) {
        PL_FINDING(run, (struct pl_range){0}, {"what", pl_buf_str(&what)});
    }
}

const struct pl_check pl_check_open_changes = {.name = "open-changes",
                                               .run = run};
