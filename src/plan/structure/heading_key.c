#include "plan/structure/heading_key.h"

#include "base/buf.h"
#include "base/chars.h"

pl_str pl_heading_without_page(pl_str line, bool is_stuck)
{
    size_t end = line.len;
    while (end > 0 && pl_is_digit(line.data[end - 1])) {
        end--;
    }
    char c = end > 0 && end < line.len ? line.data[end - 1] : '\0';
    bool has_page = c == '\t' || c == '.' ||
                    (is_stuck && (pl_is_letter(c) || pl_is_wide(c)));
    return pl_str_slice(line, 0, has_page ? end : line.len);
}

pl_str pl_heading_key(struct pl_arena *arena, pl_str line)
{
    struct pl_buf key = pl_buf_in(arena);
    for (size_t i = 0; i < line.len; i++) {
        if (pl_is_alnum(line.data[i]) || pl_is_wide(line.data[i])) {
            pl_buf_add_char(&key, pl_to_lower(line.data[i]));
        }
    }
    return pl_buf_str(&key);
}
