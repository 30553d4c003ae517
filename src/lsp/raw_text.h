/* raw_text.h - a document's text as the editor has it, changed in place.
 *
 * Valid UTF-8. Lines are those of the protocol: they end in LF, CRLF or CR.
 * A position counts its line's characters in the unit of the client; behind
 * the end of a line it is the line's end, behind the last line the end of the
 * text, inside of a character the beginning of that. */
#ifndef PLANLINT_LSP_RAW_TEXT_H
#define PLANLINT_LSP_RAW_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "lsp/revision.h"
#include "text/lines.h"

struct pl_arena;

struct pl_lsp_raw_text {
    struct pl_arena *arena; /* its own */
    char *data;
    size_t len; /* bytes */
    size_t cap;
    uint32_t *starts; /* byte offset of each line; the first is 0 */
    size_t line_count;
    size_t line_cap;
};

void pl_lsp_raw_text_init(struct pl_lsp_raw_text *text);
void pl_lsp_raw_text_clear(struct pl_lsp_raw_text *text);

pl_str pl_lsp_raw_text_str(const struct pl_lsp_raw_text *text);

/* The whole text becomes `bytes`. */
void pl_lsp_raw_text_set(struct pl_lsp_raw_text *text, pl_str bytes);

struct pl_lsp_change {
    struct pl_lsp_position start;
    struct pl_lsp_position end; /* before the start: they change places */
    enum pl_column_unit unit;
    pl_str text;
};
/* What stands between two positions becomes `change->text`; false, and nothing
 * is changed, when that makes more than PL_SOURCE_MAX bytes. */
PL_MUST_CHECK bool pl_lsp_raw_text_change(struct pl_lsp_raw_text *text,
                                          const struct pl_lsp_change *change);

/* The byte offset of a position. */
size_t pl_lsp_raw_text_offset(const struct pl_lsp_raw_text *text,
                              struct pl_lsp_position position,
                              enum pl_column_unit unit);

#endif
