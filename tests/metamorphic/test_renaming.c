/* Every symbol of every plan among the fixtures is renamed to something new
 * and back: the text is then the same byte for byte. In between the symbol
 * has as many places as before, and the plan as many findings. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "builtin_rules.h"
#include "lint/lint.h"
#include "lint/ruleset.h"
#include "plan/plan.h"
#include "plan/rename.h"
#include "plan/symbols.h"
#include "text/source.h"

enum { MAX_PLAN = 1024 * 1024 };

struct fixture {
    struct pl_arena *arena;    /* of a plan */
    struct pl_arena *document; /* of one renaming */
    struct pl_ruleset *ruleset;
    const char *file;
    struct pl_source *source;
    const struct pl_symbols *symbols;
    size_t findings;
    size_t renamed;
    size_t failures;
};

static const struct pl_plan *read(struct fixture *it, struct pl_arena *arena,
                                  pl_str text, struct pl_source **source)
{
    struct pl_error error;
    const enum pl_format *format = it->source ? &it->source->format : NULL;
    if (!pl_source_read(arena, it->file, text, format, source, &error)) {
        fail_msg("%s", error.message);
    }
    return pl_plan_read(arena, *source);
}

static size_t count_findings(const struct fixture *it, struct pl_arena *arena,
                             const struct pl_plan *plan)
{
    return pl_lint(arena, plan, it->ruleset, NULL).findings.list.len;
}

static uint32_t places_of(const struct pl_symbols *symbols,
                          struct pl_symbol_hit hit)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < hit.symbol->end - hit.symbol->first; i++) {
        count += pl_symbol_occurrence(symbols, hit.symbol, i)->role ==
                 hit.occurrence->role;
    }
    return count;
}

/* Other words with the same initials: "Safe Entry for All" becomes "Szebra
 * Eokapi for All". */
static pl_str new_name(struct pl_arena *arena, pl_str name)
{
    static const char *const words[] = {"zebra", "okapi", "ibis"};
    struct pl_buf out = pl_buf_in(arena);
    size_t count = 0;
    for (size_t at = 0; at < name.len;) {
        pl_str word = pl_utf8_letters(pl_str_slice(name, at, name.len));
        size_t len;
        pl_utf8_decode(name, at, &len);
        bool is_long = pl_utf8_count(word) > 3;
        pl_buf_add(&out, pl_str_slice(name, at, at + len));
        if (is_long) {
            pl_buf_add_text(&out, words[count++ % PL_COUNT(words)]);
        } else {
            pl_buf_add(&out, pl_str_slice(word, len, word.len));
        }
        at += word.len > 0 ? word.len : len;
    }
    return pl_buf_str(&out);
}

/* Of the same shape, and that no fixture has; a letter may be taken. */
static pl_str new_number(struct pl_arena *arena, const struct pl_symbol *symbol,
                         pl_str now)
{
    struct pl_label label = symbol->label;
    switch (symbol->kind) {
    case PL_SYMBOL_ACRONYM:
        return pl_str_from("QXJ");
    case PL_SYMBOL_FOOTNOTE:
        return pl_str_from("77");
    case PL_SYMBOL_LINK:
        return pl_str_from("zebra");
    case PL_SYMBOL_SECTION:
    case PL_SYMBOL_ANNEX:
    case PL_SYMBOL_PARAGRAPH:
    case PL_SYMBOL_ITEM:
    case PL_SYMBOL_CLAUSE_ITEM:
    case PL_SYMBOL_ENTITY:
    case PL_SYMBOL_CAPTION:
    case PL_SYMBOL_INSTRUMENT:
    case PL_SYMBOL_KIND_COUNT:
        break;
    }
    if (label.count == 0) {
        return now;
    }
    struct pl_label_part *last = &label.parts[label.count - 1];
    last->letter = 0;
    if (last->style != PL_LABEL_DECIMAL) {
        last->value++;
    } else if (symbol->kind == PL_SYMBOL_ENTITY) {
        last->value += 60;
    } else {
        last->bis = 8; /* octies */
    }
    return pl_label_text(arena, label);
}

static void fault(struct fixture *it, const struct pl_symbol *symbol,
                  pl_str name, const char *what)
{
    pl_str title = pl_symbol_title(it->document, it->symbols, symbol);
    print_error("%s: %.*s as \"%.*s\": %s\n", it->file, PL_STR_ARG(title),
                PL_STR_ARG(name), what);
    it->failures++;
}

/* The start of what the edit at or around an offset has put there. */
static uint32_t after(struct pl_edits edits, uint32_t offset)
{
    int64_t shift = 0;
    for (size_t i = 0; i < edits.count; i++) {
        struct pl_range range = edits.items[i].range;
        if (range.start > offset) {
            break;
        }
        if (offset < range.end) {
            return (uint32_t)(range.start + shift);
        }
        shift += (int64_t)edits.items[i].text.len - (range.end - range.start);
    }
    return (uint32_t)(offset + shift);
}

