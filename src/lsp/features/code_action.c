/* textDocument/codeAction: what can be done about the findings in a range.
 *
 * Every action is a plain edit or a command of the server, so that it works in
 * every editor. What fixes a whole document is worked out when the client asks
 * for it by its kind; else the action is the command that does so. */
#include "base/arena.h"
#include "base/file.h"
#include "base/vec.h"
#include "checks/acronym/heed.h"
#include "lint/config_edit.h"
#include "lint/fix.h"
#include "lint/rule.h"
#include "lint/setup.h"
#include "lsp/features/action.h"
#include "lsp/features/directive_edit.h"
#include "lsp/features/features.h"
#include "lsp/features/renumber_action.h"
#include "plan/plan.h"
#include "text/source.h"

enum { MOST_RULES = 16 /* rules at one place, for which there are actions */ };

static const char quickfix[] = "quickfix";
static const char fix_all[] = "source.fixAll.planlint";

struct offer {
    struct pl_lsp_actions actions;
    const struct pl_plan *plan;
    const struct pl_findings *findings;
    struct pl_range range;
};

static bool is_in_range(const struct offer *offer,
                        const struct pl_finding *finding)
{
    return finding->range.start <= offer->range.end &&
           offer->range.start <= finding->range.end;
}

static void offer_fixes(struct offer *offer, const struct pl_finding *finding)
{
    for (size_t i = 0; i < finding->fixes.len; i++) {
        const struct pl_fix *fix = &finding->fixes.items[i];
        struct pl_lsp_action action = {
            .title = fix->title,
            .kind = quickfix,
            .finding = finding,
            .is_preferred = fix->safe && finding->fixes.len == 1,
            .edits = {fix->edits.items, fix->edits.len},
        };
        pl_lsp_action_write(&offer->actions, &action);
    }
}

/* The findings of one rule alone. */
static struct pl_findings of_rule(struct pl_arena *arena,
                                  const struct pl_findings *all,
                                  const struct pl_rule *rule)
{
    struct pl_findings found = {.arena = arena};
    for (size_t i = 0; i < all->list.len; i++) {
        if (all->list.items[i]->rule == rule) {
            *PL_VEC_PUSH(arena, &found.list) = all->list.items[i];
        }
    }
    return found;
}

static void offer_all_of_rule(struct offer *offer,
                              const struct pl_finding *finding)
{
    struct pl_arena *arena = offer->actions.request->arena;
    struct pl_findings found = of_rule(arena, offer->findings, finding->rule);
    struct pl_fix_choice choice = pl_fix_choose(
        arena, offer->plan->text, &found, PL_SEVERITY_INFO, false);
    if (choice.findings < 2) {
        return;
    }
    struct pl_lsp_action action = {
        .title = pl_arena_printf(arena, "fix all %zu findings of %.*s (%.*s)",
                                 choice.findings, PL_STR_ARG(finding->rule->id),
                                 PL_STR_ARG(finding->rule->name)),
        .kind = quickfix,
        .finding = finding,
        .edits = choice.edits,
    };
    pl_lsp_action_write(&offer->actions, &action);
}

/* An acronym that readers know goes into the configuration, where there is
 * one. */
static void offer_known(struct offer *offer, const struct pl_finding *finding)
{
    struct pl_arena *arena = offer->actions.request->arena;
    const struct pl_setup *setup =
        pl_lsp_revision_setup(offer->actions.revision);
    struct pl_lsp_file file = {.path = setup->config.path};
    struct pl_edit edit;
    struct pl_error error;
    struct pl_config_word word = {finding->rule->id, "known", finding->subject};
    if (!file.path || finding->subject.len == 0 ||
        !pl_acronym_heeds_known(finding->rule) ||
        !pl_file_read(arena, file.path, PL_SOURCE_MAX, &file.text, &error) ||
        !pl_config_add_word(arena, file.path, file.text, word, &edit, &error)) {
        return;
    }
    struct pl_lsp_action action = {
        .title = pl_arena_printf(arena, "add \"%.*s\" to the known acronyms",
                                 PL_STR_ARG(finding->subject)),
        .kind = quickfix,
        .finding = finding,
        .other = &file,
        .edits = {&edit, 1},
    };
    pl_lsp_action_write(&offer->actions, &action);
}

static void offer_silence(struct offer *offer, const struct pl_finding *finding)
{
    struct pl_arena *arena = offer->actions.request->arena;
    struct pl_lsp_action here = {
        .title = pl_arena_printf(arena, "disable %.*s here",
                                 PL_STR_ARG(finding->rule->id)),
        .kind = quickfix,
        .finding = finding,
        .edits = pl_lsp_disable_here(arena, offer->plan, finding),
    };
    pl_lsp_action_write(&offer->actions, &here);
    struct pl_lsp_action file = {
        .title = pl_arena_printf(arena, "disable %.*s in this file",
                                 PL_STR_ARG(finding->rule->id)),
        .kind = quickfix,
        .finding = finding,
        .edits = pl_lsp_disable_in_file(arena, offer->plan, finding),
    };
    pl_lsp_action_write(&offer->actions, &file);
}

