#include "lsp/client.h"

#include <stddef.h>
#include <string.h>

#include "base/array.h"

/* What in the client's capabilities says that it knows something: true, or an
 * object. */
static const struct {
    const char *path;
    size_t flag; /* offset in struct pl_lsp_client */
} flags[] = {
#define FLAG(path, flag)                           \
    {                                              \
        path, offsetof(struct pl_lsp_client, flag) \
    }
    FLAG("textDocument.publishDiagnostics.versionSupport", has_versions),
    FLAG("textDocument.publishDiagnostics.relatedInformation", has_related),
    FLAG("textDocument.publishDiagnostics.codeDescriptionSupport",
         has_code_links),
    FLAG("textDocument.publishDiagnostics.dataSupport", has_diagnostic_data),
    FLAG("textDocument.publishDiagnostics.tagSupport", has_tags),
    FLAG("textDocument.diagnostic", pulls_diagnostics),
    FLAG("workspace.diagnostics.refreshSupport", refreshes_diagnostics),
    FLAG("workspace.workspaceEdit.documentChanges", has_document_changes),
    FLAG("workspace.workspaceEdit.changeAnnotationSupport",
         has_change_annotations),
    FLAG("workspace.applyEdit", applies_edits),
    FLAG("textDocument.documentSymbol.hierarchicalDocumentSymbolSupport",
         nests_symbols),
    FLAG("textDocument.completion.completionItem.snippetSupport",
         completes_snippets),
    FLAG("textDocument.codeAction.codeActionLiteralSupport",
         has_action_literals),
    FLAG("textDocument.codeAction.disabledSupport", has_disabled_actions),
    FLAG("textDocument.rename.prepareSupport", prepares_renames),
    FLAG("textDocument.definition.linkSupport", links_definitions),
    FLAG("textDocument.foldingRange.lineFoldingOnly", folds_lines_only),
    FLAG("workspace.configuration", pulls_configuration),
    FLAG("workspace.didChangeConfiguration.dynamicRegistration",
         registers_configuration),
    FLAG("workspace.didChangeWatchedFiles.dynamicRegistration",
         registers_watches),
    FLAG("workspace.workspaceFolders", has_folders),
    FLAG("workspace.textDocumentContent", shows_contents),
    FLAG("window.workDoneProgress", shows_progress),
    FLAG("workspace.codeLens.refreshSupport", refreshes_lenses),
    FLAG("workspace.semanticTokens.refreshSupport", refreshes_tokens),
    FLAG("workspace.inlayHint.refreshSupport", refreshes_hints),
#undef FLAG
};

enum { LONGEST_KEY = 64 };

/* Down from an object by keys with full stops between them. */
static struct pl_json at_path(struct pl_json object, const char *path)
{
    pl_str rest = pl_str_from(path);
    while (rest.len > 0) {
        char key[LONGEST_KEY] = {0};
        pl_str next = pl_str_split(&rest, '.');
        memcpy(key, next.data, next.len);
        object = pl_json_get(object, key);
    }
    return object;
}

static bool is_claimed(struct pl_json value)
{
    return pl_json_kind(value) == PL_JSON_OBJECT ||
           pl_str_eq(pl_json_raw(value), (pl_str)PL_STR("true"));
}

static bool is_string(struct pl_json value, const char *quoted)
{
    return pl_str_eq(pl_json_raw(value), pl_str_from(quoted));
}

/* Whether a value is a string, given with its quotes, or an array with it. */
static bool names(struct pl_json value, const char *quoted)
{
    struct pl_json it = pl_json_first(value);
    while (it.item && !is_string(it, quoted)) {
        it = pl_json_next(it);
    }
    return it.item || is_string(value, quoted);
}

/* A client that cannot say what it counts may be set up to ask for it. */
static enum pl_column_unit read_unit(struct pl_json params)
{
    struct pl_json units =
        at_path(params, "capabilities.general.positionEncodings");
    if (pl_json_kind(units) != PL_JSON_ARRAY) {
        units = at_path(params, "initializationOptions.positionEncoding");
    }
    return names(units, "\"utf-8\"")    ? PL_COLUMN_UTF8
           : names(units, "\"utf-32\"") ? PL_COLUMN_UTF32
                                        : PL_COLUMN_UTF16;
}

struct pl_lsp_client pl_lsp_client_read(struct pl_json params)
{
    struct pl_lsp_client client = {0};
    struct pl_json capabilities = pl_json_get(params, "capabilities");
    for (size_t i = 0; i < PL_COUNT(flags); i++) {
        bool *flag = (bool *)((char *)&client + flags[i].flag);
        *flag = is_claimed(at_path(capabilities, flags[i].path));
    }
    client.unit = read_unit(params);
    client.hovers_markdown =
        names(at_path(capabilities, "textDocument.hover.contentFormat"),
              "\"markdown\"");
    client.completes_markdown =
        names(at_path(capabilities, "textDocument.completion.completionItem."
                                    "documentationFormat"),
              "\"markdown\"");
    (void)pl_json_integer(pl_json_get(params, "processId"), &client.process);
    return client;
}

const char *pl_lsp_unit_name(enum pl_column_unit unit)
{
    static const char *const names[] = {
        [PL_COLUMN_UTF8] = "utf-8",
        [PL_COLUMN_UTF16] = "utf-16",
        [PL_COLUMN_UTF32] = "utf-32",
    };
    return names[unit];
}
