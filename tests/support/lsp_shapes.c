#include "support/lsp_shapes.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/array.h"

/* A name and what is said of it in lsp_shapes.def. */
struct row {
    const char *name;
    const char *text;
};

static const struct row shapes[] = {
#define SHAPE(name, members) {#name, members},
#define ANSWER(method, type)
#define SAID(method, type)
#include "support/lsp_shapes.def"
#undef SHAPE
#undef ANSWER
#undef SAID
};

static const struct row answers[] = {
#define SHAPE(name, members)
#define ANSWER(method, type) {method, type},
#define SAID(method, type)
#include "support/lsp_shapes.def"
#undef SHAPE
#undef ANSWER
#undef SAID
};

static const struct row said[] = {
#define SHAPE(name, members)
#define ANSWER(method, type)
#define SAID(method, type) {method, type},
#include "support/lsp_shapes.def"
#undef SHAPE
#undef ANSWER
#undef SAID
};

static const char *text_of(const struct row *rows, size_t count, pl_str name)
{
    for (size_t i = 0; i < count; i++) {
        if (pl_str_eq(name, pl_str_from(rows[i].name))) {
            return rows[i].text;
        }
    }
    return NULL;
}

struct judging {
    struct pl_arena *arena;
    const char *fault; /* the first one */
};

static bool fits(struct judging *judging, struct pl_json value, pl_str type);

static bool is_wrong(struct judging *judging, struct pl_json value,
                     const char *expected)
{
    if (!judging->fault) {
        pl_str raw = pl_str_slice(pl_json_raw(value), 0, 200);
        judging->fault = pl_arena_printf(judging->arena, "%s expected: %.*s",
                                         expected, PL_STR_ARG(raw));
    }
    return false;
}

static bool is_name(pl_str type, const char *name)
{
    return pl_str_eq(type, pl_str_from(name));
}

static bool fits_string(struct judging *judging, struct pl_json value,
                        bool may_be_empty)
{
    struct pl_error error;
    pl_str string;
    return pl_json_kind(value) == PL_JSON_STRING &&
           pl_json_as_string(judging->arena, value, &string, &error) &&
           (may_be_empty || string.len > 0);
}

static bool fits_number(struct pl_json value, int64_t least)
{
    int64_t number;
    return pl_json_integer(value, &number) && number >= least &&
           number <= INT32_MAX;
}

static bool fits_simple(struct judging *judging, struct pl_json value,
                        pl_str type, bool *is_simple)
{
    *is_simple = true;
    if (is_name(type, "any")) {
        return value.item != NULL;
    }
    if (is_name(type, "string") || is_name(type, "text")) {
        return fits_string(judging, value, is_name(type, "string"));
    }
    if (is_name(type, "uint") || is_name(type, "int")) {
        return fits_number(value, is_name(type, "uint") ? 0 : INT32_MIN);
    }
    bool is_bool = is_name(type, "bool");
    *is_simple = is_bool || is_name(type, "null");
    return pl_json_kind(value) == (is_bool ? PL_JSON_BOOL : PL_JSON_NULL);
}

/* The member of `members` that is called `key`: "key:type", "key?:type". */
static bool find_member(pl_str members, pl_str key, pl_str *type)
{
    while (members.len > 0) {
        *type = pl_str_split(&members, ' ');
        pl_str name = pl_str_split(type, ':');
        bool may_lack = pl_str_ends(name, (pl_str)PL_STR("?"));
        name = pl_str_slice(name, 0, name.len - may_lack);
        if (pl_str_eq(name, key)) {
            return true;
        }
    }
    return false;
}

static bool has_all(struct judging *judging, struct pl_json value,
                    pl_str members)
{
    while (members.len > 0) {
        pl_str type = pl_str_split(&members, ' ');
        pl_str name = pl_str_split(&type, ':');
        const char *key = pl_arena_strndup(judging->arena, name.data, name.len);
        if (!pl_str_ends(name, (pl_str)PL_STR("?")) &&
            !pl_json_get(value, key).item) {
            return is_wrong(judging, value, key);
        }
    }
    return true;
}

static int64_t number_at(struct pl_json value, const char *a, const char *b)
{
    int64_t number = -1;
    (void)pl_json_integer(pl_json_get(pl_json_get(value, a), b), &number);
    return number;
}

static bool is_ordered(struct pl_json range)
{
    int64_t first = number_at(range, "start", "line");
    int64_t last = number_at(range, "end", "line");
    return first < last ||
           (first == last && number_at(range, "start", "character") <=
                                 number_at(range, "end", "character"));
}

