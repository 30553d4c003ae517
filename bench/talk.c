#include "talk.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "lsp/server.h"

enum { LONGEST = 1024 }; /* bytes of a formatted message */

static double read_clock(clockid_t clock)
{
    struct timespec now = {0};
    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

double pl_wall_now(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

double pl_talk_busy(const struct pl_talk *talk)
{
    clockid_t clock;
    return clock_getcpuclockid(talk->process, &clock) == 0 ? read_clock(clock)
                                                           : 0;
}

bool pl_talk_begin(struct pl_talk *talk)
{
    int to[2];
    int from[2];
    if (pipe(to) != 0 || pipe(from) != 0) {
        return false;
    }
    talk->process = fork();
    if (talk->process == 0) {
        close(to[1]);
        close(from[0]);
        _exit(pl_lsp_serve(to[0], from[1]));
    }
    close(to[0]);
    close(from[1]);
    talk->to = to[1];
    talk->from = from[0];
    pl_lsp_frame_init(&talk->frame);
    return talk->process > 0;
}

void pl_talk_end(struct pl_talk *talk)
{
    close(talk->to);
    close(talk->from);
    waitpid(talk->process, NULL, 0);
    pl_lsp_frame_clear(&talk->frame);
}

static void say_bytes(const struct pl_talk *talk, pl_str bytes)
{
    while (bytes.len > 0) {
        ssize_t written = write(talk->to, bytes.data, bytes.len);
        if (written <= 0) {
            return;
        }
        bytes = pl_str_slice(bytes, (size_t)written, bytes.len);
    }
}

void pl_talk_say(struct pl_talk *talk, pl_str message)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_buf frame = pl_buf_in(arena);
    pl_buf_addf(&frame, "Content-Length: %zu\r\n\r\n", message.len);
    pl_buf_add(&frame, message);
    say_bytes(talk, pl_buf_str(&frame));
    pl_arena_free(arena);
}

void pl_talk_sayf(struct pl_talk *talk, const char *format, ...)
{
    char message[LONGEST];
    va_list arguments;
    va_start(arguments, format);
    int len = vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    pl_talk_say(talk, (pl_str){message, len < 0 ? 0 : (size_t)len});
}

static bool read_more(struct pl_talk *talk)
{
    size_t size;
    char *room = pl_lsp_frame_room(&talk->frame, &size);
    ssize_t got = read(talk->from, room, size);
    if (got <= 0) {
        return false;
    }
    pl_lsp_frame_add(&talk->frame, (size_t)got);
    return true;
}

static bool has(pl_str message, const char *part)
{
    return pl_str_find(message, pl_str_from(part), 0) != PL_NOWHERE;
}

bool pl_talk_hear(struct pl_talk *talk, const char *part, const char *other)
{
    bool heard_part = false;
    bool heard_other = !other;
    do {
        pl_str message;
        while (pl_lsp_frame_next(&talk->frame, &message)) {
            heard_part = heard_part || has(message, part);
            heard_other = heard_other || has(message, other);
        }
    } while (!(heard_part && heard_other) && read_more(talk));
    return heard_part && heard_other;
}
