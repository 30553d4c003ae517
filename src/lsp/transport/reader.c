#include "lsp/transport/reader.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#include "lsp/message.h"
#include "lsp/transport/frame.h"
#include "lsp/transport/inbox.h"

enum { SECOND = 1000 }; /* milliseconds */

/* The process to end with. */
struct parent {
    int64_t id;     /* 0: none is known, or it cannot be seen from here */
    int file;       /* becomes readable when it ends; -1: none */
    bool must_poll; /* there is no such file: ask each second */
};

struct reading {
    const struct pl_lsp_reader *reader;
    struct pl_lsp_frame frame;
    struct parent parent;
};

enum { FROM_CLIENT, FROM_ALARM, FROM_PARENT, SOURCES };

bool pl_lsp_process_is_there(int64_t id)
{
    return id > 0 && (kill((pid_t)id, 0) == 0 || errno != ESRCH);
}

/* One that was there when it was named: if it is not any more, it is gone. */
static void watch(struct parent *parent, int64_t id)
{
    *parent = (struct parent){.id = id, .file = -1};
    if (id <= 0) {
        return;
    }
    parent->file = (int)syscall(SYS_pidfd_open, (pid_t)id, 0);
    parent->must_poll = parent->file < 0;
}

static bool is_gone(const struct parent *parent, const struct pollfd *source)
{
    return source->revents != 0 ||
           (parent->must_poll && kill((pid_t)parent->id, 0) != 0 &&
            errno == ESRCH);
}

static void hear_alarm(struct reading *reading)
{
    uint64_t unused;
    (void)!read(reading->reader->alarm, &unused, sizeof(unused));
    int64_t id = atomic_load(reading->reader->parent);
    if (id != reading->parent.id) {
        watch(&reading->parent, id);
    }
}

/* False at the end of the file, or when it cannot be read. */
static bool read_some(struct reading *reading)
{
    size_t size;
    char *room = pl_lsp_frame_room(&reading->frame, &size);
    ssize_t got = read(reading->reader->file, room, size);
    if (got < 0) {
        return errno == EINTR || errno == EAGAIN;
    }
    pl_lsp_frame_add(&reading->frame, (size_t)got);
    pl_str bytes;
    while (pl_lsp_frame_next(&reading->frame, &bytes)) {
        pl_lsp_inbox_put(reading->reader->inbox, pl_lsp_message_read(bytes));
    }
    return got > 0;
}

/* Waits until one of the sources has something to say. */
static void wait_for(const struct reading *reading, struct pollfd *sources)
{
    bool has_room = pl_lsp_inbox_has_room(reading->reader->inbox);
    sources[FROM_CLIENT] = (struct pollfd){
        .fd = has_room ? reading->reader->file : -1, .events = POLLIN};
    sources[FROM_ALARM] =
        (struct pollfd){.fd = reading->reader->alarm, .events = POLLIN};
    sources[FROM_PARENT] =
        (struct pollfd){.fd = reading->parent.file, .events = POLLIN};
    bool must_look = reading->parent.must_poll || !has_room;
    while (poll(sources, SOURCES, must_look ? SECOND : -1) < 0 &&
           errno == EINTR) {
    }
}

static enum pl_lsp_reader_end run(struct reading *reading)
{
    struct pollfd sources[SOURCES];
    for (;;) {
        wait_for(reading, sources);
        if (sources[FROM_ALARM].revents) {
            hear_alarm(reading);
        }
        if (atomic_load(reading->reader->is_over)) {
            return PL_LSP_READER_OVER;
        }
        if (is_gone(&reading->parent, &sources[FROM_PARENT])) {
            return PL_LSP_READER_ORPHANED;
        }
        if (sources[FROM_CLIENT].revents && !read_some(reading)) {
            return PL_LSP_READER_AT_END;
        }
    }
}

enum pl_lsp_reader_end pl_lsp_reader_run(const struct pl_lsp_reader *reader)
{
    struct reading reading = {.reader = reader, .parent = {.file = -1}};
    pl_lsp_frame_init(&reading.frame);
    enum pl_lsp_reader_end end = run(&reading);
    pl_lsp_frame_clear(&reading.frame);
    if (reading.parent.file >= 0) {
        close(reading.parent.file);
    }
    return end;
}
