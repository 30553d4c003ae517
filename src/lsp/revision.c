#include "lsp/revision.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "lint/revision.h"
#include "lint/setup.h"
#include "lsp/word_text.h"
#include "plan/plan.h"
#include "plan/symbols.h"
#include "syntax/tree.h"
#include "text/source.h"

struct pl_lsp_revision {
    struct pl_arena *arena;
    struct pl_lsp_text text;
    const struct pl_setup *setup;
    struct pl_source *source; /* NULL: `error` says why */
    struct pl_error error;
    bool is_outdated;
    struct pl_lines lines; /* of the editor's text */
    struct pl_tree *tree;
    const struct pl_plan *plan; /* this and what follows: NULL until needed */
    const struct pl_symbols *symbols;
    const struct pl_lint_result *findings;
};

static void free_tree(void *tree)
{
    pl_tree_free(tree);
}

static struct pl_tree *make_tree(const struct pl_source *source,
                                 const struct pl_lsp_revision *before)
{
    return before && before->tree ? pl_tree_reparse(before->tree, source->text)
                                  : pl_tree_parse(source->text);
}

static bool is_shown(struct pl_lsp_revision *revision,
                     const struct pl_source *source)
{
    pl_str shown = revision->text.bytes;
    revision->is_outdated =
        shown.data && !pl_lsp_word_text_is_shown(source->text, shown);
    return !revision->is_outdated ||
           PL_FAIL(&revision->error,
                   "this is not what the file says now; open it again");
}

/* The text is that of the file to the byte, whatever the editor makes of line
 * ends; but lines are counted as the editor does. */
static void read_word(struct pl_lsp_revision *revision)
{
    struct pl_lsp_text *text = &revision->text;
    struct pl_source *source;
    if (pl_lsp_word_text_read(revision->arena, text->path, text->view, &source,
                              &revision->error) &&
        is_shown(revision, source)) {
        text->bytes = source->text;
        revision->source = source;
        revision->lines =
            pl_lines_build_as_edited(revision->arena, source->text);
    } else {
        text->bytes = pl_arena_copy(revision->arena, text->bytes);
    }
}

static void read_text(struct pl_lsp_revision *revision)
{
    struct pl_arena *arena = revision->arena;
    revision->text.bytes = pl_arena_copy(arena, revision->text.bytes);
    if (!pl_source_read(arena, revision->text.path, revision->text.bytes, NULL,
                        &revision->source, &revision->error)) {
        revision->source = NULL;
        return;
    }
    bool is_same = !revision->source->origins;
    revision->lines =
        is_same ? revision->source->lines
                : pl_lines_build_as_edited(arena, revision->text.bytes);
}

struct pl_lsp_revision *pl_lsp_revision_new(const struct pl_lsp_text *text,
                                            const struct pl_setup *setup,
                                            struct pl_lsp_revision *before)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_lsp_revision *revision = pl_arena_alloc(arena, sizeof(*revision));
    revision->arena = arena;
    revision->setup = setup;
    revision->text = *text;
    revision->text.uri = pl_arena_strndup(arena, text->uri, strlen(text->uri));
    revision->text.path =
        pl_arena_strndup(arena, text->path, strlen(text->path));
    if (text->is_word) {
        read_word(revision);
    } else {
        read_text(revision);
    }
    if (revision->source) {
        revision->tree = make_tree(revision->source, before);
        pl_arena_adopt(arena, revision->tree, free_tree);
    }
    return revision;
}

void pl_lsp_revision_free(struct pl_lsp_revision *revision)
{
    if (revision) {
        pl_arena_free(revision->arena);
    }
}

bool pl_lsp_revision_renumber(struct pl_lsp_revision *revision, pl_str bytes,
                              int64_t version)
{
    if (!pl_str_eq(revision->text.bytes, bytes)) {
        return false;
    }
    revision->text.version = version;
    return true;
}

const struct pl_lsp_text *
pl_lsp_revision_text(const struct pl_lsp_revision *revision)
{
    return &revision->text;
}

bool pl_lsp_revision_is_outdated(const struct pl_lsp_revision *revision)
{
    return revision->is_outdated;
}

const struct pl_setup *
pl_lsp_revision_setup(const struct pl_lsp_revision *revision)
{
    return revision->setup;
}

const struct pl_error *
pl_lsp_revision_error(const struct pl_lsp_revision *revision)
{
    return revision->source ? NULL : &revision->error;
}

const struct pl_plan *pl_lsp_revision_plan(struct pl_lsp_revision *revision)
{
    if (!revision->plan && revision->source) {
        revision->plan = pl_plan_build(
            revision->arena, revision->source,
            &revision->setup->config.settings.vocabulary, revision->tree);
    }
    return revision->plan;
}

const struct pl_symbols *
pl_lsp_revision_symbols(struct pl_lsp_revision *revision)
{
    const struct pl_plan *plan = pl_lsp_revision_plan(revision);
    if (!revision->symbols && plan) {
        revision->symbols = pl_symbols_build(revision->arena, plan);
    }
    return revision->symbols;
}

/* Those of a Word file with changes are marked. */
static struct pl_lint_result lint(struct pl_lsp_revision *revision,
                                  const struct pl_plan *plan,
                                  const atomic_bool *cancel)
{
    const struct pl_setup *setup = revision->setup;
    struct pl_lint_options options = {&setup->config.settings, cancel};
    struct pl_lint_result result =
        pl_lint(revision->arena, plan, setup->ruleset, &options);
    if (!result.is_cancelled && pl_revision_is_one(plan)) {
        pl_revision_mark(revision->arena, plan, setup->ruleset, &options,
                         &result);
        result.is_cancelled = cancel && atomic_load(cancel);
    }
    return result;
}

const struct pl_lint_result *
pl_lsp_revision_findings(struct pl_lsp_revision *revision,
                         const atomic_bool *cancel)
{
    static const struct pl_lint_result none = {0};
    if (revision->text.is_quiet) {
        return &none;
    }
    const struct pl_plan *plan = pl_lsp_revision_plan(revision);
    if (!revision->findings && plan) {
        struct pl_lint_result result = lint(revision, plan, cancel);
        if (result.is_cancelled) {
            return NULL;
        }
        struct pl_lint_result *kept =
            pl_arena_alloc(revision->arena, sizeof(*kept));
        *kept = result;
        revision->findings = kept;
    }
    return revision->findings;
}

struct pl_lsp_position
pl_lsp_revision_position(const struct pl_lsp_revision *revision,
                         uint32_t offset)
{
    assert(revision->source);
    size_t at = pl_source_file_offset(revision->source, offset);
    struct pl_lines_place place =
        pl_lines_place_of(&revision->lines, at, revision->text.unit);
    return (struct pl_lsp_position){(uint32_t)place.line,
                                    (uint32_t)place.column};
}

uint32_t pl_lsp_revision_offset(const struct pl_lsp_revision *revision,
                                struct pl_lsp_position position)
{
    assert(revision->source);
    struct pl_lines_place place = {position.line, position.character};
    size_t at =
        pl_lines_offset_of(&revision->lines, place, revision->text.unit);
    return (uint32_t)pl_source_text_offset(revision->source, at);
}
