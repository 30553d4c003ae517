#include "checks/shared/times.h"

#include "base/arena.h"

pl_str pl_times(struct pl_arena *arena, size_t count)
{
    if (count == 1 || count == 2) {
        return pl_str_from(count == 1 ? "once" : "twice");
    }
    return pl_str_from(pl_arena_printf(arena, "%zu times", count));
}
