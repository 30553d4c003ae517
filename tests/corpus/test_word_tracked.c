/* Words replaced all over every Word document of the corpus, as tracked
 * changes: the original view stays what it was, the final one has the new
 * words. */
#include "cmocka_wrap.h"

#include <stdio.h>

#include "base/chars.h"
#include "base/vec.h"
#include "corpus_texts.h"
#include "word_answers.h"

enum { EVERY = 7 /* words */ };

struct fixture {
    size_t files;
    size_t edits;
    size_t taken;
    size_t failures;
};

struct pl_edit_list {
    PL_VEC(struct pl_edit) items;
};

static bool is_letter_at(pl_str text, size_t at)
{
    return at < text.len && pl_is_letter(text.data[at]);
}

/* Every seventh word becomes another one, a longer one, or nothing but the
 * first of its letters. */
static struct pl_edits some_edits(struct pl_arena *arena, pl_str text)
{
    struct pl_edit_list list = {0};
    size_t words = 0;
    for (size_t at = 0; at < text.len; at++) {
        size_t start = at;
        while (is_letter_at(text, at)) {
            at++;
        }
        if (!text.data || at <= start + 1 || ++words % EVERY != 0) {
            continue;
        }
        pl_str word = pl_str_slice(text, start, at);
        const char *made[] = {
            "bilge",
            pl_arena_printf(arena, "%.*s & co", PL_STR_ARG(word)),
            pl_arena_printf(arena, "%c", word.data[0]),
            pl_arena_printf(arena, "re%.*s", PL_STR_ARG(word)),
        };
        *PL_VEC_PUSH(arena, &list.items) =
            (struct pl_edit){{(uint32_t)start, (uint32_t)at},
                             pl_str_from(made[words / EVERY % 4])};
    }
    return (struct pl_edits){list.items.items, list.items.len};
}

static void visit(void *state, const char *path, pl_str bytes)
{
    struct fixture *it = state;
    struct pl_arena *arena = pl_arena_new();
    struct word_opened file;
    if (word_open(arena, path, bytes, &file)) {
        struct pl_edits edits = some_edits(arena, file.view->text);
        size_t taken = 0;
        pl_str made;
        const char *fault =
            word_tracking_fault(arena, &file, edits, &taken, &made);
        it->files++;
        it->edits += edits.count;
        it->taken += taken;
        if (fault) {
            printf("%s: %s\n", path, fault);
            it->failures++;
        }
    }
    pl_arena_free(arena);
}

static void tracked_changes_are_what_they_say(void **state)
{
    struct fixture *it = *state;
    corpus_each_word(visit, it);
    printf("%zu files, %zu of %zu edits, %zu failures\n", it->files, it->taken,
           it->edits, it->failures);
    assert_int_equal(it->failures, 0);
}

int main(void)
{
    static struct fixture fixture;
    if (!corpus_is_there()) {
        return CORPUS_SKIPPED;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(tracked_changes_are_what_they_say, &fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
