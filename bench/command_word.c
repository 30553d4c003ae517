#include <stdio.h>

#include "base/arena.h"
#include "base/error.h"
#include "lint/lint.h"
#include "measure.h"
#include "memory.h"
#include "options.h"
#include "plan/plan.h"
#include "subject.h"
#include "text/package/zip.h"
#include "text/source.h"

enum {
    FORTY_PAGES = 1100 * 1000, /* bytes of the main part */
    HUGE_PART = 100 * 1000 * 1000,
    FEW_RUNS = 3, /* of what is huge */
};

struct figures {
    struct pl_arena *arena;
    size_t part; /* bytes of the main part */
    size_t text; /* bytes of what was read */
    struct pl_times reading;
    struct pl_times linting; /* all that comes after */
    struct pl_memory memory; /* of reading */
};

static bool count_piece(void *bytes, pl_str piece, struct pl_error *error)
{
    (void)error;
    *(size_t *)bytes += piece.len;
    return true;
}

/* How long the main part is when it is inflated. */
static bool count_part(struct figures *it, const struct pl_subject *subject,
                       struct pl_error *error)
{
    struct pl_zip *zip;
    struct pl_zip_sink sink = {count_piece, &it->part};
    if (!pl_zip_open(it->arena, subject->name, subject->bytes, &zip, error)) {
        return false;
    }
    size_t entry = pl_zip_find(zip, (pl_str)PL_STR("word/document.xml"));
    return entry == PL_NOWHERE
               ? PL_FAIL(error, "%s: has no word/document.xml", subject->name)
               : pl_zip_stream(zip, entry, sink, error);
}

static bool pass(struct figures *it, struct pl_arena *arena,
                 const struct pl_subject *subject, struct pl_error *error)
{
    struct pl_source *source;
    double start = pl_now();
    if (!pl_source_read(arena, subject->name, subject->bytes, NULL, &source,
                        error)) {
        return false;
    }
    double now = pl_times_add(it->arena, &it->reading, start);
    it->text = source->text.len;
    pl_lint(arena, pl_plan_read(arena, source), subject->ruleset, NULL);
    pl_times_add(it->arena, &it->linting, now);
    return true;
}

static bool measure(struct figures *it, const struct pl_subject *subject,
                    size_t runs)
{
    struct pl_error error;
    bool ok = count_part(it, subject, &error);
    runs = it->part < HUGE_PART / 2 ? runs : FEW_RUNS;
    for (size_t i = 0; ok && i < runs; i++) {
        struct pl_arena *arena = pl_arena_new();
        ok = pass(it, arena, subject, &error);
        pl_arena_free(arena);
    }
    if (!ok) {
        fprintf(stderr, "planlint_bench: %s\n", error.message);
    }
    return ok && pl_memory_measure_reading(subject, &it->memory);
}

static void print(struct figures *it, const struct pl_subject *subject)
{
    double reading = pl_times_quantile(&it->reading, 0.5);
    printf("%12zu %14zu %10zu %10.1f %6.0f %10.1f %12.1f\n", subject->bytes.len,
           it->part, it->text, reading, (double)it->part / 1e3 / reading,
           pl_times_quantile(&it->linting, 0.5), (double)it->memory.peak / 1e6);
}

static bool measure_one(const struct pl_bench_options *options, size_t bytes)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_subject subject;
    struct figures figures = {.arena = arena};
    bool ok = pl_subject_make(arena, options, bytes, &subject) &&
              measure(&figures, &subject, options->runs);
    if (ok) {
        print(&figures, &subject);
    }
    pl_arena_free(arena);
    return ok;
}

int pl_bench_word(const struct pl_bench_options *options)
{
    struct pl_bench_options word = *options;
    word.is_word = true;
    printf("%12s %14s %10s %10s %6s %10s %12s\n", "file, bytes", "document.xml",
           "text", "read, ms", "MB/s", "lint, ms", "reading, MB");
    bool is_one = word.arguments[0] || word.bytes;
    bool ok = measure_one(&word, word.bytes ? word.bytes : FORTY_PAGES) &&
              (is_one || measure_one(&word, HUGE_PART));
    return ok ? 0 : 2;
}
