/* The rules there are, for programs. */
#include "base/buf.h"
#include "lint/check.h"
#include "lint/rule.h"
#include "lint/ruleset.h"
#include "report/explain.h"
#include "report/json_writer.h"

void pl_rules_json(struct pl_buf *out, const struct pl_ruleset *ruleset)
{
    struct pl_json_writer to = pl_json_writer_to(out);
    pl_write_object(&to, NULL, PL_JSON_LAID_OUT);
    pl_write_size(&to, "version", 1);
    pl_write_array(&to, "rules", PL_JSON_LAID_OUT);
    for (size_t i = 0; i < ruleset->count; i++) {
        const struct pl_rule *rule = &ruleset->rules[i];
        pl_write_object(&to, NULL, PL_JSON_INLINE);
        pl_write_str(&to, "id", rule->id);
        pl_write_str(&to, "name", rule->name);
        pl_write_text(&to, "severity", pl_severity_name(rule->severity));
        pl_write_text(&to, "ownSeverity", pl_severity_name(rule->own_severity));
        pl_write_text(&to, "check", rule->check->name);
        pl_write_str(&to, "summary", rule->summary);
        pl_write_end(&to);
    }
    pl_write_end(&to);
    pl_write_end(&to);
    pl_buf_add_char(out, '\n');
}
