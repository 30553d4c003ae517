/* Every kind of number in every text of the corpus, renumbered: the edits can
 * be undone, a second run changes nothing, and references mean what they meant.
 */
#include "cmocka_wrap.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "corpus_texts.h"
#include "plan/plan.h"
#include "plan/renumber.h"
#include "plan_from_text.h"
#include "renumbering.h"
#include "text/source.h"

struct fixture {
    struct pl_arena *document; /* emptied after each text */
    size_t texts;
    size_t runs;
    size_t numbers;
    size_t references;
    size_t left;
    size_t moved;     /* references that mean something else afterwards */
    size_t unsettled; /* a second run changes something */
    size_t failures;
};

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

static void check_plan(struct fixture *it, const struct pl_plan *plan)
{
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

static void visit(void *state, const char *path, pl_str bytes)
{
    struct fixture *it = state;
    struct pl_source *source;
    struct pl_error error;
    if (pl_source_read(it->document, path, bytes, NULL, &source, &error)) {
        check_plan(it, pl_plan_read(it->document, source));
    }
    pl_arena_reset(it->document);
}

static void numbers_change_and_references_keep_their_meaning(void **state)
{
    struct fixture counts = {.document = *state};
    struct fixture *it = &counts;
    corpus_each_text(visit, it);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(numbers_change_and_references_keep_their_meaning),
    };
    return corpus_is_there() ? cmocka_run_group_tests(tests, NULL, NULL)
                             : CORPUS_SKIPPED;
}
