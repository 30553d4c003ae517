#include "json_schema.h"

#include "cmocka_wrap.h"

#include "base/arena.h"
#include "base/regex.h"
#include "base/utf8.h"

static pl_str string_of(struct pl_arena *arena, struct pl_json value)
{
    pl_str text = {0};
    struct pl_error error;
    if (!pl_json_as_string(arena, value, &text, &error)) {
        fail_msg("%s", error.message);
    }
    return text;
}

static size_t size_of(struct pl_json object, const char *key)
{
    size_t size = SIZE_MAX;
    struct pl_error error;
    if (!pl_json_size_or(object, key, &size, &error)) {
        fail_msg("%s", error.message);
    }
    return size;
}

static bool is(pl_str text, const char *expected)
{
    return pl_str_eq(text, pl_str_from(expected));
}

/* One value against one schema. Numbers are read as members only, so the
 * object that the value is a member of comes along. */
struct question {
    struct pl_arena *arena;
    struct pl_json schema; /* the root, for references */
    struct pl_json part;   /* what is asked for */
    struct pl_json holder;
    struct pl_json value;
};

static bool is_valid(struct question question);

static bool ask(struct question question, struct pl_json part,
                struct pl_json holder, struct pl_json value)
{
    question.part = part;
    question.holder = holder;
    question.value = value;
    return is_valid(question);
}

static bool has_type_named(struct pl_json value, pl_str type)
{
    static const struct {
        const char *name;
        enum pl_json_kind kind;
    } types[] = {{"null", PL_JSON_NULL},      {"boolean", PL_JSON_BOOL},
                 {"integer", PL_JSON_NUMBER}, {"string", PL_JSON_STRING},
                 {"array", PL_JSON_ARRAY},    {"object", PL_JSON_OBJECT}};
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (is(type, types[i].name)) {
            return pl_json_kind(value) == types[i].kind;
        }
    }
    fail_msg("type %.*s is not known", PL_STR_ARG(type));
    return false;
}

static bool has_type(struct question question, struct pl_json types)
{
    if (pl_json_kind(types) == PL_JSON_STRING) {
        return has_type_named(question.value, string_of(question.arena, types));
    }
    for (struct pl_json it = pl_json_first(types);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        if (has_type_named(question.value, string_of(question.arena, it))) {
            return true;
        }
    }
    return false;
}

static bool is_string_among(struct question question, struct pl_json strings)
{
    if (pl_json_kind(question.value) != PL_JSON_STRING) {
        return false;
    }
    pl_str value = string_of(question.arena, question.value);
    for (struct pl_json it = pl_json_first(strings);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        if (pl_str_eq(string_of(question.arena, it), value)) {
            return true;
        }
    }
    return false;
}

static bool has_required(struct question question, struct pl_json required)
{
    for (struct pl_json it = pl_json_first(required);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        pl_str key = string_of(question.arena, it);
        const char *name = pl_arena_strndup(question.arena, key.data, key.len);
        if (pl_json_kind(pl_json_get(question.value, name)) ==
            PL_JSON_NOTHING) {
            return false;
        }
    }
    return true;
}

/* Members that `properties` do not name must not be there. */
static bool has_valid_members(struct question question,
                              struct pl_json properties)
{
    for (struct pl_json it = pl_json_first(question.value);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        pl_str key = pl_json_key(it);
        const char *name = pl_arena_strndup(question.arena, key.data, key.len);
        struct pl_json part = pl_json_get(properties, name);
        if (pl_json_kind(part) == PL_JSON_NOTHING ||
            !ask(question, part, question.value, it)) {
            return false;
        }
    }
    return true;
}

static bool has_valid_items(struct question question, struct pl_json items)
{
    for (struct pl_json it = pl_json_first(question.value);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        if (!ask(question, items, question.value, it)) {
            return false;
        }
    }
    return true;
}

static bool fits_pattern(struct question question, struct pl_json pattern)
{
    struct pl_regex *regex;
    struct pl_error error;
    struct pl_match match;
    if (!pl_regex_compile(string_of(question.arena, pattern), 0, &regex, NULL,
                          &error)) {
        fail_msg("%s", error.message);
    }
    bool fits = pl_regex_find(regex, string_of(question.arena, question.value),
                              0, &match) == PL_REGEX_MATCH;
    pl_regex_free(regex);
    return fits;
}

