#include "lsp/scope.h"

#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/file.h"
#include "base/wildmatch.h"
#include "lint/setup.h"
#include "lsp/workspace.h"

static const pl_str plan_id = PL_STR("plan"); /* of names, too */

/* As editors call languages in which a plan may be written. */
static const pl_str text_ids[] = {PL_STR("plaintext"), PL_STR("text"),
                                  PL_STR("txt"),       PL_STR("markdown"),
                                  PL_STR("gfm"),       PL_STR("pandoc"),
                                  PL_STR("quarto"),    PL_STR("rmarkdown")};

static bool is_called_plan(const struct pl_lsp_subject *subject)
{
    return subject->language_id.len == 0 ||
           pl_str_eq(subject->language_id, plan_id) ||
           (subject->path &&
            pl_str_eq(pl_path_extension(subject->path), plan_id));
}

static bool is_text(const struct pl_lsp_subject *subject)
{
    for (size_t i = 0; i < PL_COUNT(text_ids); i++) {
        if (pl_str_eq_ignore_case(subject->language_id, text_ids[i])) {
            return true;
        }
    }
    return false;
}

static bool covers(const struct pl_config *config,
                   const struct pl_lsp_subject *subject)
{
    struct pl_arena *scratch = pl_arena_new();
    bool is_covered = pl_config_covers(scratch, config, subject->path);
    pl_arena_free(scratch);
    return is_covered;
}

/* As of the files of a folder on a command line, and what the editor says is a
 * text. */
static bool is_covered(const struct pl_config *config,
                       const struct pl_lsp_subject *subject)
{
    bool may_be_plan = is_called_plan(subject) || is_text(subject) ||
                       config->include_count > 0;
    return may_be_plan && covers(config, subject);
}

/* Of a Word file that is shown the outline is, too, whatever a configuration
 * says; findings are as in other files. */
static bool is_left_out(const struct pl_lsp_ground *ground,
                        const struct pl_lsp_subject *subject)
{
    return subject->is_shown_word && ground->setup->config.path &&
           !covers(&ground->setup->config, subject);
}

/* As seen from the folder that is open. */
static pl_str path_below(const char *folder, const char *path)
{
    size_t len = folder ? strlen(folder) : 0;
    pl_str rest = pl_str_from(path + len);
    return rest.len > 0 && rest.data[0] == '/' ? pl_str_slice(rest, 1, rest.len)
                                               : rest;
}

static bool is_named(const struct pl_lsp_ground *ground,
                     const struct pl_lsp_subject *subject)
{
    const struct pl_lsp_settings *settings = ground->settings;
    pl_str path = path_below(ground->folder, subject->path);
    for (size_t i = 0; i < settings->document_count; i++) {
        if (pl_wildmatch_covers(settings->documents[i], path)) {
            return true;
        }
    }
    return false;
}

static bool is_plan(const struct pl_lsp_ground *ground,
                    const struct pl_lsp_subject *subject)
{
    if (subject->is_shown_word) {
        return true;
    }
    if (!subject->path) {
        return is_called_plan(subject);
    }
    if (pl_str_eq(pl_path_name(subject->path),
                  (pl_str)PL_STR(PL_CONFIG_NAME))) {
        return false;
    }
    return ground->setup->config.path
               ? is_covered(&ground->setup->config, subject)
               : is_called_plan(subject) || is_named(ground, subject);
}

struct pl_lsp_scope pl_lsp_scope_of(struct pl_lsp_workspace *workspace,
                                    const struct pl_lsp_subject *subject)
{
    struct pl_lsp_ground ground =
        pl_lsp_workspace_ground(workspace, subject->path);
    struct pl_lsp_scope scope = {
        .setup = ground.setup,
        .settings = ground.settings,
        .is_plan = is_plan(&ground, subject),
    };
    scope.is_checked = scope.is_plan && ground.settings->enable &&
                       ground.rules->in_force && !is_left_out(&ground, subject);
    return scope;
}