static bool fits_shape(struct judging *judging, struct pl_json value,
                       pl_str name)
{
    const char *text = text_of(shapes, PL_COUNT(shapes), name);
    pl_str members = pl_str_from(text);
    const char *terminated =
        pl_arena_strndup(judging->arena, name.data, name.len);
    if (!text || pl_json_kind(value) != PL_JSON_OBJECT) {
        return is_wrong(judging, value, terminated);
    }
    for (struct pl_json it = pl_json_first(value); it.item;
         it = pl_json_next(it)) {
        pl_str type;
        if (!find_member(members, pl_json_key(it), &type)) {
            return is_wrong(judging, value, terminated);
        }
        if (!fits(judging, it, type)) {
            return is_wrong(judging, it, terminated);
        }
    }
    return has_all(judging, value, members) &&
           (!is_name(name, "Range") || is_ordered(value) ||
            is_wrong(judging, value, "start before end"));
}

static bool fits_all(struct judging *judging, struct pl_json value, pl_str type,
                     enum pl_json_kind kind)
{
    if (pl_json_kind(value) != kind) {
        return is_wrong(judging, value, pl_json_kind_name(kind));
    }
    for (struct pl_json it = pl_json_first(value); it.item;
         it = pl_json_next(it)) {
        if (!fits(judging, it, type)) {
            return false;
        }
    }
    return true;
}

static bool fits_one(struct judging *judging, struct pl_json value, pl_str type)
{
    bool is_simple;
    pl_str item = pl_str_slice(type, 0, type.len - 2);
    if (pl_str_ends(type, (pl_str)PL_STR("[]"))) {
        return fits_all(judging, value, item, PL_JSON_ARRAY);
    }
    if (pl_str_ends(type, (pl_str)PL_STR("{}"))) {
        return fits_all(judging, value, item, PL_JSON_OBJECT);
    }
    bool is_fitting = fits_simple(judging, value, type, &is_simple);
    if (is_simple) {
        return is_fitting ||
               is_wrong(judging, value,
                        pl_arena_strndup(judging->arena, type.data, type.len));
    }
    return fits_shape(judging, value, type);
}

/* One of the alternatives; of several wrong ones the last is told. */
static bool fits(struct judging *judging, struct pl_json value, pl_str type)
{
    const char *before = judging->fault;
    while (type.len > 0) {
        judging->fault = before;
        if (fits_one(judging, value, pl_str_split(&type, '|'))) {
            return true;
        }
        if (type.len > 0 && pl_json_kind(value) == PL_JSON_NOTHING) {
            judging->fault = before;
        }
    }
    return false;
}

const char *lsp_shape_fault(struct pl_arena *arena, struct pl_json value,
                            const char *shape)
{
    struct judging judging = {.arena = arena};
    return fits(&judging, value, pl_str_from(shape)) ? NULL : judging.fault;
}

static const char *params_fault(struct pl_arena *arena, struct pl_json message)
{
    struct pl_error error;
    pl_str method;
    if (!pl_json_string(arena, message, "method", &method, &error)) {
        return "a method that is no string";
    }
    const char *shape = text_of(said, PL_COUNT(said), method);
    struct pl_json params = pl_json_get(message, "params");
    if (!shape) {
        return pl_arena_printf(arena, "it says \"%.*s\"", PL_STR_ARG(method));
    }
    return !params.item && pl_str_eq(pl_str_from(shape), (pl_str)PL_STR("null"))
               ? NULL
               : lsp_shape_fault(arena, params, shape);
}

static const char *answer_fault(struct pl_arena *arena, struct pl_json message,
                                const char *method)
{
    struct pl_json result = pl_json_get(message, "result");
    struct pl_json error = pl_json_get(message, "error");
    const char *shape =
        text_of(answers, PL_COUNT(answers), pl_str_from(method));
    if (!pl_json_get(message, "id").item || !result.item == !error.item) {
        return "an answer has an id and either a result or an error";
    }
    if (error.item) {
        return lsp_shape_fault(arena, error, "Error");
    }
    return shape ? lsp_shape_fault(arena, result, shape)
                 : pl_arena_printf(arena, "a result of \"%s\"", method);
}

const char *lsp_message_fault(struct pl_arena *arena, struct pl_json message,
                              const char *method)
{
    struct pl_json version = pl_json_get(message, "jsonrpc");
    if (!pl_str_eq(pl_json_raw(version), (pl_str)PL_STR("\"2.0\""))) {
        return "\"jsonrpc\" must be \"2.0\"";
    }
    return pl_json_get(message, "method").item
               ? params_fault(arena, message)
               : answer_fault(arena, message, method);
}
