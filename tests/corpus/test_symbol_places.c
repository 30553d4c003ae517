/* Symbols of every text of the corpus: at each word what is found is in order,
 * inside the text, and around the cursor; renaming changes occurrences only. */
#include "cmocka_wrap.h"

#include "corpus_texts.h"

#include <stdio.h>

#include "base/arena.h"
#include "plan/plan.h"
#include "plan/rename.h"
#include "plan/symbols.h"
#include "text/source.h"

struct fixture {
    struct pl_arena *document; /* emptied after each text */
    size_t texts;
    size_t words;
    size_t hits;
    size_t renamable;
    size_t renamed;
    size_t failures;
};

static void fault(struct fixture *it, const char *path, uint32_t offset,
                  const char *what)
{
    it->failures++;
    printf("%s: at byte %u: %s\n", path, offset, what);
}

static bool is_inside(struct pl_range inner, struct pl_range outer)
{
    return outer.start <= inner.start && inner.start < inner.end &&
           inner.end <= outer.end;
}

static bool is_well_formed(const struct pl_symbols *symbols, uint32_t at)
{
    const struct pl_occurrence *it = &symbols->occurrences[at];
    struct pl_range all = {0, (uint32_t)symbols->plan->text.len};
    return it->symbol < symbols->count && is_inside(it->range, it->reach) &&
           is_inside(it->reach, all) &&
           (at == 0 || it[-1].reach.start <= it->reach.start) &&
           (it->pair == PL_NONE || symbols->occurrences[it->pair].pair == at);
}

static void check_occurrences(struct fixture *it, const char *path,
                              const struct pl_symbols *symbols)
{
    for (uint32_t i = 0; i < symbols->occurrence_count; i++) {
        if (!is_well_formed(symbols, i)) {
            fault(it, path, symbols->occurrences[i].range.start,
                  "an occurrence is not well formed");
        }
    }
    for (uint32_t i = 0; i < symbols->count; i++) {
        const struct pl_symbol *symbol = &symbols->items[i];
        if (symbol->first >= symbol->end) {
            fault(it, path, symbol->number.start, "a symbol stands nowhere");
        }
    }
}

/* Edits are of occurrences, and do not overlap. */
static void check_edits(struct fixture *it, const char *path,
                        const struct pl_symbols *symbols, struct pl_edits edits)
{
    for (size_t i = 0; i < edits.count; i++) {
        struct pl_range range = edits.items[i].range;
        struct pl_symbol_hit hit = pl_symbol_at(symbols, range.start);
        if (!hit.occurrence ||
            (i > 0 && edits.items[i - 1].range.end > range.start)) {
            fault(it, path, range.start, "an edit is of no occurrence");
        }
    }
}

static void check_rename(struct fixture *it, const char *path,
                         const struct pl_symbols *symbols,
                         struct pl_symbol_hit hit)
{
    uint32_t offset = hit.occurrence->range.start;
    bool is_acronym = hit.symbol->kind == PL_SYMBOL_ACRONYM;
    bool is_name = hit.occurrence->role != PL_OCCURRENCE_NUMBER;
    pl_str name = pl_str_from(is_name      ? "Calm Zebras"
                              : is_acronym ? "QXJZ"
                                           : "7777");
    struct pl_edits edits;
    struct pl_error error;
    if (pl_rename(it->document, symbols, offset, name, &edits, &error)) {
        it->renamed++;
        check_edits(it, path, symbols, edits);
    }
}

static void check_word(struct fixture *it, const char *path,
                       const struct pl_symbols *symbols, uint32_t offset)
{
    struct pl_symbol_hit hit = pl_symbol_at(symbols, offset);
    struct pl_rename_target target;
    struct pl_error error;
    it->words++;
    if (!hit.symbol) {
        return;
    }
    it->hits++;
    if (offset < hit.occurrence->reach.start ||
        offset > hit.occurrence->reach.end ||
        &symbols->items[hit.occurrence->symbol] != hit.symbol) {
        fault(it, path, offset, "what is found is not at the cursor");
    }
    if (!pl_rename_prepare(it->document, symbols, offset, &target, &error)) {
        return;
    }
    it->renamable++;
    if (target.placeholder.len == 0) {
        fault(it, path, offset, "the placeholder is empty");
    }
    if (it->renamable % 8 == 0) {
        check_rename(it, path, symbols, hit);
    }
}

static void visit(void *state, const char *path, pl_str bytes)
{
    struct fixture *it = state;
    struct pl_source *source;
    struct pl_error error;
    if (!pl_source_read(it->document, path, bytes, NULL, &source, &error)) {
        return;
    }
    const struct pl_plan *plan = pl_plan_read(it->document, source);
    const struct pl_symbols *symbols = pl_symbols_build(it->document, plan);
    it->texts++;
    check_occurrences(it, path, symbols);
    for (uint32_t i = 0; i < plan->words->count; i++) {
        check_word(it, path, symbols, plan->words->items[i].start);
    }
    pl_arena_reset(it->document);
}

static void symbols_are_where_the_cursor_is(void **state)
{
    (void)state;
    struct fixture it = {.document = pl_arena_new()};
    corpus_each_text(visit, &it);
    pl_arena_free(it.document);
    printf("%zu texts, %zu words, %zu on a symbol, %zu of them can be renamed, "
           "%zu renamed, %zu failures\n",
           it.texts, it.words, it.hits, it.renamable, it.renamed, it.failures);
    assert_true(it.texts > 0);
    assert_true(it.hits > 0);
    assert_true(it.renamed > 0);
    assert_int_equal(it.failures, 0);
}

int main(void)
{
    if (!corpus_is_there()) {
        return CORPUS_SKIPPED;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(symbols_are_where_the_cursor_is)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
