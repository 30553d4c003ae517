/* revision.h - a document as it was at one moment.
 *
 * A revision is immutable to its readers. What is costly (the plan, the
 * findings, the symbols) is made when it is first asked for, from the text, and
 * from the tree of the revision before it where there is one. It owns all it
 * holds. Ranges and offsets count in `source->text`, as everywhere in
 * planlint; positions are made and read here, at the edge. */
#ifndef PLANLINT_LSP_REVISION_H
#define PLANLINT_LSP_REVISION_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/range.h"
#include "base/str.h"
#include "lint/lint.h"
#include "text/lines.h"
#include "text/word/view/view.h"

struct pl_plan;
struct pl_setup;
struct pl_symbols;
struct pl_tree;

/* As in the protocol: 0-based; `character` in the client's unit. */
struct pl_lsp_position {
    uint32_t line;
    uint32_t character;
};

/* A document's text as the editor has it, and where it belongs. */
struct pl_lsp_text {
    const char *uri;
    const char *path; /* decoded; the uri itself when it names no file */
    pl_str bytes;     /* valid UTF-8; lines end in LF, CRLF or CR */
    int64_t version;
    bool is_word; /* it shows a Word file, the one at `path`, and cannot be
                     edited; `bytes` without data: nobody has it open */
    enum pl_word_view_kind view; /* in that state */
    bool is_quiet;               /* there are to be no findings */
    enum pl_column_unit unit;
};

struct pl_lsp_revision;

/* Copies the text; that of a Word file comes from the file, and when the editor
 * has another one, the document cannot be read. `before` (may be NULL) is of
 * the same document and is only needed during the call. `setup` is borrowed: it
 * must live as long. */
struct pl_lsp_revision *pl_lsp_revision_new(const struct pl_lsp_text *text,
                                            const struct pl_setup *setup,
                                            struct pl_lsp_revision *before);
void pl_lsp_revision_free(struct pl_lsp_revision *revision); /* takes NULL */

/* The same text has a new version; false, and nothing is changed, when the text
 * is another. */
bool pl_lsp_revision_renumber(struct pl_lsp_revision *revision, pl_str bytes,
                              int64_t version);

const struct pl_lsp_text *
pl_lsp_revision_text(const struct pl_lsp_revision *revision);

/* Whether the editor has another text than the Word file that it shows. */
bool pl_lsp_revision_is_outdated(const struct pl_lsp_revision *revision);
const struct pl_setup *
pl_lsp_revision_setup(const struct pl_lsp_revision *revision);

/* NULL when the text cannot be read as a document (a binary file in an
 * editor); pl_lsp_revision_error() says why. */
const struct pl_plan *pl_lsp_revision_plan(struct pl_lsp_revision *revision);
const struct pl_symbols *
pl_lsp_revision_symbols(struct pl_lsp_revision *revision);
const struct pl_error *
pl_lsp_revision_error(const struct pl_lsp_revision *revision);

/* NULL when there is no plan, or when `cancel` (may be NULL) became true
 * before all rules had their say; the next call begins again. */
const struct pl_lint_result *
pl_lsp_revision_findings(struct pl_lsp_revision *revision,
                         const atomic_bool *cancel);

/* Of offsets in the text, and back. A position behind the end of its line is
 * the line's end, one in the middle of a character its beginning, a line
 * behind the last the end of the text. Only for a text that could be read. */
struct pl_lsp_position
pl_lsp_revision_position(const struct pl_lsp_revision *revision,
                         uint32_t offset);
uint32_t pl_lsp_revision_offset(const struct pl_lsp_revision *revision,
                                struct pl_lsp_position position);

#endif
