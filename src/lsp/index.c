#include "lsp/index.h"

#include <assert.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "lsp/server.h"
#include "lsp/stamp.h"
#include "lsp/uri.h"
#include "lsp/word_uri.h"
#include "lsp/workspace.h"
#include "text/source.h"
#include "text/walk.h"

enum {
    MOST_NAMES = 200000, /* that are looked at in folders; who has more open
                            has not opened a folder of plans */
    LIST_AGE = 10000,    /* milliseconds that a list holds when nobody says what
                            changes */
    FILE_MAX = 8 * 1024 * 1024, /* bytes of a file that is read unasked */
};

struct pl_lsp_index {
    struct pl_arena *arena;
    uint32_t number;
    bool is_complete;
    int64_t since; /* the list is as it was then */
    struct pl_arena *list_arena;
    struct pl_lsp_entry *entries;
    size_t count;

    /* While a list is made: */
    struct pl_arena *next_arena; /* NULL: none is */
    struct pl_walk walk;
    size_t folder; /* that is walked next */
};

struct pl_lsp_index *pl_lsp_index_new(void)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_lsp_index *index = pl_arena_alloc(arena, sizeof(*index));
    index->arena = arena;
    return index;
}

static void forget(struct pl_lsp_entry *entry)
{
    pl_arena_free(entry->arena);
    entry->arena = NULL;
    entry->stamp = 0;
    entry->report = pl_lsp_report_empty();
    entry->marks = (struct pl_lsp_marks){0};
}

void pl_lsp_index_read_again(struct pl_lsp_index *index)
{
    for (size_t i = 0; i < index->count; i++) {
        forget(&index->entries[i]);
    }
    pl_lsp_index_list_again(index);
}

void pl_lsp_index_free(struct pl_lsp_index *index)
{
    if (index) {
        pl_lsp_index_read_again(index);
        pl_arena_free(index->list_arena);
        pl_arena_free(index->arena);
    }
}

void pl_lsp_index_list_again(struct pl_lsp_index *index)
{
    pl_arena_free(index->next_arena);
    index->next_arena = NULL;
    index->is_complete = false;
}

uint32_t pl_lsp_index_number(const struct pl_lsp_index *index)
{
    return index->number;
}

size_t pl_lsp_index_count(const struct pl_lsp_index *index)
{
    return index->count;
}

const struct pl_lsp_entry *pl_lsp_index_at(const struct pl_lsp_index *index,
                                           size_t at)
{
    assert(at < index->count);
    return &index->entries[at];
}

static void ignore_error(void *context, const struct pl_error *error)
{
    (void)context;
    (void)error; /* what cannot be read has no plans */
}

/* A Word file is only listed for a client that can show it. */
static bool wants(void *context, const char *path, bool has_text_name)
{
    static const pl_str language_ids[] = {PL_STR("other"), PL_STR("text")};
    struct pl_lsp_server *server = context;
    bool is_word = pl_walk_has_word_name(path);
    struct pl_lsp_subject subject = {
        .path = path, .language_id = language_ids[has_text_name || is_word]};
    return (server->client.shows_contents || !is_word) &&
           pl_lsp_scope_of(server->workspace, &subject).is_plan;
}

static void begin_list(struct pl_lsp_server *server)
{
    struct pl_lsp_index *index = server->index;
    index->next_arena = pl_arena_new();
    index->folder = 0;
    index->walk = (struct pl_walk){.arena = index->next_arena,
                                   .complain = ignore_error,
                                   .wants = wants,
                                   .context = server};
}

/* What is known of a file is kept; both lists are in order. */
static void take_over(struct pl_lsp_index *index, struct pl_lsp_entry *entry,
                      size_t *old)
{
    while (*old < index->count &&
           strcmp(index->entries[*old].path, entry->path) < 0) {
        (*old)++;
    }
    if (*old < index->count &&
        strcmp(index->entries[*old].path, entry->path) == 0) {
        struct pl_lsp_entry *before = &index->entries[*old];
        struct pl_lsp_entry named = *entry;
        *entry = *before;
        entry->path = named.path;
        entry->uri = named.uri;
        before->arena = NULL;
    }
}

static const char *uri_of(struct pl_arena *arena, const char *path)
{
    struct pl_lsp_word_uri word = {.path = path};
    return pl_walk_has_word_name(path) ? pl_lsp_word_uri_write(arena, word)
                                       : pl_lsp_uri_from_path(arena, path);
}

