/* document.h - the documents that are open in the editor.
 *
 * The text is the editor's, changed with each notification; a revision of it
 * is made when something is asked, or when its findings are due. */
#ifndef PLANLINT_LSP_DOCUMENT_H
#define PLANLINT_LSP_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "lsp/raw_text.h"
#include "lsp/revision.h"

struct pl_arena;
struct pl_lsp_scope;

struct pl_lsp_document {
    struct pl_lsp_document *next;
    struct pl_arena *arena; /* its own */
    const char *uri;        /* as the client wrote it */
    const char *name;       /* by this it is found */
    const char *path;       /* of its file, or the name when it is none */
    bool is_word; /* it shows a Word file, the one at `path`, in this state: */
    enum pl_word_view_kind view;
    uint64_t stamp;     /* of that file as it was looked at last */
    uint64_t refreshed; /* the stamp when the editor was last asked to show
                           it anew; 0: it never was */
    pl_str language_id; /* as the client calls its language; or empty */
    int64_t version;
    struct pl_lsp_raw_text text;
    struct pl_lsp_revision *revision; /* NULL: none was made */
    bool is_dirty;      /* the revision is of an older text or setup */
    bool has_old_rules; /* so has the revision */
    bool is_told;       /* findings of it were published, be it none */
    bool is_due;        /* its findings are to be published */
    int64_t due;        /* when; milliseconds of pl_lsp_now() */
    int64_t cost;       /* of making the last ones; milliseconds */
    int64_t told;       /* when they were published; 0: never */
};

/* In the order in which they were opened, the last one first. */
struct pl_lsp_documents {
    struct pl_lsp_document *first;
};

/* The same for all ways in which clients write the URI of one document, in the
 * arena. */
const char *pl_lsp_document_name(struct pl_arena *arena, pl_str uri);

struct pl_lsp_document *
pl_lsp_documents_find(const struct pl_lsp_documents *documents, pl_str uri);

/* An empty document; one that is open already is emptied. */
struct pl_lsp_document *
pl_lsp_documents_open(struct pl_lsp_documents *documents, pl_str uri);

/* Forgets one that is open. */
void pl_lsp_documents_close(struct pl_lsp_documents *documents,
                            struct pl_lsp_document *document);
void pl_lsp_documents_clear(struct pl_lsp_documents *documents);

/* After changes of the text and the version; all that was found stays when the
 * text is the same as before. */
void pl_lsp_document_changed(struct pl_lsp_document *document);

/* The document as it is now. What was found in a Word file stays as long as the
 * editor shows that, whatever has become of the file. The setup of `scope` must
 * live until another one is given here after `is_dirty` was set, or the
 * document is closed. */
struct pl_lsp_revision *
pl_lsp_document_revision(struct pl_lsp_document *document,
                         const struct pl_lsp_scope *scope,
                         enum pl_column_unit unit);

#endif
