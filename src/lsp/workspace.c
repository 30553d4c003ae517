#include "lsp/workspace.h"

#include <assert.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "base/vec.h"
#include "lint/config.h"
#include "lsp/folder.h"

/* What a folder with documents was found to have. */
struct lookup {
    const char *place;
    struct pl_lsp_folder *folder;
    const struct pl_lsp_rules *rules;
};

struct pl_lsp_workspace {
    struct pl_arena *arena;
    struct pl_lsp_folder *elsewhere;
    PL_VEC(struct pl_lsp_folder *) folders; /* in the order of opening */
    PL_VEC(struct pl_lsp_folder *) closed;  /* until they are forgotten */
    struct pl_lsp_rules bare;               /* no configuration, no settings */

    struct pl_arena *lookup_arena; /* since the last reload */
    struct pl_map *by_place;       /* indexes in `lookups` */
    PL_VEC(struct lookup) lookups;
};

static void begin_lookups(struct pl_lsp_workspace *workspace)
{
    pl_arena_reset(workspace->lookup_arena);
    workspace->by_place = pl_map_new(workspace->lookup_arena, 16);
    memset(&workspace->lookups, 0, sizeof(workspace->lookups));
}

struct pl_lsp_workspace *pl_lsp_workspace_new(void)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_lsp_workspace *workspace =
        pl_arena_alloc(arena, sizeof(*workspace));
    workspace->arena = arena;
    workspace->elsewhere = pl_lsp_folder_new((pl_str){0});
    workspace->lookup_arena = pl_arena_new();
    begin_lookups(workspace);
    pl_lsp_rules_read(&workspace->bare, &workspace->elsewhere->settings);
    assert(workspace->bare.in_force); /* what is built in is right */
    return workspace;
}

static void free_closed(struct pl_lsp_workspace *workspace)
{
    for (size_t i = 0; i < workspace->closed.len; i++) {
        pl_lsp_folder_free(workspace->closed.items[i]);
    }
    workspace->closed.len = 0;
}

void pl_lsp_workspace_free(struct pl_lsp_workspace *workspace)
{
    for (size_t i = 0; i < workspace->folders.len; i++) {
        pl_lsp_folder_free(workspace->folders.items[i]);
    }
    free_closed(workspace);
    pl_lsp_folder_free(workspace->elsewhere);
    pl_lsp_rules_clear(&workspace->bare);
    pl_arena_free(workspace->lookup_arena);
    pl_arena_free(workspace->arena);
}

static size_t length_without_slash(const char *path)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/') {
        len--;
    }
    return len;
}

/* The number of folders when it is not open. */
static size_t index_of(const struct pl_lsp_workspace *workspace,
                       const char *path)
{
    pl_str plain = {path, length_without_slash(path)};
    size_t i = 0;
    while (i < workspace->folders.len &&
           !pl_str_eq(pl_str_from(workspace->folders.items[i]->path), plain)) {
        i++;
    }
    return i;
}

void pl_lsp_workspace_open(struct pl_lsp_workspace *workspace,
                           const char *folder)
{
    if (index_of(workspace, folder) == workspace->folders.len) {
        *PL_VEC_PUSH(workspace->arena, &workspace->folders) =
            pl_lsp_folder_new((pl_str){folder, length_without_slash(folder)});
        begin_lookups(workspace);
    }
}

void pl_lsp_workspace_close(struct pl_lsp_workspace *workspace,
                            const char *folder)
{
    size_t at = index_of(workspace, folder);
    if (at == workspace->folders.len) {
        return;
    }
    struct pl_lsp_folder **items = workspace->folders.items;
    *PL_VEC_PUSH(workspace->arena, &workspace->closed) = items[at];
    memmove(&items[at], &items[at + 1],
            (workspace->folders.len - at - 1) * sizeof(struct pl_lsp_folder *));
    workspace->folders.len--;
    begin_lookups(workspace);
}

size_t pl_lsp_workspace_count(const struct pl_lsp_workspace *workspace)
{
    return workspace->folders.len;
}

const char *pl_lsp_workspace_at(const struct pl_lsp_workspace *workspace,
                                size_t index)
{
    assert(index < workspace->folders.len);
    return workspace->folders.items[index]->path;
}

bool pl_lsp_workspace_set(struct pl_lsp_workspace *workspace,
                          const char *folder, struct pl_json section,
                          struct pl_error *error)
{
    size_t at = folder ? index_of(workspace, folder) : 0;
    if (!folder) {
        return pl_lsp_folder_set(workspace->elsewhere, section, error);
    }
    return at == workspace->folders.len ||
           pl_lsp_folder_set(workspace->folders.items[at], section, error);
}

static const struct pl_lsp_settings *
settings_of(const struct pl_lsp_workspace *workspace,
            const struct pl_lsp_folder *folder)
{
    return folder->settings_arena ? &folder->settings
                                  : &workspace->elsewhere->settings;
}

/* The innermost one. */
static struct pl_lsp_folder *folder_of(const struct pl_lsp_workspace *workspace,
                                       const char *path)
{
    struct pl_lsp_folder *found = workspace->elsewhere;
    size_t longest = 0;
    for (size_t i = 0; i < workspace->folders.len; i++) {
        struct pl_lsp_folder *it = workspace->folders.items[i];
        if (pl_lsp_folder_holds(it, path) && strlen(it->path) > longest) {
            found = it;
            longest = strlen(it->path);
        }
    }
    return found;
}

