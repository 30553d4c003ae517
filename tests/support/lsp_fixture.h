/* lsp_fixture.h - one request about a text, answered without a server.
 *
 * The text is one of marked_text.h; requests are about the place of its
 * cursor, in UTF-8 columns unless the fixture says otherwise. */
#ifndef PLANLINT_TESTS_SUPPORT_LSP_FIXTURE_H
#define PLANLINT_TESTS_SUPPORT_LSP_FIXTURE_H

#include "marked_text.h"

#include "base/json.h"
#include "lsp/request.h"

struct lsp_fixture {
    struct pl_arena *arena;
    const struct marked_file *file;
    struct pl_lsp_client client; /* may be changed before asking */
    struct pl_lsp_revision *revision;
    struct pl_lsp_token_memory *tokens;
    enum pl_lsp_code code; /* of the last answer; 0: no failure */
    const char *message;
};

/* The document is file:///plans/NAME with the rules of the profile ("core"). */
void lsp_fixture_open(struct lsp_fixture *fixture, struct pl_arena *arena,
                      const char *marked, const char *profile);
/* The same of a text without marks, with the core profile. */
void lsp_fixture_open_text(struct lsp_fixture *fixture, struct pl_arena *arena,
                           const char *name, pl_str text);
/* The same document with other rules, which must outlive the fixture. */
void lsp_fixture_configure(struct lsp_fixture *fixture,
                           const struct pl_setup *setup);
void lsp_fixture_close(struct lsp_fixture *fixture);

/* The result as JSON; nothing after a failure or for null. `more`: further
 * members of params, such as "\"newName\":\"x\""; may be NULL. */
struct pl_json lsp_ask(struct lsp_fixture *fixture, pl_lsp_handler *handler,
                       const char *more);

/* The ranges at `key` of each item of an array ("range", "targetRange"), as
 * ranges of the file's text. */
void assert_ranges_at(struct lsp_fixture *fixture, struct pl_json array,
                      const char *key);

/* What stands in the document at a Range. */
pl_str lsp_text_at(const struct lsp_fixture *fixture, struct pl_json range);

/* The text after a WorkspaceEdit or a TextEdit[]. */
pl_str lsp_edited(struct lsp_fixture *fixture, struct pl_json edit);

/* A member's text, or "". */
const char *json_text(struct pl_arena *arena, struct pl_json object,
                      const char *key);
struct pl_json json_at(struct pl_json array, size_t index);

#endif
