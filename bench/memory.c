#include "memory.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "lint/lint.h"
#include "plan/plan.h"
#include "subject.h"
#include "text/source.h"

static size_t peak_bytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (size_t)usage.ru_maxrss * 1024;
}

typedef struct pl_memory measuring(const struct pl_subject *subject);

static struct pl_source *read_source(struct pl_arena *arena,
                                     const struct pl_subject *subject,
                                     pl_str bytes)
{
    struct pl_source *source;
    struct pl_error error;
    if (!pl_source_read(arena, subject->name, bytes, NULL, &source, &error)) {
        _exit(2);
    }
    return source;
}

static struct pl_memory measure_reading(const struct pl_subject *subject)
{
    size_t before = peak_bytes();
    struct pl_arena *arena = pl_arena_new();
    read_source(arena, subject, subject->bytes);
    return (struct pl_memory){.peak = peak_bytes() - before,
                              .arena = pl_arena_used(arena)};
}

static struct pl_memory measure_all(const struct pl_subject *subject)
{
    size_t before = peak_bytes();
    struct pl_arena *arena = pl_arena_new();
    pl_str bytes = pl_arena_copy(arena, subject->bytes); /* as from disk */
    const struct pl_plan *plan =
        pl_plan_read(arena, read_source(arena, subject, bytes));
    pl_lint(arena, plan, subject->ruleset, NULL);
    return (struct pl_memory){.peak = peak_bytes() - before,
                              .arena = pl_arena_used(arena)};
}

static _Noreturn void measure_and_tell(measuring *measure,
                                       const struct pl_subject *subject, int to)
{
    struct pl_memory memory = measure(subject);
    ssize_t told = write(to, &memory, sizeof(memory));
    _exit(told == (ssize_t)sizeof(memory) ? 0 : 2);
}

static bool measure_apart(measuring *measure, const struct pl_subject *subject,
                          struct pl_memory *memory)
{
    int ends[2];
    if (pipe(ends) != 0) {
        return false;
    }
    pid_t child = fork();
    if (child == 0) {
        measure_and_tell(measure, subject, ends[1]);
    }
    close(ends[1]);
    bool ok = child > 0 && read(ends[0], memory, sizeof(*memory)) ==
                               (ssize_t)sizeof(*memory);
    close(ends[0]);
    if (child > 0) {
        waitpid(child, NULL, 0);
    }
    return ok;
}

bool pl_memory_measure(const struct pl_subject *subject,
                       struct pl_memory *memory)
{
    return measure_apart(measure_all, subject, memory);
}

bool pl_memory_measure_reading(const struct pl_subject *subject,
                               struct pl_memory *memory)
{
    return measure_apart(measure_reading, subject, memory);
}
