#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/str.h"

void pl_error_set(struct pl_error *error, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(error->message, sizeof(error->message), format, args);
    va_end(args);
    error->path_len = 0;
    error->line = 0;
    error->column = 0;
    error->text_at = 0;
}

static size_t write_place(char *out, size_t size, struct pl_place place)
{
    int n = 0;
    if (place.line == 0) {
        n = snprintf(out, size, "%s: ", place.path);
    } else if (place.column == 0) {
        n = snprintf(out, size, "%s:%zu: ", place.path, place.line);
    } else {
        n = snprintf(out, size, "%s:%zu:%zu: ", place.path, place.line,
                     place.column);
    }
    return n < 0 ? 0 : ((size_t)n < size ? (size_t)n : size - 1);
}

void pl_error_set_at(struct pl_error *error, struct pl_place place,
                     const char *format, ...)
{
    size_t used = write_place(error->message, sizeof(error->message), place);
    va_list args;
    va_start(args, format);
    vsnprintf(error->message + used, sizeof(error->message) - used, format,
              args);
    va_end(args);
    size_t path_len = pl_str_from(place.path).len;
    error->path_len = path_len < used ? path_len : used;
    error->line = place.line;
    error->column = place.column;
    error->text_at = used;
}
