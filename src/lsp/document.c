#include "lsp/document.h"

#include <string.h>

#include "base/arena.h"
#include "lsp/scope.h"
#include "lsp/stamp.h"
#include "lsp/uri.h"
#include "lsp/word_text.h"
#include "lsp/word_uri.h"

const char *pl_lsp_document_name(struct pl_arena *arena, pl_str uri)
{
    struct pl_lsp_word_uri word;
    struct pl_error error;
    return pl_lsp_word_uri_read(arena, uri, &word, &error)
               ? pl_lsp_word_uri_write(arena, word)
               : pl_lsp_uri_decode(arena, uri);
}

struct pl_lsp_document *
pl_lsp_documents_find(const struct pl_lsp_documents *documents, pl_str uri)
{
    struct pl_arena *scratch = pl_arena_new();
    const char *name = pl_lsp_document_name(scratch, uri);
    struct pl_lsp_document *it = documents->first;
    while (it && strcmp(it->name, name) != 0) {
        it = it->next;
    }
    pl_arena_free(scratch);
    return it;
}

static void find_file(struct pl_lsp_document *document, pl_str uri)
{
    struct pl_lsp_word_uri word;
    struct pl_error error;
    if (pl_lsp_word_uri_read(document->arena, uri, &word, &error)) {
        document->is_word = true;
        document->path = word.path;
        document->view = word.view;
        document->stamp = pl_lsp_stamp_of_file(word.path);
        return;
    }
    document->path = pl_lsp_uri_path(document->arena, uri);
    if (!document->path) {
        document->path = document->name;
    }
}

static struct pl_lsp_document *new_document(pl_str uri)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_lsp_document *document = pl_arena_alloc(arena, sizeof(*document));
    document->arena = arena;
    document->uri = pl_arena_strndup(arena, uri.data, uri.len);
    document->name = pl_lsp_document_name(arena, uri);
    find_file(document, uri);
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
    bool is_same =
        !document->is_word && !document->is_dirty && document->revision &&
        pl_lsp_revision_renumber(document->revision,
                                 pl_lsp_raw_text_str(&document->text),
                                 document->version);
    document->is_dirty = !is_same;
}

/* Never without data: the document is open. */
static pl_str text_of(const struct pl_lsp_document *document)
{
    pl_str text = pl_lsp_raw_text_str(&document->text);
    return text.data ? text : (pl_str)PL_STR("");
}

/* Whether the revision is still of what the editor shows while the new one is
 * of another text. */
static bool is_still_right(const struct pl_lsp_document *document,
                           const struct pl_lsp_revision *made)
{
    const struct pl_lsp_revision *before = document->revision;
    return pl_lsp_revision_is_outdated(made) && before &&
           !document->has_old_rules && !pl_lsp_revision_error(before) &&
           pl_lsp_word_text_is_shown(pl_lsp_revision_text(before)->bytes,
                                     text_of(document));
}

static void take_revision(struct pl_lsp_document *document,
                          struct pl_lsp_revision *made)
{
    if (is_still_right(document, made)) {
        (void)pl_lsp_revision_renumber(
            document->revision, pl_lsp_revision_text(document->revision)->bytes,
            document->version);
        pl_lsp_revision_free(made);
        return;
    }
    pl_lsp_revision_free(document->revision);
    document->revision = made;
    document->has_old_rules = false;
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
        .bytes = text_of(document),
        .version = document->version,
        .is_word = document->is_word,
        .view = document->view,
        .is_quiet = !scope->is_checked,
        .unit = unit,
    };
    take_revision(document,
                  pl_lsp_revision_new(&text, scope->setup, document->revision));
    document->is_dirty = false;
    return document->revision;
}
