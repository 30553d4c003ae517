#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

struct pl_buf pl_buf_in(struct pl_arena *arena)
{
    return (struct pl_buf){.arena = arena};
}

char *pl_buf_reserve(struct pl_buf *buf, size_t size)
{
    if (buf->cap - buf->len < size) {
        size_t cap = buf->cap ? buf->cap * 2 : 128;
        while (cap - buf->len < size) {
            cap *= 2;
        }
        buf->data = pl_arena_grow(buf->arena, buf->data, buf->cap, cap);
        buf->cap = cap;
    }
    return buf->data + buf->len;
}

void pl_buf_add(struct pl_buf *buf, pl_str s)
{
    if (s.len) {
        memcpy(pl_buf_reserve(buf, s.len), s.data, s.len);
        buf->len += s.len;
    }
}

void pl_buf_add_text(struct pl_buf *buf, const char *terminated)
{
    pl_buf_add(buf, pl_str_from(terminated));
}

void pl_buf_add_char(struct pl_buf *buf, char c)
{
    *pl_buf_reserve(buf, 1) = c;
    buf->len++;
}

void pl_buf_add_repeated(struct pl_buf *buf, char c, size_t count)
{
    if (count) {
        memset(pl_buf_reserve(buf, count), c, count);
        buf->len += count;
    }
}

void pl_buf_add_number(struct pl_buf *buf, size_t number)
{
    char digits[24];
    size_t at = sizeof(digits);
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    pl_buf_add(buf, (pl_str){digits + at, sizeof(digits) - at});
}

void pl_buf_add_code_point(struct pl_buf *buf, uint32_t code_point)
{
    char bytes[PL_UTF8_MAX];
    size_t len = pl_utf8_encode(code_point, bytes);
    pl_buf_add(buf, (pl_str){bytes, len});
}

void pl_buf_addf(struct pl_buf *buf, const char *format, ...)
{
    va_list args;
    va_list again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len > 0) {
        size_t size = (size_t)len + 1; /* vsnprintf wants room for its NUL */
        vsnprintf(pl_buf_reserve(buf, size), size, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
}

pl_str pl_buf_str(const struct pl_buf *buf)
{
    return (pl_str){buf->data, buf->len};
}
