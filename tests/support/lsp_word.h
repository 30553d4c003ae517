/* lsp_word.h - a language server that shows Word files, for tests: it has a
 * folder, and files are written into it as marked-up samples. */
#ifndef PLANLINT_TESTS_SUPPORT_LSP_WORD_H
#define PLANLINT_TESTS_SUPPORT_LSP_WORD_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "lsp_folder.h"

#define LSP_WORD_SHOWS                              \
    "{\"workspace\":{\"textDocumentContent\":{}},"  \
    "\"textDocument\":{\"documentSymbol\":"         \
    "{\"hierarchicalDocumentSymbolSupport\":true}," \
    "\"codeAction\":{\"codeActionLiteralSupport\":{}}}}"

/* The field refers to what is not there (PL246): only the file says so. */
#define LSP_WORD_HARBOUR                                            \
    "# Piers\n"                                                     \
    "%1 Piers are kept clean by the{++ new++}{-- old--} Council.\n" \
    "%1 As paragraph {=REF _Ref9 \\r \\h|1=} says, they are open.\n"
#define LSP_WORD_HARBOUR_TEXT                                   \
    "# Piers\n\n1.\tPiers are kept clean by the new Council.\n" \
    "2.\tAs paragraph 1 says, they are open.\n"

/* One paragraph more before the field. */
#define LSP_WORD_LONGER          \
    "# Piers\n"                  \
    "%1 Piers are kept clean.\n" \
    "%1 So are quays.\n"         \
    "%1 As paragraph {=REF _Ref9 \\r \\h|1=} says, they are.\n"

#define LSP_WORD_IN_FOLDER(test)                             \
    cmocka_unit_test_setup_teardown(test, lsp_folder_set_up, \
                                    lsp_folder_tear_down)

/* Replaces what is in a file of the folder. */
void lsp_word_write(const char *path, pl_str bytes);

/* As Word saves: a new file takes the name. */
void lsp_word_save(struct lsp_folder *it, const char *path, const char *sample);

/* Of a path that is written as it stands in the URI. */
const char *lsp_word_uri(struct lsp_folder *it, const char *path);

/* In the arena of the client. */
pl_str lsp_word_string(struct lsp_folder *it, struct pl_json object,
                       const char *key);

/* The result of a request about a document; `more` are further members of its
 * params, with a comma before them. */
struct pl_json lsp_word_ask(struct lsp_folder *it, const char *method,
                            const char *uri, const char *more);

/* The code of the error that answers a request. */
int64_t lsp_word_refusal(struct lsp_folder *it, const char *method,
                         const char *params);

/* {"uri":...} */
const char *lsp_word_params(struct lsp_folder *it, const char *uri);

/* The text that the server gives to be shown. */
pl_str lsp_word_content(struct lsp_folder *it, const char *uri);

/* "LINE CODE" lines of what was published last. */
const char *lsp_word_findings(struct lsp_folder *it, const char *uri,
                              int version);

/* What an editor does that shows a file. */
const char *lsp_word_show(struct lsp_folder *it, const char *path);

/* A change of a file that the editor watched; `type` as in the protocol. */
void lsp_word_tell(struct lsp_folder *it, const char *path, int type);

/* All of the text that is shown becomes another. */
void lsp_word_change(struct lsp_folder *it, const char *uri, int version,
                     pl_str text);

/* LSP_WORD_HARBOUR as "a/plan.docx", shown; its URI. */
const char *lsp_word_show_harbour(struct lsp_folder *it);

#endif
