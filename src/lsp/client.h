/* client.h - what the other side said of itself in its `initialize` request.
 *
 * Filled once; everything the server sends depends on it: no client gets a
 * form that it does not know. Source: Language Server Protocol 3.18,
 * ClientCapabilities. */
#ifndef PLANLINT_LSP_CLIENT_H
#define PLANLINT_LSP_CLIENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/json.h"
#include "text/lines.h"

struct pl_lsp_client {
    enum pl_column_unit unit;    /* that both sides count characters in */
    int64_t process;             /* that started the server; 0: not told */
    bool has_versions;           /* publishDiagnostics.versionSupport */
    bool has_related;            /* .relatedInformation */
    bool has_code_links;         /* .codeDescriptionSupport */
    bool has_diagnostic_data;    /* .dataSupport */
    bool has_tags;               /* .tagSupport */
    bool pulls_diagnostics;      /* textDocument.diagnostic */
    bool refreshes_diagnostics;  /* workspace.diagnostics.refreshSupport */
    bool has_document_changes;   /* workspaceEdit.documentChanges */
    bool has_change_annotations; /* .changeAnnotationSupport */
    bool applies_edits;          /* workspace.applyEdit */
    bool nests_symbols;   /* documentSymbol.hierarchicalDocumentSymbolSupport */
    bool hovers_markdown; /* hover.contentFormat */
    bool completes_markdown;      /* completionItem.documentationFormat */
    bool completes_snippets;      /* completionItem.snippetSupport */
    bool has_action_literals;     /* codeAction.codeActionLiteralSupport */
    bool has_disabled_actions;    /* codeAction.disabledSupport */
    bool prepares_renames;        /* rename.prepareSupport */
    bool links_definitions;       /* definition.linkSupport */
    bool folds_lines_only;        /* foldingRange.lineFoldingOnly */
    bool pulls_configuration;     /* workspace.configuration */
    bool registers_configuration; /* didChangeConfiguration, dynamically */
    bool registers_watches;       /* didChangeWatchedFiles, dynamically */
    bool has_folders;             /* workspace.workspaceFolders */
    bool shows_progress;          /* window.workDoneProgress */
    bool shows_contents;          /* workspace.textDocumentContent */
    bool refreshes_lenses;        /* workspace.codeLens.refreshSupport */
    bool refreshes_tokens;        /* workspace.semanticTokens.refreshSupport */
    bool refreshes_hints;         /* workspace.inlayHint.refreshSupport */
};

/* From the params of `initialize`; what is absent or of a wrong type is not
 * supported. The unit is UTF-8 where the client offers it, else UTF-32, else
 * UTF-16, which every client knows; one that offers nothing can have its user
 * set initializationOptions.positionEncoding to one of them. */
struct pl_lsp_client pl_lsp_client_read(struct pl_json params);

/* "utf-8", as in PositionEncodingKind. */
const char *pl_lsp_unit_name(enum pl_column_unit unit);

#endif
