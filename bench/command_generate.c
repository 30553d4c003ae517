#include <stdio.h>

#include "base/arena.h"
#include "generate.h"
#include "generate_word.h"
#include "options.h"

int pl_bench_generate(const struct pl_bench_options *options)
{
    struct pl_arena *arena = pl_arena_new();
    pl_str plan = options->is_word ? pl_generate_word(arena, options->bytes)
                                   : pl_generate_plan(arena, options->bytes);
    size_t written = fwrite(plan.data, 1, plan.len, stdout);
    int status = written == plan.len && fflush(stdout) == 0 ? 0 : 2;
    pl_arena_free(arena);
    return status;
}
