/* Rules for the reference: a page each, and the index. */
#include <stddef.h>

#include "base/buf.h"
#include "base/chars.h"
#include "lint/rule.h"
#include "lint/ruleset.h"
#include "report/explain.h"

enum { LEAST_FENCE = 3 };

/* A fence longer than any run of backticks in what it holds. */
static size_t fence_for(pl_str text)
{
    size_t longest = LEAST_FENCE - 1;
    size_t run = 0;
    for (size_t i = 0; i < text.len; i++) {
        run = text.data[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest + 1;
}

static void add_fenced(struct pl_buf *out, const char *language, pl_str text)
{
    size_t fence = fence_for(text);
    pl_buf_add_repeated(out, '`', fence);
    pl_buf_addf(out, "%s\n", language);
    pl_buf_add(out, text);
    if (!pl_str_ends(text, (pl_str)PL_STR("\n"))) {
        pl_buf_add_char(out, '\n');
    }
    pl_buf_add_repeated(out, '`', fence);
    pl_buf_add_char(out, '\n');
}

/* Prose in which nothing becomes markup by accident. */
static void add_prose(struct pl_buf *out, pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        bool is_markup = c == '*' || c == '_' || c == '`' || c == '[' ||
                         c == ']' || c == '<' || c == '\\' || c == '|';
        if (is_markup) {
            pl_buf_add_char(out, '\\');
        }
        pl_buf_add_char(out, c == '\n' ? ' ' : c);
    }
}

/* A clause as a sentence: with a capital and a full stop. */
static void add_sentence(struct pl_buf *out, pl_str clause)
{
    if (clause.len > 0) {
        pl_buf_add_char(out, pl_to_upper(clause.data[0]));
        add_prose(out, pl_str_slice(clause, 1, clause.len));
        pl_buf_add_char(out, '.');
    }
}

static void add_section(struct pl_buf *out, const char *title, pl_str text)
{
    if (text.len > 0) {
        pl_buf_addf(out, "\n## %s\n\n", title);
        add_prose(out, text);
        pl_buf_add_char(out, '\n');
    }
}

/* A code span: its line ends become spaces, as Markdown has them anyway. */
static void add_code(struct pl_buf *out, pl_str text)
{
    size_t fence = fence_for(text) - LEAST_FENCE + 1;
    bool needs_space =
        text.len > 0 && (text.data[0] == '`' || text.data[text.len - 1] == '`');
    pl_buf_add_repeated(out, '`', fence);
    pl_buf_add_text(out, needs_space ? " " : "");
    for (size_t i = 0; i < text.len; i++) {
        pl_buf_add_char(out, text.data[i] == '\n' ? ' ' : text.data[i]);
    }
    pl_buf_add_text(out, needs_space ? " " : "");
    pl_buf_add_repeated(out, '`', fence);
}

static void add_expected(struct pl_buf *out, const struct pl_expected *expected)
{
    pl_buf_add_text(out, "- ");
    add_code(out, expected->text);
    if (expected->message.len > 0) {
        pl_buf_add_text(out, ": ");
        add_prose(out, expected->message);
    }
    pl_buf_add_char(out, '\n');
}

static void add_example(struct pl_buf *out, const struct pl_example *example)
{
    bool is_good = example->expected_count == 0;
    pl_buf_addf(out, "\n### %s", is_good ? "Good" : "Bad");
    if (example->title.len > 0) {
        pl_buf_add_text(out, ": ");
        add_prose(out, example->title);
    }
    pl_buf_add_text(out, "\n\n");
    add_fenced(out, "text", example->text);
    if (!is_good) {
        pl_buf_add_text(out, "\nReported:\n\n");
    }
    for (size_t i = 0; i < example->expected_count; i++) {
        add_expected(out, &example->expected[i]);
    }
}

static void add_languages(struct pl_buf *out, const struct pl_rule *rule)
{
    for (size_t i = 0; i < rule->language_count; i++) {
        pl_buf_add_text(out, i > 0 ? ", " : "\nFor text in: ");
        pl_buf_add(out, rule->languages[i]);
    }
    pl_buf_add_text(out, rule->language_count > 0 ? "\n" : "");
}

void pl_explain_markdown(struct pl_buf *out, const struct pl_rule *rule)
{
    pl_buf_add_text(out, "# ");
    pl_buf_add(out, rule->id);
    pl_buf_add_text(out, " ");
    pl_buf_add(out, rule->name);
    pl_buf_add_text(out, "\n\n");
    add_sentence(out, rule->summary);
    pl_buf_addf(out, "\n\nSeverity: %s\n",
                pl_severity_name(rule->own_severity));
    add_languages(out, rule);
    add_section(out, "Why", rule->why);
    add_section(out, "Source", rule->source);
    pl_str params = pl_rule_params_text(rule);
    if (params.len > 0) {
        pl_buf_add_text(out, "\n## Parameters\n\n");
        add_fenced(out, "json", params);
    }
    if (rule->example_count > 0) {
        pl_buf_add_text(out, "\n## Examples\n");
    }
    for (size_t i = 0; i < rule->example_count; i++) {
        add_example(out, &rule->examples[i]);
    }
}

static void add_index_row(struct pl_buf *out, const struct pl_rule *rule)
{
    pl_buf_addf(out, "| [%.*s](%.*s.md) | %.*s | %s | ", PL_STR_ARG(rule->id),
                PL_STR_ARG(rule->id), PL_STR_ARG(rule->name),
                pl_severity_name(rule->own_severity));
    add_prose(out, rule->summary);
    pl_buf_add_text(out, " |\n");
}

void pl_rules_markdown(struct pl_buf *out, const struct pl_ruleset *ruleset)
{
    const char *family = NULL;
    pl_buf_add_text(out, "# Rules\n");
    for (size_t i = 0; i < ruleset->count; i++) {
        const struct pl_rule *rule = &ruleset->rules[i];
        if (pl_rule_family(rule) != family) {
            family = pl_rule_family(rule);
            pl_buf_addf(out,
                        "\n## %s\n\n"
                        "| rule | name | severity | what is reported |\n"
                        "|---|---|---|---|\n",
                        family);
        }
        add_index_row(out, rule);
    }
}