static const struct lookup *look_up(struct pl_lsp_workspace *workspace,
                                    const char *place)
{
    uint32_t next = (uint32_t)workspace->lookups.len;
    uint32_t index = pl_map_get(workspace->by_place, pl_str_from(place));
    if (index != PL_NONE) {
        return &workspace->lookups.items[index];
    }
    struct pl_arena *arena = workspace->lookup_arena;
    struct pl_lsp_folder *folder = folder_of(workspace, place);
    const struct pl_lsp_settings *settings = settings_of(workspace, folder);
    struct lookup *added = PL_VEC_PUSH(arena, &workspace->lookups);
    *added = (struct lookup){
        .place = pl_arena_strndup(arena, place, strlen(place)),
        .folder = folder,
        .rules = pl_lsp_folder_rules(
            folder, settings,
            pl_lsp_folder_config(folder, arena, settings, place)),
    };
    pl_map_put(workspace->by_place, pl_str_from(added->place), next);
    return added;
}

/* Where a document without a file lies. */
static const char *first_place(const struct pl_lsp_workspace *workspace)
{
    return workspace->folders.len > 0 ? workspace->folders.items[0]->path : "/";
}

struct pl_lsp_ground pl_lsp_workspace_ground(struct pl_lsp_workspace *workspace,
                                             const char *path)
{
    struct pl_arena *scratch = pl_arena_new();
    const struct lookup *found =
        look_up(workspace,
                path ? pl_path_folder(scratch, path) : first_place(workspace));
    pl_arena_free(scratch);
    struct pl_lsp_ground ground = {
        .folder = found->folder->path,
        .settings = settings_of(workspace, found->folder),
        .rules = found->rules,
        .setup = found->rules->in_force,
    };
    if (!ground.setup) {
        ground.setup =
            pl_lsp_folder_rules(found->folder, ground.settings, NULL)->in_force;
    }
    if (!ground.setup) {
        ground.setup = workspace->bare.in_force;
    }
    return ground;
}

void pl_lsp_workspace_reload(struct pl_lsp_workspace *workspace)
{
    begin_lookups(workspace);
    struct pl_lsp_folder *elsewhere = workspace->elsewhere;
    pl_lsp_folder_reload(elsewhere, &elsewhere->settings);
    for (size_t i = 0; i < workspace->folders.len; i++) {
        struct pl_lsp_folder *folder = workspace->folders.items[i];
        pl_lsp_folder_reload(folder, settings_of(workspace, folder));
    }
}

void pl_lsp_workspace_forget(struct pl_lsp_workspace *workspace)
{
    free_closed(workspace);
    pl_lsp_folder_forget(workspace->elsewhere);
    for (size_t i = 0; i < workspace->folders.len; i++) {
        pl_lsp_folder_forget(workspace->folders.items[i]);
    }
}

static bool same_path(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool has_moved(const struct pl_lsp_workspace *workspace,
                      struct pl_arena *scratch, const struct lookup *lookup)
{
    const struct pl_lsp_settings *settings =
        settings_of(workspace, lookup->folder);
    const char *now =
        pl_lsp_folder_config(lookup->folder, scratch, settings, lookup->place);
    return !same_path(lookup->rules->config_path, now);
}

bool pl_lsp_workspace_is_stale(const struct pl_lsp_workspace *workspace)
{
    struct pl_arena *scratch = pl_arena_new();
    bool is_stale = false;
    struct pl_lsp_rules_list all = pl_lsp_workspace_rules(workspace, scratch);
    for (size_t i = 0; i < all.count && !is_stale; i++) {
        is_stale = pl_lsp_rules_are_stale(all.items[i]);
    }
    pl_arena_free(scratch);
    return is_stale;
}

bool pl_lsp_workspace_has_moved(const struct pl_lsp_workspace *workspace)
{
    struct pl_arena *scratch = pl_arena_new();
    bool moved = false;
    for (size_t i = 0; i < workspace->lookups.len && !moved; i++) {
        moved = has_moved(workspace, scratch, &workspace->lookups.items[i]);
    }
    pl_arena_free(scratch);
    return moved;
}

/* However the two are written. */
static bool is_same_folder(const char *a, const char *b)
{
    struct stat first;
    struct stat second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

bool pl_lsp_workspace_reads(const struct pl_lsp_workspace *workspace,
                            const char *path)
{
    struct pl_arena *scratch = pl_arena_new();
    const char *folder = pl_path_folder(scratch, path);
    bool reads = pl_str_eq(pl_path_name(path), (pl_str)PL_STR(PL_CONFIG_NAME));
    struct pl_lsp_rules_list all = pl_lsp_workspace_rules(workspace, scratch);
    for (size_t i = 0; i < all.count && !reads; i++) {
        reads = same_path(all.items[i]->config_path, path) ||
                (all.items[i]->rules_folder &&
                 is_same_folder(all.items[i]->rules_folder, folder));
    }
    pl_arena_free(scratch);
    return reads;
}

struct list {
    PL_VEC(const struct pl_lsp_rules *) rules;
};

static void add_rules(struct list *list, struct pl_arena *arena,
                      const struct pl_lsp_folder *folder)
{
    for (size_t i = 0; i < folder->rules.len; i++) {
        *PL_VEC_PUSH(arena, &list->rules) = folder->rules.items[i];
    }
}

struct pl_lsp_rules_list
pl_lsp_workspace_rules(const struct pl_lsp_workspace *workspace,
                       struct pl_arena *arena)
{
    struct list list = {0};
    add_rules(&list, arena, workspace->elsewhere);
    for (size_t i = 0; i < workspace->folders.len; i++) {
        add_rules(&list, arena, workspace->folders.items[i]);
    }
    return (struct pl_lsp_rules_list){list.rules.items, list.rules.len};
}
