#include "checks/shared/fault_text.h"

#include "base/arena.h"
#include "base/buf.h"
#include "checks/shared/series_faults.h"

static struct pl_label last_missing(const struct pl_fault *fault)
{
    struct pl_label last = fault->missing;
    struct pl_label_part *part = &last.parts[last.count - 1];
    part->value = (uint16_t)(part->value + fault->missing_count - 1);
    return last;
}

pl_str pl_fault_missing(struct pl_arena *arena, const struct pl_fault *fault)
{
    struct pl_buf words = pl_buf_in(arena);
    if (!fault->missing.count) {
        return pl_buf_str(&words);
    }
    pl_label_write(&words, fault->missing);
    if (fault->missing_count > 1) {
        pl_buf_add_text(&words, fault->missing_count == 2 ? " and " : " to ");
        pl_label_write(&words, last_missing(fault));
        pl_buf_add_text(&words, " are missing");
    } else {
        pl_buf_add_text(&words, " is missing");
    }
    return pl_buf_str(&words);
}

pl_str pl_fault_hint(struct pl_arena *arena, const struct pl_fault *fault)
{
    pl_str missing = pl_fault_missing(arena, fault);
    return missing.len == 0 ? missing
                            : pl_str_from(pl_arena_printf(arena, ", and %.*s",
                                                          PL_STR_ARG(missing)));
}
