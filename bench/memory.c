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

static struct pl_memory measure_here(const struct pl_subject *subject)
{
    size_t before = peak_bytes();
    struct pl_arena *arena = pl_arena_new();
    struct pl_source *source;
    struct pl_error error;
    pl_str bytes = pl_arena_copy(arena, subject->bytes); /* as from disk */
    if (!pl_source_read(arena, subject->name, bytes, NULL, &source, &error)) {
        _exit(2);
    }
    const struct pl_plan *plan = pl_plan_read(arena, source);
    pl_lint(arena, plan, subject->ruleset, NULL);
    return (struct pl_memory){.peak = peak_bytes() - before,
                              .arena = pl_arena_used(arena)};
}

static _Noreturn void measure_and_tell(const struct pl_subject *subject, int to)
{
    struct pl_memory memory = measure_here(subject);
    ssize_t told = write(to, &memory, sizeof(memory));
    _exit(told == (ssize_t)sizeof(memory) ? 0 : 2);
}

bool pl_memory_measure(const struct pl_subject *subject,
                       struct pl_memory *memory)
{
    int ends[2];
    if (pipe(ends) != 0) {
        return false;
    }
    pid_t child = fork();
    if (child == 0) {
        measure_and_tell(subject, ends[1]);
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
