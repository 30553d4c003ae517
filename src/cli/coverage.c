#include "cli/coverage.h"

#include "base/arena.h"
#include "base/file.h"
#include "cli/document.h"
#include "cli/session.h"
#include "lint/lint.h"
#include "lint/rule.h"
#include "lint/ruleset.h"
#include "plan/plan.h"
#include "text/walk.h"

struct counting {
    struct pl_session *session;
    struct pl_ruleset all; /* every rule is at work */
    struct pl_coverage_table table;
};

static void complain(void *context, const struct pl_error *error)
{
    pl_session_complain(context, error);
}

static bool wants(void *context, const char *path, bool has_text_name)
{
    (void)context;
    (void)path;
    return has_text_name;
}

static struct pl_ruleset with_all_on(struct pl_arena *arena,
                                     const struct pl_ruleset *ruleset)
{
    struct pl_ruleset copy = *ruleset;
    copy.rules = pl_arena_array(arena, copy.count, sizeof(*copy.rules));
    for (size_t i = 0; i < copy.count; i++) {
        copy.rules[i] = ruleset->rules[i];
        pl_rule_turn_on(&copy.rules[i]);
    }
    return copy;
}

static void count_findings(struct counting *counting,
                           const struct pl_findings *findings)
{
    struct pl_coverage *rules = counting->table.rules;
    for (size_t i = 0; i < counting->all.count; i++) {
        size_t before = rules[i].findings;
        for (size_t k = 0; k < findings->list.len; k++) {
            rules[i].findings +=
                findings->list.items[k]->rule == &counting->all.rules[i];
        }
        rules[i].documents += rules[i].findings > before;
    }
}

static void count_document(struct counting *counting, struct pl_arena *arena,
                           const char *path)
{
    const struct pl_plan *plan;
    struct pl_error error;
    struct pl_document document = {counting->session, NULL, path};
    if (!pl_document_read(arena, document, &plan, &error)) {
        pl_session_complain(counting->session, &error);
        return;
    }
    struct pl_lint_result result = pl_lint(arena, plan, &counting->all, NULL);
    count_findings(counting, &result.findings);
    counting->table.documents++;
}

static void count_folder(struct counting *counting, const char *path)
{
    struct pl_session *session = counting->session;
    struct pl_walk walk = {.arena = session->arena,
                           .complain = complain,
                           .wants = wants,
                           .context = session};
    if (pl_file_kind(path) == PL_FILE_MISSING) {
        pl_session_complainf(session, "%s: no such file", path);
        return;
    }
    pl_walk_add(&walk, path);
    pl_walk_end(&walk);
    struct pl_arena *arena = pl_arena_new();
    for (size_t i = 0; i < walk.files.len; i++) {
        count_document(counting, arena, walk.files.items[i]);
        pl_arena_reset(arena);
    }
    pl_arena_free(arena);
}

struct pl_coverage_table pl_coverage_count(struct pl_session *session,
                                           const struct pl_ruleset *ruleset)
{
    struct pl_arena *arena = session->arena;
    struct counting counting = {.session = session,
                                .all = with_all_on(arena, ruleset)};
    counting.table.rules =
        pl_arena_array(arena, ruleset->count, sizeof(struct pl_coverage));
    const char *path = pl_session_value(session, PL_OPTION_OVER);
    if (path) {
        count_folder(&counting, path);
    }
    return counting.table;
}
