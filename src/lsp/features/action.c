#include "lsp/features/action.h"

#include "base/arena.h"
#include "lint/finding.h"
#include "lint/fix.h"
#include "lint/rule.h"
#include "lint/setup.h"
#include "plan/plan.h"
#include "text/source.h"

/* "source" is a kind that "source.fixAll.planlint" is of. */
static bool is_of_kind(pl_str kind, pl_str wanted)
{
    return pl_str_starts(kind, wanted) &&
           (kind.len == wanted.len || kind.data[wanted.len] == '.');
}

bool pl_lsp_actions_want(struct pl_lsp_actions *actions, const char *kind)
{
    struct pl_lsp_request *request = actions->request;
    struct pl_json only =
        pl_json_get(pl_json_get(request->params, "context"), "only");
    actions->is_asked = false;
    struct pl_json it = pl_json_first(only);
    for (; pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        pl_str wanted;
        struct pl_error error;
        if (pl_json_as_string(request->arena, it, &wanted, &error) &&
            is_of_kind(pl_str_from(kind), wanted)) {
            actions->is_asked = true;
        }
    }
    return actions->is_asked || pl_json_kind(only) != PL_JSON_ARRAY;
}

/* Whether a diagnostic that the client has is that finding. */
static bool is_about(struct pl_lsp_actions *actions, struct pl_json diagnostic,
                     const struct pl_finding *finding)
{
    pl_str code;
    struct pl_error error;
    uint32_t start;
    struct pl_json range = pl_json_get(diagnostic, "range");
    return pl_json_string(actions->request->arena, diagnostic, "code", &code,
                          &error) &&
           pl_str_eq(code, finding->rule->id) &&
           pl_lsp_request_position(actions->request, actions->revision,
                                   pl_json_get(range, "start"), &start) &&
           start == finding->range.start;
}

static struct pl_json named_diagnostics(const struct pl_lsp_actions *actions)
{
    return pl_json_get(pl_json_get(actions->request->params, "context"),
                       "diagnostics");
}

size_t pl_lsp_actions_count_named(const struct pl_lsp_actions *actions)
{
    return pl_json_count(named_diagnostics(actions));
}

bool pl_lsp_actions_name(struct pl_lsp_actions *actions,
                         const struct pl_finding *finding)
{
    struct pl_json it = pl_json_first(named_diagnostics(actions));
    while (pl_json_kind(it) != PL_JSON_NOTHING &&
           !is_about(actions, it, finding)) {
        it = pl_json_next(it);
    }
    return pl_json_kind(it) != PL_JSON_NOTHING;
}

/* As the client has them: it matches them by their content. */
static void write_diagnostics(struct pl_lsp_actions *actions,
                              const struct pl_finding *finding)
{
    struct pl_json_writer *out = actions->request->out;
    pl_write_array(out, "diagnostics", PL_JSON_COMPACT);
    for (struct pl_json it = pl_json_first(named_diagnostics(actions));
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        if (is_about(actions, it, finding)) {
            pl_write_raw(out, NULL, pl_json_raw(it));
        }
    }
    pl_write_end(out);
}

static void write_edit(struct pl_lsp_actions *actions, const char *key,
                       const struct pl_lsp_action *action)
{
    if (action->other) {
        pl_lsp_write_file_edit(actions->request, key, *action->other,
                               action->edits);
    } else {
        pl_lsp_write_workspace_edit(actions->request, key, actions->revision,
                                    action->edits);
    }
}

static void write_command(struct pl_lsp_actions *actions, const char *key,
                          const struct pl_lsp_action *action)
{
    struct pl_json_writer *out = actions->request->out;
    pl_write_object(out, key, PL_JSON_COMPACT);
    pl_write_text(out, "title", action->title);
    pl_write_text(out, "command",
                  action->command ? action->command : PL_LSP_APPLY_EDIT);
    pl_write_array(out, "arguments", PL_JSON_COMPACT);
    if (action->command) {
        pl_write_text(out, NULL, pl_lsp_revision_text(actions->revision)->uri);
    } else {
        pl_write_text(out, NULL, action->title);
        write_edit(actions, NULL, action);
    }
    pl_write_end(out);
    pl_write_end(out);
}

void pl_lsp_action_write(struct pl_lsp_actions *actions,
                         const struct pl_lsp_action *action)
{
    struct pl_json_writer *out = actions->request->out;
    if (!actions->request->client->has_action_literals) {
        write_command(actions, NULL, action);
        return;
    }
    pl_write_object(out, NULL, PL_JSON_COMPACT);
    pl_write_text(out, "title", action->title);
    pl_write_text(out, "kind", action->kind);
    if (action->finding) {
        write_diagnostics(actions, action->finding);
    }
    if (action->is_preferred) {
        pl_write_bool(out, "isPreferred", true);
    }
    if (action->command) {
        write_command(actions, "command", action);
    } else {
        write_edit(actions, "edit", action);
    }
    pl_write_end(out);
}

/* From the bytes of the editor's text to places in the text of the plan. */
static struct pl_edits in_text(struct pl_arena *arena,
                               const struct pl_source *source,
                               struct pl_edits edits)
{
    struct pl_edit *items =
        pl_arena_array(arena, edits.count + 1, sizeof(*items));
    for (size_t i = 0; i < edits.count; i++) {
        struct pl_range range = edits.items[i].range;
        items[i] = (struct pl_edit){
            {(uint32_t)pl_source_text_offset(source, range.start),
             (uint32_t)pl_source_text_offset(source, range.end)},
            edits.items[i].text};
    }
    return (struct pl_edits){items, edits.count};
}

bool pl_lsp_fix_all(struct pl_arena *arena, struct pl_lsp_revision *revision,
                    struct pl_edits *edits, struct pl_error *error)
{
    const struct pl_plan *plan = pl_lsp_revision_plan(revision);
    const struct pl_setup *setup = pl_lsp_revision_setup(revision);
    struct pl_fixer fixer = {
        .ruleset = setup->ruleset,
        .settings = &setup->config.settings,
        .least = PL_SEVERITY_INFO,
    };
    struct pl_fixed fixed;
    if (!pl_fix_document(arena, plan, &fixer, &fixed, error)) {
        return false;
    }
    *edits = in_text(arena, plan->source, fixed.edits);
    return true;
}
