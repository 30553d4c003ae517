#include "text/walk.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/file.h"
#include "text/ignore.h"

enum { IGNORE_FILE_MAX = 4 * 1024 * 1024 }; /* bytes */

static const pl_str extensions[] = {PL_STR("plan"), PL_STR("txt"),
                                    PL_STR("text"), PL_STR("md"),
                                    PL_STR("markdown")};

static void complain(struct pl_walk *walk, const struct pl_error *error)
{
    walk->complain(walk->context, error);
}

static void add_file(struct pl_walk *walk, const char *path)
{
    *PL_VEC_PUSH(walk->arena, &walk->files) = path;
}

static pl_str with_slash(struct pl_arena *arena, const char *folder)
{
    size_t len = strlen(folder);
    bool has_slash = len > 0 && folder[len - 1] == '/';
    return pl_str_from(
        pl_arena_printf(arena, "%s%s", folder, has_slash ? "" : "/"));
}

/* The rules above together with those of the folder's own .gitignore. */
static const struct pl_ignore *ignore_of(struct pl_walk *walk,
                                         const char *folder,
                                         const struct pl_ignore *above)
{
    const char *path = pl_path_join(walk->arena, folder, ".gitignore");
    struct stat status;
    if (lstat(path, &status) != 0 || !S_ISREG(status.st_mode)) {
        return above;
    }
    pl_str text;
    struct pl_error error;
    if (!pl_file_read(walk->arena, path, IGNORE_FILE_MAX, &text, &error)) {
        complain(walk, &error);
        return above;
    }
    return pl_ignore_read(walk->arena, above, with_slash(walk->arena, folder),
                          text);
}

static bool is_repository(struct pl_arena *arena, const char *folder)
{
    return pl_file_kind(pl_path_join(arena, folder, ".git")) != PL_FILE_MISSING;
}

struct ancestors {
    PL_VEC(const char *) folders; /* innermost first */
};

/* The rules of the folders above `folder` in its repository. */
static const struct pl_ignore *ignore_above(struct pl_walk *walk,
                                            const char *folder)
{
    struct ancestors above = {0};
    bool found = is_repository(walk->arena, folder);
    while (!found && strcmp(folder, "/") != 0) {
        folder = pl_path_folder(walk->arena, folder);
        *PL_VEC_PUSH(walk->arena, &above.folders) = folder;
        found = is_repository(walk->arena, folder);
    }
    const struct pl_ignore *ignore = NULL;
    for (size_t i = found ? above.folders.len : 0; i > 0; i--) {
        ignore = ignore_of(walk, above.folders.items[i - 1], ignore);
    }
    return ignore;
}

bool pl_walk_has_text_name(const char *path)
{
    pl_str extension = pl_path_extension(path);
    for (size_t i = 0; i < PL_COUNT(extensions); i++) {
        if (pl_str_eq_ignore_case(extension, extensions[i])) {
            return true;
        }
    }
    return false;
}

bool pl_walk_has_word_name(const char *path)
{
    static const pl_str word_extensions[] = {
        PL_STR("docx"), PL_STR("docm"), PL_STR("dotx"), PL_STR("dotm"),
        PL_STR("odt"),  PL_STR("ott"),  PL_STR("fodt")};
    static const pl_str lock = PL_STR("~$");
    const char *slash = strrchr(path, '/');
    pl_str name = pl_str_from(slash ? slash + 1 : path);
    pl_str extension = pl_path_extension(path);
    for (size_t i = 0; i < PL_COUNT(word_extensions); i++) {
        if (pl_str_eq_ignore_case(extension, word_extensions[i])) {
            return !pl_str_starts(name, lock);
        }
    }
    return false;
}

static void add_entry(struct pl_walk *walk, const struct pl_walk_folder *in,
                      const char *name)
{
    if (name[0] == '.') {
        return;
    }
    struct pl_walk_folder entry = {
        .shown = pl_path_join(walk->arena, in->shown, name),
        .absolute = pl_path_join(walk->arena, in->absolute, name),
        .ignore = in->ignore,
    };
    struct stat status;
    if (lstat(entry.absolute, &status) != 0) {
        return;
    }
    bool is_folder = S_ISDIR(status.st_mode);
    if (pl_ignore_has(in->ignore, pl_str_from(entry.absolute), is_folder)) {
        return;
    }
    if (is_folder) {
        *PL_VEC_PUSH(walk->arena, &walk->pending) = entry;
    } else if (S_ISREG(status.st_mode) &&
               walk->wants(walk->context, entry.shown,
                           pl_walk_has_text_name(name))) {
        add_file(walk, entry.shown);
    }
}

static void read_folder(struct pl_walk *walk, struct pl_walk_folder folder)
{
    const char *const *names;
    size_t count;
    struct pl_error error;
    if (!pl_file_list(walk->arena, folder.absolute, &names, &count, &error)) {
        complain(walk, &error);
        return;
    }
    folder.ignore = ignore_of(walk, folder.absolute, folder.ignore);
    for (size_t i = 0; i < count; i++) {
        add_entry(walk, &folder, names[i]);
    }
    walk->seen += count;
}

void pl_walk_begin(struct pl_walk *walk, const char *path)
{
    char absolute[PATH_MAX];
    if (!realpath(path, absolute)) {
        struct pl_error error;
        pl_error_set_at(&error, (struct pl_place){.path = path},
                        "cannot list: %s", strerror(errno));
        complain(walk, &error);
        return;
    }
    *PL_VEC_PUSH(walk->arena, &walk->pending) = (struct pl_walk_folder){
        .shown = path,
        .absolute = pl_arena_strndup(walk->arena, absolute, strlen(absolute)),
        .ignore = ignore_above(walk, absolute),
    };
}

bool pl_walk_step(struct pl_walk *walk)
{
    if (walk->pending.len == 0) {
        return false;
    }
    read_folder(walk, walk->pending.items[--walk->pending.len]);
    return true;
}

/* One spelling for each path: no "./" before it, no "//" or "/./" in it. */
static const char *plain_path(struct pl_arena *arena, const char *path)
{
    struct pl_buf plain = pl_buf_in(arena);
    pl_str rest = pl_str_from(path);
    bool is_absolute = path[0] == '/';
    while (rest.len > 0) {
        pl_str name = pl_str_split(&rest, '/');
        if (name.len == 0 || pl_str_eq(name, (pl_str)PL_STR("."))) {
            continue;
        }
        if (plain.len > 0 || is_absolute) {
            pl_buf_add_char(&plain, '/');
        }
        pl_buf_add(&plain, name);
    }
    if (plain.len == 0) {
        return is_absolute ? "/" : ".";
    }
    return pl_arena_strndup(arena, plain.data, plain.len);
}

size_t pl_walk_add(struct pl_walk *walk, const char *path)
{
    size_t before = walk->files.len;
    if (pl_file_kind(path) == PL_FILE_DIRECTORY) {
        pl_walk_begin(walk, plain_path(walk->arena, path));
        while (pl_walk_step(walk)) {
        }
    } else {
        add_file(walk, path[0] ? plain_path(walk->arena, path) : path);
    }
    return walk->files.len - before;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void pl_walk_end(struct pl_walk *walk)
{
    const char **items = walk->files.items;
    if (walk->files.len < 2) {
        return;
    }
    qsort(items, walk->files.len, sizeof(*items), compare_paths);
    size_t kept = 1;
    for (size_t i = 1; i < walk->files.len; i++) {
        if (strcmp(items[i], items[kept - 1]) != 0) {
            items[kept++] = items[i];
        }
    }
    walk->files.len = kept;
}
