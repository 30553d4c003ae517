#include <math.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "memory.h"
#include "options.h"
#include "stages.h"
#include "subject.h"

enum {
    SMALL = 380 * 1000, /* bytes; the annex of a plan has about a tenth */
    STEP = 10,          /* from one size to the next */
    SIZES = 3,
};

/* The same text in several sizes, or a file alone. */
struct series {
    size_t count;
    struct pl_subject subjects[SIZES];
    struct pl_stages *stages[SIZES];
    struct pl_memory memory[SIZES];
};

static bool measure(struct pl_arena *arena,
                    const struct pl_bench_options *options, size_t bytes,
                    struct series *series)
{
    size_t i = series->count++;
    size_t divided = options->runs * SMALL / bytes;
    size_t runs = divided < 3 ? 3 : divided;
    runs = runs < options->runs ? runs : options->runs;
    struct pl_subject *subject = &series->subjects[i];
    if (!pl_subject_make(arena, options, bytes, subject) ||
        !pl_memory_measure(subject, &series->memory[i])) {
        return false;
    }
    series->stages[i] = pl_stages_measure(arena, subject, runs);
    return true;
}

static bool measure_all(struct pl_arena *arena,
                        const struct pl_bench_options *options,
                        struct series *series)
{
    if (options->arguments[0] || options->bytes) {
        return measure(arena, options, options->bytes ? options->bytes : SMALL,
                       series);
    }
    size_t bytes = SMALL;
    for (size_t i = 0; i < SIZES; i++, bytes *= STEP) {
        if (!measure(arena, options, bytes, series)) {
            return false;
        }
    }
    return true;
}

static double median_of(const struct series *series, size_t size, size_t stage)
{
    return pl_times_quantile(&series->stages[size]->list.items[stage].times,
                             0.5);
}

/* How time grows with size: 1 is linear. */
static double exponent(const struct series *series, size_t size, size_t stage)
{
    double sizes = (double)series->subjects[size].bytes.len /
                   (double)series->subjects[size - 1].bytes.len;
    return log(median_of(series, size, stage) /
               median_of(series, size - 1, stage)) /
           log(sizes);
}

static void print_head(const struct series *series)
{
    printf("%-34s", "median, milliseconds of one core");
    for (size_t i = 0; i < series->count; i++) {
        printf("%12zu B   MB/s", series->subjects[i].bytes.len);
    }
    for (size_t i = 1; i < series->count; i++) {
        printf("  growth");
    }
    printf("   found\n");
}

static void print_stage(const struct series *series, size_t stage)
{
    const struct pl_stage *last =
        &series->stages[series->count - 1]->list.items[stage];
    printf("%s%-*.*s", last->kind == PL_STAGE_WHOLE ? "" : "  ",
           last->kind == PL_STAGE_WHOLE ? 34 : 32, PL_STR_ARG(last->name));
    for (size_t i = 0; i < series->count; i++) {
        double median = median_of(series, i, stage);
        double megabytes = (double)series->subjects[i].bytes.len / 1e6;
        printf("%14.3f %6.0f", median,
               median > 0 ? megabytes / (median / 1e3) : 0);
    }
    for (size_t i = 1; i < series->count; i++) {
        printf("%8.2f", exponent(series, i, stage));
    }
    if (last->count) {
        printf("%8zu", last->count);
    }
    printf("\n");
}

static void print_memory(const struct series *series)
{
    for (size_t i = 0; i < series->count; i++) {
        double bytes = (double)series->subjects[i].bytes.len;
        printf("memory at %zu B: peak %.2f bytes a byte, of these %.2f in "
               "arenas\n",
               series->subjects[i].bytes.len,
               (double)series->memory[i].peak / bytes,
               (double)series->memory[i].arena / bytes);
    }
}

int pl_bench_run(const struct pl_bench_options *options)
{
    struct pl_arena *arena = pl_arena_new();
    struct series series = {0};
    bool ok = measure_all(arena, options, &series);
    if (ok) {
        print_head(&series);
        for (size_t i = 0; i < series.stages[0]->list.len; i++) {
            print_stage(&series, i);
        }
        print_memory(&series);
    }
    pl_arena_free(arena);
    return ok ? 0 : 2;
}