static bool follows_reference(struct question question, struct pl_json ref)
{
    static const pl_str prefix = PL_STR("#/definitions/");
    pl_str target = string_of(question.arena, ref);
    assert_true(pl_str_starts(target, prefix));
    const char *name = pl_arena_strndup(
        question.arena, target.data + prefix.len, target.len - prefix.len);
    struct pl_json part =
        pl_json_get(pl_json_get(question.schema, "definitions"), name);
    assert_int_equal(pl_json_kind(part), PL_JSON_OBJECT);
    return ask(question, part, question.holder, question.value);
}

static bool fits_one_of(struct question question, struct pl_json parts)
{
    size_t fitting = 0;
    for (struct pl_json it = pl_json_first(parts);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        fitting += ask(question, it, question.holder, question.value);
    }
    return fitting == 1;
}

/* The number that the value is, by its key. */
static size_t number_of(struct question question)
{
    pl_str key = pl_json_key(question.value);
    return size_of(question.holder,
                   pl_arena_strndup(question.arena, key.data, key.len));
}

static bool is_constant(struct question question, struct pl_json constant)
{
    if (pl_json_kind(constant) == PL_JSON_STRING) {
        return pl_json_kind(question.value) == PL_JSON_STRING &&
               pl_str_eq(string_of(question.arena, constant),
                         string_of(question.arena, question.value));
    }
    return pl_json_kind(question.value) == PL_JSON_NUMBER &&
           size_of(question.part, "const") == number_of(question);
}

static bool is_at_least(struct question question, struct pl_json least)
{
    (void)least;
    return pl_json_kind(question.value) != PL_JSON_NUMBER ||
           number_of(question) >= size_of(question.part, "minimum");
}

static bool is_long_enough(struct question question, struct pl_json least)
{
    (void)least;
    return pl_utf8_count(string_of(question.arena, question.value)) >=
           size_of(question.part, "minLength");
}

static bool has_enough_items(struct question question, struct pl_json least)
{
    (void)least;
    return pl_json_count(question.value) >= size_of(question.part, "minItems");
}

static bool says_nothing(struct question question, struct pl_json value)
{
    (void)question;
    (void)value;
    return true;
}

static const struct {
    const char *keyword;
    bool (*is_kept)(struct question question, struct pl_json argument);
} keywords[] = {
    {"$schema", says_nothing},
    {"title", says_nothing},
    {"description", says_nothing},
    {"definitions", says_nothing},
    {"additionalProperties", says_nothing}, /* false, see below */
    {"type", has_type},
    {"const", is_constant},
    {"enum", is_string_among},
    {"required", has_required},
    {"properties", has_valid_members},
    {"items", has_valid_items},
    {"pattern", fits_pattern},
    {"minimum", is_at_least},
    {"minLength", is_long_enough},
    {"minItems", has_enough_items},
    {"oneOf", fits_one_of},
    {"$ref", follows_reference},
};

static bool keeps(struct question question, struct pl_json argument)
{
    for (size_t i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++) {
        if (is(pl_json_key(argument), keywords[i].keyword)) {
            return keywords[i].is_kept(question, argument);
        }
    }
    fail_msg("keyword %.*s is not known", PL_STR_ARG(pl_json_key(argument)));
    return false;
}

static bool is_valid(struct question question)
{
    bool has_members = pl_json_kind(pl_json_get(question.part, "properties")) !=
                       PL_JSON_NOTHING;
    bool is_closed =
        pl_json_kind(pl_json_get(question.part, "additionalProperties")) ==
        PL_JSON_BOOL;
    assert_int_equal(has_members, is_closed); /* every object is closed */
    for (struct pl_json it = pl_json_first(question.part);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        if (!keeps(question, it)) {
            return false;
        }
    }
    return true;
}

bool json_keeps_to_schema(struct pl_arena *arena, struct pl_json value,
                          struct pl_json schema)
{
    return is_valid((struct question){.arena = arena,
                                      .schema = schema,
                                      .part = schema,
                                      .holder = value,
                                      .value = value});
}