static void end_list(struct pl_lsp_index *index)
{
    struct pl_arena *arena = index->next_arena;
    pl_walk_end(&index->walk);
    size_t count = index->walk.files.len;
    struct pl_lsp_entry *entries =
        pl_arena_array(arena, count, sizeof(*entries));
    size_t old = 0;
    for (size_t i = 0; i < count; i++) {
        entries[i].path = index->walk.files.items[i];
        entries[i].uri = uri_of(arena, entries[i].path);
        entries[i].report = pl_lsp_report_empty();
        take_over(index, &entries[i], &old);
    }
    for (size_t i = 0; i < index->count; i++) {
        pl_arena_free(index->entries[i].arena);
    }
    pl_arena_free(index->list_arena);
    index->list_arena = arena;
    index->next_arena = NULL;
    index->entries = entries;
    index->count = count;
    index->is_complete = true;
    index->since = pl_lsp_now();
    index->number++;
}

void pl_lsp_index_begin(struct pl_lsp_server *server)
{
    if (!server->client.registers_watches &&
        pl_lsp_now() - server->index->since > LIST_AGE) {
        pl_lsp_index_list_again(server->index);
    }
}

bool pl_lsp_index_step(struct pl_lsp_server *server)
{
    struct pl_lsp_index *index = server->index;
    size_t folders = pl_lsp_workspace_count(server->workspace);
    if (index->is_complete) {
        return false;
    }
    if (!index->next_arena) {
        begin_list(server);
    }
    if (index->walk.seen < MOST_NAMES && pl_walk_step(&index->walk)) {
        return true;
    }
    if (index->walk.seen < MOST_NAMES && index->folder < folders) {
        pl_walk_begin(&index->walk,
                      pl_lsp_workspace_at(server->workspace, index->folder++));
        return true;
    }
    end_list(index);
    return false;
}

/* As an editor has it; empty when it cannot be read. */
static pl_str read_text(struct pl_arena *arena, const char *path)
{
    static const pl_str mark = PL_STR("\xEF\xBB\xBF");
    struct pl_error error;
    struct pl_source *source;
    pl_str bytes;
    if (!pl_file_read(arena, path, FILE_MAX, &bytes, &error)) {
        return (pl_str){0};
    }
    if (pl_utf8_validate(bytes) == bytes.len) {
        size_t start = pl_str_starts(bytes, mark) ? mark.len : 0;
        return pl_str_slice(bytes, start, bytes.len);
    }
    return pl_source_read(arena, path, bytes, NULL, &source, &error) &&
                   !source->view
               ? source->text
               : (pl_str){0};
}

static bool is_small_word(const char *path)
{
    struct stat status;
    return pl_walk_has_word_name(path) && stat(path, &status) == 0 &&
           status.st_size <= FILE_MAX;
}

static struct pl_lsp_revision *new_revision(struct pl_lsp_server *server,
                                            const struct pl_lsp_entry *entry)
{
    struct pl_arena *scratch = pl_arena_new();
    struct pl_lsp_subject subject = {.path = entry->path,
                                     .language_id = PL_STR("text")};
    bool is_word = is_small_word(entry->path);
    struct pl_lsp_scope scope = pl_lsp_scope_of(server->workspace, &subject);
    struct pl_lsp_text text = {
        .uri = entry->uri,
        .path = entry->path,
        .bytes = is_word ? (pl_str){0} : read_text(scratch, entry->path),
        .is_word = is_word,
        .is_quiet = !scope.is_checked,
        .unit = server->client.unit,
    };
    struct pl_lsp_revision *revision =
        pl_lsp_revision_new(&text, scope.setup, NULL);
    pl_arena_free(scratch);
    return revision;
}

/* False when it was broken off. */
static bool make_facts(struct pl_lsp_server *server, struct pl_lsp_entry *entry)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_lsp_report report;
    struct pl_lsp_revision *revision = new_revision(server, entry);
    bool ok = pl_lsp_report_make(arena, &server->client, revision,
                                 &server->inbox.analysis_is_cancelled, &report);
    if (ok) {
        entry->arena = arena;
        entry->report = report;
        entry->marks = pl_lsp_marks_of(arena, revision);
    } else {
        pl_arena_free(arena);
    }
    pl_lsp_revision_free(revision);
    return ok;
}

const struct pl_lsp_entry *pl_lsp_index_read(struct pl_lsp_server *server,
                                             size_t at)
{
    struct pl_lsp_entry *entry = &server->index->entries[at];
    uint64_t stamp = pl_lsp_stamp_of_file(entry->path);
    if (stamp == entry->stamp) {
        return entry;
    }
    forget(entry);
    if (stamp != 0 && !make_facts(server, entry)) {
        return NULL;
    }
    entry->stamp = stamp;
    return entry;
}
