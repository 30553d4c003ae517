#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "measure.h"
#include "options.h"

struct processes {
    struct pl_arena *arena;
    struct pl_times wall;
    struct pl_times busy; /* user and system */
    struct pl_times peak; /* megabytes, not times */
};

static double milliseconds(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static double wall_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static _Noreturn void become(char **command)
{
    int nowhere = open("/dev/null", O_RDWR);
    if (nowhere >= 0) {
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
    }
    execvp(command[0], command);
    _exit(127);
}

/* Returns the exit status; 127 and more when it did not run to its end. */
static int run_once(struct processes *it, char **command)
{
    double start = wall_now();
    pid_t child = fork();
    if (child == 0) {
        become(command);
    }
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) != child) {
        return 127;
    }
    *PL_VEC_PUSH(it->arena, &it->wall.list) = wall_now() - start;
    *PL_VEC_PUSH(it->arena, &it->busy.list) =
        milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    *PL_VEC_PUSH(it->arena, &it->peak.list) = (double)usage.ru_maxrss / 1024;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

int pl_bench_process(const struct pl_bench_options *options)
{
    char **command = options->arguments;
    if (!command[0]) {
        fprintf(stderr, "planlint_bench: process: no command\n");
        return 2;
    }
    struct processes it = {.arena = pl_arena_new()};
    int status = run_once(&it, command); /* a first one, to warm caches */
    it.wall.list.len = it.busy.list.len = it.peak.list.len = 0;
    for (size_t i = 0; i < options->runs && status < 127; i++) {
        status = run_once(&it, command);
    }
    printf("%10.2f ms wall %10.2f ms busy %8.1f MB peak   exit %d\n",
           pl_times_quantile(&it.wall, 0.5), pl_times_quantile(&it.busy, 0.5),
           pl_times_quantile(&it.peak, 1), status);
    pl_arena_free(it.arena);
    return status < 127 ? 0 : 2;
}
