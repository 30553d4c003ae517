#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file_attributes.h"
#include "base/vec.h"

enum {
    FIRST_CHUNK = 64 * 1024, /* bytes, where the size is not known before */
    TEMPORARY_TRIES = 1000,
};

static const char *shown(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

static bool fail_errno(struct pl_error *error, const char *path,
                       const char *what)
{
    int reason = errno;
    return PL_FAIL_AT(error, (struct pl_place){.path = path}, "%s: %s", what,
                      strerror(reason));
}

static bool fail_too_large(struct pl_error *error, const char *path,
                           size_t max_size)
{
    return PL_FAIL_AT(error, (struct pl_place){.path = shown(path)},
                      "is larger than %zu bytes, the most that is read",
                      max_size);
}

/* Reading. */

struct input {
    int fd;
    const char *path;
    size_t max_size;
    size_t cap; /* bytes of room to begin with, more than the file needs */
};

/* `close` must not hide why something failed before it. */
static void close_keeping_errno(int fd)
{
    int kept = errno;
    close(fd);
    errno = kept;
}

static bool open_input(const char *path, int *fd, struct pl_error *error)
{
    if (strcmp(path, "-") == 0) {
        *fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
    } else {
        *fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    }
    return *fd >= 0 || fail_errno(error, shown(path), "cannot open");
}

static bool look_at_input(struct input *input, struct pl_error *error)
{
    struct stat status;
    if (fstat(input->fd, &status) != 0) {
        return fail_errno(error, shown(input->path), "cannot read");
    }
    if (S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        return fail_errno(error, shown(input->path), "cannot read");
    }
    input->cap = FIRST_CHUNK;
    if (S_ISREG(status.st_mode) && status.st_size > 0) {
        size_t size = (size_t)status.st_size;
        if (size > input->max_size) {
            return fail_too_large(error, input->path, input->max_size);
        }
        input->cap = size + 1;
    }
    return true;
}

/* Ends with at least one byte of room left: the end of a file is only seen by
 * a read that could have brought more. */
static bool read_to_end(struct pl_arena *arena, const struct input *input,
                        pl_str *bytes, struct pl_error *error)
{
    size_t cap = input->cap;
    char *data = pl_arena_alloc(arena, cap);
    size_t len = 0;
    for (;;) {
        ssize_t got = read(input->fd, data + len, cap - len);
        if (got == 0) {
            break;
        }
        if (got < 0 && errno != EINTR) {
            return fail_errno(error, shown(input->path), "cannot read");
        }
        len += got > 0 ? (size_t)got : 0;
        if (len > input->max_size) {
            return fail_too_large(error, input->path, input->max_size);
        }
        if (len == cap) {
            data = pl_arena_grow(arena, data, cap, cap * 2);
            cap *= 2;
        }
    }
    data[len] = '\0';
    *bytes = (pl_str){data, len};
    return true;
}

bool pl_file_read(struct pl_arena *arena, const char *path, size_t max_size,
                  pl_str *bytes, struct pl_error *error)
{
    struct input input = {.path = path, .max_size = max_size};
    if (!open_input(path, &input.fd, error)) {
        return false;
    }
    bool ok = look_at_input(&input, error) &&
              read_to_end(arena, &input, bytes, error);
    close(input.fd);
    return ok;
}

/* Writing. */

struct output {
    const char *path;   /* as given; for messages */
    const char *target; /* without symbolic links */
    const char *folder; /* of the target; its temporary file goes there too */
    bool exists;
    struct stat status; /* when it exists */
    const char *failed; /* what could not be done; NULL: writing */
    const char *reason; /* why not; NULL: errno says it */
};

static bool fail_output(struct output *output, const char *reason)
{
    output->reason = reason;
    return false;
}

static bool write_all(int fd, pl_str bytes)
{
    size_t done = 0;
    while (done < bytes.len) {
        ssize_t put = write(fd, bytes.data + done, bytes.len - done);
        if (put < 0 && errno != EINTR) {
            return false;
        }
        done += put > 0 ? (size_t)put : 0;
    }
    return true;
}

/* Of the file when it is there; else of its folder, which must be there. */
static bool resolve(struct pl_arena *arena, struct output *output)
{
    char *real = realpath(output->path, NULL);
    if (real) {
        output->target = pl_arena_strndup(arena, real, strlen(real));
        free(real);
    } else {
        struct stat link;
        pl_str name = pl_path_name(output->path);
        if (errno != ENOENT || name.len == 0 ||
            lstat(output->path, &link) == 0) {
            return false; /* a link that leads nowhere stays as it is */
        }
        const char *folder = pl_path_folder(arena, output->path);
        real = realpath(folder, NULL);
        if (!real) {
            return false;
        }
        output->target =
            pl_arena_printf(arena, "%s/%.*s", real, PL_STR_ARG(name));
        free(real);
    }
    output->folder = pl_path_folder(arena, output->target);
    return true;
}

static bool look_at_output(struct pl_arena *arena, struct output *output)
{
    if (!resolve(arena, output)) {
        return false;
    }
    output->exists = stat(output->target, &output->status) == 0;
    if (!output->exists) {
        return errno == ENOENT;
    }
    if (S_ISDIR(output->status.st_mode)) {
        errno = EISDIR;
        return false;
    }
    if (S_ISREG(output->status.st_mode)) {
        if (output->status.st_nlink > 1) {
            return fail_output(output, "it has other names (hard links), "
                                       "which would keep the old text");
        }
        if ((output->status.st_mode & 0222) == 0) {
            return fail_output(output, "it is read-only");
        }
    }
    return faccessat(AT_FDCWD, output->target, W_OK, AT_EACCESS) == 0;
}

/* A pipe or a device: nothing there to replace. */
static bool write_through(const struct output *output, pl_str bytes)
{
    int fd = open(output->target, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        return false;
    }
    bool ok = write_all(fd, bytes);
    close_keeping_errno(fd);
    return ok;
}

/* Not mkstemp: a new file gets the mode that the user's umask asks for. */
static int open_temporary(struct pl_arena *arena, const struct output *output,
                          const char **name)
{
    mode_t mode = output->exists ? 0600 : 0666;
    int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    int fd = -1;
    for (int i = 0; i < TEMPORARY_TRIES && fd < 0; i++) {
        *name = pl_arena_printf(arena, "%s/.planlint.%ld.%d", output->folder,
                                (long)getpid(), i);
        fd = open(*name, flags, mode);
        if (fd < 0 && errno != EEXIST) {
            break;
        }
    }
    return fd;
}

static bool keep_owner_and_mode(int fd, const struct stat *old)
{
    mode_t mode = old->st_mode & 07777;
    if (fchown(fd, old->st_uid, old->st_gid) != 0) {
        mode &= 0777; /* no set-user-id bits for another owner */
    }
    return fchmod(fd, mode) == 0;
}

static bool fill_temporary(struct pl_arena *arena, int fd,
                           const struct output *output, pl_str bytes)
{
    if (!write_all(fd, bytes)) {
        return false;
    }
    if (output->exists) {
        if (!keep_owner_and_mode(fd, &output->status)) {
            return false;
        }
        pl_file_attributes_copy(arena, output->target, fd);
    }
    return fsync(fd) == 0;
}

/* After the rename the new content is there; that a power cut may still undo
 * it as a whole on a file system that cannot do this is no failure. */
static void sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
}

