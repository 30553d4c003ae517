#include "lint/config.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/file.h"
#include "base/json.h"
#include "base/vec.h"
#include "base/wildmatch.h"
#include "lint/profile.h"
#include "lint/ruleset.h"
#include "lint/vocabulary.h"
#include "plan/language.h"

enum {
    MAX_CONFIG = 1024 * 1024, /* bytes */
    MAX_FOLDERS = 256,        /* upward; deeper trees end the search */
    FIRST_YEAR = 1000,
    LAST_YEAR = 9999,
};

static const char *const config_keys[] = {
    "$schema", "profile", "rules",     "rulesFolder", "include",
    "exclude", "period",  "failLevel", "language",    "vocabulary"};
static const char *const period_keys[] = {"from", "to"};

struct pl_config pl_config_default(void)
{
    return (struct pl_config){.profile = PL_STR("core"),
                              .fail_level = PL_SEVERITY_WARNING};
}

/* The folder above, or NULL at the root of the file system. */
static const char *folder_above(struct pl_arena *arena, const char *folder)
{
    pl_str name = pl_path_name(folder);
    bool is_step = name.len > 0 && !pl_str_eq(name, (pl_str)PL_STR(".")) &&
                   !pl_str_eq(name, (pl_str)PL_STR(".."));
    if (is_step) {
        return pl_path_folder(arena, folder);
    }
    const char *above = pl_path_join(arena, folder, "..");
    struct stat here;
    struct stat there;
    bool is_root = stat(folder, &here) != 0 || stat(above, &there) != 0 ||
                   (here.st_dev == there.st_dev && here.st_ino == there.st_ino);
    return is_root ? NULL : above;
}

const char *pl_config_find(struct pl_arena *arena, const char *folder)
{
    for (int i = 0; folder && i < MAX_FOLDERS; i++) {
        const char *path = pl_path_join(arena, folder, PL_CONFIG_NAME);
        if (pl_file_kind(path) == PL_FILE_REGULAR) {
            return path;
        }
        const char *git = pl_path_join(arena, folder, ".git");
        if (pl_file_kind(git) != PL_FILE_MISSING) {
            return NULL;
        }
        folder = folder_above(arena, folder);
    }
    return NULL;
}

struct reader {
    struct pl_arena *arena;
    struct pl_json root;
    struct pl_error *error;
};

static bool read_fail_level(const struct reader *reader,
                            struct pl_config *config)
{
    struct pl_json value = pl_json_get(reader->root, "failLevel");
    pl_str name = {0};
    if (!value.item) {
        return true;
    }
    return pl_json_as_string(reader->arena, value, &name, reader->error) &&
           (pl_severity_from_name(name, &config->fail_level) ||
            PL_FAIL_AT(reader->error, pl_json_place(value),
                       "\"failLevel\" must be \"error\", \"warning\", \"info\" "
                       "or \"off\", found \"%.*s\"",
                       PL_STR_ARG(name)));
}

static bool read_language(const struct reader *reader, struct pl_config *config)
{
    struct pl_json value = pl_json_get(reader->root, "language");
    pl_str *language = &config->settings.language;
    if (!value.item) {
        return true;
    }
    return pl_json_as_string(reader->arena, value, language, reader->error) &&
           (pl_language_is_tag(*language) ||
            PL_FAIL_AT(reader->error, pl_json_place(value),
                       "\"language\" must be a code of two letters such as "
                       "\"en\", found "
                       "\"%.*s\"",
                       PL_STR_ARG(*language)));
}

static bool read_year(const struct reader *reader, struct pl_json period,
                      const char *key, uint32_t *year)
{
    struct pl_json value = pl_json_get(period, key);
    size_t number = 0;
    if (!value.item) {
        return PL_FAIL_AT(reader->error, pl_json_place(period),
                          "\"%s\" is missing, a year", key);
    }
    if (!pl_json_size_or(period, key, &number, reader->error)) {
        return false;
    }
    if (number < FIRST_YEAR || number > LAST_YEAR) {
        return PL_FAIL_AT(reader->error, pl_json_place(value),
                          "\"%s\" must be a year of four digits, found %zu",
                          key, number);
    }
    *year = (uint32_t)number;
    return true;
}

static bool read_period(const struct reader *reader, struct pl_config *config)
{
    struct pl_json period = pl_json_get(reader->root, "period");
    struct pl_settings *settings = &config->settings;
    if (!period.item) {
        return true;
    }
    if (!pl_json_only_keys(period, period_keys, PL_COUNT(period_keys),
                           reader->error) ||
        !read_year(reader, period, "from", &settings->period_from) ||
        !read_year(reader, period, "to", &settings->period_to)) {
        return false;
    }
    return settings->period_from <= settings->period_to ||
           PL_FAIL_AT(reader->error, pl_json_place(pl_json_get(period, "to")),
                      "the period ends in %u, before it begins in %u",
                      settings->period_to, settings->period_from);
}

static bool read_rules_folder(const struct reader *reader,
                              struct pl_config *config)
{
    pl_str folder = {0};
    if (!pl_json_string_or(reader->arena, reader->root, "rulesFolder", &folder,
                           reader->error)) {
        return false;
    }
    if (folder.len == 0) {
        return true;
    }
    config->rules_folder =
        folder.data[0] == '/'
            ? folder.data
            : pl_path_join(reader->arena, config->folder, folder.data);
    return pl_file_kind(config->rules_folder) == PL_FILE_DIRECTORY ||
           PL_FAIL_AT(reader->error,
                      pl_json_place(pl_json_get(reader->root, "rulesFolder")),
                      "there is no folder \"%s\"", config->rules_folder);
}

