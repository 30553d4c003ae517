#include "lint/config_edit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"

enum { STEPS = 4 /* rules, its id, params, the parameter */ };

struct adding {
    struct pl_arena *arena;
    pl_str text;
    const char *keys[STEPS];
    struct pl_config_word added;
};

static void add_quoted(struct pl_buf *out, pl_str text)
{
    pl_buf_add_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"' || text.data[i] == '\\') {
            pl_buf_add_char(out, '\\');
        }
        pl_buf_add_char(out, text.data[i]);
    }
    pl_buf_add_char(out, '"');
}

/* "PL401": {"params": {"known": ["CAP"]}}: from a step of the way on. */
static void add_rest(struct pl_buf *out, const struct adding *it, size_t from)
{
    for (size_t i = from; i < STEPS; i++) {
        pl_buf_addf(out, "\"%s\": %s", it->keys[i], i + 1 < STEPS ? "{" : "[");
    }
    add_quoted(out, it->added.word);
    pl_buf_add_char(out, ']');
    pl_buf_add_repeated(out, '}', STEPS - 1 - from);
}

/* Behind the bracket that a value begins with. */
static struct pl_edit insert_first(const struct adding *it,
                                   struct pl_json value, struct pl_buf *text)
{
    size_t start = (size_t)(pl_json_raw(value).data - it->text.data);
    if (pl_json_count(value) > 0) {
        pl_buf_add_text(text, ", ");
    }
    uint32_t at = (uint32_t)start + 1;
    return (struct pl_edit){{at, at}, pl_buf_str(text)};
}

/* "PL401": "warning" becomes an object that says so. */
static struct pl_edit replace_severity(const struct adding *it,
                                       struct pl_json value, size_t step)
{
    pl_str raw = pl_json_raw(value);
    struct pl_buf text = pl_buf_in(it->arena);
    pl_buf_addf(&text, "{\"severity\": %.*s, ", PL_STR_ARG(raw));
    add_rest(&text, it, step + 1);
    pl_buf_add_char(&text, '}');
    uint32_t start = (uint32_t)(raw.data - it->text.data);
    return (struct pl_edit){{start, start + (uint32_t)raw.len},
                            pl_buf_str(&text)};
}

static bool find_edit(const struct adding *it, struct pl_json root,
                      struct pl_edit *edit, struct pl_error *error)
{
    struct pl_json value = root;
    struct pl_buf text = pl_buf_in(it->arena);
    for (size_t i = 0; i < STEPS; i++) {
        if (pl_json_kind(value) != PL_JSON_OBJECT) {
            return PL_FAIL_AT(error, pl_json_place(value),
                              "must be an object, found %s",
                              pl_json_kind_name(pl_json_kind(value)));
        }
        struct pl_json next = pl_json_get(value, it->keys[i]);
        if (pl_json_kind(next) == PL_JSON_NOTHING) {
            add_rest(&text, it, i);
            *edit = insert_first(it, value, &text);
            return true;
        }
        if (i == 1 && pl_json_kind(next) == PL_JSON_STRING) {
            *edit = replace_severity(it, next, i);
            return true;
        }
        value = next;
    }
    add_quoted(&text, it->added.word);
    if (pl_json_kind(value) == PL_JSON_OBJECT) {
        pl_buf_add_text(&text, ": []"); /* long forms may be told later */
    } else if (pl_json_kind(value) != PL_JSON_ARRAY) {
        return PL_FAIL_AT(error, pl_json_place(value),
                          "must be an array, found %s",
                          pl_json_kind_name(pl_json_kind(value)));
    }
    *edit = insert_first(it, value, &text);
    return true;
}

bool pl_config_add_word(struct pl_arena *arena, const char *path, pl_str text,
                        struct pl_config_word added, struct pl_edit *edit,
                        struct pl_error *error)
{
    struct pl_json_file *file;
    struct pl_json root;
    if (!pl_json_open(path, text, &file, &root, error)) {
        return false;
    }
    struct adding it = {
        .arena = arena,
        .text = text,
        .keys = {"rules",
                 pl_arena_strndup(arena, added.rule.data, added.rule.len),
                 "params", added.parameter},
        .added = added,
    };
    bool ok = find_edit(&it, root, edit, error);
    pl_json_close(file);
    return ok;
}
