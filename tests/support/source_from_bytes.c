#include "source_from_bytes.h"

#include "cmocka_wrap.h"

const struct pl_source *read_bytes(struct pl_arena *arena, pl_str bytes)
{
    struct pl_source *source = NULL;
    struct pl_error error;
    if (!pl_source_read(arena, "p.txt", bytes, NULL, &source, &error)) {
        fail_msg("%s", error.message);
    }
    return source;
}

void assert_text_is(const struct pl_source *source, const char *expected)
{
    if (!pl_str_eq(source->text, pl_str_from(expected))) {
        fail_msg("\"%.*s\" instead of \"%s\"", PL_STR_ARG(source->text),
                 expected);
    }
}