static bool read_globs(const struct reader *reader, const char *key,
                       const pl_str **globs, size_t *count)
{
    struct pl_json_strings found = {0};
    if (!pl_json_strings_or(reader->arena, reader->root, key, &found,
                            reader->error)) {
        return false;
    }
    *globs = found.items;
    *count = found.count;
    return true;
}

/* "rules" is read when there are rules to apply it to, but its form is not
 * worth waiting for. */
static bool read_config(const struct reader *reader, struct pl_config *config)
{
    config->names_profile = pl_json_get(reader->root, "profile").item != NULL;
    return pl_json_only_keys(reader->root, config_keys, PL_COUNT(config_keys),
                             reader->error) &&
           pl_json_string_or(reader->arena, reader->root, "profile",
                             &config->profile, reader->error) &&
           read_language(reader, config) &&
           pl_vocabulary_read(reader->arena,
                              pl_json_get(reader->root, "vocabulary"),
                              &config->settings.vocabulary, reader->error) &&
           read_rules_folder(reader, config) &&
           read_globs(reader, "include", &config->include,
                      &config->include_count) &&
           read_globs(reader, "exclude", &config->exclude,
                      &config->exclude_count) &&
           read_period(reader, config) && read_fail_level(reader, config);
}

bool pl_config_parse(struct pl_arena *arena, const char *path, pl_str text,
                     struct pl_config *config, struct pl_error *error)
{
    struct pl_json_file *file;
    struct reader reader = {.arena = arena, .error = error};
    if (!pl_json_open(path, text, &file, &reader.root, error)) {
        return false;
    }
    *config = pl_config_default();
    config->path = path;
    config->folder = pl_path_folder(arena, path);
    config->file = text;
    bool ok = read_config(&reader, config);
    pl_json_close(file);
    return ok;
}

bool pl_config_read(struct pl_arena *arena, const char *path,
                    struct pl_config *config, struct pl_error *error)
{
    pl_str text;
    return pl_file_read(arena, path, MAX_CONFIG, &text, error) &&
           pl_config_parse(arena, path, text, config, error);
}

static bool use_profile(const struct pl_config *config, struct pl_json root,
                        struct pl_ruleset *ruleset, struct pl_error *error)
{
    struct pl_error plain;
    if (pl_profile_use(ruleset, config->profile, &plain)) {
        return true;
    }
    struct pl_json named = pl_json_get(root, "profile");
    return named.item
               ? PL_FAIL_AT(error, pl_json_place(named), "%s", plain.message)
               : PL_FAIL(error, "%s", plain.message);
}

static bool apply_root(const struct pl_config *config, struct pl_json root,
                       pl_str profile, struct pl_ruleset *ruleset,
                       struct pl_error *error)
{
    bool ok = profile.len ? pl_profile_use(ruleset, profile, error)
                          : use_profile(config, root, ruleset, error);
    return ok && pl_overrides_apply(ruleset, pl_json_get(root, "rules"), false,
                                    error);
}

bool pl_config_apply(const struct pl_config *config, pl_str profile,
                     struct pl_ruleset *ruleset, struct pl_error *error)
{
    if (!config->path) {
        pl_str name = profile.len ? profile : config->profile;
        return pl_profile_use(ruleset, name, error);
    }
    struct pl_json_file *file;
    struct pl_json root;
    if (!pl_json_open(config->path, config->file, &file, &root, error)) {
        return false;
    }
    bool ok = apply_root(config, root, profile, ruleset, error);
    pl_json_close(file);
    return ok;
}

/* From the root, without "." and ".."; the slash at the front left out. */
static pl_str absolute(struct pl_arena *arena, const char *path)
{
    char *folder = path[0] == '/' ? NULL : getcwd(NULL, 0);
    pl_str rest = pl_str_from(
        pl_arena_printf(arena, "%s/%s", folder ? folder : "", path));
    free(folder);
    PL_VEC(pl_str) parts = {0};
    while (rest.len) {
        pl_str part = pl_str_split(&rest, '/');
        if (pl_str_eq(part, (pl_str)PL_STR(".."))) {
            parts.len -= parts.len > 0;
        } else if (part.len && !pl_str_eq(part, (pl_str)PL_STR("."))) {
            *PL_VEC_PUSH(arena, &parts) = part;
        }
    }
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < parts.len; i++) {
        pl_buf_add(&out, i > 0 ? (pl_str)PL_STR("/") : (pl_str){0});
        pl_buf_add(&out, parts.items[i]);
    }
    return pl_buf_str(&out);
}

/* `path` as seen from `folder`; all of it when it is elsewhere. */
static pl_str below(pl_str folder, pl_str path)
{
    bool inside = folder.len > 0 && pl_str_starts(path, folder) &&
                  path.len > folder.len && path.data[folder.len] == '/';
    return inside ? pl_str_slice(path, folder.len + 1, path.len) : path;
}

static bool covers_any(const pl_str *globs, size_t count, pl_str path)
{
    for (size_t i = 0; i < count; i++) {
        if (pl_wildmatch_covers(globs[i], path)) {
            return true;
        }
    }
    return false;
}

bool pl_config_covers(struct pl_arena *arena, const struct pl_config *config,
                      const char *document)
{
    if (config->include_count == 0 && config->exclude_count == 0) {
        return true;
    }
    pl_str path =
        below(absolute(arena, config->folder), absolute(arena, document));
    bool included = config->include_count == 0 ||
                    covers_any(config->include, config->include_count, path);
    return included &&
           !covers_any(config->exclude, config->exclude_count, path);
}
