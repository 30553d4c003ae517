#include "text/format.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/chars.h"
#include "base/file.h"

enum { LOOKED_AT = 256 * 1024 }; /* bytes */

static const pl_str format_names[] = {
#define PL_FORMAT(constant, name) [PL_FORMAT_##constant] = PL_STR(name),
#include "text/format.def"
#undef PL_FORMAT
};

enum { FORMAT_COUNT = sizeof(format_names) / sizeof(*format_names) };

const char *pl_format_name(enum pl_format format)
{
    return format_names[format].data;
}

bool pl_format_from_name(pl_str name, enum pl_format *format)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (pl_str_eq(format_names[i], name)) {
            *format = (enum pl_format)i;
            return true;
        }
    }
    return false;
}

enum pl_format pl_format_detect(const char *path, pl_str text)
{
    (void)path;
    (void)text;
    return PL_FORMAT_TEXT;
}
