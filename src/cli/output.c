#include "cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"

struct pl_output pl_output_to(struct pl_arena *arena, const char *path)
{
    bool is_file = path && strcmp(path, "-") != 0;
    return (struct pl_output){.path = is_file ? path : NULL,
                              .held = pl_buf_in(arena)};
}

void pl_output_write(struct pl_output *output, pl_str bytes)
{
    if (output->path) {
        pl_buf_add(&output->held, bytes);
    } else if (output->failure == 0 && bytes.len > 0 &&
               fwrite(bytes.data, 1, bytes.len, stdout) < bytes.len) {
        output->failure = errno;
    }
}

bool pl_output_is_open(const struct pl_output *output)
{
    return output->failure == 0;
}

bool pl_output_end(struct pl_output *output, struct pl_error *error)
{
    if (output->path) {
        return pl_file_write(output->path, pl_buf_str(&output->held), error);
    }
    if (output->failure == 0 && fflush(stdout) != 0) {
        output->failure = errno;
    }
    if (output->failure == EPIPE) {
        error->message[0] = '\0';
        return false;
    }
    if (output->failure != 0) {
        return PL_FAIL(error, "cannot write to standard output: %s",
                       strerror(output->failure));
    }
    return true;
}
