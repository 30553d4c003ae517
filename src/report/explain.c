#include "report/explain.h"

#include "lint/rule.h"
#include "lint/ruleset.h"

enum { INDENT = 2, EXAMPLE_INDENT = 4, NAME_COLUMN = 18, SUMMARY_COLUMN = 7 };

static void add_severity(struct pl_page *page, enum pl_severity severity)
{
    pl_page_add_text(page, pl_style_of_severity(severity),
                     pl_severity_name(severity));
}

static void add_title(struct pl_page *page, const char *title)
{
    pl_page_end_line(page);
    pl_page_add_text(page, PL_STYLE_HEADING, title);
    pl_page_end_line(page);
}

static void add_section(struct pl_page *page, const char *title, pl_str text)
{
    if (text.len > 0) {
        add_title(page, title);
        pl_page_wrap(page, PL_STYLE_PLAIN, INDENT, text);
        pl_page_end_line(page);
    }
}

static void add_expected(struct pl_page *page,
                         const struct pl_expected *expected)
{
    pl_page_pad(page, EXAMPLE_INDENT);
    pl_page_add_text(page, PL_STYLE_BAD, "reported: ");
    size_t indent = page->column;
    pl_page_wrap(page, PL_STYLE_PLAIN, indent, expected->text);
    if (expected->message.len > 0) {
        pl_page_add_text(page, PL_STYLE_DIM, " - ");
        pl_page_wrap(page, PL_STYLE_DIM, indent, expected->message);
    }
    pl_page_end_line(page);
}

static void add_example(struct pl_page *page, const struct pl_example *example)
{
    bool is_good = example->expected_count == 0;
    pl_page_end_line(page);
    pl_page_add_text(page, PL_STYLE_HEADING, is_good ? "Good" : "Bad");
    if (example->title.len > 0) {
        pl_page_add_text(page, PL_STYLE_HEADING, ": ");
        pl_page_wrap(page, PL_STYLE_PLAIN, INDENT, example->title);
    }
    pl_page_end_line(page);
    pl_page_quote(page, PL_STYLE_PLAIN, EXAMPLE_INDENT, example->text);
    for (size_t i = 0; i < example->expected_count; i++) {
        add_expected(page, &example->expected[i]);
    }
}

/* ", for text in en, fr" */
static void add_languages(struct pl_page *page, const struct pl_rule *rule)
{
    for (size_t i = 0; i < rule->language_count; i++) {
        pl_page_add_text(page, PL_STYLE_DIM, i > 0 ? ", " : ", for text in ");
        pl_page_add(page, PL_STYLE_DIM, rule->languages[i]);
    }
}

void pl_explain_text(struct pl_page *page, const struct pl_rule *rule)
{
    pl_page_add(page, PL_STYLE_HEADING, rule->id);
    pl_page_add_text(page, PL_STYLE_PLAIN, "  ");
    pl_page_add(page, PL_STYLE_HEADING, rule->name);
    pl_page_add_text(page, PL_STYLE_PLAIN, "  ");
    add_severity(page, rule->own_severity);
    if (rule->severity != rule->own_severity) {
        pl_page_add_text(page, PL_STYLE_DIM, ", here ");
        add_severity(page, rule->severity);
    }
    add_languages(page, rule);
    pl_page_end_line(page);
    pl_page_wrap(page, PL_STYLE_PLAIN, 0, rule->summary);
    pl_page_end_line(page);

    add_section(page, "Why", rule->why);
    add_section(page, "Source", rule->source);
    pl_str params = pl_rule_params_text(rule);
    if (params.len > 0) {
        add_title(page, "Parameters");
        pl_page_quote(page, PL_STYLE_PLAIN, INDENT, params);
    }
    for (size_t i = 0; i < rule->example_count; i++) {
        add_example(page, &rule->examples[i]);
    }
}

static void add_row(struct pl_page *page, const struct pl_rule *rule)
{
    pl_page_add(page, PL_STYLE_HEADING, rule->id);
    pl_page_pad(page, SUMMARY_COLUMN);
    add_severity(page, rule->severity);
    pl_page_pad(page, NAME_COLUMN);
    pl_page_add(page, PL_STYLE_PLAIN, rule->name);
    pl_page_end_line(page);
    pl_page_wrap(page, PL_STYLE_DIM, NAME_COLUMN, rule->summary);
    pl_page_end_line(page);
}

/* How many of the family that begins at `first` there are. */
static size_t family_size(const struct pl_ruleset *ruleset, size_t first)
{
    const char *family = pl_rule_family(&ruleset->rules[first]);
    size_t end = first;
    while (end < ruleset->count &&
           pl_rule_family(&ruleset->rules[end]) == family) {
        end++;
    }
    return end - first;
}

/* "12 rules, 9 at work" */
static void add_counts(struct pl_page *page, enum pl_style style,
                       const struct pl_rule *rules, size_t count)
{
    size_t at_work = 0;
    for (size_t i = 0; i < count; i++) {
        at_work += rules[i].severity != PL_SEVERITY_OFF;
    }
    pl_page_add_number(page, style, count);
    pl_page_add_text(page, style, count == 1 ? " rule, " : " rules, ");
    pl_page_add_number(page, style, at_work);
    pl_page_add_text(page, style, " at work");
}

static void add_family(struct pl_page *page, const struct pl_rule *rules,
                       size_t count)
{
    pl_page_add_text(page, PL_STYLE_HEADING, pl_rule_family(rules));
    pl_page_add_text(page, PL_STYLE_DIM, " (");
    add_counts(page, PL_STYLE_DIM, rules, count);
    pl_page_add_text(page, PL_STYLE_DIM, ")");
    pl_page_end_line(page);
    for (size_t i = 0; i < count; i++) {
        add_row(page, &rules[i]);
    }
    pl_page_end_line(page);
}

void pl_rules_text(struct pl_page *page, const struct pl_ruleset *ruleset)
{
    size_t size = 0;
    for (size_t i = 0; i < ruleset->count; i += size) {
        size = family_size(ruleset, i);
        add_family(page, &ruleset->rules[i], size);
    }
    add_counts(page, PL_STYLE_PLAIN, ruleset->rules, ruleset->count);
    pl_page_end_line(page);
}
