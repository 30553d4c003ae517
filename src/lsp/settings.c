#include "lsp/settings.h"

#include "base/arena.h"
#include "plan/language.h"

struct pl_lsp_settings pl_lsp_settings_default(void)
{
    return (struct pl_lsp_settings){.enable = true,
                                    .debounce = PL_LSP_ADAPTIVE};
}

struct pl_json pl_lsp_settings_section(struct pl_json value)
{
    struct pl_json section = pl_json_get(value, PL_LSP_SETTINGS_NAME);
    return pl_json_kind(section) == PL_JSON_OBJECT ? section : value;
}

/* The error of the first member that is wrong stays. */
struct reader {
    struct pl_arena *arena;
    struct pl_json section;
    struct pl_error *error;
    bool ok;
};

static void note(struct reader *reader, const struct pl_error *error)
{
    if (reader->ok) {
        reader->ok =
            PL_FAIL(reader->error, "settings of %s: %s", PL_LSP_SETTINGS_NAME,
                    error->message + error->text_at);
    }
}

static bool is_set(struct pl_json value)
{
    enum pl_json_kind kind = pl_json_kind(value);
    return kind != PL_JSON_NOTHING && kind != PL_JSON_NULL;
}

static void read_string(struct reader *reader, const char *key, pl_str *out)
{
    struct pl_error error;
    struct pl_json value = pl_json_get(reader->section, key);
    if (is_set(value) &&
        !pl_json_as_string(reader->arena, value, out, &error)) {
        note(reader, &error);
    }
}

static void read_language(struct reader *reader, pl_str *out)
{
    struct pl_error error;
    pl_str language = {0};
    read_string(reader, "language", &language);
    if (language.len == 0 || pl_language_is_tag(language)) {
        *out = language;
        return;
    }
    pl_error_set(
        &error,
        "\"language\" must be a code of two letters such as \"en\", found "
        "\"%.*s\"",
        PL_STR_ARG(language));
    note(reader, &error);
}

static void read_debounce(struct reader *reader, int64_t *out)
{
    struct pl_error error;
    size_t milliseconds = 0;
    if (!is_set(pl_json_get(reader->section, "debounce"))) {
        return;
    }
    if (!pl_json_size_or(reader->section, "debounce", &milliseconds, &error)) {
        note(reader, &error);
        return;
    }
    *out = milliseconds < PL_LSP_DEBOUNCE_MAX ? (int64_t)milliseconds
                                              : PL_LSP_DEBOUNCE_MAX;
}

/* The text is checked where there are rules to apply it to. */
static void read_rules(struct reader *reader, pl_str *out)
{
    struct pl_error error;
    struct pl_json value = pl_json_get(reader->section, "rules");
    if (!is_set(value)) {
        return;
    }
    if (pl_json_kind(value) != PL_JSON_OBJECT) {
        pl_error_set(&error, "\"rules\" must be an object, found %s",
                     pl_json_kind_name(pl_json_kind(value)));
        note(reader, &error);
        return;
    }
    *out = pl_arena_copy(reader->arena, pl_json_raw(value));
}

static void read_documents(struct reader *reader,
                           struct pl_lsp_settings *settings)
{
    struct pl_error error;
    struct pl_json_strings found = {0};
    if (!is_set(pl_json_get(reader->section, "documents"))) {
        return;
    }
    if (!pl_json_strings_or(reader->arena, reader->section, "documents", &found,
                            &error)) {
        note(reader, &error);
    }
    settings->documents = found.items;
    settings->document_count = found.count;
}

static void read_enable(struct reader *reader, bool *out)
{
    struct pl_error error;
    if (is_set(pl_json_get(reader->section, "enable")) &&
        !pl_json_bool_or(reader->section, "enable", out, &error)) {
        note(reader, &error);
    }
}

bool pl_lsp_settings_read(struct pl_arena *arena, struct pl_json section,
                          struct pl_lsp_settings *settings,
                          struct pl_error *error)
{
    struct reader reader = {arena, section, error, true};
    *settings = pl_lsp_settings_default();
    if (is_set(section) && pl_json_kind(section) != PL_JSON_OBJECT) {
        return PL_FAIL(error, "settings of %s must be an object, found %s",
                       PL_LSP_SETTINGS_NAME,
                       pl_json_kind_name(pl_json_kind(section)));
    }
    read_enable(&reader, &settings->enable);
    read_string(&reader, "config", &settings->config);
    read_string(&reader, "profile", &settings->profile);
    read_language(&reader, &settings->language);
    read_rules(&reader, &settings->rules);
    read_debounce(&reader, &settings->debounce);
    read_documents(&reader, settings);
    return reader.ok;
}
