#include "mutation.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "checks/checks.h"
#include "cmocka_wrap.h"
#include "lint/lint.h"
#include "lint/profile.h"
#include "lint/ruleset.h"
#include "plan/plan.h"
#include "plan_from_text.h"

enum { MAX_PLAN = 1024 * 1024 };

struct state {
    struct pl_arena *arena;
    struct pl_ruleset *ruleset;
    const struct pl_settings *settings;
    pl_str plan;
};

static struct pl_range range_of(pl_str plan, const struct edit *edit)
{
    pl_str from = pl_str_from(edit->from);
    size_t start = pl_str_find(plan, from, 0);
    if (start == PL_NOWHERE ||
        pl_str_find(plan, from, start + 1) != PL_NOWHERE) {
        fail_msg("\"%s\" does not stand in the plan once", edit->from);
    }
    size_t end = start + from.len;
    if (edit->until) {
        pl_str until = pl_str_from(edit->until);
        size_t found = pl_str_find(plan, until, end);
        assert_true(found != PL_NOWHERE);
        end = found + until.len;
    }
    return (struct pl_range){(uint32_t)start, (uint32_t)end};
}

/* Edits are made in the order of their places. */
static pl_str mutate(const struct state *state, const struct mutation *mutation)
{
    struct pl_buf out = pl_buf_in(state->arena);
    uint32_t at = 0;
    for (size_t i = 0; i < MAX_EDITS && mutation->edits[i].from; i++) {
        struct pl_range range = range_of(state->plan, &mutation->edits[i]);
        assert_true(range.start >= at);
        pl_buf_add(&out, pl_str_slice(state->plan, at, range.start));
        pl_buf_add_text(&out, mutation->edits[i].to);
        at = range.end;
    }
    pl_buf_add(&out, pl_str_slice(state->plan, at, state->plan.len));
    return pl_buf_str(&out);
}

static const char *found_in(const struct state *state, pl_str text)
{
    const struct pl_plan *plan = plan_from_text(
        state->arena, pl_arena_strndup(state->arena, text.data, text.len));
    struct pl_lint_options options = {.settings = state->settings};
    struct pl_lint_result result =
        pl_lint(state->arena, plan, state->ruleset, &options);
    struct pl_buf out = pl_buf_in(state->arena);
    for (size_t i = 0; i < result.findings.list.len; i++) {
        const struct pl_finding *it = result.findings.list.items[i];
        pl_buf_add_text(&out, i > 0 ? " | " : "");
        pl_buf_add(&out, it->rule->id);
        pl_buf_add_char(&out, ' ');
        pl_buf_add(&out, pl_plan_address(state->arena, plan, it->range.start));
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static bool use(struct pl_ruleset *ruleset, const char *profile,
                struct pl_error *error)
{
    pl_str rest = pl_str_from(profile);
    if (!pl_profile_use(ruleset, pl_str_split(&rest, ' '), error)) {
        return false;
    }
    while (rest.len > 0) {
        struct pl_rule *rule =
            pl_ruleset_find(ruleset, pl_str_split(&rest, ' '));
        assert_non_null(rule);
        pl_rule_turn_on(rule);
    }
    return true;
}

static void load(struct state *state, const char *file, const char *profile)
{
    struct pl_error error = {.line = 0};
    const char *path = pl_arena_printf(
        state->arena, "%s/tests/fixtures/plans/%s", PLANLINT_SOURCE_DIR, file);
    bool ok =
        pl_file_read(state->arena, path, MAX_PLAN, &state->plan, &error) &&
        pl_ruleset_load(state->arena, pl_rule_files_builtin(NULL), pl_checks,
                        &state->ruleset, &error) &&
        use(state->ruleset, profile, &error);
    if (!ok) {
        fail_msg("%s", error.message);
    }
}

void assert_mutations_set(const char *file, const char *profile,
                          const struct pl_settings *settings,
                          struct mutation_list list)
{
    const struct mutation *mutations = list.items;
    size_t count = list.count;
    struct state state = {.arena = pl_arena_new(), .settings = settings};
    load(&state, file, profile);
    size_t failed = 0;
    for (size_t i = 0; i < count; i++) {
        const char *found = found_in(&state, mutate(&state, &mutations[i]));
        if (!pl_str_eq(pl_str_from(found), pl_str_from(mutations[i].found))) {
            print_error("%s: expected \"%s\", found \"%s\"\n",
                        mutations[i].slip, mutations[i].found, found);
            failed++;
        }
    }
    pl_arena_free(state.arena);
    assert_int_equal(failed, 0);
}

void assert_mutations(const char *file, const char *profile,
                      const struct mutation *mutations, size_t count)
{
    assert_mutations_set(file, profile, NULL,
                         (struct mutation_list){mutations, count});
}
