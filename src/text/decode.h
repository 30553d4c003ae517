/* decode.h - from a file's bytes to UTF-8 text with "\n" alone at line ends. */
#ifndef PLANLINT_TEXT_DECODE_H
#define PLANLINT_TEXT_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "text/source.h"

struct pl_arena;

/* Where the decoded text and its origins are; see struct pl_source. */
struct pl_decoded {
    pl_str text; /* in the arena, or the file's own bytes */
    enum pl_encoding encoding;
    const struct pl_origin *origins; /* NULL: offsets are the same */
    size_t origin_count;
};

/* `bytes` must outlive the result; `path` is for the error, which names the
 * line, the column and what stands there. */
PL_MUST_CHECK bool pl_decode(struct pl_arena *arena, const char *path,
                             pl_str bytes, struct pl_decoded *decoded,
                             struct pl_error *error);

#endif
