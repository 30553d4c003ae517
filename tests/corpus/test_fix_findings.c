/* Safe fixes on every text of the corpus: what they mend is gone, nothing new
 * appears, and only what a fix names has changed. */
#include "cmocka_wrap.h"

#include "corpus_texts.h"

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "builtin_rules.h"
#include "lint/fix.h"
#include "lint/ruleset.h"
#include "plan/plan.h"
#include "text/source.h"

struct fixture {
    struct pl_arena *arena;    /* of the run */
    struct pl_arena *document; /* emptied after each text */
    struct pl_fixer fixer;
    struct pl_error error;
    size_t texts;
    size_t fixed;
    size_t failures;
};

static void fault(struct fixture *it, const char *path,
                  const struct pl_finding *finding, const char *what)
{
    it->failures++;
    printf("%s: %.*s at byte %u: %s (%s)\n", path,
           PL_STR_ARG(finding->rule->id), finding->range.start, what,
           finding->message);
}

/* The range of the old file that a place of the new one comes from: that
 * place, or all that an edit has replaced. */
static struct pl_range origin_of(const struct pl_fixed *fixed, size_t place)
{
    size_t old_end = 0; /* of the last edit before the place */
    size_t new_end = 0;
    for (size_t i = 0; i < fixed->edits.count; i++) {
        const struct pl_edit *it = &fixed->edits.items[i];
        size_t start = new_end + (it->range.start - old_end);
        if (place < start) {
            break;
        }
        if (place <= start + it->text.len) {
            return it->range;
        }
        new_end = start + it->text.len;
        old_end = it->range.end;
    }
    uint32_t at = (uint32_t)(old_end + (place - new_end));
    return (struct pl_range){at, at};
}

static struct pl_range in_file(const struct pl_source *source,
                               struct pl_range range)
{
    return (struct pl_range){
        (uint32_t)pl_source_file_offset(source, range.start),
        (uint32_t)pl_source_file_offset(source, range.end)};
}

static bool touch(struct pl_range a, struct pl_range b)
{
    return a.start <= b.end && b.start <= a.end;
}

/* Whether the rule had something to say about that place before. */
static bool was_there(const struct pl_source *before,
                      const struct pl_findings *findings,
                      const struct pl_rule *rule, struct pl_range place)
{
    for (size_t i = 0; i < findings->list.len; i++) {
        const struct pl_finding *it = findings->list.items[i];
        if (it->rule == rule && touch(in_file(before, it->range), place)) {
            return true;
        }
    }
    return false;
}

static void check_nothing_new(struct fixture *it, const struct pl_plan *before,
                              const struct pl_findings *found,
                              const struct pl_fixed *fixed)
{
    const struct pl_findings *left = &fixed->result.findings;
    for (size_t i = 0; i < left->list.len; i++) {
        const struct pl_finding *finding = left->list.items[i];
        size_t place =
            pl_source_file_offset(fixed->plan->source, finding->range.start);
        if (!was_there(before->source, found, finding->rule,
                       origin_of(fixed, place))) {
            fault(it, before->source->path, finding, "is new");
        }
    }
}

/* Whether a finding of the old text, or one that came up where a fix had been
 * applied, asked for the edit. */
static bool was_asked_for(const struct pl_source *before,
                          const struct pl_findings *findings,
                          struct pl_range edit)
{
    for (size_t i = 0; i < findings->list.len; i++) {
        const struct pl_finding *it = findings->list.items[i];
        for (size_t k = 0; k < it->fixes.len; k++) {
            const struct pl_fix *fix = &it->fixes.items[k];
            for (size_t n = 0; n < fix->edits.len; n++) {
                if (touch(in_file(before, fix->edits.items[n].range), edit)) {
                    return true;
                }
            }
        }
    }
    return false;
}

static void check_only_fixes(struct fixture *it, const struct pl_plan *before,
                             const struct pl_findings *found,
                             const struct pl_fixed *fixed)
{
    for (size_t i = 0; i < fixed->edits.count; i++) {
        struct pl_range range = fixed->edits.items[i].range;
        if (!was_asked_for(before->source, found, range)) {
            it->failures++;
            printf("%s: bytes %u to %u are changed, and no fix asks for it\n",
                   before->source->path, range.start, range.end);
        }
    }
}

static const struct pl_plan *read_plan(struct fixture *it, const char *path,
                                       pl_str bytes)
{
    struct pl_source *source;
    return pl_source_read(it->document, path, bytes, NULL, &source, &it->error)
               ? pl_plan_read(it->document, source)
               : NULL;
}

/* As a second run reads it. */
static void check_second_run(struct fixture *it, const char *path,
                             const struct pl_fixed *fixed)
{
    const struct pl_plan *plan =
        read_plan(it, path, fixed->plan->source->bytes);
    struct pl_fixed again;
    if (!plan ||
        !pl_fix_document(it->document, plan, &it->fixer, &again, &it->error) ||
        again.edits.count > 0 || !fixed->is_settled) {
        it->failures++;
        printf("%s: a second run finds something to fix\n", path);
    }
}

static void check_text(struct fixture *it, const char *path, pl_str bytes)
{
    const struct pl_plan *plan = read_plan(it, path, bytes);
    if (!plan) {
        return;
    }
    struct pl_lint_result before =
        pl_lint(it->document, plan, it->fixer.ruleset, NULL);
    struct pl_fixed fixed;
    it->texts++;
    if (!pl_fix_document(it->document, plan, &it->fixer, &fixed, &it->error)) {
        it->failures++;
        printf("%s\n", it->error.message);
        return;
    }
    it->fixed += fixed.findings;
    check_nothing_new(it, plan, &before.findings, &fixed);
    check_only_fixes(it, plan, &before.findings, &fixed);
    check_second_run(it, path, &fixed);
}

static void visit(void *state, const char *path, pl_str bytes)
{
    struct fixture *it = state;
    check_text(it, path, bytes);
    pl_arena_reset(it->document);
}

static void safe_fixes_mend_and_bring_nothing_new(void **state)
{
    struct fixture *it = *state;
    corpus_each_text(visit, it);
    printf("%zu texts, %zu findings fixed, %zu failures\n", it->texts,
           it->fixed, it->failures);
    assert_true(it->texts > 0);
    assert_true(it->fixed > 0);
    assert_int_equal(it->failures, 0);
}

static int set_up(void **state)
{
    static struct fixture it;
    it = (struct fixture){.arena = pl_arena_new(), .document = pl_arena_new()};
    *state = &it;
    it.fixer = (struct pl_fixer){.ruleset = builtin_rules(it.arena, "itu"),
                                 .least = PL_SEVERITY_INFO};
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
    if (!corpus_is_there()) {
        return CORPUS_SKIPPED;
    }
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(
        safe_fixes_mend_and_bring_nothing_new, set_up, tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
