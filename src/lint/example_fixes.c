#include "lint/example_fixes.h"

#include "base/arena.h"
#include "base/buf.h"
#include "lint/lint.h"
#include "lint/rule.h"
#include "plan/plan.h"
#include "text/source.h"

/* The text with one fix. */
static pl_str fixed_text(struct pl_arena *arena, const struct pl_plan *plan,
                         const struct pl_fix *fix)
{
    size_t count = fix->edits.len;
    struct pl_edit *edits = pl_arena_array(arena, count, sizeof(*edits));
    for (size_t i = 0; i < count; i++) {
        edits[i] = fix->edits.items[i];
    }
    pl_edits_sort(edits, count);
    return pl_edits_apply(arena, plan->text, (struct pl_edits){edits, count});
}

static size_t count_findings(const struct pl_findings *findings,
                             const struct pl_rule *rule)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->list.len; i++) {
        count += pl_str_eq(findings->list.items[i]->rule->id, rule->id);
    }
    return count;
}

static bool mends(struct pl_arena *arena,
                  const struct pl_judged_example *judged,
                  struct pl_plan_maker maker, const struct pl_fix *fix)
{
    struct pl_example fixed = *judged->example;
    fixed.text = fixed_text(arena, judged->plan, fix);
    fixed.format = judged->plan->source->format;
    fixed.forced_format = true;
    struct pl_error error;
    const struct pl_plan *plan =
        maker.make(maker.context, arena, &fixed, &error);
    if (!plan) {
        return false;
    }
    struct pl_lint_options options = {.settings = judged->settings};
    struct pl_lint_result result =
        pl_lint(arena, plan, judged->ruleset, &options);
    return count_findings(&result.findings, judged->rule) <
           judged->findings->list.len;
}

void pl_example_fixes_try(struct pl_arena *arena,
                          const struct pl_judged_example *judged,
                          struct pl_plan_maker maker, struct pl_buf *out)
{
    bool is_view = judged->example->forced_format &&
                   judged->example->format == PL_FORMAT_WORD;
    for (size_t i = 0; !is_view && i < judged->findings->list.len; i++) {
        const struct pl_finding *finding = judged->findings->list.items[i];
        for (size_t k = 0; k < finding->fixes.len; k++) {
            const struct pl_fix *fix = &finding->fixes.items[k];
            if (!mends(arena, judged, maker, fix)) {
                pl_buf_addf(out, "  the fix \"%s\" does not mend it: %s\n",
                            fix->title, finding->message);
            }
        }
    }
}
