/* request.h - a request being answered: what a feature is given, and how it
 * answers.
 *
 * A feature is one function in features/ with the line in feature.def that
 * names it. It writes the value of "result" with PL_LSP_RESULT as the key, or
 * writes nothing, which answers null, or fails. It runs on the worker, alone,
 * on revisions that nobody changes meanwhile. */
#ifndef PLANLINT_LSP_REQUEST_H
#define PLANLINT_LSP_REQUEST_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/edit.h"
#include "base/json.h"
#include "base/range.h"
#include "lsp/client.h"
#include "lsp/revision.h"
#include "report/json_writer.h"

struct pl_arena;
struct pl_lsp_job;
struct pl_lsp_server;
struct pl_lsp_token_memory;

/* Source: LSP 3.17, ErrorCodes and LSPErrorCodes. */
enum pl_lsp_code {
    PL_LSP_PARSE_ERROR = -32700,
    PL_LSP_INVALID_REQUEST = -32600,
    PL_LSP_METHOD_NOT_FOUND = -32601,
    PL_LSP_INVALID_PARAMS = -32602,
    PL_LSP_NOT_INITIALIZED = -32002,
    PL_LSP_REQUEST_FAILED = -32803,
    PL_LSP_CANCELLED = -32800,
};

struct pl_lsp_request {
    struct pl_lsp_server *server;

    /* The open document of a URI as it is now, or NULL. */
    struct pl_lsp_revision *(*find)(struct pl_lsp_server *server, pl_str uri);
    const struct pl_lsp_client *client;
    struct pl_lsp_token_memory *tokens;
    struct pl_arena *arena; /* emptied after the answer */
    struct pl_json params;  /* nothing when absent */
    struct pl_json_writer *out;
    const atomic_bool *cancel; /* true: the answer is not wanted any more */
    enum pl_lsp_code code;     /* 0: no failure */
    const char *message;       /* of the failure, in the arena */
    struct pl_lsp_job *job;    /* that goes on with the answer; or NULL */
};

/* The key under which the answer is written. */
#define PL_LSP_RESULT "result"

/* Answers with an error; always false. The first failure counts. */
bool pl_lsp_fail(struct pl_lsp_request *request, enum pl_lsp_code code,
                 const char *format, ...) PL_PRINTF(3, 4);

/* The open document that `params.textDocument.uri` names, with its plan. Fails
 * with PL_LSP_INVALID_PARAMS when params are wrong; gives NULL without a
 * failure for a document that is not open or cannot be read: answer null. */
struct pl_lsp_revision *pl_lsp_request_document(struct pl_lsp_request *request);

/* The same, and the offset of `params.position`. */
struct pl_lsp_place {
    struct pl_lsp_revision *revision; /* NULL: answer null */
    uint32_t offset;
};
struct pl_lsp_place pl_lsp_request_place(struct pl_lsp_request *request);

/* The same with a range at `params.range`, or at any other value. */
bool pl_lsp_request_range(struct pl_lsp_request *request,
                          const struct pl_lsp_revision *revision,
                          struct pl_json range, struct pl_range *out);
bool pl_lsp_request_position(struct pl_lsp_request *request,
                             const struct pl_lsp_revision *revision,
                             struct pl_json position, uint32_t *out);

/* Whether a document can be edited where it is shown; fails for a Word file. */
bool pl_lsp_request_may_edit(struct pl_lsp_request *request,
                             const struct pl_lsp_revision *revision);

/* Write a Position, Range and Location of the protocol. */
void pl_lsp_write_position(struct pl_json_writer *out, const char *key,
                           const struct pl_lsp_revision *revision,
                           uint32_t offset);
void pl_lsp_write_range(struct pl_json_writer *out, const char *key,
                        const struct pl_lsp_revision *revision,
                        struct pl_range range);
void pl_lsp_write_location(struct pl_json_writer *out, const char *key,
                           const struct pl_lsp_revision *revision,
                           struct pl_range range);

/* Write a TextEdit[] and a WorkspaceEdit of one document, in the form that the
 * client knows. */
void pl_lsp_write_text_edits(struct pl_lsp_request *request, const char *key,
                             const struct pl_lsp_revision *revision,
                             struct pl_edits edits);
void pl_lsp_write_workspace_edit(struct pl_lsp_request *request,
                                 const char *key,
                                 const struct pl_lsp_revision *revision,
                                 struct pl_edits edits);

/* A file that is no open document, such as a planlint.json. */
struct pl_lsp_file {
    const char *path;
    pl_str text;
};
/* Writes a WorkspaceEdit of it; the edits count in its text. */
void pl_lsp_write_file_edit(struct pl_lsp_request *request, const char *key,
                            struct pl_lsp_file file, struct pl_edits edits);

/* Writes MarkupContent: Markdown, or plain text made of it for a client that
 * does not read it: marks of emphasis, code and links are taken out. */
void pl_lsp_write_markup(struct pl_lsp_request *request, const char *key,
                         pl_str markdown);

/* A text that has no marks in it, for Markdown; in the arena. */
pl_str pl_lsp_escape_markdown(struct pl_arena *arena, pl_str text);

/* One answer to one method. */
typedef void pl_lsp_handler(struct pl_lsp_request *request);

#endif
