#include "lsp/document.h"

#include <string.h>

#include "base/arena.h"
#include "lsp/scope.h"
#include "lsp/uri.h"

struct pl_lsp_document *
pl_lsp_documents_find(const struct pl_lsp_documents *documents, pl_str uri)
{
    struct pl_arena *scratch = pl_arena_new();
    const char *name = pl_lsp_uri_decode(scratch, uri);
    struct pl_lsp_document *it = documents->first;
    while (it && strcmp(it->name, name) != 0) {
        it = it->next;
    }
    pl_arena_free(scratch);
    return it;
}

static struct pl_lsp_document *new_document(pl_str uri)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_lsp_document *document = pl_arena_alloc(arena, sizeof(*document));
    document->arena = arena;
    document->uri = pl_arena_strndup(arena, uri.data, uri.len);
    document->name = pl_lsp_uri_decode(arena, uri);
    document->path = pl_lsp_uri_path(arena, uri);
    if (!document->path) {
        document->path = document->name;
    }
    pl_lsp_raw_text_init(&document->text);
    document->is_dirty = true;
    return document;
}

static void free_document(struct pl_lsp_document *document)
{
    pl_lsp_revision_free(document->revision);
    pl_lsp_raw_text_clear(&document->text);
    pl_arena_free(document->arena);
}

void pl_lsp_documents_close(struct pl_lsp_documents *documents,
                            struct pl_lsp_document *document)
{
    struct pl_lsp_document **link = &documents->first;
    while (*link != document) {
        link = &(*link)->next;
    }
    *link = document->next;
    free_document(document);
}

struct pl_lsp_document *
pl_lsp_documents_open(struct pl_lsp_documents *documents, pl_str uri)
{
    struct pl_lsp_document *old = pl_lsp_documents_find(documents, uri);
    if (old) {
        pl_lsp_documents_close(documents, old);
    }
    struct pl_lsp_document *document = new_document(uri);
    document->next = documents->first;
    documents->first = document;
    return document;
}

void pl_lsp_documents_clear(struct pl_lsp_documents *documents)
{
    while (documents->first) {
        pl_lsp_documents_close(documents, documents->first);
    }
}

void pl_lsp_document_changed(struct pl_lsp_document *document)
{
    bool is_same = !document->is_dirty && document->revision &&
                   pl_lsp_revision_renumber(
                       document->revision, pl_lsp_raw_text_str(&document->text),
                       document->version);
    document->is_dirty = !is_same;
}

struct pl_lsp_revision *
pl_lsp_document_revision(struct pl_lsp_document *document,
                         const struct pl_lsp_scope *scope,
                         enum pl_column_unit unit)
{
    if (!document->is_dirty) {
        return document->revision;
    }
    struct pl_lsp_text text = {
        .uri = document->uri,
        .path = document->path,
        .bytes = pl_lsp_raw_text_str(&document->text),
        .version = document->version,
        .is_quiet = !scope->is_checked,
        .unit = unit,
    };
    struct pl_lsp_revision *before = document->revision;
    document->revision = pl_lsp_revision_new(&text, scope->setup, before);
    document->is_dirty = false;
    pl_lsp_revision_free(before);
    return document->revision;
}
