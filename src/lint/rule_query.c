#include "lint/rule_query.h"

#include "syntax/query.h"

bool pl_rule_query(struct pl_arena *arena, struct pl_json text,
                   const struct pl_query **query, struct pl_error *error)
{
    pl_str words;
    size_t offset;
    struct pl_error reason;
    if (!pl_json_as_text(arena, text, &words, error)) {
        return false;
    }
    return pl_query_compile(arena, words, query, &offset, &reason) ||
           PL_FAIL_AT(error, pl_json_place_in(text, offset), "%s",
                      reason.message);
}
