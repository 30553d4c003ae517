/* buf.h - bytes being written, in an arena: reports, messages, conversions. */
#ifndef PLANLINT_BASE_BUF_H
#define PLANLINT_BASE_BUF_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/str.h"

struct pl_buf {
    struct pl_arena *arena;
    char *data; /* not terminated; moves when it grows */
    size_t len;
    size_t cap;
};

struct pl_buf pl_buf_in(struct pl_arena *arena); /* empty */

void pl_buf_add(struct pl_buf *buf, pl_str s);
void pl_buf_add_text(struct pl_buf *buf, const char *terminated);
void pl_buf_add_char(struct pl_buf *buf, char c);
void pl_buf_add_repeated(struct pl_buf *buf, char c, size_t count);
void pl_buf_add_number(struct pl_buf *buf, size_t number); /* decimal */
void pl_buf_add_code_point(struct pl_buf *buf, uint32_t code_point); /* UTF-8 */
void pl_buf_addf(struct pl_buf *buf, const char *format, ...) PL_PRINTF(2, 3);

/* Room for `size` more bytes at the end, for the caller to fill; then add what
 * was filled to `buf->len`. */
char *pl_buf_reserve(struct pl_buf *buf, size_t size);

pl_str pl_buf_str(const struct pl_buf *buf); /* borrows until the next add */

#endif
