/* What Word itself saw: the numbers in fields that refer to paragraphs, and the
 * entries of tables of contents, beside what is computed. */
#include "cmocka_wrap.h"

#include <stdio.h>

#include "base/arena.h"
#include "corpus_texts.h"
#include "plan_from_text.h"
#include "text/word/field/fields.h"
#include "text/word/number/numbers.h"
#include "text/word/read/read.h"

/* All are explained. Numbers: two of a specification whose table of contents
 * shows too that sections came in after the fields were updated, three that
 * Word wrote from right to left, "-8". Entries: most of that specification,
 * others of bulletins whose headings were changed by hand. */
enum { STALE_NUMBERS = 5, STALE_ENTRIES = 29 };

enum { VERDICTS = PL_WORD_VERDICT_ENTRY + 1 };

struct fixture {
    struct pl_arena *arena;
    size_t read;
    size_t refused;
    size_t numbers[VERDICTS]; /* fields that show a number, by verdict */
    size_t entries[VERDICTS]; /* of tables of contents */
    size_t others[VERDICTS];
};

static bool shows_number(const struct pl_word_judged_field *field)
{
    return field->instruction.kind == PL_WORD_FIELD_REF &&
           (pl_word_has_switch(&field->instruction, 'r') ||
            pl_word_has_switch(&field->instruction, 'n') ||
            pl_word_has_switch(&field->instruction, 'w'));
}

static size_t *place_of(struct fixture *it,
                        const struct pl_word_judged_field *field)
{
    size_t *counts = shows_number(field) ? it->numbers
                     : field->instruction.kind == PL_WORD_FIELD_TOC
                         ? it->entries
                         : it->others;
    return &counts[field->verdict];
}

static void judge(void *state, const char *path, pl_str bytes)
{
    struct fixture *it = state;
    const struct pl_word_file *word;
    struct pl_error error;
    pl_arena_reset(it->arena);
    if (!pl_word_read(it->arena, path, bytes, &word, &error)) {
        it->refused++;
        return;
    }
    it->read++;
    const struct pl_word_label *labels =
        pl_word_labels(it->arena, word, PL_WORD_FINAL);
    struct pl_word_fields fields =
        pl_word_fields_judge(it->arena, word, PL_WORD_FINAL, labels);
    for (uint32_t i = 0; i < fields.count; i++) {
        const struct pl_word_judged_field *field = &fields.items[i];
        (*place_of(it, field))++;
        if (field->verdict == PL_WORD_VERDICT_STALE ||
            field->verdict == PL_WORD_VERDICT_ENTRY) {
            printf("%s: %.*s %.*s: shows \"%.*s\", due is \"%.*s\"\n", path,
                   PL_STR_ARG(pl_word_field_keyword(field->instruction.kind)),
                   PL_STR_ARG(field->instruction.argument),
                   PL_STR_ARG(field->shown), PL_STR_ARG(field->due));
        }
    }
}

static void print_counts(const char *title, const size_t counts[VERDICTS])
{
    printf("%s: %zu fine, %zu without a bookmark, %zu stale, %zu to what has "
           "no number, %zu entries that differ\n",
           title, counts[PL_WORD_VERDICT_FINE],
           counts[PL_WORD_VERDICT_NO_BOOKMARK], counts[PL_WORD_VERDICT_STALE],
           counts[PL_WORD_VERDICT_UNNUMBERED], counts[PL_WORD_VERDICT_ENTRY]);
}

static void numbers_are_those_that_word_saw(void **state)
{
    struct fixture fixture = {.arena = *state};
    struct fixture *it = &fixture;
    corpus_each_word(judge, it);
    printf("%zu read, %zu refused\n", it->read, it->refused);
    print_counts("numbers", it->numbers);
    print_counts("contents", it->entries);
    print_counts("others", it->others);
    assert_true(it->numbers[PL_WORD_VERDICT_FINE] >= 192);
    assert_int_equal(it->numbers[PL_WORD_VERDICT_STALE], STALE_NUMBERS);
    assert_int_equal(it->entries[PL_WORD_VERDICT_ENTRY], STALE_ENTRIES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(numbers_are_those_that_word_saw),
    };
    if (!corpus_is_there()) {
        return CORPUS_SKIPPED;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
