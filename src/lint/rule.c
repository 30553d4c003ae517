#include "lint/rule.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "base/json.h"
#include "base/nearest.h"
#include "lint/builtin.h"
#include "lint/check.h"
#include "lint/embedded.h"
#include "lint/rule_query.h"
#include "plan/language.h"

static const char *const rule_keys[] = {
    "$schema",   "id",       "name",   "severity", "summary",
    "why",       "source",   "check",  "message",  "fix",
    "languages", "register", "within", "params",   "examples"};

static const struct pl_check *find_check(struct pl_checks checks, pl_str name)
{
    for (size_t i = 0; i < checks.count; i++) {
        if (pl_str_eq(name, pl_str_from(checks.items[i]->name))) {
            return checks.items[i];
        }
    }
    pl_str builtin = pl_str_from(pl_check_builtin.name);
    return pl_str_eq(name, builtin) ? &pl_check_builtin : NULL;
}

/* A rule being read: what the readers below share. */
struct reader {
    struct pl_arena *arena;
    struct pl_json root;
    struct pl_checks checks;
    struct pl_error *error;
};

static struct pl_place place_of_member(struct pl_json object, const char *key)
{
    return pl_json_place(pl_json_get(object, key));
}

/* A member that must be there and say something. */
static bool read_words(const struct reader *reader, const char *key,
                       pl_str *out)
{
    if (!pl_json_string(reader->arena, reader->root, key, out, reader->error)) {
        return false;
    }
    return pl_str_trim(*out).len > 0 ||
           PL_FAIL_AT(reader->error, place_of_member(reader->root, key),
                      "\"%s\" is empty", key);
}

/* Capital letters and three digits, so that no id begins another. */
static bool is_id(pl_str id)
{
    size_t letters = 0;
    while (letters < id.len && pl_is_upper(id.data[letters])) {
        letters++;
    }
    size_t at = letters;
    while (at < id.len && pl_is_digit(id.data[at])) {
        at++;
    }
    return letters >= 2 && at == id.len && at - letters == 3;
}

/* Lower-case words with hyphens between them. */
static bool is_name(pl_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        bool inner = i > 0 && i + 1 < name.len && name.data[i - 1] != '-';
        if (!pl_is_lower(c) && !(i > 0 && pl_is_digit(c)) &&
            !(inner && c == '-')) {
            return false;
        }
    }
    return name.len > 0;
}

static bool read_identity(const struct reader *reader, struct pl_rule *rule)
{
    if (!read_words(reader, "id", &rule->id) ||
        !read_words(reader, "name", &rule->name)) {
        return false;
    }
    if (!is_id(rule->id)) {
        return PL_FAIL_AT(reader->error, place_of_member(reader->root, "id"),
                          "\"id\" must be capital letters and three digits "
                          "such as \"PL103\", found \"%.*s\"",
                          PL_STR_ARG(rule->id));
    }
    return is_name(rule->name) ||
           PL_FAIL_AT(reader->error, place_of_member(reader->root, "name"),
                      "\"name\" must be lower-case words with hyphens such as "
                      "\"section-number-gap\", found \"%.*s\"",
                      PL_STR_ARG(rule->name));
}

static bool read_severity(const struct reader *reader, struct pl_rule *rule)
{
    pl_str name;
    if (!read_words(reader, "severity", &name)) {
        return false;
    }
    bool known = pl_severity_from_name(name, &rule->severity);
    if (!known || rule->severity == PL_SEVERITY_OFF) {
        return PL_FAIL_AT(
            reader->error, place_of_member(reader->root, "severity"),
            "\"severity\" must be \"error\", \"warning\" or \"info\", found "
            "\"%.*s\"",
            PL_STR_ARG(name));
    }
    rule->own_severity = rule->severity;
    return true;
}

static bool read_texts(const struct reader *reader, struct pl_rule *rule)
{
    const struct {
        const char *key;
        pl_str *out;
    } optional[] = {
        {"why", &rule->why}, {"source", &rule->source}, {"fix", &rule->fix}};
    for (size_t i = 0; i < PL_COUNT(optional); i++) {
        if (!pl_json_string_or(reader->arena, reader->root, optional[i].key,
                               optional[i].out, reader->error)) {
            return false;
        }
    }
    return read_words(reader, "summary", &rule->summary) &&
           read_words(reader, "message", &rule->message);
}

static bool read_register(const struct reader *reader, struct pl_rule *rule)
{
    pl_str name = {0};
    if (!pl_json_string_or(reader->arena, reader->root, "register", &name,
                           reader->error)) {
        return false;
    }
    return name.len == 0 || pl_register_from_name(name, &rule->kept_in) ||
           PL_FAIL_AT(reader->error, place_of_member(reader->root, "register"),
                      "\"register\" must be \"acronyms\" or \"open\", found "
                      "\"%.*s\"",
                      PL_STR_ARG(name));
}

static bool read_languages(const struct reader *reader, struct pl_rule *rule)
{
    struct pl_json_strings languages = {0};
    if (!pl_json_strings_or(reader->arena, reader->root, "languages",
                            &languages, reader->error)) {
        return false;
    }
    rule->languages = languages.items;
    rule->language_count = languages.count;
    for (size_t i = 0; i < languages.count; i++) {
        if (!pl_language_is_tag(languages.items[i])) {
            return PL_FAIL_AT(
                reader->error, place_of_member(reader->root, "languages"),
                "\"languages\" must be codes of two letters such as \"en\", "
                "found \"%.*s\"",
                PL_STR_ARG(languages.items[i]));
        }
    }
    return true;
}

