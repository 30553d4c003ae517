#include "lint/coverage.h"

#include "base/buf.h"
#include "lint/builtin.h"
#include "lint/rule.h"

static void add_clause(struct pl_buf *out, const char *clause)
{
    pl_buf_add_text(out, out->len > 0 ? ", " : "");
    pl_buf_add_text(out, clause);
}

static size_t count_bad(const struct pl_rule *rule)
{
    size_t bad = 0;
    for (size_t i = 0; i < rule->example_count; i++) {
        bad += rule->examples[i].expected_count > 0;
    }
    return bad;
}

static void add_examples(struct pl_buf *out, size_t count, const char *kind)
{
    if (count < PL_COVERAGE_EXAMPLES) {
        add_clause(out, "");
        pl_buf_addf(out, "%zu %s example%s of at least %d", count, kind,
                    count == 1 ? "" : "s", PL_COVERAGE_EXAMPLES);
    }
}

const char *pl_coverage_fault(struct pl_arena *arena,
                              const struct pl_rule *rule,
                              struct pl_coverage coverage)
{
    struct pl_buf out = pl_buf_in(arena);
    size_t bad = count_bad(rule);
    if (rule->check != &pl_check_builtin) {
        add_examples(&out, bad, "bad");
        add_examples(&out, rule->example_count - bad, "good");
    }
    if (bad == 0 && coverage.findings == 0 &&
        rule->check != &pl_check_builtin) {
        add_clause(&out, "never fires");
    }
    if (rule->why.len == 0) {
        add_clause(&out, "no \"why\"");
    }
    if (rule->source.len == 0) {
        add_clause(&out, "no \"source\"");
    }
    if (out.len == 0) {
        return NULL;
    }
    pl_buf_add_char(&out, '\0');
    return pl_buf_str(&out).data;
}
