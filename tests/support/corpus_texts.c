#include "corpus_texts.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/file.h"
#include "text/source.h"

enum { DEEPEST = 32 };

struct walk {
    struct pl_arena *arena; /* of the names */
    struct pl_arena *text;  /* emptied after each one */
    bool (*is_wanted)(const char *path);
    void (*visit)(void *state, const char *path, pl_str bytes);
    void *state;
};

const char *corpus_path(struct pl_arena *arena)
{
    const char *given = getenv("PLANLINT_CORPUS");
    return given ? given
                 : pl_arena_printf(arena, "%s/../shared/corpus",
                                   PLANLINT_SOURCE_DIR);
}

static bool is_text(const char *path)
{
    static const pl_str others[] = {
        PL_STR("docx"), PL_STR("docm"), PL_STR("dotx"), PL_STR("zip"),
        PL_STR("pdf"),  PL_STR("doc"),  PL_STR("gz")};
    for (size_t i = 0; i < PL_COUNT(others); i++) {
        if (pl_str_eq_ignore_case(pl_path_extension(path), others[i])) {
            return false;
        }
    }
    return true;
}

static bool is_word(const char *path)
{
    static const pl_str words[] = {PL_STR("docx"), PL_STR("docm"),
                                   PL_STR("dotx")};
    for (size_t i = 0; i < PL_COUNT(words); i++) {
        if (pl_str_eq_ignore_case(pl_path_extension(path), words[i])) {
            return true;
        }
    }
    return false;
}

static void visit_text(const struct walk *walk, const char *path)
{
    pl_str bytes;
    struct pl_error error;
    if (walk->is_wanted(path) &&
        pl_file_read(walk->text, path, PL_SOURCE_MAX, &bytes, &error)) {
        walk->visit(walk->state, path, bytes);
    }
    pl_arena_reset(walk->text);
}

static void visit_folder(const struct walk *walk, const char *folder, int depth)
{
    const char *const *names;
    size_t count;
    struct pl_error error;
    if (depth > DEEPEST ||
        !pl_file_list(walk->arena, folder, &names, &count, &error)) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const char *path = pl_path_join(walk->arena, folder, names[i]);
        if (pl_file_kind(path) == PL_FILE_DIRECTORY) {
            visit_folder(walk, path, depth + 1);
        } else {
            visit_text(walk, path);
        }
    }
}

bool corpus_is_there(void)
{
    struct pl_arena *arena = pl_arena_new();
    bool is_there = pl_file_kind(corpus_path(arena)) == PL_FILE_DIRECTORY;
    pl_arena_free(arena);
    if (!is_there) {
        puts("skipped: there is no corpus of real documents (set "
             "PLANLINT_CORPUS)");
    }
    return is_there;
}

static void visit_all(struct walk walk)
{
    walk.arena = pl_arena_new();
    walk.text = pl_arena_new();
    visit_folder(&walk, corpus_path(walk.arena), 0);
    pl_arena_free(walk.text);
    pl_arena_free(walk.arena);
}

void corpus_each_text(void (*visit)(void *state, const char *path,
                                    pl_str bytes),
                      void *state)
{
    visit_all(
        (struct walk){.is_wanted = is_text, .visit = visit, .state = state});
}

void corpus_each_word(void (*visit)(void *state, const char *path,
                                    pl_str bytes),
                      void *state)
{
    visit_all(
        (struct walk){.is_wanted = is_word, .visit = visit, .state = state});
}
