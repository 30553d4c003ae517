#include "support/same_json.h"

#include "cmocka_wrap.h"

#include "base/arena.h"

static void assert_same_scalar(struct pl_arena *arena, struct pl_json a,
                               struct pl_json b)
{
    pl_str left = pl_json_raw(a);
    pl_str right = pl_json_raw(b);
    struct pl_error error;
    if (pl_json_kind(a) == PL_JSON_STRING) {
        assert_true(pl_json_as_string(arena, a, &left, &error));
        assert_true(pl_json_as_string(arena, b, &right, &error));
    }
    assert_true(pl_str_eq(left, right));
}

static void compare(struct pl_arena *arena, struct pl_json a, struct pl_json b)
{
    assert_int_equal(pl_json_kind(a), pl_json_kind(b));
    assert_int_equal(pl_json_count(a), pl_json_count(b));
    struct pl_json left = pl_json_first(a);
    struct pl_json right = pl_json_first(b);
    if (!left.item) {
        assert_same_scalar(arena, a, b);
    }
    while (left.item) {
        assert_true(pl_str_eq(pl_json_key(left), pl_json_key(right)));
        compare(arena, left, right);
        left = pl_json_next(left);
        right = pl_json_next(right);
    }
}

void assert_same_json(struct pl_json a, struct pl_json b)
{
    struct pl_arena *arena = pl_arena_new();
    compare(arena, a, b);
    pl_arena_free(arena);
}
