/* The "examples" of a rule file. */
#include "lint/rule.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/json.h"

enum { LAST_YEAR = 9999 };

static const char *const example_keys[] = {"title", "format", "period", "text",
                                           "findings"};
static const char *const period_keys[] = {"from", "to"};
static const char *const expected_keys[] = {"text", "message"};

struct reader {
    struct pl_arena *arena;
    struct pl_error *error;
};

static bool read_format(const struct reader *reader, struct pl_json example,
                        struct pl_example *out)
{
    struct pl_json format = pl_json_get(example, "format");
    if (!format.item) {
        return true;
    }
    pl_str name;
    if (!pl_json_as_string(reader->arena, format, &name, reader->error)) {
        return false;
    }
    out->forced_format = true;
    return pl_format_from_name(name, &out->format) ||
           PL_FAIL_AT(reader->error, pl_json_place(format),
                      "there is no format \"%.*s\"", PL_STR_ARG(name));
}

static bool read_expected(const struct reader *reader, struct pl_json finding,
                          struct pl_expected *out)
{
    if (pl_json_kind(finding) != PL_JSON_OBJECT) {
        return pl_json_as_string(reader->arena, finding, &out->text,
                                 reader->error);
    }
    return pl_json_only_keys(finding, expected_keys, PL_COUNT(expected_keys),
                             reader->error) &&
           pl_json_string(reader->arena, finding, "text", &out->text,
                          reader->error) &&
           pl_json_string_or(reader->arena, finding, "message", &out->message,
                             reader->error);
}

static bool is_array(const struct reader *reader, struct pl_json value,
                     const char *key)
{
    enum pl_json_kind kind = pl_json_kind(value);
    return kind == PL_JSON_ARRAY ||
           PL_FAIL_AT(reader->error, pl_json_place(value),
                      "\"%s\" must be an array, found %s", key,
                      pl_json_kind_name(kind));
}

static bool read_findings(const struct reader *reader, struct pl_json example,
                          struct pl_example *out)
{
    struct pl_json findings = pl_json_get(example, "findings");
    if (!findings.item) {
        return true;
    }
    if (!is_array(reader, findings, "findings")) {
        return false;
    }
    out->expected_count = pl_json_count(findings);
    struct pl_expected *next = pl_arena_array(
        reader->arena, out->expected_count, sizeof(*out->expected));
    out->expected = next;
    for (struct pl_json it = pl_json_first(findings); it.item;
         it = pl_json_next(it)) {
        if (!read_expected(reader, it, next++)) {
            return false;
        }
    }
    return true;
}

/* The years that a configuration would give. */
static bool read_period(const struct reader *reader, struct pl_json example,
                        struct pl_example *out)
{
    struct pl_json period = pl_json_get(example, "period");
    size_t from = 0;
    size_t to = 0;
    if (!period.item) {
        return true;
    }
    if (!pl_json_only_keys(period, period_keys, PL_COUNT(period_keys),
                           reader->error) ||
        !pl_json_size_or(period, "from", &from, reader->error) ||
        !pl_json_size_or(period, "to", &to, reader->error)) {
        return false;
    }
    if (from == 0 || to < from || to > LAST_YEAR) {
        return PL_FAIL_AT(reader->error, pl_json_place(period),
                          "\"period\" must have \"from\" and \"to\", years of "
                          "which the second is not before the first");
    }
    out->period_from = (uint32_t)from;
    out->period_to = (uint32_t)to;
    return true;
}

static bool read_example(const struct reader *reader, struct pl_json example,
                         struct pl_example *out)
{
    if (!pl_json_only_keys(example, example_keys, PL_COUNT(example_keys),
                           reader->error)) {
        return false;
    }
    struct pl_json text = pl_json_get(example, "text");
    if (!text.item) {
        return PL_FAIL_AT(reader->error, pl_json_place(example),
                          "\"text\" is missing, a string or an array of lines");
    }
    return pl_json_string_or(reader->arena, example, "title", &out->title,
                             reader->error) &&
           pl_json_as_text(reader->arena, text, &out->text, reader->error) &&
           read_format(reader, example, out) &&
           read_period(reader, example, out) &&
           read_findings(reader, example, out);
}

static bool read_examples(const struct reader *reader, struct pl_json root,
                          struct pl_rule *rule)
{
    struct pl_json examples = pl_json_get(root, "examples");
    if (!examples.item) {
        return true;
    }
    if (!is_array(reader, examples, "examples")) {
        return false;
    }
    rule->example_count = pl_json_count(examples);
    struct pl_example *next = pl_arena_array(reader->arena, rule->example_count,
                                             sizeof(*rule->examples));
    rule->examples = next;
    for (struct pl_json it = pl_json_first(examples); it.item;
         it = pl_json_next(it)) {
        if (!read_example(reader, it, next++)) {
            return false;
        }
    }
    return true;
}

bool pl_rule_load_examples(struct pl_arena *arena, struct pl_rule *rule,
                           struct pl_error *error)
{
    struct pl_json_file *file;
    struct pl_json root;
    struct reader reader = {arena, error};
    if (!pl_json_open(rule->path, rule->file, &file, &root, error)) {
        return false;
    }
    bool ok = read_examples(&reader, root, rule);
    pl_json_close(file);
    return ok;
}
