/* talk.h - a language server in a process of its own, and an editor's side of
 * the talk with it. */
#ifndef PLANLINT_BENCH_TALK_H
#define PLANLINT_BENCH_TALK_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/attr.h"
#include "base/str.h"
#include "lsp/transport/frame.h"

struct pl_talk {
    pid_t process;
    int to;
    int from;
    struct pl_lsp_frame frame;
};

/* False when the process cannot be started. */
bool pl_talk_begin(struct pl_talk *talk);
void pl_talk_end(struct pl_talk *talk);

/* Sends a message in its frame. */
void pl_talk_say(struct pl_talk *talk, pl_str message);
void pl_talk_sayf(struct pl_talk *talk, const char *format, ...)
    PL_PRINTF(2, 3);

/* Reads until a message has had `part` in it, and one `other` (which may be
 * NULL), in any order; false: the server has ended. */
bool pl_talk_hear(struct pl_talk *talk, const char *part, const char *other);

double pl_wall_now(void); /* milliseconds */

/* Milliseconds of processor time that the server has used so far. */
double pl_talk_busy(const struct pl_talk *talk);

#endif
