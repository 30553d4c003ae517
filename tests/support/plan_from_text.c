#include "plan_from_text.h"

#include <string.h>

#include "cmocka_wrap.h"

static const struct pl_plan *read_plan(struct pl_arena *arena, const char *text,
                                       const enum pl_format *format)
{
    struct pl_source *source;
    struct pl_error error;
    if (!pl_source_read(arena, "plan", pl_str_from(text), format, &source,
                        &error)) {
        fail_msg("%s", error.message);
    }
    return pl_plan_read(arena, source);
}

const struct pl_plan *plan_from_text(struct pl_arena *arena, const char *text)
{
    return read_plan(arena, text, NULL);
}

const struct pl_plan *plan_from(struct pl_arena *arena, const char *text,
                                enum pl_format format)
{
    return read_plan(arena, text, &format);
}

const struct pl_plan *plan_from_markdown(struct pl_arena *arena,
                                         const char *text)
{
    return plan_from(arena, text, PL_FORMAT_MARKDOWN);
}

void assert_range_text(const struct pl_plan *plan, struct pl_range range,
                       const char *expected)
{
    pl_str found = pl_range_text(plan->text, range);
    if (!pl_str_eq(found, pl_str_from(expected))) {
        fail_msg("\"%.*s\" is not \"%s\"", PL_STR_ARG(found), expected);
    }
}

uint32_t offset_of(const struct pl_plan *plan, const char *needle)
{
    size_t at = pl_str_find(plan->text, pl_str_from(needle), 0);
    if (at == PL_NOWHERE) {
        fail_msg("\"%s\" is not in the text", needle);
    }
    return (uint32_t)at;
}

int arena_setup(void **state)
{
    *state = pl_arena_new();
    return 0;
}

int arena_teardown(void **state)
{
    pl_arena_free(*state);
    return 0;
}
