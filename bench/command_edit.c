#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "lint/lint.h"
#include "measure.h"
#include "options.h"
#include "plan/plan.h"
#include "random.h"
#include "subject.h"
#include "syntax/tree.h"
#include "text/source.h"

enum { MEGABYTE = 1000 * 1000, EDITS_A_RUN = 10, SEED = 4 };

struct editing {
    struct pl_arena *arena; /* of all edits */
    const struct pl_subject *subject;
    pl_str text; /* before each edit */
    struct pl_tree *tree;
    struct pl_times reading;
    struct pl_times reparsing;
    struct pl_times modelling;
    struct pl_times linting;
    struct pl_times whole;
};

/* The text with an "x" put in before the character at `at`. */
static pl_str insert(struct pl_arena *arena, pl_str text, size_t at)
{
    char *edited = pl_arena_alloc(arena, text.len + 1);
    memcpy(edited, text.data, at);
    edited[at] = 'x';
    memcpy(edited + at + 1, text.data + at, text.len - at);
    return (pl_str){edited, text.len + 1};
}

static bool edit_once(struct editing *it, struct pl_arena *arena, size_t at)
{
    pl_str edited = insert(arena, it->text, at);
    struct pl_source *source;
    struct pl_error error;
    double start = pl_now();
    if (!pl_source_read(arena, it->subject->name, edited, NULL, &source,
                        &error)) {
        fprintf(stderr, "planlint_bench: %s\n", error.message);
        return false;
    }
    double now = pl_times_add(it->arena, &it->reading, start);
    struct pl_tree *tree = pl_tree_reparse(it->tree, source->text);
    now = pl_times_add(it->arena, &it->reparsing, now);
    const struct pl_plan *plan = pl_plan_build(arena, source, NULL, tree);
    now = pl_times_add(it->arena, &it->modelling, now);
    pl_lint(arena, plan, it->subject->ruleset, NULL);
    pl_times_add(it->arena, &it->linting, now);
    pl_times_add(it->arena, &it->whole, start);
    pl_tree_free(tree);
    return true;
}

static bool edit_all(struct editing *it, size_t edits)
{
    struct pl_random random = {.state = SEED};
    struct pl_arena *arena = pl_arena_new();
    bool ok = true;
    for (size_t i = 0; ok && i < edits; i++) {
        size_t at = pl_random_below(&random, (uint32_t)it->text.len + 1);
        ok = edit_once(it, arena, pl_utf8_start(it->text, at));
        pl_arena_reset(arena);
    }
    pl_arena_free(arena);
    return ok;
}

static void print(const char *name, struct pl_times *times)
{
    printf("  %-10s%10.3f%10.3f\n", name, pl_times_quantile(times, 0.5),
           pl_times_quantile(times, 0.95));
}

static bool measure(struct pl_arena *arena, const struct pl_subject *subject,
                    size_t edits)
{
    struct pl_source *source;
    struct pl_error error;
    if (!pl_source_read(arena, subject->name, subject->bytes, NULL, &source,
                        &error)) {
        fprintf(stderr, "planlint_bench: %s\n", error.message);
        return false;
    }
    struct editing it = {.arena = arena,
                         .subject = subject,
                         .text = source->text,
                         .tree = pl_tree_parse(source->text)};
    bool ok = edit_all(&it, edits);
    pl_tree_free(it.tree);
    if (ok) {
        printf("%zu edits of one character in %zu B, milliseconds of one "
               "core\n  %-10s%10s%10s\n",
               edits, source->text.len, "", "median", "p95");
        print("read", &it.reading);
        print("reparse", &it.reparsing);
        print("model", &it.modelling);
        print("lint", &it.linting);
        print("together", &it.whole);
    }
    return ok;
}

int pl_bench_edit(const struct pl_bench_options *options)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_subject subject;
    size_t bytes = options->bytes ? options->bytes : MEGABYTE;
    bool ok = pl_subject_make(arena, options, bytes, &subject) &&
              measure(arena, &subject, options->runs * EDITS_A_RUN);
    pl_arena_free(arena);
    return ok ? 0 : 2;
}