/* First all fixes, then what is done for each rule once. */
static void offer_quick_fixes(struct offer *offer)
{
    const struct pl_finding *first_of_rule[MOST_RULES];
    size_t count = 0;
    for (size_t i = 0; i < offer->findings->list.len; i++) {
        const struct pl_finding *finding = offer->findings->list.items[i];
        if (!is_in_range(offer, finding)) {
            continue;
        }
        offer_fixes(offer, finding);
        offer_known(offer, finding);
        size_t at = 0;
        while (at < count && first_of_rule[at]->rule != finding->rule) {
            at++;
        }
        if (at == count && count < MOST_RULES) {
            first_of_rule[count++] = finding;
        }
    }
    for (size_t i = 0; i < count; i++) {
        offer_all_of_rule(offer, first_of_rule[i]);
        offer_silence(offer, first_of_rule[i]);
    }
}

static bool names_kinds(const struct pl_lsp_request *request)
{
    struct pl_json context = pl_json_get(request->params, "context");
    return pl_json_kind(pl_json_get(context, "only")) == PL_JSON_ARRAY;
}

/* Kate's Quick Fix names a finding, asks for the whole document and actions of
 * any kind, and carries out every one that it is offered. */
static bool is_carried_out(const struct offer *offer)
{
    return !names_kinds(offer->actions.request) &&
           pl_lsp_actions_count_named(&offer->actions) > 0 &&
           offer->range.start == 0 && offer->range.end == offer->plan->text.len;
}

static void offer_named_fixes(struct offer *offer)
{
    for (size_t i = 0; i < offer->findings->list.len; i++) {
        const struct pl_finding *finding = offer->findings->list.items[i];
        if (finding->fixes.len == 1 &&
            pl_lsp_actions_name(&offer->actions, finding)) {
            offer_fixes(offer, finding);
        }
    }
}

static bool has_safe_fix(const struct pl_findings *findings)
{
    for (size_t i = 0; i < findings->list.len; i++) {
        const struct pl_finding *it = findings->list.items[i];
        if (it->fixes.len > 0 && it->fixes.items[0].safe) {
            return true;
        }
    }
    return false;
}

static void offer_fix_all(struct offer *offer)
{
    struct pl_lsp_action action = {
        .title = "fix all that is safe to fix",
        .kind = fix_all,
        .command = PL_LSP_FIX_ALL,
    };
    struct pl_error error;
    if (offer->actions.is_asked &&
        pl_lsp_fix_all(offer->actions.request->arena, offer->actions.revision,
                       &action.edits, &error)) {
        action.command = NULL;
    }
    pl_lsp_action_write(&offer->actions, &action);
}

/* What shows a Word file cannot be edited, but the configuration can. */
static void offer_for_word(struct offer *offer)
{
    for (size_t i = 0; i < offer->findings->list.len; i++) {
        const struct pl_finding *finding = offer->findings->list.items[i];
        if (is_in_range(offer, finding)) {
            offer_known(offer, finding);
        }
    }
}

static void offer_all(struct offer *offer)
{
    if (pl_lsp_revision_text(offer->actions.revision)->is_word) {
        if (!is_carried_out(offer) &&
            pl_lsp_actions_want(&offer->actions, quickfix)) {
            offer_for_word(offer);
        }
        return;
    }
    if (is_carried_out(offer)) {
        offer_named_fixes(offer);
        return;
    }
    if (pl_lsp_actions_want(&offer->actions, quickfix)) {
        offer_quick_fixes(offer);
    }
    if (pl_lsp_actions_want(&offer->actions, PL_LSP_REFACTOR_RENUMBER)) {
        pl_lsp_offer_renumbering(&offer->actions, offer->range.start);
    }
    if (has_safe_fix(offer->findings) &&
        pl_lsp_actions_want(&offer->actions, fix_all)) {
        offer_fix_all(offer);
    }
}

void pl_lsp_code_action(struct pl_lsp_request *request)
{
    struct pl_lsp_revision *revision = pl_lsp_request_document(request);
    struct offer offer = {
        .actions = {.request = request, .revision = revision}};
    if (!revision || !pl_lsp_request_range(
                         request, revision,
                         pl_json_get(request->params, "range"), &offer.range)) {
        return;
    }
    const struct pl_lint_result *result =
        pl_lsp_revision_findings(revision, request->cancel);
    if (!result) {
        return;
    }
    offer.plan = pl_lsp_revision_plan(revision);
    offer.findings = &result->findings;
    pl_write_array(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    offer_all(&offer);
    pl_write_end(request->out);
}