static bool unknown_check(const struct reader *reader, pl_str name)
{
    struct pl_nearest nearest = pl_nearest_to(name);
    for (size_t i = 0; i < reader->checks.count; i++) {
        pl_nearest_offer(&nearest, pl_str_from(reader->checks.items[i]->name));
    }
    return PL_FAIL_AT(reader->error, place_of_member(reader->root, "check"),
                      "there is no kind of check \"%.*s\"" PL_NEAREST,
                      PL_STR_ARG(name), PL_NEAREST_ARG(nearest.best));
}

static bool read_check(const struct reader *reader, struct pl_rule *rule)
{
    pl_str name;
    if (!read_words(reader, "check", &name)) {
        return false;
    }
    rule->check = find_check(reader->checks, name);
    if (!rule->check) {
        return unknown_check(reader, name);
    }
    return pl_rule_set_params(reader->arena, rule,
                              pl_json_get(reader->root, "params"),
                              reader->error);
}

static bool read_rule(const struct reader *reader, struct pl_rule *rule)
{
    return pl_json_only_keys(reader->root, rule_keys, PL_COUNT(rule_keys),
                             reader->error) &&
           read_identity(reader, rule) && read_severity(reader, rule) &&
           read_texts(reader, rule) && read_languages(reader, rule) &&
           read_register(reader, rule) && read_check(reader, rule) &&
           pl_rule_confine(reader->arena, rule,
                           pl_json_get(reader->root, "within"), reader->error);
}

bool pl_rule_confine(struct pl_arena *arena, struct pl_rule *rule,
                     struct pl_json within, struct pl_error *error)
{
    return !within.item || pl_rule_query(arena, within, &rule->within, error);
}

bool pl_rule_set_params(struct pl_arena *arena, struct pl_rule *rule,
                        struct pl_json params, struct pl_error *error)
{
    enum pl_json_kind kind = pl_json_kind(params);
    if (kind != PL_JSON_NOTHING && kind != PL_JSON_OBJECT) {
        return PL_FAIL_AT(error, pl_json_place(params),
                          "\"params\" must be an object, found %s",
                          pl_json_kind_name(kind));
    }
    if (rule->check->load) {
        return rule->check->load(arena, params, rule, error);
    }
    return pl_json_count(params) == 0 ||
           PL_FAIL_AT(error, pl_json_place(params),
                      "the kind of check \"%s\" takes no parameters",
                      rule->check->name);
}

bool pl_rule_load(struct pl_arena *arena, struct pl_rule_file file,
                  struct pl_checks checks, struct pl_rule *rule,
                  struct pl_error *error)
{
    struct pl_json_text text = {file.path, file.text, "examples"};
    struct pl_json_file *json;
    struct reader reader = {.arena = arena, .checks = checks, .error = error};
    if (!pl_json_open_without(text, &json, &reader.root, error)) {
        return false;
    }
    *rule = (struct pl_rule){.path = file.path, .file = file.text};
    bool ok = read_rule(&reader, rule);
    pl_json_close(json);
    return ok;
}

bool pl_rule_load_head(const struct pl_embedded_file *file,
                       struct pl_checks checks, struct pl_rule *rule,
                       struct pl_error *error)
{
    const struct pl_embedded_head *head = file->head;
    *rule = (struct pl_rule){
        .path = file->name,
        .file = {(const char *)file->data, file->size},
        .id = head->id,
        .name = head->name,
        .summary = head->summary,
        .why = head->why,
        .source = head->source,
        .message = head->message,
        .fix = head->fix,
        .languages = head->languages,
        .language_count = head->language_count,
        .check = find_check(checks, head->check),
        .unread = head,
    };
    bool ok = rule->check &&
              pl_severity_from_name(head->severity, &rule->own_severity) &&
              (head->kept_in.len == 0 ||
               pl_register_from_name(head->kept_in, &rule->kept_in));
    rule->severity = rule->own_severity;
    return ok || PL_FAIL_AT(error, (struct pl_place){.path = rule->path},
                            "the head of the rule is wrong");
}

typedef bool read_part(struct pl_arena *arena, struct pl_rule *rule,
                       struct pl_json part, struct pl_error *error);

static bool complete_part(struct pl_arena *arena, struct pl_rule *rule,
                          struct pl_embedded_span span, read_part *read,
                          struct pl_error *error)
{
    struct pl_json_part part = {rule->path, rule->file, span.from, span.to};
    struct pl_json root = {0};
    if (span.to > 0) {
        root = pl_json_open_part(arena, part);
    }
    return read(arena, rule, root, error);
}

bool pl_rule_complete(struct pl_arena *arena, struct pl_rule *rule,
                      struct pl_error *error)
{
    const struct pl_embedded_head *head = rule->unread;
    rule->unread = NULL;
    return !head ||
           (complete_part(arena, rule, head->params, pl_rule_set_params,
                          error) &&
            complete_part(arena, rule, head->within, pl_rule_confine, error));
}

struct pl_place pl_rule_place(const struct pl_rule *rule, const char *key)
{
    struct pl_json_file *file;
    struct pl_json root;
    struct pl_error error;
    if (!pl_json_open(rule->path, rule->file, &file, &root, &error)) {
        return (struct pl_place){.path = rule->path};
    }
    struct pl_place place = place_of_member(root, key);
    pl_json_close(file);
    return place;
}

pl_str pl_rule_params_text(const struct pl_rule *rule)
{
    struct pl_json_file *file;
    struct pl_json root;
    struct pl_error error;
    if (!pl_json_open(rule->path, rule->file, &file, &root, &error)) {
        return (pl_str){0}; /* pl_rule_load() has read the same text */
    }
    pl_str text = pl_json_raw(pl_json_get(root, "params"));
    pl_json_close(file);
    return text;
}
