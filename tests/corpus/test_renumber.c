/* Every kind of number in every text of the corpus, renumbered: the edits can
 * be undone, a second run changes nothing, and references mean what they meant.
 */
#include "cmocka_wrap.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/file.h"
#include "plan/plan.h"
#include "plan/renumber.h"
#include "renumbering.h"
#include "text/source.h"

enum { SKIPPED = 77, DEEPEST = 32 };

struct fixture {
    struct pl_arena *arena;    /* of the run */
    struct pl_arena *document; /* emptied after each text */
    struct pl_error error;
    size_t texts;
    size_t runs;
    size_t numbers;
    size_t references;
    size_t left;
    size_t moved;     /* references that mean something else afterwards */
    size_t unsettled; /* a second run changes something */
    size_t failures;
};

static const char *corpus_folder(struct pl_arena *arena)
{
    const char *given = getenv("PLANLINT_CORPUS");
    return given ? given
                 : pl_arena_printf(arena, "%s/../shared/corpus",
                                   PLANLINT_SOURCE_DIR);
}

static bool is_text(const char *path)
{
    static const pl_str others[] = {
        PL_STR("docx"), PL_STR("docm"), PL_STR("dotx"), PL_STR("zip"),
        PL_STR("pdf"),  PL_STR("doc"),  PL_STR("gz")};
    for (size_t i = 0; i < PL_COUNT(others); i++) {
        if (pl_str_eq_ignore_case(pl_path_extension(path), others[i])) {
            return false;
        }
    }
    return true;
}

static void complain(struct fixture *it, const struct pl_plan *plan,
                     struct pl_renumber_request request, const char *what)
{
    it->failures++;
    printf("%s: %s, style %d, at %u: %s\n", plan->source->path,
           pl_renumber_plural(request.kind), (int)request.style, request.offset,
           what);
}

static void check_request(struct fixture *it, const struct pl_plan *plan,
                          struct pl_renumber_request request)
{
    struct renumbering made = renumber(it->document, plan, request);
    it->runs++;
    it->numbers += made.result.numbers;
    it->references += made.result.references;
    it->left += made.result.left_count;
    if (!are_edits_valid(plan, made.result.edits)) {
        complain(it, plan, request, "the edits are not valid");
        return;
    }
    if (!is_undone(it->document, plan, &made)) {
        complain(it, plan, request, "undoing gives another text");
    }
    if (made.result.edits.count == 0) {
        return;
    }
    struct pl_renumber_request same = request;
    same.offset = request.offset == PL_NONE
                      ? PL_NONE
                      : place_after(made.result.edits, request.offset);
    struct renumbering again = renumber(it->document, made.after, same);
    if (again.result.edits.count > 0) {
        complain(it, plan, request, "a second run changes something");
        it->failures--;
        it->unsettled++;
    }
    size_t moved = count_moved(plan, &made, getenv("PLANLINT_SHOW") != NULL);
    it->moved += moved;
    if (moved > 0) {
        complain(it, plan, request, "references mean something else");
    }
}

/* Every number of a series higher by some: all references have to follow. */
static void check_shifts(struct fixture *it, const struct pl_plan *plan)
{
    enum { MOST = 30, SHIFT = 7 };
    struct pl_renumber_spot spot;
    for (uint32_t i = 0; i < plan->series_count && i < MOST; i++) {
        const struct pl_series_entry *entry =
            &plan->series_entries[plan->series[i].first_entry];
        struct pl_label label = entry->label;
        bool is_decimal =
            label.parts[label.count - 1].style == PL_LABEL_DECIMAL;
        if (!is_decimal || plan->series[i].kind == PL_SERIES_ITEM ||
            !pl_renumber_series_at(plan, entry->range.start, &spot)) {
            continue; /* lists begin with the first number, letters go round */
        }
        check_request(
            it, plan,
            (struct pl_renumber_request){
                .kind = spot.kind,
                .offset = entry->range.start,
                .first =
                    (uint16_t)(label.parts[label.count - 1].value + SHIFT)});
    }
}

static void check_text(struct fixture *it, const char *path)
{
    pl_str bytes;
    struct pl_source *source;
    if (!is_text(path) ||
        !pl_file_read(it->document, path, PL_SOURCE_MAX, &bytes, &it->error) ||
        !pl_source_read(it->document, path, bytes, NULL, &source, &it->error)) {
        return;
    }
    const struct pl_plan *plan = pl_plan_read(it->document, source);
    it->texts++;
    check_shifts(it, plan);
    for (unsigned kind = 0; kind < PL_RENUMBER_KIND_COUNT; kind++) {
        for (unsigned style = 0; style <= PL_RENUMBER_LETTER; style++) {
            check_request(it, plan,
                          (struct pl_renumber_request){
                              .kind = (enum pl_renumber_kind)kind,
                              .style = (enum pl_renumber_style)style,
                              .offset = PL_NONE});
        }
    }
}

static void check_folder(struct fixture *it, const char *folder, int depth)
{
    const char *const *names;
    size_t count;
    if (depth > DEEPEST ||
        !pl_file_list(it->arena, folder, &names, &count, &it->error)) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const char *path = pl_path_join(it->arena, folder, names[i]);
        if (pl_file_kind(path) == PL_FILE_DIRECTORY) {
            check_folder(it, path, depth + 1);
        } else {
            check_text(it, path);
            pl_arena_reset(it->document);
        }
    }
}

static void numbers_change_and_references_keep_their_meaning(void **state)
{
    struct fixture *it = *state;
    check_folder(it, corpus_folder(it->arena), 0);
    printf("%zu texts, %zu runs, %zu numbers and %zu references changed, %zu "
           "places left, %zu references moved, %zu unsettled, %zu failures\n",
           it->texts, it->runs, it->numbers, it->references, it->left,
           it->moved, it->unsettled, it->failures);
    assert_true(it->texts > 0);
    assert_true(it->references > 0);
    assert_int_equal(it->failures, 0);
    /* Tables of bits and columns of a page that look like numbers. */
    assert_true(it->unsettled * 10000 <= it->runs);
}

static int set_up(void **state)
{
    static struct fixture it;
    it = (struct fixture){.arena = pl_arena_new(), .document = pl_arena_new()};
    *state = &it;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *it = *state;
    pl_arena_free(it->document);
    pl_arena_free(it->arena);
    return 0;
}

int main(void)
{
    struct pl_arena *arena = pl_arena_new();
    bool is_there = pl_file_kind(corpus_folder(arena)) == PL_FILE_DIRECTORY;
    pl_arena_free(arena);
    if (!is_there) {
        puts("skipped: there is no corpus of real documents (set "
             "PLANLINT_CORPUS)");
        return SKIPPED;
    }
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(
        numbers_change_and_references_keep_their_meaning, set_up, tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
