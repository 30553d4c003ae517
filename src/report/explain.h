/* explain.h - rules for people: one explained, all listed.
 *
 * A rule's examples must be loaded (pl_rule_load_examples) to be shown. */
#ifndef PLANLINT_REPORT_EXPLAIN_H
#define PLANLINT_REPORT_EXPLAIN_H

#include "report/page.h"

struct pl_buf;
struct pl_rule;
struct pl_ruleset;

void pl_explain_text(struct pl_page *page, const struct pl_rule *rule);

/* A page of the reference in Markdown. */
void pl_explain_markdown(struct pl_buf *out, const struct pl_rule *rule);

/* All rules, family by family: with the severity in force; as JSON likewise;
 * and as the index of the reference, with links to "ID.md" and the severity of
 * the rule's file. */
void pl_rules_text(struct pl_page *page, const struct pl_ruleset *ruleset);
void pl_rules_json(struct pl_buf *out, const struct pl_ruleset *ruleset);
void pl_rules_markdown(struct pl_buf *out, const struct pl_ruleset *ruleset);

#endif