static void rename_back(struct fixture *it, const struct pl_symbol *symbol,
                        const struct pl_symbols *there, uint32_t offset,
                        pl_str name)
{
    struct pl_edits edits;
    struct pl_error error;
    if (!pl_rename(it->document, there, offset, name, &edits, &error)) {
        fault(it, symbol, name, error.message);
        return;
    }
    pl_str back = pl_edits_apply(it->document, there->plan->text, edits);
    if (!pl_str_eq(back, it->symbols->plan->text)) {
        fault(it, symbol, name, "the text has changed");
    }
}

/* Not a title that says what stands below it. */
static bool is_plain_name(const struct fixture *it,
                          const struct pl_symbol *symbol)
{
    return symbol->kind == PL_SYMBOL_ENTITY &&
           it->symbols->plan->entities[symbol->index].kind !=
               PL_ENTITY_COMPONENT;
}

/* At one of its places. */
static void check_place(struct fixture *it, const struct pl_symbol *symbol,
                        const struct pl_occurrence *place)
{
    uint32_t offset = place->range.start;
    struct pl_symbol_hit hit = pl_symbol_at(it->symbols, offset);
    struct pl_rename_target target;
    struct pl_edits edits;
    struct pl_error error;
    if (hit.occurrence != place ||
        !pl_rename_prepare(it->document, it->symbols, offset, &target,
                           &error)) {
        return;
    }
    bool is_number = place->role == PL_OCCURRENCE_NUMBER;
    pl_str name = is_number
                      ? new_number(it->document, symbol, target.placeholder)
                      : new_name(it->document, target.placeholder);
    if (!pl_rename(it->document, it->symbols, offset, name, &edits, &error)) {
        if (!strstr(error.message, "is there already")) {
            fault(it, symbol, name, error.message);
        }
        return;
    }
    it->renamed++;
    struct pl_source *source;
    const struct pl_plan *plan =
        read(it, it->document,
             pl_edits_apply(it->document, it->source->text, edits), &source);
    const struct pl_symbols *there = pl_symbols_build(it->document, plan);
    offset = after(edits, offset);
    struct pl_symbol_hit found = pl_symbol_at(there, offset);
    if (!found.symbol ||
        places_of(there, found) != places_of(it->symbols, hit)) {
        fault(it, symbol, name, "it has other places");
        return;
    }
    if (!is_number && is_plain_name(it, symbol) &&
        count_findings(it, it->document, plan) != it->findings) {
        fault(it, symbol, name, "there are other findings");
    }
    rename_back(it, symbol, there, offset, target.placeholder);
}

static void check_plan(struct fixture *it, const char *file)
{
    pl_str bytes;
    struct pl_error error;
    const char *path = pl_arena_printf(it->arena, "%s/tests/fixtures/plans/%s",
                                       PLANLINT_SOURCE_DIR, file);
    if (!pl_file_read(it->arena, path, MAX_PLAN, &bytes, &error)) {
        fail_msg("%s", error.message);
    }
    it->file = file;
    it->source = NULL;
    const struct pl_plan *plan = read(it, it->arena, bytes, &it->source);
    it->symbols = pl_symbols_build(it->arena, plan);
    it->findings = count_findings(it, it->arena, plan);
    for (uint32_t i = 0; i < it->symbols->count; i++) {
        const struct pl_symbol *symbol = &it->symbols->items[i];
        uint32_t last = symbol->end - 1;
        for (uint32_t k = symbol->first; k < symbol->end;
             k +=
             k < last && last - symbol->first > 1 ? last - symbol->first : 1) {
            check_place(it, symbol,
                        &it->symbols->occurrences[it->symbols->by_symbol[k]]);
            pl_arena_reset(it->document);
        }
    }
    pl_arena_reset(it->arena);
}

static void whatever_is_renamed_can_be_renamed_back(void **state)
{
    struct fixture *it = *state;
    static const char *const files[] = {
        "clean-agency.txt", "clean-city.md",       "clean-handbook.md",
        "clean-numbers.md", "clean-plan-es.txt",   "clean-plan-fr.txt",
        "clean-plan.md",    "clean-plan.txt",      "clean-resolution.txt",
        "clean-un.txt",     "clean-university.txt"};
    for (size_t i = 0; i < PL_COUNT(files); i++) {
        check_plan(it, files[i]);
    }
    print_message("%zu renamed, %zu failures\n", it->renamed, it->failures);
    assert_true(it->renamed > 200);
    assert_int_equal(it->failures, 0);
}

static int set_up(void **state)
{
    static struct pl_arena *run;
    static struct fixture it;
    run = pl_arena_new();
    it = (struct fixture){.arena = pl_arena_new(), .document = pl_arena_new()};
    it.ruleset = builtin_rules(run, "itu");
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
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(
        whatever_is_renamed_can_be_renamed_back, set_up, tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