static bool replace(struct pl_arena *arena, struct output *output, pl_str bytes)
{
    const char *name = NULL;
    int fd = open_temporary(arena, output, &name);
    if (fd < 0) {
        output->failed = "cannot make a new file in its folder";
        return false;
    }
    bool ok = fill_temporary(arena, fd, output, bytes);
    if (ok) {
        ok = close(fd) == 0;
    } else {
        close_keeping_errno(fd);
    }
    ok = ok && rename(name, output->target) == 0;
    if (ok) {
        sync_folder(output->folder);
    } else {
        int kept = errno;
        unlink(name);
        errno = kept;
    }
    return ok;
}

static bool write_output(struct pl_arena *arena, struct output *output,
                         pl_str bytes)
{
    if (!look_at_output(arena, output)) {
        return false;
    }
    if (output->exists && !S_ISREG(output->status.st_mode)) {
        return write_through(output, bytes);
    }
    return replace(arena, output, bytes);
}

bool pl_file_write(const char *path, pl_str bytes, struct pl_error *error)
{
    struct pl_arena *arena = pl_arena_new();
    struct output output = {.path = path};
    bool ok = write_output(arena, &output, bytes);
    if (!ok) {
        const char *reason = output.reason ? output.reason : strerror(errno);
        (void)PL_FAIL_AT(error, (struct pl_place){.path = path}, "%s: %s",
                         output.failed ? output.failed : "cannot write",
                         reason);
    }
    pl_arena_free(arena);
    return ok;
}

/* Folders and paths. */

enum pl_file_kind pl_file_kind(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        return PL_FILE_MISSING;
    }
    return S_ISDIR(status.st_mode) ? PL_FILE_DIRECTORY : PL_FILE_REGULAR;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

struct names {
    PL_VEC(const char *) all;
};

/* errno is 0 afterwards unless reading failed. */
static void read_names(struct pl_arena *arena, DIR *folder, struct names *names)
{
    errno = 0;
    for (const struct dirent *it = readdir(folder); it; it = readdir(folder)) {
        if (!is_dots(it->d_name)) {
            const char **added = PL_VEC_PUSH(arena, &names->all);
            *added = pl_arena_strndup(arena, it->d_name, strlen(it->d_name));
        }
        errno = 0;
    }
}

bool pl_file_list(struct pl_arena *arena, const char *folder,
                  const char *const **names, size_t *count,
                  struct pl_error *error)
{
    DIR *opened = opendir(folder);
    if (!opened) {
        return fail_errno(error, folder, "cannot list");
    }
    struct names found = {0};
    read_names(arena, opened, &found);
    int reason = errno;
    closedir(opened);
    if (reason != 0) {
        errno = reason;
        return fail_errno(error, folder, "cannot list");
    }
    const char **items = found.all.items;
    if (found.all.len > 1) {
        qsort(items, found.all.len, sizeof(*items), compare_names);
    }
    *names = items;
    *count = found.all.len;
    return true;
}

const char *pl_path_join(struct pl_arena *arena, const char *folder,
                         const char *name)
{
    size_t len = strlen(folder);
    if (len == 0 || strcmp(folder, ".") == 0) {
        return pl_arena_strndup(arena, name, strlen(name));
    }
    const char *slash = folder[len - 1] == '/' ? "" : "/";
    return pl_arena_printf(arena, "%s%s%s", folder, slash, name);
}

const char *pl_path_folder(struct pl_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash) {
        return ".";
    }
    size_t len = (size_t)(slash - path);
    return pl_arena_strndup(arena, path, len ? len : 1);
}

pl_str pl_path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return pl_str_from(slash ? slash + 1 : path);
}

pl_str pl_path_extension(const char *path)
{
    pl_str name = pl_path_name(path);
    size_t dot = name.len;
    while (dot > 0 && name.data[dot - 1] != '.') {
        dot--;
    }
    bool hidden_only = dot <= 1; /* none, or the dot of ".profile" */
    return hidden_only ? (pl_str){0} : pl_str_slice(name, dot, name.len);
}
