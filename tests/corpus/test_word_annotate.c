/* Comments at many places of every Word document of the corpus: nothing else
 * changes, and doing it again changes nothing. */
#include "cmocka_wrap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "corpus_texts.h"
#include "word_answers.h"

enum { NOTES = 12, LONGEST = 60 };

struct fixture {
    size_t files;
    size_t notes;
    size_t failures;
    const char *kept; /* folder for what is made; NULL: none is kept */
};

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

static uint32_t char_start(pl_str text, size_t at)
{
    while (at > 0 && at < text.len && (text.data[at] & 0xC0) == 0x80) {
        at--;
    }
    return (uint32_t)at;
}

static struct pl_word_notes some_notes(pl_str text, struct pl_word_note *notes)
{
    uint32_t seed = (uint32_t)text.len;
    for (size_t i = 0; i < NOTES; i++) {
        size_t len = text.len > 0 ? text.len : 1;
        uint32_t start = char_start(text, next_random(&seed) % len);
        size_t end = start + next_random(&seed) % LONGEST;
        end = end < text.len ? char_start(text, end) : text.len;
        notes[i] = (struct pl_word_note){
            .range = {start, (uint32_t)end},
            .text = PL_STR("PL101: \"1 < 2\" & more\nas \xE2\x80\x9Cit\xE2\x80"
                           "\x9D is"),
        };
    }
    notes[0].is_about_all = true;
    return (struct pl_word_notes){notes, NOTES};
}

static void keep(const struct fixture *it, pl_str bytes)
{
    char path[4096];
    struct pl_error error;
    if (it->kept &&
        (size_t)snprintf(path, sizeof(path), "%s/%zu.docx", it->kept,
                         it->files) < sizeof(path) &&
        !pl_file_write(path, bytes, &error)) {
        printf("%s\n", error.message);
    }
}

static void visit(void *state, const char *path, pl_str bytes)
{
    struct fixture *it = state;
    struct pl_arena *arena = pl_arena_new();
    struct word_opened file;
    if (word_open(arena, path, bytes, &file)) {
        struct pl_word_note list[NOTES];
        struct pl_word_notes notes = some_notes(file.view->text, list);
        pl_str made = {0};
        it->files++;
        it->notes += notes.count;
        const char *fault = word_annotation_fault(arena, &file, notes, &made);
        if (fault) {
            printf("%s: %s\n", path, fault);
            it->failures++;
        }
        keep(it, made);
    }
    pl_arena_free(arena);
}

static void comments_change_nothing_else(void **state)
{
    struct fixture *it = *state;
    corpus_each_word(visit, it);
    printf("%zu files, %zu comments, %zu failures\n", it->files, it->notes,
           it->failures);
    assert_int_equal(it->failures, 0);
}

int main(void)
{
    static struct fixture fixture;
    if (!corpus_is_there()) {
        return CORPUS_SKIPPED;
    }
    fixture.kept = getenv("PLANLINT_KEEP");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(comments_change_nothing_else, &fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
